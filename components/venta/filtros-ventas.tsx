'use client';

import { SlidersHorizontal } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { SearchField } from '@/components/ui/search-field';
import { Select } from '@/components/ui/select';
import { diaDe, inicioDelDia } from '@/lib/time';
import type { FiltroVentas } from '@/lib/venta/query-options';
import { METODOS_PAGO, NOMBRE_METODO } from '@/lib/venta/rules';
import { NOMBRE_ESTADO } from './estado-venta';

type FiltrosVentasProps = {
  filtro: FiltroVentas;
  /** The La Paz day of today. */
  hoy: string;
  onFiltro: (cambio: Partial<FiltroVentas>) => void;
};

/** Which tickets: by day, method, state, number or product. */
export function FiltrosVentas({ filtro, hoy, onFiltro }: FiltrosVentasProps) {
  const rangos = [
    { nombre: 'Hoy', desde: hoy, hasta: hoy },
    { nombre: 'Ayer', desde: diasAntes(hoy, 1), hasta: diasAntes(hoy, 1) },
    { nombre: '7 días', desde: diasAntes(hoy, 6), hasta: hoy },
    { nombre: '30 días', desde: diasAntes(hoy, 29), hasta: hoy },
  ];
  const [abiertos, setAbiertos] = useState(false);
  const puestos = [filtro.metodo_pago, filtro.estado_venta].filter(Boolean).length;
  return (
    <search className="mb-4 flex flex-col gap-3">
      <div className="flex flex-wrap items-end gap-2">
        {rangos.map(({ nombre, desde, hasta }) => (
          <Button
            key={nombre}
            size="compacto"
            aria-pressed={filtro.desde === desde && filtro.hasta === hasta}
            variant={filtro.desde === desde && filtro.hasta === hasta ? 'suave' : 'secundario'}
            onClick={() => onFiltro({ desde, hasta })}
          >
            {nombre}
          </Button>
        ))}
        <Button
          size="compacto"
          variant={puestos > 0 ? 'suave' : 'secundario'}
          aria-expanded={abiertos}
          icon={<SlidersHorizontal aria-hidden="true" />}
          className="ml-auto sm:hidden"
          onClick={() => setAbiertos(!abiertos)}
        >
          Filtros{puestos > 0 && ` · ${puestos}`}
        </Button>
      </div>
      <div
        className={cx(
          'grid grid-cols-2 gap-2.5 lg:grid-cols-[minmax(12rem,1.6fr)_repeat(4,minmax(0,1fr))]',
          !abiertos && 'max-sm:*:not-first:hidden',
        )}
      >
        <div className="col-span-2 flex items-end lg:col-span-1">
          <SearchField
            label="Número o producto"
            value={filtro.buscar}
            onValueChange={(buscar) => onFiltro({ buscar })}
            className="max-w-none"
          />
        </div>
        <Field label="Desde">
          <Input
            type="date"
            max={filtro.hasta ?? hoy}
            value={filtro.desde ?? ''}
            onChange={(event) => onFiltro({ desde: event.target.value || null })}
          />
        </Field>
        <Field label="Hasta">
          <Input
            type="date"
            min={filtro.desde ?? undefined}
            max={hoy}
            value={filtro.hasta ?? ''}
            onChange={(event) => onFiltro({ hasta: event.target.value || null })}
          />
        </Field>
        <Field label="Método">
          <Select
            value={filtro.metodo_pago ?? ''}
            onChange={(event) => onFiltro({ metodo_pago: event.target.value || null })}
          >
            <option value="">Todos</option>
            {METODOS_PAGO.map((metodo) => (
              <option key={metodo} value={metodo}>
                {NOMBRE_METODO[metodo]}
              </option>
            ))}
          </Select>
        </Field>
        <Field label="Estado">
          <Select
            value={filtro.estado_venta ?? ''}
            onChange={(event) => onFiltro({ estado_venta: event.target.value || null })}
          >
            <option value="">Todos</option>
            {NOMBRE_ESTADO.map(({ valor, nombre }) => (
              <option key={valor} value={valor}>
                {nombre}
              </option>
            ))}
          </Select>
        </Field>
      </div>
    </search>
  );
}

function diasAntes(dia: string, dias: number): string {
  return diaDe(new Date(inicioDelDia(dia).getTime() - dias * 86_400_000));
}
