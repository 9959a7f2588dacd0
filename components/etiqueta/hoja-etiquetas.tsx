'use client';

import { Barcode, Printer } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { contar, cuantos } from '@/components/producto/cuenta';
import { useActo } from '@/components/producto/use-acto';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { Stepper } from '@/components/ui/stepper';
import { generarCodigosAction } from '@/lib/etiqueta/actions';
import { FORMATOS, MAXIMO_COPIAS, type NombreFormato } from '@/lib/etiqueta/rules';
import type { EtiquetaDto } from '@/lib/etiqueta/schemas';
import { Papel } from './papel';

/** Pages drawn at once: the rest are only printed. */
const VISTA = { hoja: 3, rollo: 12 } as const;

type HojaProps = {
  etiquetas: readonly EtiquetaDto[];
  /** How many there are, when not all fit. */
  total: number;
  conPresentaciones: boolean;
  puedeEditar: boolean;
};

/** Labels as they will come out: their paper, how many of each, where they begin; and the way to the printer. */
export function HojaEtiquetas({ etiquetas, total, conPresentaciones, puedeEditar }: HojaProps) {
  const [formato, setFormato] = useState<NombreFormato>('hoja-24');
  const [copias, setCopias] = useState(1);
  const [desde, setDesde] = useState(1);
  const [conPrecio, setConPrecio] = useState(true);
  const router = useRouter();
  const f = FORMATOS[formato];
  const caben = f.columnas * f.filas;
  const porImprimir = etiquetas.flatMap((e) => Array.from({ length: copias }, () => e));
  const enHoja = f.papel === 'hoja';
  const paginas = Math.ceil((porImprimir.length + (enHoja ? desde - 1 : 0)) / caben);
  const vista = VISTA[f.papel];

  const verPresentaciones = (si: boolean) => {
    const url = new URL(window.location.href);
    if (si) url.searchParams.set('presentaciones', 'true');
    else url.searchParams.delete('presentaciones');
    router.replace(`${url.pathname}${url.search}` as never);
  };
  return (
    <>
      <div className="flex flex-col gap-4 print:hidden">
        <SinCodigo etiquetas={etiquetas} puedeEditar={puedeEditar} />
        {total > etiquetas.length && (
          <Notice tone="aviso" title={`Entran las primeras ${contar(etiquetas.length)}`}>
            Hay {contar(total)} etiquetas; las demás se imprimen eligiendo menos productos cada vez.
          </Notice>
        )}
        <Card>
          <div className="grid items-start gap-4 sm:grid-cols-2 xl:grid-cols-[2fr_1fr_1fr_auto]">
            <Field label="Papel">
              <Select
                value={formato}
                onChange={(event) => {
                  setFormato(event.target.value as NombreFormato);
                  setDesde(1);
                }}
              >
                {(Object.keys(FORMATOS) as NombreFormato[]).map((nombre) => (
                  <option key={nombre} value={nombre}>
                    {FORMATOS[nombre].nombre}
                  </option>
                ))}
              </Select>
            </Field>
            <Field label="Copias de cada una">
              <Stepper
                label="Copias de cada una"
                min={1}
                max={MAXIMO_COPIAS}
                value={copias}
                onValueChange={setCopias}
              />
            </Field>
            {enHoja && (
              <Field label="Empezar en el lugar" hint="Para una hoja ya empezada.">
                <Stepper label="Empezar en el lugar" min={1} max={caben} value={desde} onValueChange={setDesde} />
              </Field>
            )}
            <div className="flex flex-col gap-1">
              <Checkbox
                label="Con precio"
                checked={conPrecio}
                onChange={(event) => setConPrecio(event.target.checked)}
              />
              <Checkbox
                label="También sus presentaciones"
                checked={conPresentaciones}
                onChange={(event) => verPresentaciones(event.target.checked)}
              />
            </div>
          </div>
          <div className="mt-5 flex flex-wrap items-center gap-3">
            <Button variant="primario" icon={<Printer aria-hidden="true" />} onClick={() => window.print()}>
              Imprimir
            </Button>
            <p className="num text-tinta-2" role="status">
              {cuantos(porImprimir.length, 'etiqueta', 'etiquetas')} en{' '}
              {enHoja ? cuantos(paginas, 'hoja', 'hojas') : 'el rollo'}. En el diálogo, sin márgenes y al 100 %.
            </p>
          </div>
        </Card>
        {paginas > vista && (
          <p className="num text-tinta-2">
            Se muestran las primeras {vista} de {contar(paginas)}; se imprimen todas.
          </p>
        )}
      </div>
      <section
        aria-label="Vista previa"
        className="mt-4 overflow-x-auto p-1 print:mt-0 print:overflow-visible print:p-0"
      >
        <Papel etiquetas={porImprimir} formato={formato} desde={desde - 1} conPrecio={conPrecio} vista={vista} />
      </section>
    </>
  );
}

/** Those that no scanner would read, and the way to give them a code. */
function SinCodigo({ etiquetas, puedeEditar }: { etiquetas: readonly EtiquetaDto[]; puedeEditar: boolean }) {
  const { hacer, pendiente, rechazo } = useActo();
  const sin = etiquetas.filter((e) => e.codigo === null);
  if (sin.length === 0) return null;
  const productos = sin.filter((e) => e.id_presentacion === null).map((e) => e.id_producto);
  const presentaciones = sin.flatMap((e) => e.id_presentacion ?? []);
  return (
    <Notice
      tone={rechazo ? 'falta' : 'aviso'}
      title={cuantos(sin.length, 'etiqueta no tiene código', 'etiquetas no tienen código')}
    >
      {rechazo?.message ??
        'Saldrán sin barras. Se les puede dar un código interno de la tienda (EAN-13 que empieza con 20 a 29).'}
      {puedeEditar && (
        <Button
          className="mt-3 flex"
          icon={<Barcode aria-hidden="true" />}
          pendiente={pendiente}
          onClick={() =>
            hacer(generarCodigosAction, { productos, presentaciones }, { aviso: 'Códigos internos generados' })
          }
        >
          Generar códigos internos
        </Button>
      )}
    </Notice>
  );
}
