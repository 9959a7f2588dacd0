import { expect } from 'vitest';
import { balanceSesion } from '@/lib/caja/queries';
import { recontarCaja } from '@/lib/caja/recontar';
import { deposito, pagoDeFiado, recarga, retiro } from '../caja/plantadas';
import type { Acto } from './actos';
import type { Persona, Sesion } from './modelo';
import { elegir, intentar, intentarConJefe, type Tienda, veredicto } from './tienda';

/** Cash of the rooms that come later, with the postings of the table: it moves its own pocket and the account behind it. */
export async function ajeno(t: Tienda, a: Extract<Acto, { tipo: 'ajeno' }>): Promise<string | null> {
  const mixtas = t.modelo.sesiones.filter((s) => s.abierta && s.caja.mixta);
  const sesion = elegir(mixtas, a.quien);
  if (!sesion) return null;
  const { persona } = sesion;
  const { sucursal } = persona;
  // the largest withdrawals ask for more than there is
  const monto = a.documento === 'retiro' && a.monto > 22_000 ? sesion.caja.saldo + 10 : a.monto;
  const ctx = t.ctx(persona);
  const [banco, operadora] = [`agente.BCP.S${sucursal.id}`, `operadora.Tigo.S${sucursal.id}`];
  const hacer = {
    deposito: () => deposito(ctx, sesion.id, banco, monto),
    retiro: () => retiro(ctx, sesion.id, banco, monto),
    recarga: () => recarga(ctx, sesion.id, operadora, monto),
    fiado: () => pagoDeFiado(ctx, sesion.id, monto),
  }[a.documento];
  const entra = a.documento === 'retiro' ? -monto : monto;
  const espera = sesion.caja.saldo + entra < 0 ? { rechazo: 'saldo_insuficiente' } : { hecho: true };
  const hecho = await intentar(hacer);
  expect(veredicto(hecho)).toBe(veredicto(espera));
  if ('valor' in hecho) {
    const [bolsillo, cuenta] = {
      deposito: ['agente', 'agente.BCP'],
      retiro: ['agente', 'agente.BCP'],
      recarga: ['recargas', 'operadora.Tigo'],
      fiado: ['fiado', 'ventas'],
    }[a.documento] as ['agente' | 'recargas' | 'fiado', string];
    t.modelo.efectivo(sesion, entra);
    t.modelo.cuenta(sucursal, cuenta, -entra);
    sesion.ajenos[bolsillo] += entra;
  }
  return `${a.documento} ${veredicto(hecho)}`;
}

/** The five pockets add up to the drawer, and those of the other businesses hold what their documents moved. */
export async function comprobarBolsillos(t: Tienda, sesion: Sesion): Promise<void> {
  const jefe = t.modelo.personas.find((p) => p.jefe && p.sucursal === sesion.caja.sucursal);
  if (!jefe) throw new Error('a branch has a chief');
  const { bolsillos, monto_final_teorico } = await balanceSesion(t.ctx(jefe), { id: sesion.id });
  const { agente, recargas, fiado } = sesion.ajenos;
  expect(bolsillos).toMatchObject({ agente: agente / 100, recargas: recargas / 100, fiado: fiado / 100 });
  const centavos = Object.values(bolsillos).reduce<number>((suma, b) => suma + Math.round((b ?? 0) * 100), 0);
  expect(centavos).toBe(sesion.teorico);
  expect(monto_final_teorico).toBe(sesion.teorico / 100);
}

/** A later count of a closed drawer: the difference becomes what it was, the cash goes where it belongs. */
export async function recontar(
  t: Tienda,
  persona: Persona,
  a: Extract<Acto, { tipo: 'recontar' }>,
): Promise<string | null> {
  const { modelo } = t;
  const cerradas = modelo.sesiones.filter(
    (s) => !s.abierta && s.caja.sucursal === persona.sucursal && (persona.jefe || s.persona === persona),
  );
  const sesion = elegir(cerradas, a.sesion);
  if (!sesion) return null;
  const monto = Math.max(0, sesion.contado + a.diferencia);
  const ctx = t.ctx(persona);
  const raw = { id: sesion.id, monto: monto / 100, motivo: 'Apareció un billete' };
  const hecho = await intentarConJefe(t, persona, () => recontarCaja(ctx, raw));
  expect(veredicto(hecho)).toBe(monto === sesion.contado ? 'recuento_igual' : 'ok');
  if ('valor' in hecho) {
    const ultima = modelo.sesiones.findLast((s) => s.caja === sesion.caja);
    expect(hecho.valor.contra).toBe(ultima === sesion ? 'gaveta' : 'apertura');
    modelo.recontar(sesion, monto, ultima === sesion);
  }
  return `recontar ${veredicto(hecho)}`;
}
