'use client';

import { ElegirSucursal } from '@/components/sucursal/elegir-sucursal';
import { SearchField } from '@/components/ui/search-field';
import { Select } from '@/components/ui/select';
import type { FiltroUsuarios } from '@/lib/usuario/query-options';

/** Something to choose by its number. */
export type Opcion = { id: number; nombre: string };

type FiltrosUsuariosProps = {
  filtro: FiltroUsuarios;
  onCambio: (cambio: Partial<FiltroUsuarios>) => void;
  roles: readonly Opcion[];
  sucursales: readonly Opcion[];
};

/** What narrows the list of people. */
export function FiltrosUsuarios({ filtro, onCambio, roles, sucursales }: FiltrosUsuariosProps) {
  return (
    <search className="mb-4 flex flex-wrap items-center gap-3">
      <SearchField
        label="Buscar por nombre o correo"
        className="w-full sm:w-80"
        value={filtro.buscar}
        onValueChange={(buscar) => onCambio({ buscar })}
      />
      <Select
        aria-label="Rol"
        className="w-full sm:w-48"
        value={filtro.rol ?? ''}
        onChange={(event) => onCambio({ rol: Number(event.target.value) || null })}
      >
        <option value="">Todos los roles</option>
        {roles.map(({ id, nombre }) => (
          <option key={id} value={id}>
            {nombre}
          </option>
        ))}
      </Select>
      {sucursales.length > 1 && (
        <ElegirSucursal
          hideLabel
          className="w-full sm:w-48"
          ninguna="Todas las sucursales"
          sucursales={sucursales}
          value={filtro.sucursal}
          onValueChange={(sucursal) => onCambio({ sucursal })}
        />
      )}
      <Select
        aria-label="Estado"
        className="w-full sm:w-44"
        value={filtro.estado}
        onChange={(event) => onCambio({ estado: event.target.value as FiltroUsuarios['estado'] })}
      >
        <option value="true">Quienes trabajan</option>
        <option value="false">De baja</option>
        <option value="todos">Todas</option>
      </Select>
    </search>
  );
}
