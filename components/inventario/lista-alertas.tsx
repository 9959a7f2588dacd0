'use client';

import { useQueryClient } from '@tanstack/react-query';
import { BellRing } from 'lucide-react';
import type { Route } from 'next';
import { parseAsString, useQueryStates } from 'nuqs';
import { useState } from 'react';
import { PrecioPropuesto } from '@/components/producto/precio-propuesto';
import { Button } from '@/components/ui/button';
import { Chip, type Tone } from '@/components/ui/chip';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import type { Column } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Field } from '@/components/ui/field';
import { Link } from '@/components/ui/link';
import { Segmented } from '@/components/ui/segmented';
import { Select } from '@/components/ui/select';
import { toast } from '@/components/ui/toast';
import { atenderAlertaStockAction } from '@/lib/inventario/actions';
import type { AlertaStockDto } from '@/lib/inventario/schemas-respuestas';
import { formatFechaHora } from '@/lib/time';
import { monto } from './formato';
import { ListaPaginada } from './lista-paginada';

const TIPO: Record<AlertaStockDto['tipo'], { nombre: string; tono: Tone }> = {
  STOCK_BAJO: { nombre: 'Bajo el mínimo', tono: 'falta' },
  COBERTURA: { nombre: 'Alcanza para pocos días', tono: 'aviso' },
  POR_VENCER: { nombre: 'Por vencer', tono: 'aviso' },
  SIN_MOVIMIENTO: { nombre: 'Sin movimiento', tono: 'neutro' },
  COSTO: { nombre: 'Subió el costo', tono: 'marca' },
};

/** What somebody should look at about goods; each is told once until its cause is gone. */
export function ListaAlertasStock({ puedeEditar }: { puedeEditar: boolean }) {
  const queries = useQueryClient();
  const [filtro, setFiltro] = useQueryStates(
    { situacion: parseAsString.withDefault('abierta'), tipo: parseAsString },
    { history: 'replace' },
  );
  const [atiende, setAtiende] = useState<AlertaStockDto | null>(null);
  const columnas: Column<AlertaStockDto>[] = [
    {
      key: 'producto',
      title: 'Producto',
      main: true,
      cell: (a) => (
        <Link
          href={`/productos/${a.id_producto}` as Route}
          className="inline-flex min-h-8 items-center wrap-anywhere text-marca underline pointer-coarse:min-h-11"
        >
          {a.producto}
        </Link>
      ),
    },
    { key: 'tipo', title: 'Qué pasa', cell: (a) => <Chip tone={TIPO[a.tipo].tono}>{TIPO[a.tipo].nombre}</Chip> },
    {
      key: 'frase',
      title: 'Por qué',
      long: true,
      cell: (a) => (
        <span className="text-pretty">
          {a.frase}
          {a.precio_propuesto !== null && (
            <>
              <strong> Precio propuesto: Bs {monto(a.precio_propuesto)}.</strong>
              <PrecioPropuesto alerta={a} puedeEditar={puedeEditar} />
            </>
          )}
          {a.nota && <span className="block text-xs text-tinta-2">{`${a.atendida_por}: ${a.nota}`}</span>}
        </span>
      ),
    },
    { key: 'sucursal', title: 'Dónde', cell: (a) => a.sucursal },
    {
      key: 'fecha',
      title: 'Desde',
      cell: (a) => <span className="num whitespace-nowrap">{formatFechaHora(a.abierta_en)}</span>,
    },
    {
      key: 'acto',
      title: 'Atender',
      bare: true,
      cell: (a) =>
        a.atendida_en || a.cerrada_en ? (
          <span className="text-tinta-2">{a.cerrada_en ? 'Resuelta' : 'Atendida'}</span>
        ) : (
          <Button size="compacto" onClick={() => setAtiende(a)}>
            Atender
          </Button>
        ),
    },
  ];
  return (
    <>
      <search className="mb-4 grid gap-3 sm:grid-cols-[20rem_14rem] sm:items-end">
        <Segmented
          label="Situación"
          value={filtro.situacion === 'cerrada' ? 'cerrada' : 'abierta'}
          options={[
            { value: 'abierta', label: 'Abiertas' },
            { value: 'cerrada', label: 'Resueltas' },
          ]}
          onValueChange={(situacion) => void setFiltro({ situacion })}
        />
        <Field label="Tipo">
          <Select value={filtro.tipo ?? ''} onChange={(e) => void setFiltro({ tipo: e.target.value || null })}>
            <option value="">Todos</option>
            {Object.entries(TIPO).map(([valor, { nombre }]) => (
              <option key={valor} value={valor}>
                {nombre}
              </option>
            ))}
          </Select>
        </Field>
      </search>
      <ListaPaginada<AlertaStockDto>
        title="Alertas"
        camino="alertas"
        filtro={filtro}
        columns={columnas}
        rowKey={(a) => a.id}
        empty={
          <EmptyState
            icon={BellRing}
            title="No hay alertas"
            description="Aquí se avisa de lo que falta, lo que vence, lo que no se vende y lo que subió de costo."
          />
        }
      />
      {atiende && (
        <ConfirmDialog
          open
          onOpenChange={(abierto) => !abierto && setAtiende(null)}
          title={`Atender: ${atiende.producto}`}
          description="La alerta se cierra sola cuando su causa termina. Quede dicho qué se hizo."
          confirm="Atender"
          motivo={{ label: 'Qué se hizo', placeholder: 'Se pidió al proveedor…' }}
          onConfirm={async (nota) => {
            const hecho = await atenderAlertaStockAction({ id: atiende.id, nota });
            if (!hecho.ok) return hecho.message;
            toast.success('Alerta atendida');
            void queries.invalidateQueries({ queryKey: ['inventario'] });
          }}
        />
      )}
    </>
  );
}
