import { type Espera, type Metodo, type Modelo, type Persona, redondeado, suma, type Venta } from './modelo';

/** What voiding a ticket must do; `hecho` is the drawer the cash leaves, if any. */
export function esperarAnulacion(
  m: Modelo,
  persona: Persona,
  venta: Venta,
): Espera<{ sesion: Venta['sesion'] | null }> {
  if (venta.sesion.caja.sucursal !== persona.sucursal) return { rechazo: 'no_encontrado' };
  if (venta.estado === 'ANULADA') return { rechazo: 'venta_anulada' };
  const sesion = m.sesionDe(persona);
  const efectivo = suma(venta.pagos, 'EFECTIVO');
  if (!sesion && efectivo !== 0) return { rechazo: 'sin_caja_abierta' };
  if (sesion && sesion.caja.saldo < efectivo) return { rechazo: 'saldo_insuficiente' };
  return { hecho: { sesion } };
}

/** Makes the void happen in the model: everything the ticket did, undone. */
export function aplicarAnulacion(m: Modelo, venta: Venta, sesion: Venta['sesion'] | null): void {
  const { sucursal } = venta.sesion.caja;
  const efectivo = suma(venta.pagos, 'EFECTIVO');
  const pagado = suma(venta.pagos);
  if (sesion) m.efectivo(sesion, -efectivo);
  m.cuenta(sucursal, 'banco', efectivo - pagado);
  m.cuenta(sucursal, 'redondeo', pagado - venta.total);
  m.cuenta(sucursal, 'ventas', venta.total);
  for (const s of venta.salidas) {
    const hay = m.stock(s.producto, sucursal);
    hay.cantidad += s.cantidad;
    hay.valor += s.costo;
    m.cuenta(sucursal, 'costo', -s.costo);
    m.cuenta(sucursal, 'inventario', s.costo);
  }
  venta.estado = 'ANULADA';
}

/** What moving a ticket's money to another method must do; `hecho` is the cash that enters (+) or leaves (−). */
export function esperarEdicion(
  persona: Persona,
  venta: Venta,
  metodo: Metodo,
): Espera<{ monto: number; efectivo: number }> {
  if (!persona.jefe) return { rechazo: 'sin_permiso' };
  if (venta.sesion.caja.sucursal !== persona.sucursal) return { rechazo: 'no_encontrado' };
  if (venta.estado === 'ANULADA') return { rechazo: 'venta_anulada' };
  const metodos = new Set(venta.pagos.map((p) => p.metodo));
  if (metodos.size === 0 || (metodos.size === 1 && metodos.has(metodo))) return { rechazo: 'sin_cambio' };
  const { caja } = venta.sesion;
  const redondea = metodo === 'EFECTIVO' && caja.sucursal.redondea;
  const monto = redondea ? redondeado(venta.total) : venta.total;
  const efectivo = (metodo === 'EFECTIVO' ? monto : 0) - suma(venta.pagos, 'EFECTIVO');
  if (venta.sesion.abierta && caja.saldo + efectivo < 0) return { rechazo: 'saldo_insuficiente' };
  return { hecho: { monto, efectivo } };
}

/** Makes the correction happen in the model. */
export function aplicarEdicion(m: Modelo, venta: Venta, metodo: Metodo, c: { monto: number; efectivo: number }): void {
  const { sucursal } = venta.sesion.caja;
  const antes = suma(venta.pagos);
  if (venta.sesion.abierta) m.efectivo(venta.sesion, c.efectivo);
  else m.cuenta(sucursal, c.efectivo > 0 ? 'sobrante' : 'faltante', c.efectivo);
  m.cuenta(sucursal, 'banco', c.monto - antes - c.efectivo);
  m.cuenta(sucursal, 'redondeo', antes - c.monto);
  venta.pagos = c.monto > 0 ? [{ metodo, monto: c.monto }] : [];
  venta.estado = 'EDITADA';
}
