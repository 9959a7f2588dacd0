import type { Route } from 'next';
import type { ReactNode } from 'react';
import { AprobadoPor } from '@/components/aprobacion/aprobado-por';
import { Card } from '@/components/ui/card';
import { type Column, DataTable } from '@/components/ui/data-table';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { formatBs, formatMonto } from '@/lib/money';
import { milesimasDeJson } from '@/lib/quantity';
import type { CopiaDto } from '@/lib/recibo/schemas';
import { formatFechaHora } from '@/lib/time';
import { NOMBRE_METODO } from '@/lib/venta/rules';
import type { DetalleVentaDto, VentaDto } from '@/lib/venta/schemas';
import { CopiasVenta } from './copias-venta';
import { conUnidad } from './unidad';
import { centavos, cobradoDe } from './venta-dto';

/** The lines' columns; the one for discounts only where there is one. */
function columnas(conDescuento: boolean): Column<DetalleVentaDto>[] {
  const descuento: Column<DetalleVentaDto> = {
    key: 'descuento',
    title: 'Descuento',
    numeric: true,
    cell: (d) => (d.descuento > 0 ? formatMonto(-centavos(d.descuento)) : '—'),
  };
  return [
    { key: 'nombre', title: 'Producto', main: true, cell: (d) => d.nombre },
    {
      key: 'cantidad',
      title: 'Cantidad × precio',
      numeric: true,
      cell: (d) => (
        <>
          {conUnidad(milesimasDeJson(d.cantidad) ?? 0, d.unidad)} × {formatMonto(centavos(d.precio_unitario))}
        </>
      ),
    },
    ...(conDescuento ? [descuento] : []),
    {
      key: 'subtotal',
      title: 'Importe',
      numeric: true,
      cell: (d) => <span className="font-semibold">{formatMonto(centavos(d.subtotal))}</span>,
    },
  ];
}

type DetalleVentaProps = {
  venta: VentaDto;
  copias: readonly CopiaDto[];
  /** The person may open its session, and its customer. */
  veSesion: boolean;
  veCliente: boolean;
};

/** A ticket: what was sold, how it was paid, who did it, and what was printed of it. */
export function DetalleVenta({ venta, copias, veSesion, veCliente }: DetalleVentaProps) {
  const tachado = venta.estado_venta === 'ANULADA';
  return (
    <div className="flex flex-col gap-5">
      {venta.motivo_edicion && (
        <Notice tone={tachado ? 'falta' : 'aviso'} title={tachado ? 'Ticket anulado' : 'Pago corregido'}>
          {venta.motivo_edicion}
          {venta.fecha_modificacion && (
            <span className="num text-tinta-2"> · {formatFechaHora(venta.fecha_modificacion)}</span>
          )}
        </Notice>
      )}
      <AprobadoPor aprobaciones={venta.aprobaciones} />
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1.8fr)_minmax(0,1fr)]">
        <Card flush title="Productos">
          <DataTable
            caption="Productos del ticket"
            columns={columnas(venta.descuento > 0)}
            rows={venta.detalles}
            rowKey={(d) => d.id}
          />
          <dl className="num flex flex-col gap-1 border-t border-borde px-4 py-3.5 sm:px-5">
            {venta.descuento > 0 && (
              <>
                <Fila que="Subtotal">{formatMonto(centavos(venta.total) + centavos(venta.descuento))}</Fila>
                <Fila que="Descuentos">{formatMonto(-centavos(venta.descuento))}</Fila>
              </>
            )}
            <Fila que="Total" fuerte>
              {formatBs(centavos(venta.total))}
            </Fila>
          </dl>
        </Card>
        <div className="flex flex-col gap-5">
          <Card title={tachado ? 'Pago devuelto' : 'Pago'}>
            <dl className="num flex flex-col gap-1.5">
              {venta.pagos.map((p) => (
                <Fila
                  key={p.metodo}
                  que={NOMBRE_METODO[p.metodo] ?? p.metodo}
                  nota={p.referencia && `Ref. ${p.referencia}`}
                >
                  {formatMonto(centavos(p.monto))}
                </Fila>
              ))}
              {venta.redondeo !== 0 && (
                <Fila que="Redondeo de efectivo">
                  {venta.redondeo > 0 && '+'}
                  {formatMonto(centavos(venta.redondeo))}
                </Fila>
              )}
              {venta.recibido !== null && <Fila que="Recibido">{formatMonto(centavos(venta.recibido))}</Fila>}
              {venta.vuelto !== null && <Fila que="Vuelto">{formatMonto(centavos(venta.vuelto))}</Fila>}
              <Fila que="Cobrado" fuerte>
                {tachado ? <s>{formatBs(cobradoDe(venta))}</s> : formatBs(cobradoDe(venta))}
              </Fila>
            </dl>
          </Card>
          <Card title="Quién y dónde">
            <dl className="num flex flex-col gap-1.5">
              <Fila que="Fecha">{formatFechaHora(venta.fecha)}</Fila>
              <Fila que="Cajero">{venta.cajero}</Fila>
              <Fila que="Caja">
                {veSesion ? (
                  <Link
                    href={`/cajas/sesion/${venta.id_sesion_caja}` as Route}
                    className="font-medium text-marca underline underline-offset-3"
                  >
                    {venta.caja}
                  </Link>
                ) : (
                  venta.caja
                )}
              </Fila>
              <Fila que="Sucursal">{venta.sucursal.nombre}</Fila>
              {venta.cliente && (
                <Fila que="Cliente" nota={venta.cliente.ci_nit && `CI o NIT ${venta.cliente.ci_nit}`}>
                  {veCliente ? (
                    <Link
                      href={`/clientes/${venta.cliente.id}` as Route}
                      className="font-medium text-marca underline underline-offset-3"
                    >
                      {venta.cliente.nombre}
                    </Link>
                  ) : (
                    venta.cliente.nombre
                  )}
                </Fila>
              )}
            </dl>
          </Card>
          {copias.length > 0 && <CopiasVenta copias={copias} />}
        </div>
      </div>
    </div>
  );
}

type FilaProps = { que: string; nota?: string | null; fuerte?: boolean; children: ReactNode };

function Fila({ que, nota, fuerte = false, children }: FilaProps) {
  return (
    <div className={fuerte ? 'flex justify-between gap-4 text-base font-bold' : 'flex justify-between gap-4'}>
      <dt className={fuerte ? undefined : 'text-tinta-2'}>
        {que}
        {nota && <span className="block text-xs text-tinta-3">{nota}</span>}
      </dt>
      <dd className="text-right">{children}</dd>
    </div>
  );
}
