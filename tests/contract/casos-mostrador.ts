import { randomUUID } from 'node:crypto';
import { sincronizarCatalogo } from '@/lib/mostrador/catalogo';
import { conceder } from '@/lib/mostrador/conceder';
import { latir } from '@/lib/mostrador/latir';
import { listarIncidencias } from '@/lib/mostrador/queries';
import { linea } from '../harness/factories';
import { Equipo } from '../mostrador/equipo';
import type { Caso } from './casos';
import { ahora, type Tienda } from './tienda';

/** A device of the cashier: its id. */
async function equipo(t: Tienda): Promise<string> {
  const { dispositivo } = await conceder(ahora(t.turno.cajero), { id_dispositivo: randomUUID() });
  return dispositivo.id;
}

/** An incidencia of the branch that nobody resolved: its id. `espera`: of a fact that is kept and not posted. */
async function incidencia(t: Tienda, espera = false): Promise<number> {
  const suyo = await Equipo.de(t.turno.cajero, { ahora: new Date() });
  const cuerpo = espera
    ? { total: 0.01 }
    : { detalles: [{ ...linea(t.producto, 1), precio_unitario: 0.5 }], total: 0.5 };
  await suyo.enviar([suyo.venta(t.turno.idSesion, t.producto, 1, { en: new Date(), cuerpo })], { ahora: new Date() });
  const { items } = await listarIncidencias(ahora(t.jefe), { id_dispositivo: suyo.id });
  return items[0]?.id ?? 0;
}

/** Signed facts of a new device of the cashier, not sent yet. */
async function firmados(t: Tienda, cuantos: number) {
  const suyo = await Equipo.de(t.turno.cajero, { ahora: new Date() });
  const hechos = Array.from({ length: cuantos }, () => suyo.venta(t.turno.idSesion, t.producto, 1, { en: new Date() }));
  return { id_dispositivo: suyo.id, hechos: hechos.map(({ texto, mac }) => ({ texto, mac })) };
}

/** What a device shows that has the whole catalogue. */
async function cursorCompleto(t: Tienda): Promise<string> {
  let pagina = await sincronizarCatalogo(ahora(t.turno.cajero), {});
  while (pagina.hay_mas) pagina = await sincronizarCatalogo(ahora(t.turno.cajero), { cursor: pagina.cursor });
  return pagina.cursor;
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
    // of somebody who has no grant on it
    async (t) => ({
      token: t.tokenJefe,
      datos: { id_dispositivo: await equipo(t), ahora: new Date().toISOString(), pendientes: 0 },
    }),
  ],
  'POST /mostrador/hechos': [
    async (t) => ({ token: t.tokenCajero, datos: await firmados(t, 2) }),
    (t) => ({ token: t.tokenCajero, datos: { hechos: [{ texto: '{}', mac: 'ab' }] } }),
  ],
  'GET /mostrador/incidencias': [
    async (t) => {
      await incidencia(t);
      await incidencia(t, true);
      return { token: t.tokenJefe, datos: { estado: 'ABIERTA', limite: 2 } };
    },
    (t) => ({ token: t.tokenJefe, datos: { tipo: 'precio', buscar: 'precio' } }),
  ],
  'GET /mostrador/incidencias/{id}': [async (t) => ({ token: t.tokenJefe, datos: { id: await incidencia(t) } })],
  'POST /mostrador/incidencias/{id}/resolver': [
    async (t) => ({ token: t.tokenJefe, datos: { id: await incidencia(t), motivo: 'Era oferta' } }),
    async (t) => ({
      token: t.tokenJefe,
      datos: { id: await incidencia(t, true), motivo: 'Se cobró mal', con: 'DESCARTAR' },
    }),
  ],
  'GET /mostrador/dispositivos': [
    async (t) => {
      await equipo(t);
      const [id_dispositivo, cursor, momento] = [await equipo(t), await cursorCompleto(t), new Date().toISOString()];
      const datos = { id_dispositivo, cursor, ahora: momento, mas_antiguo: momento, pendientes: 1 };
      await latir(ahora(t.turno.cajero), datos);
      return { token: t.tokenJefe };
    },
  ],
  'PUT /mostrador/dispositivos/{id}/nombre': [
    async (t) => ({ token: t.tokenJefe, datos: { id: await equipo(t), nombre: 'Mostrador 1' } }),
  ],
  'POST /mostrador/dispositivos/{id}/revocar': [
    async (t) => ({ token: t.tokenJefe, datos: { id: await equipo(t), motivo: 'Se perdió' } }),
  ],
  'GET /mostrador/catalogo': [
    (t) => ({ token: t.tokenCajero }),
    (t) => ({ token: t.tokenCajero, datos: { limite: 1 } }),
    async (t) => ({ token: t.tokenCajero, datos: { cursor: await cursorCompleto(t) } }),
  ],
};
