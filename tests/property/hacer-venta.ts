import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { cobrarVenta } from '@/lib/venta/cobrar';
import type { Acto, Cobro } from './actos';
import { importe, type Linea, type Metodo, type Pago, type Persona, redondeado } from './modelo';
import { elegir, intentarConJefe, type Tienda, veredicto } from './tienda';
import { aplicarVenta, esperarVenta } from './vender';

const METODOS: Metodo[] = ['EFECTIVO', 'QR', 'TRANSFERENCIA'];

/** Charges a random ticket; sometimes sends it again with its key. */
export async function vender(
  t: Tienda,
  persona: Persona,
  a: Extract<Acto, { tipo: 'vender' }>,
): Promise<string | null> {
  const abiertas = t.modelo.sesiones.filter((s) => s.abierta && s.caja.sucursal === persona.sucursal);
  const propia = t.modelo.sesionDe(persona) ?? elegir(abiertas, a.quien);
  const sesion = a.ajena ? elegir(t.modelo.sesiones, a.quien) : propia;
  const lineas = a.lineas.flatMap((pedida) => armarLinea(t, pedida));
  if (!sesion || lineas.length === 0) return null;
  const total = lineas.reduce((suma, l) => suma + importe(l.precio, l.cantidad) - l.descuento, 0);
  const pagos = armarPagos(a.cobro, Math.max(0, total), persona.sucursal.redondea);
  const recibido = armarRecibido(a.cobro, pagos, persona.sucursal.redondea);
  const espera = esperarVenta(t.modelo, { sesion, persona, lineas, pagos, recibido });
  const pedido = {
    id_sesion_caja: sesion.id,
    ...(a.cobro.forma === 'una'
      ? { metodo_pago: pagos[0]?.metodo }
      : { pagos: pagos.map((p) => ({ metodo: p.metodo, monto: p.monto / 100 })) }),
    ...(recibido === null ? {} : { recibido: recibido / 100 }),
    detalles: lineas.map((l) => ({
      id_producto: l.producto.id,
      cantidad: l.cantidad / 1000,
      precio_unitario: l.precio / 100,
      descuento: l.descuento / 100,
      ...(l.motivo ? { cambio_precio: { motivo: 'Oferta' } } : {}),
    })),
  };
  const clave = randomUUID();
  const hecho = await intentarConJefe(t, persona, () => cobrarVenta(t.ctx(persona, { clave }), pedido));
  expect(veredicto(hecho)).toBe(veredicto(espera));
  if (!('valor' in hecho) || !('hecho' in espera)) return `vender ${veredicto(hecho)}`;
  const { ticket, salidas } = espera.hecho;
  expect(hecho.valor).toMatchObject({
    total: ticket.total / 100,
    redondeo: ticket.redondeo / 100,
    vuelto: ticket.vuelto === null ? null : ticket.vuelto / 100,
    estado_venta: 'COMPLETADA',
  });
  expect(hecho.valor.pagos.map((p) => ({ metodo: p.metodo, monto: Math.round(p.monto * 100) }))).toEqual(ticket.pagos);
  aplicarVenta(t.modelo, { sesion, persona, lineas, pagos, recibido }, hecho.valor.id, ticket, salidas);
  if (a.repetir) expect(await cobrarVenta(t.ctx(persona, { clave }), pedido)).toEqual(hecho.valor);
  return `vender ${ticket.pagos.length > 1 ? 'partido' : (ticket.pagos[0]?.metodo ?? 'gratis')}`;
}

function armarLinea(
  t: Tienda,
  pedida: { producto: number; cantidad: number; descuento: number; precio: string },
): Linea[] {
  const producto = elegir(t.modelo.productos, pedida.producto);
  if (!producto) return [];
  const piezas = Math.max(1, Math.round(pedida.cantidad / 1000)) * 1000;
  const cantidad = producto.entero && pedida.cantidad % 60 !== 7 ? piezas : pedida.cantidad;
  const precio = pedida.precio === 'catalogo' ? producto.precio : producto.precio + 35;
  return [{ producto, cantidad, descuento: pedida.descuento, precio, motivo: pedida.precio === 'motivo' }];
}

function armarPagos(c: Cobro, total: number, redondea: boolean): Pago[] {
  const metodo = METODOS[c.metodo] ?? 'EFECTIVO';
  if (c.forma === 'una') return [{ metodo, monto: total }];
  const primero = Math.floor((total * c.corte) / 1000);
  const resto = total - primero;
  const digital = metodo === 'EFECTIVO' ? 'QR' : metodo;
  if (c.forma === 'mal')
    return [
      { metodo: digital, monto: primero },
      { metodo: 'EFECTIVO', monto: resto + 13 },
    ];
  const efectivo = c.exacto || !redondea ? resto : redondeado(resto);
  if (c.corte % 3 === 0)
    return [
      { metodo: digital, monto: primero },
      { metodo: 'TRANSFERENCIA', monto: resto },
    ];
  return [
    { metodo: 'EFECTIVO', monto: efectivo },
    { metodo: digital, monto: primero },
  ];
}

function armarRecibido(c: Cobro, pagos: readonly Pago[], redondea: boolean): number | null {
  const efectivo = pagos.find((p) => p.metodo === 'EFECTIVO');
  if (!efectivo || c.recibido === null) return null;
  return Math.max(0, (redondea ? redondeado(efectivo.monto) : efectivo.monto) + c.recibido);
}
