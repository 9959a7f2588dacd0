import { expect } from 'vitest';
import { cancelarConteo, contarCaja } from '@/lib/caja/contar';
import { registrarMovimiento } from '@/lib/caja/registrar-movimiento';
import { relevarCaja } from '@/lib/caja/relevar';
import { traspasar as traspasarEfectivo } from '@/lib/traspaso/traspasar';
import type { Acto } from './actos';
import type { Persona } from './modelo';
import { elegir, intentar, intentarConJefe, PIN, type Tienda, veredicto } from './tienda';

const CAMINOS = [
  ['GAVETA', 'CAJA_FUERTE'],
  ['CAJA_FUERTE', 'GAVETA'],
  ['GAVETA', 'BANCO'],
  ['BANCO', 'GAVETA'],
  ['CAJA_FUERTE', 'BANCO'],
] as const;

/** Cash changes place: whoever may not alone asks the chief, and no place goes under zero but the bank. */
export async function traspasar(
  t: Tienda,
  persona: Persona,
  a: Extract<Acto, { tipo: 'traspasar' }>,
): Promise<string | null> {
  const [origen, destino] = CAMINOS[a.camino] ?? CAMINOS[0];
  const conGaveta = origen === 'GAVETA' || destino === 'GAVETA';
  const sesion = t.modelo.sesionDe(persona);
  if (conGaveta && !sesion) return null;
  const hay = {
    GAVETA: sesion?.caja.saldo ?? 0,
    CAJA_FUERTE: persona.sucursal.cuentas.get('caja_fuerte') ?? 0,
    BANCO: a.monto,
  };
  const alcanza = a.monto <= hay[origen];
  const espera =
    !conGaveta && !persona.jefe
      ? { rechazo: 'sin_permiso' }
      : alcanza
        ? { hecho: true }
        : { rechazo: 'saldo_insuficiente' };
  const ctx = t.ctx(persona);
  const raw = { origen, destino, monto: a.monto / 100, id_sesion_caja: conGaveta ? sesion?.id : null };
  const hecho = await intentarConJefe(t, persona, () => traspasarEfectivo(ctx, raw));
  expect(veredicto(hecho)).toBe(veredicto(espera));
  if ('valor' in hecho) {
    for (const [lugar, importe] of [
      [origen, -a.monto],
      [destino, a.monto],
    ] as const) {
      if (lugar === 'GAVETA' && sesion) t.modelo.efectivo(sesion, importe);
      else t.modelo.cuenta(persona.sucursal, lugar === 'BANCO' ? 'banco' : 'caja_fuerte', importe);
    }
  }
  return `traspasar ${veredicto(hecho)}`;
}

/** A count begun and given up: meanwhile nothing enters, afterwards all is as it was. */
export async function pausar(t: Tienda, persona: Persona): Promise<string | null> {
  const sesion = t.modelo.sesionDe(persona);
  if (!sesion) return null;
  const ctx = t.ctx(persona);
  expect(await contarCaja(ctx, { id: sesion.id })).toMatchObject({ estado_sesion: 'ABIERTA' });
  const mover = { tipo: 'INGRESO', monto: 1, motivo: 'Varios', id_sesion_caja: sesion.id };
  expect(veredicto(await intentar(() => registrarMovimiento(t.ctx(persona), mover)))).toBe('sesion_contando');
  await cancelarConteo(ctx, { id: sesion.id });
  return 'pausar ok';
}

/** One count: what one closes is what the other opens. */
export async function relevar(
  t: Tienda,
  persona: Persona,
  a: Extract<Acto, { tipo: 'relevar' }>,
): Promise<string | null> {
  const sesion = t.modelo.sesionDe(persona);
  const otras = t.modelo.personas.filter((p) => p.sucursal === persona.sucursal && p !== persona);
  const recibe = elegir(otras, a.recibe);
  if (!sesion || !recibe) return null;
  const { caja } = sesion;
  const contado = Math.max(0, caja.saldo + a.diferencia);
  const raw = { id: sesion.id, id_usuario: recibe.id, pin: PIN, monto: contado / 100 };
  const hecho = await intentar(() => relevarCaja(t.ctx(persona), raw));
  expect(veredicto(hecho)).toBe(t.modelo.sesionDe(recibe) ? 'persona_con_caja' : 'ok');
  if ('valor' in hecho) {
    const { cerrada, abierta } = hecho.valor;
    expect([cerrada.monto_final_real, abierta.monto_inicial]).toEqual([contado / 100, contado / 100]);
    t.modelo.cerrar(sesion, contado);
    t.modelo.abrir(abierta.id, caja, recibe, contado);
  }
  return `relevar ${veredicto(hecho)}`;
}
