'use client';

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { UserSearch } from 'lucide-react';
import type { Route } from 'next';
import { parseAsInteger, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { useDeferredValue, useMemo } from 'react';
import { BotonExportar } from '@/components/shared/boton-exportar';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { cx } from '@/components/ui/cx';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorState } from '@/components/ui/error-state';
import { LoadMore } from '@/components/ui/load-more';
import { SkeletonRows } from '@/components/ui/skeleton';
import { filtroDe, usuariosQuery } from '@/lib/usuario/query-options';
import type { UsuarioDto } from '@/lib/usuario/schemas';
import { ChipUsuario } from './chips';
import { FiltrosUsuarios, type Opcion } from './filtros-usuarios';

const ESTADOS = ['true', 'false', 'todos'] as const;
const PARAMETROS = {
  buscar: parseAsString.withDefault(''),
  rol: parseAsInteger,
  sucursal: parseAsInteger,
  estado: parseAsStringLiteral(ESTADOS).withDefault('true'),
};

type ListaUsuariosProps = { roles: readonly Opcion[]; sucursales: readonly Opcion[] };

/** The people who sign in, narrowed by text, role, branch and state. A row opens their file. */
export function ListaUsuarios({ roles, sucursales }: ListaUsuariosProps) {
  const [filtro, setFiltro] = useQueryStates(PARAMETROS, { history: 'replace', clearOnDefault: true });
  const consulta = useInfiniteQuery({ ...usuariosQuery(useDeferredValue(filtro)), placeholderData: keepPreviousData });
  const usuarios = useMemo(() => consulta.data?.pages.flatMap((p) => p.usuarios) ?? [], [consulta.data]);
  const filtrado = filtro.buscar !== '' || filtro.rol !== null || filtro.sucursal !== null || filtro.estado !== 'true';
  return (
    <>
      <FiltrosUsuarios
        filtro={filtro}
        onCambio={(cambio) => void setFiltro(cambio)}
        roles={roles}
        sucursales={sucursales}
      />
      <Card
        flush
        title="Personas"
        aside={<BotonExportar ruta="/api/usuario" filtro={filtroDe(filtro)} />}
        className={cx('overflow-clip', consulta.isPlaceholderData && 'opacity-70')}
      >
        {consulta.isPending ? (
          <SkeletonRows rows={8} label="Cargando las personas…" />
        ) : consulta.isError && usuarios.length === 0 ? (
          <ErrorState message={consulta.error.message} onRetry={() => void consulta.refetch()} />
        ) : (
          <>
            <DataTable
              caption="Personas"
              columns={columnas(sucursales)}
              rows={usuarios}
              rowKey={(u) => u.id}
              rowHref={(u) => `/usuarios/${u.id}` as Route}
              empty={<SinPersonas filtrado={filtrado} onQuitar={() => void setFiltro(null)} />}
            />
            {usuarios.length > 0 && (
              <LoadMore
                shown={usuarios.length}
                total={consulta.data?.pages[0]?.total}
                hasMore={consulta.hasNextPage}
                pendiente={consulta.isFetchingNextPage}
                onMore={() => void consulta.fetchNextPage()}
              />
            )}
          </>
        )}
      </Card>
    </>
  );
}

function columnas(sucursales: readonly Opcion[]): Column<UsuarioDto>[] {
  const nombres = new Map(sucursales.map((s) => [s.id, s.nombre]));
  const donde = (u: UsuarioDto) => {
    const suya = nombres.get(u.id_sucursal) ?? 'Otra sucursal';
    return u.sucursales.length > 0 ? `${suya} y ${u.sucursales.length} más` : suya;
  };
  return [
    { key: 'nombre', title: 'Persona', main: true, cell: (u) => <span className="wrap-anywhere">{u.name}</span> },
    { key: 'email', title: 'Correo', cell: (u) => <span className="wrap-anywhere">{u.email}</span> },
    { key: 'rol', title: 'Rol', cell: (u) => u.role.nombre },
    ...(sucursales.length > 1 ? [{ key: 'sucursal', title: 'Sucursal', cell: donde }] : []),
    { key: 'estado', title: 'Estado', cell: (u) => <ChipUsuario usuario={u} /> },
  ];
}

function SinPersonas({ filtrado, onQuitar }: { filtrado: boolean; onQuitar: () => void }) {
  return (
    <EmptyState
      icon={UserSearch}
      title={filtrado ? 'Nadie cumple con lo que se busca' : 'Todavía no hay personas'}
      description={filtrado ? undefined : 'Cada quien ingresa con su correo y su contraseña.'}
      action={filtrado && <Button onClick={onQuitar}>Quitar los filtros</Button>}
    />
  );
}
