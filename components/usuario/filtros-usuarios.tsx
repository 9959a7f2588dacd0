'use client';

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
      <Elegir
        label="Rol"
        todos="Todos los roles"
        valor={filtro.rol}
        opciones={roles}
        onValor={(rol) => onCambio({ rol })}
      />
      {sucursales.length > 1 && (
        <Elegir
          label="Sucursal"
          todos="Todas las sucursales"
          valor={filtro.sucursal}
          opciones={sucursales}
          onValor={(sucursal) => onCambio({ sucursal })}
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

type ElegirProps = {
  label: string;
  todos: string;
  valor: number | null;
  opciones: readonly Opcion[];
  onValor: (valor: number | null) => void;
};

function Elegir({ label, todos, valor, opciones, onValor }: ElegirProps) {
  return (
    <Select
      aria-label={label}
      className="w-full sm:w-48"
      value={valor ?? ''}
      onChange={(event) => onValor(event.target.value === '' ? null : Number(event.target.value))}
    >
      <option value="">{todos}</option>
      {opciones.map(({ id, nombre }) => (
        <option key={id} value={id}>
          {nombre}
        </option>
      ))}
    </Select>
  );
}
