'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { useConAprobacion } from '@/components/aprobacion/use-con-aprobacion';
import { UNIDAD_EN_PALABRAS } from '@/components/producto/unidades';
import { pitar } from '@/components/shared/pitar';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Chip } from '@/components/ui/chip';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { type Column, DataTable } from '@/components/ui/data-table';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { QuantityField } from '@/components/ui/quantity-field';
import { Segmented } from '@/components/ui/segmented';
import { toast } from '@/components/ui/toast';
import { aplicarConteoAction, cancelarConteoAction, contarProductoAction } from '@/lib/inventario/actions';
import type { NoContados } from '@/lib/inventario/rules';
import type { ConteoDetalleDto, ConteoLineaDto } from '@/lib/inventario/schemas-respuestas';
import type { ProductoDto } from '@/lib/producto/schemas';
import { jsonDeMilesimas } from '@/lib/quantity';
import { newUuid } from '@/lib/uuid';
import { ElegirProducto } from './elegir-producto';
import { cantidadConUnidad, conSigno, monto } from './formato';

type PantallaConteoProps = {
  conteo: ConteoDetalleDto;
  puedeAplicar: boolean;
  formatosBalanza: readonly string[];
};

/** A count while it is done, big enough for a phone in an aisle: each scan adds its units, each number typed replaces. */
export function PantallaConteo({ conteo, puedeAplicar, formatosBalanza }: PantallaConteoProps) {
  const router = useRouter();
  const queries = useQueryClient();
  const [elegido, setElegido] = useState<ProductoDto | null>(null);
  const [cantidad, setCantidad] = useState<number | null>(null);
  const [ultimo, setUltimo] = useState<ConteoLineaDto | null>(null);
  const [rechazo, setRechazo] = useState<string | null>(null);
  const [dialogo, setDialogo] = useState<'aplicar' | 'cancelar' | null>(null);
  const abierto = conteo.estado === 'ABIERTO';

  async function contar(producto: ProductoDto, milesimas: number, sumar: boolean) {
    setRechazo(null);
    const raw = { id: conteo.id, id_producto: producto.id, cantidad: jsonDeMilesimas(milesimas), sumar };
    const hecho = await contarProductoAction(raw, newUuid()).catch(() => null);
    if (!hecho?.ok) pitar('desconocido');
    if (!hecho?.ok) return setRechazo(hecho?.message ?? 'No hubo respuesta. Revise la conexión e intente de nuevo.');
    setUltimo(hecho.data);
    setElegido(null);
    setCantidad(null);
    router.refresh();
  }

  return (
    <div className="flex flex-col gap-4">
      {abierto && (
        <Card title="Contar">
          <div className="flex flex-col gap-4">
            <ElegirProducto
              formatosBalanza={formatosBalanza}
              conStock={false}
              onElegir={(producto, escaneado) =>
                escaneado === null ? setElegido(producto) : void contar(producto, escaneado, true)
              }
            />
            {elegido && (
              <form
                noValidate
                className="flex flex-wrap items-end gap-3 rounded-md bg-superficie-2 p-3"
                onSubmit={(event) => {
                  event.preventDefault();
                  if (cantidad !== null) void contar(elegido, cantidad, false);
                }}
              >
                <Field label={elegido.nombre} className="min-w-48 flex-1">
                  <QuantityField
                    autoFocus
                    size="mostrador"
                    value={cantidad}
                    unidad={UNIDAD_EN_PALABRAS[elegido.unidad].corta}
                    onValueChange={setCantidad}
                  />
                </Field>
                <Button type="submit" variant="primario" size="mostrador" disabled={cantidad === null}>
                  Anotar
                </Button>
                <Button
                  size="mostrador"
                  disabled={cantidad === null}
                  onClick={() => cantidad !== null && void contar(elegido, cantidad, true)}
                >
                  Sumar
                </Button>
              </form>
            )}
            {ultimo && (
              <p role="status" className="num rounded-md bg-hecho-suave px-4 py-3 text-xl font-bold text-hecho">
                {cantidadConUnidad(ultimo.contada, ultimo.unidad)}{' '}
                <span className="text-base font-medium">{ultimo.nombre}</span>
              </p>
            )}
            {rechazo && (
              <Notice tone="falta" alert>
                {rechazo}
              </Notice>
            )}
          </div>
        </Card>
      )}
      <Contado conteo={conteo} />
      {abierto && (
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={() => setDialogo('cancelar')}>Cancelar conteo</Button>
          {puedeAplicar && (
            <Button variant="primario" disabled={conteo.lineas.length === 0} onClick={() => setDialogo('aplicar')}>
              Aplicar conteo
            </Button>
          )}
        </div>
      )}
      {dialogo === 'aplicar' && <Aplicar conteo={conteo} onOpenChange={() => setDialogo(null)} />}
      {dialogo === 'cancelar' && (
        <ConfirmDialog
          open
          onOpenChange={() => setDialogo(null)}
          title={`¿Cancelar el conteo ${conteo.folio}?`}
          description="Lo contado se conserva como está y las existencias no cambian."
          confirm="Cancelar conteo"
          peligro
          onConfirm={async () => {
            const hecho = await cancelarConteoAction({ id: conteo.id }, newUuid());
            if (!hecho.ok) return hecho.message;
            void queries.invalidateQueries({ queryKey: ['inventario'] });
            router.refresh();
          }}
        />
      )}
    </div>
  );
}

