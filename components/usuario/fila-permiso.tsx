'use client';

import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { MoneyField } from '@/components/ui/money-field';
import { PERMISOS, type Permiso } from '@/lib/auth/permisos';
import { TOPES } from '@/lib/auth/topes';
import type { Hechura } from './hechura';
import { admiteTope } from './permisos-por-cosa';

type FilaPermisoProps = {
  permiso: Permiso;
  hechura: Hechura;
  cambiar: (cambio: (antes: Hechura) => Hechura) => void;
  /** Only caps change. */
  soloTopes: boolean;
  /** Nothing changes. */
  lectura: boolean;
  /** The one who edits does not have it, and so cannot give it. */
  ajeno: boolean;
  error: string | undefined;
};

const con = <T,>(set: ReadonlySet<T>, uno: T, si: boolean) =>
  new Set(si ? [...set, uno] : [...set].filter((x) => x !== uno));

/** One right of a role: whether it has it, whether only in the person's branches, and up to how much. */
export function FilaPermiso({ permiso, hechura, cambiar, soloTopes, lectura, ajeno, error }: FilaPermisoProps) {
  const tiene = hechura.permisos.has(permiso);
  const tope = admiteTope(permiso) ? TOPES[permiso] : null;
  const ponerTope = (valor: number | null) =>
    cambiar((antes) => {
      const { [permiso as keyof Hechura['topes']]: _, ...resto } = antes.topes;
      return { ...antes, topes: valor === null ? resto : { ...resto, [permiso]: valor } };
    });
  // It only says something of who works in all of them.
  const preguntaDonde = permiso !== 'sucursal:todas' && hechura.permisos.has('sucursal:todas');
  const valor = admiteTope(permiso) ? (hechura.topes[permiso] ?? null) : null;
  return (
    <li className="px-4 py-2.5 sm:px-5">
      <Checkbox
        label={PERMISOS[permiso]}
        hint={ajeno ? 'Usted no tiene este derecho: no puede darlo.' : undefined}
        checked={tiene}
        disabled={lectura || soloTopes || (ajeno && !tiene)}
        onChange={(event) => {
          const si = event.target.checked;
          cambiar((antes) => ({ ...antes, permisos: con(antes.permisos, permiso, si) }));
        }}
      />
      {tiene && (preguntaDonde || tope) && (
        <div className="ml-7.5 flex flex-wrap items-end gap-x-6 gap-y-2">
          {preguntaDonde && (
            <Checkbox
              className="text-sm text-tinta-2"
              label="Solo en sus sucursales"
              aria-label={`${PERMISOS[permiso]}: solo en sus sucursales`}
              checked={hechura.soloPropias.has(permiso)}
              disabled={lectura || soloTopes}
              onChange={(event) => {
                const si = event.target.checked;
                cambiar((antes) => ({ ...antes, soloPropias: con(antes.soloPropias, permiso, si) }));
              }}
            />
          )}
          {tope && (
            <Field label={tope.frase} hint="Vacío: sin límite." error={error} className="w-full sm:w-72">
              {tope.unidad === 'centavos' ? (
                <MoneyField value={valor} onValueChange={ponerTope} disabled={lectura} placeholder="Sin límite" />
              ) : (
                <Input
                  type="number"
                  inputMode="decimal"
                  min={0}
                  max={100}
                  step="any"
                  suffix="%"
                  placeholder="Sin límite"
                  className="num"
                  value={valor ?? ''}
                  disabled={lectura}
                  onChange={(event) => ponerTope(event.target.value === '' ? null : Number(event.target.value))}
                />
              )}
            </Field>
          )}
        </div>
      )}
    </li>
  );
}
