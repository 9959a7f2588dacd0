'use client';

import { Columns3 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { elegirColumnasAction } from '@/lib/producto/actions';
import { COLUMNAS, type Columna, NOMBRES_DE_COLUMNA, OBLIGATORIAS } from '@/lib/producto/rules-importacion';
import type { ImportacionDto } from '@/lib/producto/schemas-importacion';
import { useActo } from './use-acto';

type ColumnasProps = {
  importacion: ImportacionDto;
  onCambio: (importacion: ImportacionDto) => void;
  /** Back to the review, when there is one. */
  onVolver?: () => void;
};

/** Which column of the file is each thing: what was guessed, and a person's word over it. */
export function ColumnasImportacion({ importacion, onCambio, onVolver }: ColumnasProps) {
  const { resumen } = importacion;
  const [elegidas, setElegidas] = useState<Partial<Record<Columna, number>>>(resumen.posiciones);
  const [conEncabezado, setConEncabezado] = useState(resumen.con_encabezado);
  const [aceptarDigitos, setAceptarDigitos] = useState(resumen.aceptar_digitos);
  const { hacer, pendiente, rechazo, campos } = useActo();
  const faltan = OBLIGATORIAS.filter((c) => elegidas[c] === undefined);

  const elegir = (columna: Columna, valor: string) => {
    const { [columna]: _, ...otras } = elegidas;
    setElegidas(valor === '' ? otras : { ...otras, [columna]: Number(valor) });
  };
  const leer = () => {
    const pedido = {
      id: importacion.id,
      columnas: elegidas,
      con_encabezado: conEncabezado,
      aceptar_digitos: aceptarDigitos,
    };
    hacer(elegirColumnasAction, pedido, { alHacer: onCambio });
  };

  return (
    <Card title="Columnas del archivo">
      <p className="max-w-prose text-tinta-2">
        Se eligió lo que se reconoció en la primera fila. Conviene mirar el ejemplo de cada una; lo que no se elige no
        se lee.
      </p>
      {importacion.falla && faltan.length > 0 && (
        <Notice tone="aviso" className="mt-4">
          {importacion.falla}
        </Notice>
      )}
      <div className="mt-5 grid gap-x-4 gap-y-4 sm:grid-cols-2 xl:grid-cols-3">
        {COLUMNAS.map((columna) => (
          <Field
            key={columna}
            label={NOMBRES_DE_COLUMNA[columna]}
            opcional={!OBLIGATORIAS.includes(columna)}
            error={campos[`columnas.${columna}`]}
            hint={ejemplo(importacion, elegidas[columna])}
          >
            <Select value={elegidas[columna] ?? ''} onChange={(event) => elegir(columna, event.target.value)}>
              <option value="">No está en el archivo</option>
              {resumen.encabezado.map((titulo, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                <option key={i} value={i}>
                  {letraDe(i)} · {titulo || 'sin nombre'}
                </option>
              ))}
            </Select>
          </Field>
        ))}
      </div>
      <div className="mt-5 flex flex-col gap-1">
        <Checkbox
          label="La primera fila nombra las columnas"
          hint="Sin marcar, la primera fila ya es un producto."
          checked={conEncabezado}
          onChange={(event) => setConEncabezado(event.target.checked)}
        />
        <Checkbox
          label="Aceptar códigos con el dígito verificador equivocado"
          hint="Sin marcar, esas filas se rechazan: suelen ser códigos mal copiados."
          checked={aceptarDigitos}
          onChange={(event) => setAceptarDigitos(event.target.checked)}
        />
      </div>
      {rechazo && (
        <Notice tone="falta" alert className="mt-5">
          {rechazo.message}
        </Notice>
      )}
      <div className="mt-6 flex flex-col gap-2 sm:flex-row">
        <Button
          variant="primario"
          icon={<Columns3 aria-hidden="true" />}
          onClick={leer}
          pendiente={pendiente}
          disabled={faltan.length > 0}
        >
          {faltan.length > 0 ? `Falta elegir ${enLista(faltan)}` : 'Leer con estas columnas'}
        </Button>
        {onVolver && (
          <Button onClick={onVolver} disabled={pendiente}>
            Dejarlas así
          </Button>
        )}
      </div>
    </Card>
  );
}

/** What the file holds under a column, to recognise it by. */
function ejemplo({ resumen }: ImportacionDto, posicion: number | undefined): string {
  if (posicion === undefined) return 'No se lee.';
  const valores = resumen.muestra.map((fila) => fila[posicion] ?? '').filter((v) => v !== '');
  return valores.length > 0 ? `Por ejemplo: ${valores.slice(0, 2).join(' · ')}` : 'Vacía en las primeras filas.';
}

function enLista(columnas: readonly Columna[]): string {
  const nombres = columnas.map((c) => NOMBRES_DE_COLUMNA[c].toLowerCase());
  return nombres.length < 2 ? nombres.join('') : `${nombres.slice(0, -1).join(', ')} y ${nombres.at(-1)}`;
}

/** The letter of a column, as a spreadsheet names it: A, B… Z, AA. */
function letraDe(i: number): string {
  const letra = String.fromCharCode(65 + (i % 26));
  return i < 26 ? letra : letraDe(Math.floor(i / 26) - 1) + letra;
}
