import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { MoneyField } from '@/components/ui/money-field';
import { nombreDenominacion } from '@/lib/caja/rules';
import type { AsignableDto } from '@/lib/caja/schemas-respuestas';
import { DENOMINACIONES } from '@/lib/money';

/** Limits, notes and people of a caja, as its form holds them: centavos and ids. */
export type Ajustes = {
  egresoMaximo: number | null;
  diferenciaMaxima: number | null;
  denominaciones: readonly number[];
  personas: readonly number[];
};

type AjustesCajaProps = {
  value: Ajustes;
  onValueChange: (ajustes: Ajustes) => void;
  asignables: readonly AsignableDto[];
  campos: Readonly<Record<string, string>>;
};

/** What a caja has beside its name: all of it may be left as it is. */
export function AjustesCaja({ value, onValueChange, asignables, campos }: AjustesCajaProps) {
  const cambiar = (parte: Partial<Ajustes>) => onValueChange({ ...value, ...parte });
  const alternar = <T,>(lista: readonly T[], cual: T) =>
    lista.includes(cual) ? lista.filter((uno) => uno !== cual) : [...lista, cual];
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Egreso más alto" opcional hint="Uno mayor espera a un superior." error={campos.egreso_maximo}>
          <MoneyField value={value.egresoMaximo} onValueChange={(egresoMaximo) => cambiar({ egresoMaximo })} />
        </Field>
        <Field
          label="Diferencia permitida"
          opcional
          hint="Una mayor la mira un superior."
          error={campos.diferencia_maxima}
        >
          <MoneyField
            value={value.diferenciaMaxima}
            onValueChange={(diferenciaMaxima) => cambiar({ diferenciaMaxima })}
          />
        </Field>
      </div>
      <fieldset>
        <legend className="text-sm font-medium">Billetes y monedas en uso</legend>
        <div className="mt-1 grid grid-cols-3 gap-x-3 sm:grid-cols-4">
          {DENOMINACIONES.map((valor) => (
            <Checkbox
              key={valor}
              label={<span className="num">{nombreDenominacion(valor)}</span>}
              checked={value.denominaciones.includes(valor)}
              onChange={() => cambiar({ denominaciones: alternar(value.denominaciones, valor) })}
            />
          ))}
        </div>
        {value.denominaciones.length === 0 && (
          <p role="alert" className="text-xs font-medium text-falta">
            Debe quedar al menos un billete o una moneda.
          </p>
        )}
      </fieldset>
      <fieldset>
        <legend className="text-sm font-medium">Quiénes la pueden abrir</legend>
        <p className="text-xs text-tinta-2">
          {value.personas.length === 0
            ? 'Sin nadie marcado, cualquiera de la sucursal.'
            : 'Solo las personas marcadas, y quien administra las cajas.'}
        </p>
        <div className="mt-1 max-h-40 overflow-y-auto">
          {asignables.map((p) => (
            <Checkbox
              key={p.id_usuario}
              label={p.nombre}
              checked={value.personas.includes(p.id_usuario)}
              onChange={() => cambiar({ personas: alternar(value.personas, p.id_usuario) })}
            />
          ))}
        </div>
        {campos.personas && (
          <p role="alert" className="text-xs font-medium text-falta">
            {campos.personas}
          </p>
        )}
      </fieldset>
    </>
  );
}
