'use client';

import { parseAsString, useQueryStates } from 'nuqs';
import { useTransition } from 'react';
import { cx } from '@/components/ui/cx';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Elegir, type Opcion } from './filtros-comunes';

type FiltrosMostradorProps = { hoy: string; dia: string; personas: readonly Opcion[] };

/** Which day, and of whom. */
export function FiltrosMostrador({ hoy, dia, personas }: FiltrosMostradorProps) {
  const [pendiente, startTransition] = useTransition();
  const [{ usuario }, fijar] = useQueryStates(
    { dia: parseAsString, usuario: parseAsString },
    { history: 'replace', shallow: false, startTransition },
  );
  return (
    <search
      aria-busy={pendiente}
      className={cx(
        'mb-4 grid grid-cols-2 gap-2.5 sm:max-w-lg',
        pendiente && 'opacity-70 transition-opacity delay-150',
      )}
    >
      <Field label="Día">
        <Input
          type="date"
          max={hoy}
          value={dia}
          onChange={(event) => void fijar({ dia: event.target.value || null })}
        />
      </Field>
      <Elegir label="Cajero" value={usuario} opciones={personas} onValue={(valor) => void fijar({ usuario: valor })} />
    </search>
  );
}
