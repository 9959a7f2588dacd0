import { centavosDeJson, formatMonto } from '@/lib/money';
import { formatCantidad, milesimasDeJson } from '@/lib/quantity';
import { formatFechaPapel } from '@/lib/time';
import { folioDe, NOMBRE_METODO } from './rules';
import type { DetalleVentaDto, VentaDto } from './schemas';

/** The receipt as a message: what the paper says, in plain lines. Asterisks are WhatsApp's bold. */
export function textoDeRecibo(venta: VentaDto): string {
  const { sucursal, serie, numero, fecha, pagos, redondeo, descuento, total, estado_venta: estado } = venta;
  const sumas = [
    descuento > 0 && `Descuentos: ${monto(-descuento)}`,
    `*TOTAL Bs ${monto(total)}*`,
    redondeo !== 0 && `Redondeo de efectivo: ${redondeo > 0 ? '+' : ''}${monto(redondeo)}`,
    ...pagos.map((pago) => `${NOMBRE_METODO[pago.metodo] ?? pago.metodo}: ${monto(pago.monto)}`),
  ];
  return [
    `*${limpio(sucursal.nombre)}*`,
    estado === 'ANULADA' && '*ANULADO*',
    `Ticket ${folioDe({ serie, numero })} · ${formatFechaPapel(fecha)}`,
    '',
    ...venta.detalles.map(linea),
    '',
    ...sumas,
    '',
    limpio(sucursal.texto_pie ?? '¡Gracias por su compra!'),
    '_Comprobante sin valor fiscal_',
  ]
    .filter((renglon) => renglon !== false)
    .join('\n');
}

function linea({ nombre, cantidad, unidad, precio_unitario: precio, subtotal }: DetalleVentaDto): string {
  const medida = unidad === 'unidad' ? '' : ` ${unidad}`;
  const cuanto = `${formatCantidad(milesimasDeJson(cantidad) ?? 0)}${medida} × ${monto(precio)}`;
  return `• ${limpio(nombre)}: ${cuanto} = ${monto(subtotal)}`;
}

const monto = (bolivianos: number) => formatMonto(centavosDeJson(bolivianos) ?? 0);

/** A name without what WhatsApp would read as its own marks. */
const limpio = (texto: string) => texto.replace(/[*_~`]/g, '');
