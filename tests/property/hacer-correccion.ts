import { expect } from 'vitest';
import { anularVenta } from '@/lib/venta/anular';
import { editarPagoVenta } from '@/lib/venta/editar-pago';
import type { Acto } from './actos';
import { aplicarAnulacion, aplicarEdicion, esperarAnulacion, esperarEdicion } from './corregir';
import type { Metodo, Persona, Venta } from './modelo';
import { elegir, intentar, intentarConJefe, type Tienda, veredicto } from './tienda';

const METODOS: Metodo[] = ['EFECTIVO', 'QR', 'TRANSFERENCIA'];

/** Voids a ticket of some time ago, or moves its money to another method. */
export async function corregir(
  t: Tienda,
  persona: Persona,
  a: Extract<Acto, { tipo: 'anular' | 'editar' }>,
): Promise<string | null> {
  const propias = t.modelo.ventas.filter((v) => v.sesion.persona === persona);
  const candidatas = a.tipo === 'anular' && a.propia ? propias : t.modelo.ventas;
  const venta = elegir(candidatas.slice(-60), a.venta);
  if (!venta) return null;
  if (a.tipo === 'anular') return anular(t, persona, venta);
  const { sucursal } = venta.sesion.caja;
  const jefe = t.modelo.personas.find((p) => p.jefe && p.sucursal === sucursal);
  // now and then somebody who may not
  return editar(t, a.quien % 4 === 0 ? persona : (jefe ?? persona), venta, METODOS[a.metodo] ?? 'QR');
}

async function anular(t: Tienda, persona: Persona, venta: Venta): Promise<string> {
  const espera = esperarAnulacion(t.modelo, persona, venta);
  const ctx = t.ctx(persona);
  const hecho = await intentarConJefe(t, persona, () =>
    anularVenta(ctx, { id: venta.id, motivo_edicion: 'Se arrepintió' }),
  );
  expect(veredicto(hecho)).toBe(veredicto(espera));
  if ('valor' in hecho && 'hecho' in espera) {
    expect(hecho.valor.estado_venta).toBe('ANULADA');
    aplicarAnulacion(t.modelo, venta, espera.hecho.sesion);
  }
  return `anular ${veredicto(hecho)}`;
}

async function editar(t: Tienda, persona: Persona, venta: Venta, metodo: Metodo): Promise<string> {
  const espera = esperarEdicion(persona, venta, metodo);
  const pedido = { id: venta.id, metodo_pago: metodo, motivo_edicion: 'Se marcó mal' };
  const hecho = await intentar(() => editarPagoVenta(t.ctx(persona), pedido));
  expect(veredicto(hecho)).toBe(veredicto(espera));
  if ('valor' in hecho && 'hecho' in espera) {
    expect(hecho.valor).toMatchObject({ estado_venta: 'EDITADA', metodo_pago: metodo, total: venta.total / 100 });
    aplicarEdicion(t.modelo, venta, metodo, espera.hecho);
  }
  return `editar ${veredicto(hecho)}`;
}
