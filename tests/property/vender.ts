import {
  costoDe,
  type Espera,
  importe,
  type Linea,
  type Modelo,
  type Pago,
  type Persona,
  redondeado,
  type Sesion,
  suma,
} from './modelo';

export type Ticket = { total: number; redondeo: number; pagos: Pago[]; vuelto: number | null; costo: number };
export type PedidoDeVenta = {
  sesion: Sesion;
  persona: Persona;
  lineas: Linea[];
  pagos: Pago[];
  recibido: number | null;
};

type Salida = Map<Linea['producto'], { cantidad: number; costo: number }>;

/** What charging this ticket must do. */
export function esperarVenta(m: Modelo, p: PedidoDeVenta): Espera<{ ticket: Ticket; salidas: Salida }> {
  if (p.sesion.caja.sucursal !== p.persona.sucursal) return { rechazo: 'no_encontrado' };
  if (p.sesion.persona !== p.persona && !p.persona.jefe) return { rechazo: 'sin_permiso' };
  if (!p.sesion.abierta) return { rechazo: 'sesion_cerrada' };
  const linea = rechazoDeLinea(p);
  if (linea) return { rechazo: linea };
  const salidas = salidasDe(m, p);
  if (!salidas) return { rechazo: 'stock_insuficiente' };
  const total = p.lineas.reduce((t, l) => t + importe(l.precio, l.cantidad) - l.descuento, 0);
  const cobro = cobrar(p, total);
  if (!cobro) return { rechazo: 'pago_no_cuadra' };
  const costo = [...salidas.values()].reduce((t, s) => t + s.costo, 0);
  return { hecho: { ticket: { total, costo, ...cobro }, salidas } };
}

function rechazoDeLinea({ lineas }: PedidoDeVenta): string | null {
  for (const l of lineas) {
    if (l.precio !== l.producto.precio && !l.motivo) return 'precio_cambio';
    if (l.producto.entero && l.cantidad % 1000 !== 0) return 'validacion';
    if (l.descuento > importe(l.precio, l.cantidad)) return 'validacion';
  }
  return null;
}

function salidasDe(m: Modelo, { lineas, persona }: PedidoDeVenta): Salida | null {
  const salidas: Salida = new Map();
  for (const l of lineas) {
    const antes = salidas.get(l.producto)?.cantidad ?? 0;
    salidas.set(l.producto, { cantidad: antes + l.cantidad, costo: 0 });
  }
  for (const [producto, salida] of salidas) {
    const hay = m.stock(producto, persona.sucursal);
    if (hay.cantidad < salida.cantidad) return null;
    salida.costo = costoDe(hay, salida.cantidad);
  }
  return salidas;
}

function cobrar({ pagos, recibido, persona }: PedidoDeVenta, total: number) {
  const otros = pagos.filter((x) => x.metodo !== 'EFECTIVO' && x.monto > 0);
  const efectivo = pagos.find((x) => x.metodo === 'EFECTIVO');
  const pendiente = total - suma(otros);
  if (pendiente < 0 || (!efectivo && pendiente !== 0)) return null;
  const cobrado = efectivo ? (persona.sucursal.redondea ? redondeado(pendiente) : pendiente) : 0;
  if (efectivo && efectivo.monto !== pendiente && efectivo.monto !== cobrado) return null;
  if (recibido !== null && recibido < cobrado) return null;
  const legs = pagos
    .filter((x) => x.metodo !== 'EFECTIVO' || cobrado > 0)
    .filter((x) => x.monto > 0 || x.metodo === 'EFECTIVO');
  return {
    pagos: legs.map((x) => (x.metodo === 'EFECTIVO' ? { ...x, monto: cobrado } : x)),
    redondeo: efectivo ? cobrado - pendiente : 0,
    vuelto: recibido === null ? null : recibido - cobrado,
  };
}

/** Makes the sale happen in the model. */
export function aplicarVenta(m: Modelo, p: PedidoDeVenta, id: number, t: Ticket, salidas: Salida): void {
  const { sucursal } = p.persona;
  m.efectivo(p.sesion, suma(t.pagos, 'EFECTIVO'));
  m.cuenta(sucursal, 'banco', suma(t.pagos) - suma(t.pagos, 'EFECTIVO'));
  m.cuenta(sucursal, 'redondeo', -t.redondeo);
  m.cuenta(sucursal, 'ventas', -t.total);
  m.cuenta(sucursal, 'costo', t.costo);
  m.cuenta(sucursal, 'inventario', -t.costo);
  for (const [producto, salida] of salidas) {
    const hay = m.stock(producto, sucursal);
    hay.cantidad -= salida.cantidad;
    hay.valor -= salida.costo;
  }
  m.ventas.push({
    id,
    sesion: p.sesion,
    total: t.total,
    pagos: t.pagos.map((x) => ({ metodo: x.metodo, monto: x.monto })),
    salidas: [...salidas].map(([producto, s]) => ({ producto, ...s })),
    estado: 'COMPLETADA',
  });
}
