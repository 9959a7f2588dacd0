'use client';

import { PackageSearch } from 'lucide-react';
import type { Route } from 'next';
import { parseAsString, useQueryStates } from 'nuqs';
import { ElegirSucursal } from '@/components/sucursal/elegir-sucursal';
import { Chip } from '@/components/ui/chip';
import type { Column } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Field } from '@/components/ui/field';
import { SearchField } from '@/components/ui/search-field';
import { Select } from '@/components/ui/select';
import type { ExistenciaDto } from '@/lib/inventario/schemas-respuestas';
import { cantidadConUnidad, monto } from './formato';
import { ListaPaginada } from './lista-paginada';

type Opcion = { id: number; nombre: string };
type ListaExistenciasProps = { categorias: readonly Opcion[]; sucursales: readonly Opcion[]; conCosto: boolean };

const COLUMNAS: Column<ExistenciaDto>[] = [
  { key: 'nombre', title: 'Producto', main: true, cell: (e) => <span className="wrap-anywhere">{e.nombre}</span> },
  { key: 'categoria', title: 'Categoría', cell: (e) => e.categoria },
  {
    key: 'stock',
    title: 'Hay',
    numeric: true,
    cell: (e) => (
      <span className="inline-flex items-center gap-2">
        {e.stock_minimo > 0 && e.stock_actual <= e.stock_minimo && (
          <Chip tone={e.stock_actual === 0 ? 'falta' : 'aviso'}>{e.stock_actual === 0 ? 'Agotado' : 'Bajo'}</Chip>
        )}
        <span className="font-semibold whitespace-nowrap">{cantidadConUnidad(e.stock_actual, e.unidad)}</span>
      </span>
    ),
  },
  { key: 'minimo', title: 'Mínimo', numeric: true, cell: (e) => cantidadConUnidad(e.stock_minimo) },
  {
    key: 'cobertura',
    title: 'Alcanza',
    numeric: true,
    cell: (e) => (e.dias_cobertura === null ? '—' : `${e.dias_cobertura} d`),
  },
];
const EN_OTRAS: Column<ExistenciaDto> = {
  key: 'otras',
  title: 'En otras sucursales',
  cell: (e) =>
    e.en_sucursales.length === 0 ? (
      '—'
    ) : (
      <span className="num text-xs">
        {e.en_sucursales.map((s) => `${s.sucursal}: ${cantidadConUnidad(s.cantidad, e.unidad)}`).join(' · ')}
      </span>
    ),
};
const COSTOS: Column<ExistenciaDto>[] = [
  { key: 'promedio', title: 'Costo promedio', numeric: true, cell: (e) => monto(e.costo_promedio) },
  { key: 'valor', title: 'Vale', numeric: true, cell: (e) => monto(e.valor) },
];
const PARAMETROS = {
  buscar: parseAsString.withDefault(''),
  id_categoria: parseAsString,
  nivel: parseAsString,
  id_sucursal: parseAsString,
};

/** What a branch has of each product; each opens its kardex. */
export function ListaExistencias({ categorias, sucursales, conCosto }: ListaExistenciasProps) {
  const [filtro, setFiltro] = useQueryStates(PARAMETROS, { history: 'replace', clearOnDefault: true });
  const poner = (cambio: Partial<typeof filtro>) => void setFiltro(cambio);
  const varias = sucursales.length > 1;
  return (
    <>
      <search className="mb-4 grid gap-3 sm:grid-cols-[1fr_repeat(3,minmax(9rem,12rem))] sm:items-end">
        <SearchField
          label="Producto o código"
          value={filtro.buscar}
          onValueChange={(buscar) => poner({ buscar })}
          className="max-w-none"
        />
        <Field label="Categoría">
          <Select value={filtro.id_categoria ?? ''} onChange={(e) => poner({ id_categoria: e.target.value || null })}>
            <option value="">Todas</option>
            {categorias.map((c) => (
              <option key={c.id} value={c.id}>
                {c.nombre}
              </option>
            ))}
          </Select>
        </Field>
        <Field label="Nivel">
          <Select value={filtro.nivel ?? ''} onChange={(e) => poner({ nivel: e.target.value || null })}>
            <option value="">Todos</option>
            <option value="bajo">Bajo el mínimo</option>
            <option value="agotado">Agotados</option>
            <option value="con_stock">Con existencia</option>
          </Select>
        </Field>
        {varias && (
          <ElegirSucursal
            sucursales={sucursales}
            ninguna="La propia"
            value={filtro.id_sucursal}
            onValueChange={(id) => poner({ id_sucursal: id === null ? null : String(id) })}
          />
        )}
      </search>
      <ListaPaginada<ExistenciaDto>
        title="Existencias"
        camino="existencias"
        filtro={filtro}
        columns={[...COLUMNAS, ...(varias ? [EN_OTRAS] : []), ...(conCosto ? COSTOS : [])]}
        rowKey={(e) => e.id_producto}
        rowHref={(e) =>
          `/inventario/kardex/${e.id_producto}${filtro.id_sucursal ? `?id_sucursal=${filtro.id_sucursal}` : ''}` as Route
        }
        empty={
          <EmptyState
            icon={PackageSearch}
            title="No hay productos así"
            description="Pruebe con otro texto, o quite algún filtro."
          />
        }
      />
    </>
  );
}
