'use client';

import { ElegirSucursal } from '@/components/sucursal/elegir-sucursal';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import type { OpcionDeRol } from '@/lib/rol/queries';
import type { Opcion } from './filtros-usuarios';

/** What a person does and where, as a form holds it. */
export type ValoresTrabajo = { idRol: number; idSucursal: number; sucursales: readonly number[] };

type CamposTrabajoProps = {
  valores: ValoresTrabajo;
  cambiar: (cambio: Partial<ValoresTrabajo>) => void;
  campos: Readonly<Record<string, string>>;
  roles: readonly OpcionDeRol[];
  sucursales: readonly Opcion[];
  disabled?: boolean;
};

/** The role and the branches of a person. A role that one may not give is shown, and cannot be chosen. */
export function CamposTrabajo({ valores, cambiar, campos, roles, sucursales, disabled = false }: CamposTrabajoProps) {
  const { idRol, idSucursal } = valores;
  const elegido = roles.find((r) => r.id === idRol);
  const otras = sucursales.filter((s) => s.id !== idSucursal);
  const marcar = (id: number, si: boolean) =>
    cambiar({ sucursales: si ? [...valores.sucursales, id] : valores.sucursales.filter((s) => s !== id) });
  return (
    <div className="flex flex-col gap-4">
      <Field label="Rol" hint={elegido?.descripcion ?? undefined} error={campos.id_role}>
        <Select
          name="id_role"
          value={idRol}
          disabled={disabled}
          onChange={(event) => cambiar({ idRol: Number(event.target.value) })}
        >
          {roles.map((r) => (
            <option key={r.id} value={r.id} disabled={!r.otorgable && r.id !== idRol}>
              {r.otorgable ? r.nombre : `${r.nombre} (tiene más derechos que usted)`}
            </option>
          ))}
        </Select>
      </Field>
      {sucursales.length > 1 && (
        <>
          <ElegirSucursal
            name="id_sucursal"
            sucursales={sucursales}
            value={idSucursal}
            disabled={disabled}
            error={campos.id_sucursal}
            onValueChange={(id) => id !== null && cambiar({ idSucursal: id })}
          />
          <fieldset disabled={disabled}>
            <legend className="mb-1 text-sm font-medium">
              También trabaja en <span className="font-normal text-tinta-3">(opcional)</span>
            </legend>
            {otras.map((s) => (
              <Checkbox
                key={s.id}
                label={s.nombre}
                checked={valores.sucursales.includes(s.id)}
                onChange={(event) => marcar(s.id, event.target.checked)}
              />
            ))}
          </fieldset>
        </>
      )}
    </div>
  );
}
