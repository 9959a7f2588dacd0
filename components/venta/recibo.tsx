import { formatMonto } from '@/lib/money';
import { formatCantidad, milesimasDeJson } from '@/lib/quantity';
import { formatFechaPapel } from '@/lib/time';
import type { DetalleVentaDto, VentaDto } from '@/lib/venta/schemas';
import { NOMBRE_METODO } from './metodos';
import { centavos, folioDe } from './venta-dto';

type ReciboProps = {
  venta: VentaDto;
  /** Not the paper that came out with the sale. */
  copia: boolean;
};

/** The ticket on 80 mm paper. Its look is `RECIBO_CSS`; it uses nothing of the page around it. */
export function Recibo({ venta, copia }: ReciboProps) {
  const { sucursal } = venta;
  return (
    <article className="recibo" aria-label={`Recibo ${folioDe(venta)}`}>
      <header>
        <h1>{sucursal.nombre}</h1>
        {sucursal.direccion && <p>{sucursal.direccion}</p>}
        {sucursal.telefono && <p>Tel. {sucursal.telefono}</p>}
      </header>
      {venta.estado_venta === 'ANULADA' && <p className="marca">ANULADO</p>}
      {copia && <p className="marca">COPIA</p>}
      <dl className="datos">
        <Fila que="Ticket" cuanto={folioDe(venta)} />
        <Fila que="Fecha" cuanto={formatFechaPapel(venta.fecha)} />
        <Fila que="Caja" cuanto={venta.caja} />
        <Fila que="Cajero" cuanto={venta.cajero} />
      </dl>
      <ol className="lineas">
        {venta.detalles.map((detalle) => (
          <LineaRecibo key={detalle.id} detalle={detalle} />
        ))}
      </ol>
      <Sumas venta={venta} />
      {venta.estado_venta === 'ANULADA' && <p>Motivo: {venta.motivo_edicion}</p>}
      <p className="gracias">¡Gracias por su compra!</p>
      <p className="pie">Comprobante sin valor fiscal</p>
    </article>
  );
}

function LineaRecibo({ detalle }: { detalle: DetalleVentaDto }) {
  const cantidad = formatCantidad(milesimasDeJson(detalle.cantidad) ?? 0);
  const medida = detalle.unidad === 'unidad' ? '' : ` ${detalle.unidad}`;
  return (
    <li>
      <span className="nombre">{detalle.nombre}</span>
      <span className="cuenta">
        <span>
          {cantidad}
          {medida} × {formatMonto(centavos(detalle.precio_unitario))}
        </span>
        <span>{formatMonto(centavos(detalle.subtotal) + centavos(detalle.descuento))}</span>
      </span>
      {detalle.descuento > 0 && (
        <span className="cuenta">
          <span>Descuento</span>
          <span>{formatMonto(-centavos(detalle.descuento))}</span>
        </span>
      )}
    </li>
  );
}

function Sumas({ venta }: { venta: VentaDto }) {
  const redondeo = centavos(venta.redondeo);
  return (
    <dl className="sumas">
      {venta.descuento > 0 && (
        <>
          <Fila que="Subtotal" cuanto={formatMonto(centavos(venta.total) + centavos(venta.descuento))} />
          <Fila que="Descuentos" cuanto={formatMonto(-centavos(venta.descuento))} />
        </>
      )}
      <div className="total">
        <dt>TOTAL Bs</dt>
        <dd>{formatMonto(centavos(venta.total))}</dd>
      </div>
      {redondeo !== 0 && (
        <Fila que="Redondeo de efectivo" cuanto={`${redondeo > 0 ? '+' : ''}${formatMonto(redondeo)}`} />
      )}
      {venta.pagos.map((pago) => (
        <Fila
          key={`${pago.metodo}-${pago.referencia}-${pago.monto}`}
          que={`${NOMBRE_METODO[pago.metodo] ?? pago.metodo}${pago.referencia ? ` (${pago.referencia})` : ''}`}
          cuanto={formatMonto(centavos(pago.monto))}
        />
      ))}
      {venta.recibido !== null && <Fila que="Recibido" cuanto={formatMonto(centavos(venta.recibido))} />}
      {venta.vuelto !== null && (
        <div className="vuelto">
          <dt>Vuelto</dt>
          <dd>{formatMonto(centavos(venta.vuelto))}</dd>
        </div>
      )}
    </dl>
  );
}

function Fila({ que, cuanto }: { que: string; cuanto: string }) {
  return (
    <div>
      <dt>{que}</dt>
      <dd>{cuanto}</dd>
    </div>
  );
}
