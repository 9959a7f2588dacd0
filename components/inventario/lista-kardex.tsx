'use client';

import { ScrollText } from 'lucide-react';
import type { Route } from 'next';
import { parseAsString, useQueryStates } from 'nuqs';
import { ElegirSucursal } from '@/components/sucursal/elegir-sucursal';
import type { Column } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Link } from '@/components/ui/link';
import { Select } from '@/components/ui/select';
import type { MovimientoKardexDto } from '@/lib/inventario/schemas-respuestas';
import { formatFechaHora } from '@/lib/time';
import { cantidadConUnidad, conSigno, monto } from './formato';
import { ListaPaginada } from './lista-paginada';

const TIPOS = ['VENTA', 'ANULACION', 'ENTRADA', 'SALIDA', 'AJUSTE', 'INICIAL', 'REGULARIZACION'] as const;
const NOMBRE: Record<(typeof TIPOS)[number], string> = {
  VENTA: 'Venta',
  ANULACION: 'Anulación',
  ENTRADA: 'Entrada',
  SALIDA: 'Salida',
  AJUSTE: 'Ajuste',
  INICIAL: 'Stock inicial',
  REGULARIZACION: 'Regularización',
};

const columnas = (unidad: string, conCosto: boolean): Column<MovimientoKardexDto>[] => [
  {
    key: 'documento',
    title: 'Documento',
    main: true,
    cell: (m) =>
      m.enlace ? (
        <Link
          href={m.enlace as Route}
          className="inline-flex min-h-8 items-center text-marca underline pointer-coarse:min-h-11"
        >
          {m.documento}
        </Link>
      ) : (
        m.documento
      ),
  },
  {
    key: 'fecha',
    title: 'Cuándo',
    cell: (m) => <span className="num whitespace-nowrap">{formatFechaHora(m.fecha)}</span>,
  },
  { key: 'motivo', title: 'Motivo', cell: (m) => <span className="wrap-anywhere">{m.motivo ?? '—'}</span> },
  { key: 'usuario', title: 'Quién', cell: (m) => m.usuario },
  {
    key: 'cantidad',
    title: 'Movió',
    numeric: true,
    cell: (m) => <span className="whitespace-nowrap">{conSigno(m.cantidad, unidad)}</span>,
  },
  ...(conCosto
    ? [{ key: 'valor', title: 'Al costo', numeric: true, cell: (m: MovimientoKardexDto) => monto(m.valor) }]
    : []),
  {
    key: 'saldo',
    title: 'Quedó',
    numeric: true,
    cell: (m) => <span className="font-semibold whitespace-nowrap">{cantidadConUnidad(m.saldo, unidad)}</span>,
  },
  ...(conCosto
    ? [{ key: 'saldo_valor', title: 'Vale', numeric: true, cell: (m: MovimientoKardexDto) => monto(m.saldo_valor) }]
    : []),
];

type ListaKardexProps = {
  idProducto: number;
  /** One's own branch, unless the address says another of those that may be. */
  idSucursal: string;
  sucursales: readonly { id: number; nombre: string }[];
  unidad: string;
  conCosto: boolean;
  hoy: string;
};

/** Every movement of a product, newest first, with what there was after it. */
export function ListaKardex({ idProducto, idSucursal, sucursales, unidad, conCosto, hoy }: ListaKardexProps) {
  const [filtro, setFiltro] = useQueryStates(
    {
      tipo: parseAsString,
      desde: parseAsString,
      hasta: parseAsString,
      id_sucursal: parseAsString.withDefault(idSucursal),
    },
    { history: 'replace', clearOnDefault: true },
  );
  return (
    <>
      <search className="mb-4 grid grid-cols-2 gap-3 sm:grid-cols-[12rem_10rem_10rem_12rem]">
        <Field label="Tipo" className="max-sm:col-span-2">
          <Select value={filtro.tipo ?? ''} onChange={(e) => void setFiltro({ tipo: e.target.value || null })}>
            <option value="">Todos</option>
            {TIPOS.map((t) => (
              <option key={t} value={t}>
                {NOMBRE[t]}
              </option>
            ))}
          </Select>
        </Field>
        <Field label="Desde">
          <Input
            type="date"
            max={filtro.hasta ?? hoy}
            value={filtro.desde ?? ''}
            onChange={(e) => void setFiltro({ desde: e.target.value || null })}
          />
        </Field>
        <Field label="Hasta">
          <Input
            type="date"
            max={hoy}
            value={filtro.hasta ?? ''}
            onChange={(e) => void setFiltro({ hasta: e.target.value || null })}
          />
        </Field>
        {sucursales.length > 1 && (
          <ElegirSucursal
            className="max-sm:col-span-2"
            sucursales={sucursales}
            value={filtro.id_sucursal}
            onValueChange={(id) => void setFiltro({ id_sucursal: String(id) })}
          />
        )}
      </search>
      <ListaPaginada<MovimientoKardexDto>
        title="Kardex"
        camino={`kardex/${idProducto}`}
        filtro={filtro}
        columns={columnas(unidad, conCosto)}
        rowKey={(m) => m.id}
        empty={
          <EmptyState
            icon={ScrollText}
            title="No hay movimientos así"
            description="Este producto no se movió en la sucursal, o el filtro lo esconde."
          />
        }
      />
    </>
  );
}
