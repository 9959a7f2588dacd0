import { ShieldCheck } from 'lucide-react';
import type { Route } from 'next';
import { Chip } from '@/components/ui/chip';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import type { RolDto } from '@/lib/rol/schemas';

const COLUMNAS: readonly Column<RolDto>[] = [
  { key: 'nombre', title: 'Rol', main: true, cell: (r) => r.nombre },
  { key: 'descripcion', title: 'Qué hace', wideOnly: true, cell: (r) => r.descripcion ?? '—' },
  { key: 'permisos', title: 'Derechos', numeric: true, cell: (r) => r.permisos.length },
  { key: 'topes', title: 'Límites', numeric: true, cell: (r) => Object.keys(r.topes).length || '—' },
  { key: 'personas', title: 'Personas', numeric: true, cell: (r) => r.personas },
  { key: 'origen', title: 'Origen', cell: (r) => <Chip>{r.de_fabrica ? 'Del producto' : 'De la tienda'}</Chip> },
];

/** The roles in use. A row opens what each allows. */
export function TablaRoles({ roles }: { roles: readonly RolDto[] }) {
  return (
    <DataTable
      caption="Roles"
      columns={COLUMNAS}
      rows={roles}
      rowKey={(r) => r.id}
      rowHref={(r) => `/roles/${r.id}` as Route}
      empty={<EmptyState icon={ShieldCheck} title="No hay roles" />}
    />
  );
}