const COLUMNAS: Column<ConteoLineaDto>[] = [
  {
    key: 'nombre',
    title: 'Producto',
    main: true,
    cell: (l) => (
      <span className="wrap-anywhere">
        {l.nombre} {l.movida && <Chip tone="aviso">Se movió: contar otra vez</Chip>}
      </span>
    ),
  },
  {
    key: 'contada',
    title: 'Contado',
    numeric: true,
    cell: (l) => <span className="font-semibold">{cantidadConUnidad(l.contada, l.unidad)}</span>,
  },
  { key: 'quien', title: 'Quién', cell: (l) => l.contada_por },
];
const CON_DIFERENCIA: Column<ConteoLineaDto>[] = [
  {
    key: 'habia',
    title: 'Decía',
    numeric: true,
    cell: (l) => (l.habia === null ? '—' : cantidadConUnidad(l.habia, l.unidad)),
  },
  {
    key: 'diferencia',
    title: 'Diferencia',
    numeric: true,
    cell: (l) => (
      <span className={l.diferencia ? 'font-semibold text-falta' : undefined}>
        {l.diferencia === null ? '—' : conSigno(l.diferencia, l.unidad)}
      </span>
    ),
  },
  { key: 'valor', title: 'Al costo', numeric: true, cell: (l) => monto(l.valor) },
];

function Contado({ conteo }: { conteo: ConteoDetalleDto }) {
  const conDiferencia = conteo.lineas.some((l) => l.habia !== null);
  return (
    <Card flush title={conteo.total === null ? 'Contado' : `Contado: ${conteo.contados} de ${conteo.total}`}>
      <DataTable
        caption="Lo contado"
        columns={conDiferencia ? [...COLUMNAS, ...CON_DIFERENCIA] : COLUMNAS}
        rows={conteo.lineas}
        rowKey={(l) => l.id_producto}
        empty={<p className="px-4 pb-6 text-center text-tinta-2">Pase el lector por el primer producto.</p>}
      />
    </Card>
  );
}

function Aplicar({ conteo, onOpenChange }: { conteo: ConteoDetalleDto; onOpenChange: () => void }) {
  const router = useRouter();
  const queries = useQueryClient();
  const conAprobacion = useConAprobacion();
  const clave = useRef(newUuid());
  const [noContados, setNoContados] = useState<NoContados>('DEJAR');
  const diferencias = conteo.lineas.filter((l) => l.diferencia !== 0).length;
  return (
    <ConfirmDialog
      open
      onOpenChange={onOpenChange}
      title={`¿Aplicar el conteo ${conteo.folio}?`}
      description={`${diferencias === 1 ? '1 producto tiene' : `${diferencias} productos tienen`} diferencia. Lo vendido desde que se contó queda vendido.`}
      confirm="Aplicar"
      onConfirm={async () => {
        const raw = { id: conteo.id, no_contados: noContados };
        const hecho = await conAprobacion(() => aplicarConteoAction(raw, clave.current));
        if (!hecho.ok) return hecho.message;
        toast.success(`Conteo ${conteo.folio} aplicado`);
        void queries.invalidateQueries({ queryKey: ['inventario'] });
        router.refresh();
      }}
    >
      {conteo.alcance !== 'LIBRE' && (
        <div className="flex flex-col gap-2">
          <p className="text-sm font-medium">Lo que nadie contó</p>
          <Segmented
            label="Lo que nadie contó"
            value={noContados}
            onValueChange={setNoContados}
            options={[
              { value: 'DEJAR', label: 'Queda como está' },
              { value: 'CERO', label: 'No hay: cero' },
            ]}
          />
        </div>
      )}
    </ConfirmDialog>
  );
}
