import { sqlClient } from '@/db';
import { aprobar } from '@/lib/aprobacion/aprobar';
import { pedirAprobacion } from '@/lib/aprobacion/pedir';
import { listarAprobaciones } from '@/lib/aprobacion/queries';
import { hashPin } from '@/lib/auth/pin-hash';
import { abrirCaja } from '@/lib/caja/abrir';
import { cerrarCaja } from '@/lib/caja/cerrar';
import { AppError } from '@/lib/errors';
import { cobrarVenta } from '@/lib/venta/cobrar';
import { tokenDe } from '@/tests/auth/llamar';
import { linea, nuevaCaja, nuevaPersona, nuevoTurno } from '@/tests/harness/factories';
import type { Caso } from './casos';
import { ahora, type Tienda, vender } from './tienda';

const PIN = '482913';
const MOTIVO = 'Cliente de siempre';

/** Drafts of one cashier before another takes the till: there is a limit to how many a person may leave in an hour. */
const RELEVO = 30;

/** A refused sale of the cashier, each of another quantity: the id of its draft. */
async function borrador(t: Tienda): Promise<number> {
  const cantidad = ++veces;
  if (cantidad % RELEVO === 0) {
    t.turno = await nuevoTurno(t.idSucursal, { saldo: 500, especialidad: 'MIXTA', ahora: new Date() });
    t.tokenCajero = await tokenDe(t.turno.cajero);
  }
  const rechazo = await vender(t, {
    recibido: null,
    detalles: [linea(t.producto, cantidad, cantidad * 3)],
  }).catch((e: unknown) => e);
  if (!(rechazo instanceof AppError) || !rechazo.detalle) throw rechazo;
  return Number(rechazo.detalle.id_aprobacion);
}
let veces = 0;

async function pedida(t: Tienda): Promise<number> {
  const id = await borrador(t);
  await pedirAprobacion(ahora(t.turno.cajero), { id, motivo: MOTIVO });
  return id;
}

async function aprobada(t: Tienda): Promise<number> {
  const id = await pedida(t);
  await aprobar(ahora(t.jefe), { id, respuesta: 'Está bien' });
  return id;
}

/** A ticket charged with an approval that said nothing: its id, and the approval's. */
async function usada(t: Tienda): Promise<{ id: number; idVenta: number }> {
  const cantidad = ++veces;
  const mas = { recibido: null, detalles: [linea(t.producto, cantidad, cantidad * 3)] };
  const ctx = ahora(t.turno.cajero);
  const cobrar = () => cobrarVenta(ctx, { metodo_pago: 'QR', id_sesion_caja: t.turno.idSesion, ...mas });
  const rechazo = await cobrar().catch((e: unknown) => e);
  if (!(rechazo instanceof AppError) || !rechazo.detalle) throw rechazo;
  const id = Number(rechazo.detalle.id_aprobacion);
  await pedirAprobacion(ahora(t.turno.cajero), { id, motivo: MOTIVO });
  await aprobar(ahora(t.jefe), { id });
  return { id, idVenta: (await cobrar()).id };
}

/** A session closed with more than its cashier may miss, and accepted. */
async function cierreRevisado(t: Tienda): Promise<{ id: number; idSesion: number }> {
  const { cajero, idSesion } = await nuevoTurno(t.idSucursal, { saldo: 100, ahora: new Date() });
  await cerrarCaja(ahora(cajero), { id: idSesion, monto_final_real: 50 });
  const { items } = await listarAprobaciones(ahora(t.jefe), { momento: 'DESPUES', id_documento: idSesion });
  const id = items[0]?.id ?? 0;
  await aprobar(ahora(t.jefe), { id, respuesta: 'Se cayó un billete' });
  return { id, idSesion };
}

/** An opening with a difference that its cashier may not see. */
async function aperturaPedida(t: Tienda) {
  const cajero = await nuevaPersona('Operador', t.idSucursal);
  const raw = { id_caja: await nuevaCaja(t.idSucursal, { saldo: 200 }), monto_inicial: 10 };
  const rechazo = await abrirCaja(ahora(cajero), raw).catch((e: unknown) => e);
  if (!(rechazo instanceof AppError) || !rechazo.detalle) throw rechazo;
  return { token: await tokenDe(cajero), datos: { id: Number(rechazo.detalle.id_aprobacion) } };
}

/** A ticket that says who let it. */
export const VENTA_APROBADA: Caso = async (t) => ({ token: t.tokenJefe, datos: { id: (await usada(t)).idVenta } });

/** A session whose close was looked at. */
export const SESION_REVISADA: Caso = async (t) => ({
  token: t.tokenJefe,
  datos: { id: (await cierreRevisado(t)).idSesion },
});

async function conPin(t: Tienda): Promise<void> {
  await sqlClient()`update usuario set pin_hash = ${await hashPin(PIN)} where id = ${t.jefe.idUsuario}`;
}

/** Good requests of the approvals. */
export const CASOS_APROBACION: Record<string, Caso[]> = {
  'GET /aprobaciones': [
    async (t) => {
      await aprobada(t);
      await pedida(t);
      return { token: t.tokenJefe };
    },
    (t) => ({ token: t.tokenCajero, datos: { mias: 'true', limite: 2 } }),
    async (t) => {
      await pedida(t);
      return { token: t.tokenJefe, datos: { estado: 'PENDIENTE' } };
    },
  ],
  'GET /aprobaciones/{id}': [
    async (t) => ({ token: t.tokenCajero, datos: { id: await borrador(t) } }),
    async (t) => ({ token: t.tokenJefe, datos: { id: await aprobada(t) } }),
    async (t) => ({ token: t.tokenCajero, datos: { id: (await usada(t)).id } }),
    async (t) => ({ token: t.tokenJefe, datos: { id: (await cierreRevisado(t)).id } }),
    aperturaPedida,
  ],
  'GET /aprobaciones/{id}/superiores': [
    async (t) => {
      await conPin(t);
      return { token: t.tokenCajero, datos: { id: await borrador(t) } };
    },
  ],
  'POST /aprobaciones/{id}/pedir': [
    async (t) => ({ token: t.tokenCajero, datos: { id: await borrador(t), motivo: MOTIVO } }),
  ],
  'POST /aprobaciones/{id}/aprobar': [
    async (t) => ({ token: t.tokenJefe, datos: { id: await pedida(t), respuesta: 'Está bien' } }),
    async (t) => ({ token: t.tokenJefe, datos: { id: await pedida(t) } }),
  ],
  'POST /aprobaciones/{id}/rechazar': [
    async (t) => ({ token: t.tokenJefe, datos: { id: await pedida(t), respuesta: 'Es demasiado' } }),
  ],
  'POST /aprobaciones/{id}/pin': [
    async (t) => {
      await conPin(t);
      const id_usuario = t.jefe.idUsuario;
      return { token: t.tokenCajero, datos: { id: await borrador(t), id_usuario, pin: PIN, motivo: MOTIVO } };
    },
  ],
  'POST /aprobaciones/{id}/cancelar': [
    async (t) => ({ token: t.tokenCajero, datos: { id: await pedida(t) } }),
    async (t) => ({ token: t.tokenCajero, datos: { id: await borrador(t) } }),
  ],
};
