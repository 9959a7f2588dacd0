'use client';

import { useQuery } from '@tanstack/react-query';
import { ErrorState } from '@/components/ui/error-state';
import { Field } from '@/components/ui/field';
import { MoneyField } from '@/components/ui/money-field';
import { Skeleton } from '@/components/ui/skeleton';
import { externasQuery } from '@/lib/caja/query-options';

type SaldosExternosProps = {
  idSesion: number;
  /** Centavos by account; an account that is not here was not looked at. */
  value: Readonly<Record<number, number>>;
  onValueChange: (saldos: Record<number, number>) => void;
};

/** What the app of each bank and operator shows now, as far as somebody looks. Blind too: nothing expected is here. */
export function SaldosExternos({ idSesion, value, onValueChange }: SaldosExternosProps) {
  const { data, error, refetch, isFetching } = useQuery(externasQuery(idSesion));
  if (error) return <ErrorState message={error.message} onRetry={() => void refetch()} pendiente={isFetching} />;
  if (!data) return <Skeleton className="h-20" />;
  const poner = (id: number, centavos: number | null) => {
    const { [id]: _, ...resto } = value;
    onValueChange(centavos === null ? resto : { ...resto, [id]: centavos });
  };
  return (
    <fieldset className="grid gap-4 sm:grid-cols-2">
      <legend className="mb-3 text-pretty text-tinta-2">
        Con el saldo que muestra cada app, el cierre dice en qué cuenta está la diferencia. Se deja vacío lo que no se
        mira.
      </legend>
      {data.map((cuenta) => (
        <Field key={cuenta.id_cuenta} label={cuenta.nombre} opcional>
          <MoneyField
            size="mostrador"
            value={value[cuenta.id_cuenta] ?? null}
            onValueChange={(centavos) => poner(cuenta.id_cuenta, centavos)}
          />
        </Field>
      ))}
    </fieldset>
  );
}
