'use client';

import { SlidersHorizontal } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { SearchField } from '@/components/ui/search-field';
import { Select } from '@/components/ui/select';

/** One choice of a filter. */
export type Opcion = { valor: string; nombre: string };

type Rango = { desde: string | null; hasta: string | null; buscar: string };

type FiltrosComunesProps = {
  filtro: Rango;
  /** The La Paz day of today. */
  hoy: string;
  etiqueta: string;
  /** How many of the other filters are set: told on a phone, where they are folded. */
  puestos: number;
  onFiltro: (cambio: Partial<Rango>) => void;
  children: ReactNode;
};

/** Text and days, which every trail is filtered by, and the filters of each, folded on a phone. */
export function FiltrosComunes({ filtro, hoy, etiqueta, puestos, onFiltro, children }: FiltrosComunesProps) {
  const [abiertos, setAbiertos] = useState(false);
  return (
    <search className="mb-4 flex flex-col gap-3">
      <div className="flex items-end gap-2">
        <SearchField
          label={etiqueta}
          value={filtro.buscar}
          onValueChange={(buscar) => onFiltro({ buscar })}
          className="max-w-none flex-1"
        />
        <Button
          variant={puestos > 0 ? 'suave' : 'secundario'}
          aria-expanded={abiertos}
          icon={<SlidersHorizontal aria-hidden="true" />}
          className="sm:hidden"
          onClick={() => setAbiertos(!abiertos)}
        >
          Filtros{puestos > 0 && ` · ${puestos}`}
        </Button>
      </div>
      <div
        className={cx(
          'grid grid-cols-2 gap-2.5 lg:grid-cols-[repeat(auto-fit,minmax(9rem,1fr))]',
          !abiertos && 'max-sm:hidden',
        )}
      >
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
        {children}
      </div>
    </search>
  );
}

type ElegirProps = {
  label: string;
  todos?: string;
  value: string | null;
  opciones: readonly Opcion[];
  onValue: (valor: string | null) => void;
};

/** A filter by one of several; the first choice is any. */
export function Elegir({ label, todos = 'Todos', value, opciones, onValue }: ElegirProps) {
  return (
    <Field label={label}>
      <Select value={value ?? ''} onChange={(event) => onValue(event.target.value || null)}>
        <option value="">{todos}</option>
        {opciones.map(({ valor, nombre }) => (
          <option key={valor} value={valor}>
            {nombre}
          </option>
        ))}
      </Select>
    </Field>
  );
}
