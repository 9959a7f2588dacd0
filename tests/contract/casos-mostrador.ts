import { randomUUID } from 'node:crypto';
import { conceder } from '@/lib/mostrador/conceder';
import { Equipo } from '../mostrador/equipo';
import type { Caso } from './casos';
import { ahora, type Tienda } from './tienda';

/** A device of the cashier: its id. */
async function equipo(t: Tienda): Promise<string> {
  const { dispositivo } = await conceder(ahora(t.turno.cajero), { id_dispositivo: randomUUID() });
  return dispositivo.id;
}

/** Signed facts of a new device of the cashier, not sent yet. */
async function firmados(t: Tienda, cuantos: number) {
  const suyo = await Equipo.de(t.turno.cajero, { ahora: new Date() });
  const hechos = Array.from({ length: cuantos }, () => suyo.venta(t.turno.idSesion, t.producto, 1, { en: new Date() }));
  return { id_dispositivo: suyo.id, hechos: hechos.map(({ texto, mac }) => ({ texto, mac })) };
}

/** Good requests of the counter's devices. */
export const CASOS_MOSTRADOR: Record<string, Caso[]> = {
  'POST /mostrador/dispositivo': [
    (t) => ({ token: t.tokenCajero, datos: { id_dispositivo: randomUUID(), nombre: 'Mostrador' } }),
    async (t) => ({
      token: t.tokenCajero,
      datos: { id_dispositivo: await equipo(t), id_caja: t.turno.idCaja, tomar: true },
    }),
  ],
  'POST /mostrador/latido': [
    async (t) => ({
      token: t.tokenCajero,
      datos: { id_dispositivo: await equipo(t), ahora: new Date().toISOString(), pendientes: 2, version: 'prueba' },
    }),
  ],
  'POST /mostrador/hechos': [
    async (t) => ({ token: t.tokenCajero, datos: await firmados(t, 2) }),
    (t) => ({ token: t.tokenCajero, datos: { hechos: [{ texto: '{}', mac: 'ab' }] } }),
  ],
  'GET /mostrador/catalogo': [
    (t) => ({ token: t.tokenCajero }),
    (t) => ({ token: t.tokenCajero, datos: { limite: 1 } }),
  ],
};
