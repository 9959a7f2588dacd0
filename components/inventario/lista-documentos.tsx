'use client';

import { FileText } from 'lucide-react';
import type { Route } from 'next';
import { parseAsString, useQueryStates } from 'nuqs';
import { Chip } from '@/components/ui/chip';
import type { Column } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Field } from '@/components/ui/field';
import { SearchField } from '@/components/ui/search-field';
import { Select } from '@/components/ui/select';
import type { DocumentoStockDto } from '@/lib/inventario/schemas-respuestas';
import { TIPOS_DOCUMENTO } from '@/lib/kardex/rules';
import { formatFechaHora } from '@/lib/time';
import { monto } from './formato';
import { ListaPaginada } from './lista-paginada';

const COLUMNAS: Column<DocumentoStockDto>[] = [
  {
    key: 'folio',
    title: 'Documento',
    main: true,
    cell: (d) => (
      <>
        {TIPOS_DOCUMENTO[d.tipo].nombre} {d.folio} {d.anulado_por && <Chip>Anulado</Chip>}
      </>
    ),
  },
  {
    key: 'fecha',
    title: 'Cuándo',
    cell: (d) => <span className="num whitespace-nowrap">{formatFechaHora(d.fecha)}</span>,
  },
  {
    key: 'motivo',
    title: 'Motivo',
    cell: (d) => <span className="wrap-anywhere">{d.proveedor ? `${d.motivo} · ${d.proveedor}` : d.motivo}</span>,
  },
  { key: 'usuario', title: 'Quién', cell: (d) => d.usuario },
  { key: 'productos', title: 'Productos', numeric: true, cell: (d) => d.productos },
  { key: 'valor', title: 'Al costo', numeric: true, cell: (d) => monto(d.valor) },
];

/** Entries, exits and adjustments of the branch, newest first. */
export function ListaDocumentos() {
  const [filtro, setFiltro] = useQueryStates(
    { buscar: parseAsString.withDefault(''), tipo: parseAsString },
    { history: 'replace', clearOnDefault: true },
  );
  return (
    <>
      <search className="mb-4 grid gap-3 sm:grid-cols-[1fr_14rem] sm:items-end">
        <SearchField
          label="Motivo, proveedor o número"
          value={filtro.buscar}
          onValueChange={(buscar) => void setFiltro({ buscar })}
          className="max-w-none"
        />
        <Field label="Tipo">
          <Select value={filtro.tipo ?? ''} onChange={(e) => void setFiltro({ tipo: e.target.value || null })}>
            <option value="">Todos</option>
            {Object.entries(TIPOS_DOCUMENTO).map(([valor, { nombre }]) => (
              <option key={valor} value={valor}>
                {nombre}
              </option>
            ))}
          </Select>
        </Field>
      </search>
      <ListaPaginada<DocumentoStockDto>
        title="Movimientos"
        camino="documentos"
        filtro={filtro}
        columns={COLUMNAS}
        rowKey={(d) => d.id}
        rowHref={(d) => `/inventario/documentos/${d.id}` as Route}
        empty={
          <EmptyState
            icon={FileText}
            title="Todavía no hay movimientos"
            description="Las entradas, las mermas y los ajustes se anotan aquí, con su número."
          />
        }
      />
    </>
  );
}
