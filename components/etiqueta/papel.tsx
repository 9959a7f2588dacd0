import { enPaginas, FORMATOS, type NombreFormato } from '@/lib/etiqueta/rules';
import type { EtiquetaDto } from '@/lib/etiqueta/schemas';
import { Etiqueta } from './etiqueta';
import { papelCss } from './papel-css';

type PapelProps = {
  etiquetas: readonly EtiquetaDto[];
  formato: NombreFormato;
  /** The first place used of the first sheet, from 0. */
  desde: number;
  conPrecio: boolean;
  /** Pages drawn on the screen; all of them are printed. */
  vista: number;
};

/** The pages as they will be printed, one after another, by the button of the screen or by the browser's own. */
export function Papel({ etiquetas, formato, desde, conPrecio, vista }: PapelProps) {
  const f = FORMATOS[formato];
  const hoja = f.papel === 'hoja';
  const paginas = enPaginas(etiquetas, f, hoja ? desde : 0);
  return (
    <>
      <style>{papelCss(f)}</style>
      <div className="papel-etiquetas flex flex-wrap gap-4 max-sm:[zoom:0.42] sm:max-xl:[zoom:0.72] print:block print:[zoom:1]">
        {paginas.map((lugares, p) => (
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: a page is its place
            key={p}
            className={
              p < vista
                ? 'bg-white shadow-md ring-1 ring-borde print:shadow-none print:ring-0'
                : 'hidden bg-white print:block'
            }
            style={{
              width: hoja ? '210mm' : `${f.ancho}mm`,
              height: hoja ? '296.9mm' : `${f.alto}mm`,
              padding: `${f.margenY}mm ${f.margenX}mm`,
              breakAfter: p < paginas.length - 1 ? 'page' : 'auto',
              overflow: 'hidden',
              background: '#fff',
            }}
          >
            <div
              className="grid"
              style={{ gridTemplateColumns: `repeat(${f.columnas}, ${f.ancho}mm)`, columnGap: `${f.calle}mm` }}
            >
              {lugares.map((e, i) =>
                e ? (
                  <Etiqueta
                    // biome-ignore lint/suspicious/noArrayIndexKey: a label is its place
                    key={i}
                    etiqueta={e}
                    clase={f.clase}
                    ancho={f.ancho}
                    alto={f.alto}
                    conPrecio={conPrecio}
                  />
                ) : (
                  // biome-ignore lint/suspicious/noArrayIndexKey: an empty place too
                  <div key={i} style={{ width: `${f.ancho}mm`, height: `${f.alto}mm` }} />
                ),
              )}
            </div>
          </div>
        ))}
      </div>
    </>
  );
}
