import { cx } from '@/components/ui/cx';
import type { EtiquetaDto } from '@/lib/etiqueta/schemas';
import { centavosDeJson, formatBs } from '@/lib/money';

type EtiquetaProps = {
  etiqueta: EtiquetaDto;
  clase: 'gondola' | 'producto';
  ancho: number;
  alto: number;
  conPrecio: boolean;
};

/** Paper is white and ink is black, whatever the theme. */
const TINTA = { background: '#fff', color: '#000' };

/** One label at its real size. It is paper: black on white, whatever the theme. */
export function Etiqueta({ etiqueta: e, clase, ancho, alto, conPrecio }: EtiquetaProps) {
  const gondola = clase === 'gondola';
  const precio = formatBs(centavosDeJson(e.precio_venta) ?? 0);
  return (
    <div
      className="flex flex-col justify-between overflow-hidden"
      style={{ width: `${ancho}mm`, height: `${alto}mm`, padding: gondola ? '2mm 3mm' : '1mm 1.5mm', ...TINTA }}
    >
      <p
        className={cx('break-words', gondola ? 'line-clamp-2 font-semibold' : 'line-clamp-1 font-medium')}
        style={{ fontSize: gondola ? '10pt' : '7pt', lineHeight: 1.15 }}
      >
        {e.nombre}
        {e.presentacion && ` · ${e.presentacion}`}
      </p>
      <div
        className={cx('flex items-end', gondola ? 'justify-between gap-[3mm]' : 'flex-col items-stretch gap-[0.5mm]')}
      >
        {conPrecio && (
          <p className="num shrink-0" style={{ lineHeight: 1 }}>
            <span
              className="block font-bold whitespace-nowrap"
              style={{ fontSize: gondola ? letraDePrecio(precio) : '9pt' }}
            >
              {precio}
            </span>
            {gondola && <span style={{ fontSize: '6.5pt' }}>{detalleDe(e)}</span>}
          </p>
        )}
        <Barras etiqueta={e} alto={gondola ? 11 : alto > 22 ? 10 : 8} fijo={gondola} />
      </div>
    </div>
  );
}

/** Leaves to the bars the width they need. */
function letraDePrecio(precio: string): string {
  return precio.length <= 8 ? '18pt' : precio.length <= 10 ? '14pt' : '11pt';
}

function detalleDe(e: EtiquetaDto): string {
  if (e.precio_por_unidad !== null) return `${formatBs(centavosDeJson(e.precio_por_unidad) ?? 0)} por ${e.unidad}`;
  const por = e.unidad === 'unidad' ? '' : `por ${e.unidad}`;
  return [por, e.sku].filter(Boolean).join(' · ');
}

type BarrasProps = { etiqueta: EtiquetaDto; alto: number; fijo: boolean };

/** Width of a module: 80 % of the nominal 0,33 mm is the least that GS1 admits (General Specifications, 5.2.6.6). */
const MODULO_MM = 0.27;

/** The bars and their figures. They stretch to the width there is: a scanner reads proportions. */
function Barras({ etiqueta: { barras, codigo, nombre }, alto, fijo }: BarrasProps) {
  if (!barras || !codigo) {
    return <p style={{ fontSize: '6.5pt' }}>{codigo ?? 'Sin código'}</p>;
  }
  return (
    <div
      className={fijo ? 'shrink-0' : 'w-full self-center'}
      style={fijo ? { width: `${Math.min(barras.ancho * MODULO_MM, 38)}mm` } : { maxWidth: `${barras.ancho * 0.33}mm` }}
    >
      <svg
        role="img"
        aria-label={`Código de barras ${codigo} de ${nombre}`}
        viewBox={`0 0 ${barras.ancho} 1`}
        preserveAspectRatio="none"
        shapeRendering="crispEdges"
        className="block w-full"
        style={{ height: `${alto}mm` }}
      >
        <path d={barras.trazo} fill="#000" />
      </svg>
      <p className="num text-center break-all" style={{ fontSize: '6.5pt', lineHeight: 1.2 }}>
        {codigo}
      </p>
    </div>
  );
}
