import sharp from 'sharp';
import { sqlClient } from '@/db';
import { ponerPin } from '@/lib/auth/pin';
import { abrirCaja } from '@/lib/caja/abrir';
import { contarCaja } from '@/lib/caja/contar';
import { subirFoto } from '@/lib/caja/fotos';
import { registrarMovimiento } from '@/lib/caja/registrar-movimiento';
import { relevarCaja } from '@/lib/caja/relevar';
import { crearMotivo } from '@/lib/motivo/crear';
import { traspasar } from '@/lib/traspaso/traspasar';
import { tokenDe } from '@/tests/auth/llamar';
import { nuevaPersona, nuevoTurno, PASSWORD } from '@/tests/harness/factories';
import type { Caso } from './casos';
import { ahora, cajaLibre, type Tienda, unico } from './tienda';

const PIN = '736914';

/** A PIN costs a second to hash: made once, and given to whoever receives. */
let hash: string | undefined;
async function conPin({ idSucursal }: Tienda): Promise<number> {
  const actor = await nuevaPersona('Operador', idSucursal);
  if (hash === undefined) {
    await ponerPin(ahora(actor), { pin: PIN, password: PASSWORD });
    const [fila] = await sqlClient()<
      { pin_hash: string }[]
    >`select pin_hash from usuario where id = ${actor.idUsuario}`;
    hash = fila?.pin_hash;
  }
  await sqlClient()`update usuario set pin_hash = ${hash ?? ''} where id = ${actor.idUsuario}`;
  return actor.idUsuario;
}

const turno = async (t: Tienda) => {
  const nuevo = await nuevoTurno(t.idSucursal, { saldo: 100, especialidad: 'MIXTA', ahora: new Date() });
  return { ...nuevo, token: await tokenDe(nuevo.cajero) };
};

async function fotografia() {
  const bytes = await sharp({ create: { width: 30, height: 20, channels: 3, background: '#a3123a' } })
    .png()
    .toBuffer();
  return { nombre: 'recibo.png', tipo: 'image/png', bytes: new Uint8Array(bytes) };
}
const foto = async (t: Tienda) => (await subirFoto(ahora(t.turno.cajero), { archivo: await fotografia() })).id;

const motivo = async (t: Tienda, mas: object = {}) =>
  (await crearMotivo(ahora(t.jefe), { tipo: 'EGRESO', nombre: `Motivo ${unico()}`, ...mas })).id;

const aLaFuerte = async (t: Tienda, mas: object = {}) => {
  const enCaja = { origen: 'GAVETA', destino: 'CAJA_FUERTE', monto: 2, id_sesion_caja: t.turno.idSesion };
  return traspasar(ahora(t.turno.cajero), { ...enCaja, ...mas });
};

/** A drawer received in a handover and being counted. */
export const SESION_CONTANDO: Caso = async (t) => {
  const { idSesion, cajero } = await turno(t);
  const recibe = { id: idSesion, id_usuario: await conPin(t), pin: PIN };
  const { abierta } = await relevarCaja(ahora(cajero), { ...recibe, monto: 100 });
  await contarCaja(ahora(t.jefe), { id: abierta.id });
  return { token: t.tokenJefe, datos: { id: abierta.id } };
};

/** A drawer that did not open with what the last close left, and why. */
export const SESION_EXPLICADA: Caso = async (t) => {
  const admin = ahora(await nuevaPersona('Administrador', t.idSucursal));
  const enCaja = { id_caja: await cajaLibre(t), monto_inicial: 3 };
  const { id } = await abrirCaja(admin, { ...enCaja, motivo: 'Monedas que se habían olvidado' });
  return { token: t.tokenJefe, datos: { id } };
};

/** The count, the handover, the reasons, the slips and the safe. */
export const CASOS_CAJA: Record<string, Caso[]> = {
  'POST /cajas/sesion/{id}/contar': [
    async (t) => {
      const { idSesion, token } = await turno(t);
      return { token, datos: { id: idSesion } };
    },
  ],
  'POST /cajas/sesion/{id}/contar/cancelar': [
    async (t) => {
      const { idSesion, cajero, token } = await turno(t);
      await contarCaja(ahora(cajero), { id: idSesion });
      return { token, datos: { id: idSesion } };
    },
  ],
  'GET /cajas/sesion/{id}/relevos': [
    async (t) => {
      await conPin(t);
      return { token: t.tokenCajero, datos: { id: t.turno.idSesion } };
    },
  ],
  'POST /cajas/sesion/{id}/relevo': [
    async (t) => {
      const { idSesion, token } = await turno(t);
      const recibe = { id: idSesion, id_usuario: await conPin(t), pin: PIN };
      return { token, datos: { ...recibe, monto: 100, denominaciones: { '100': 1 } } };
    },
  ],
  'GET /cajas/motivos': [(t) => ({ token: t.tokenCajero, datos: { tipo: 'EGRESO' } }), (t) => ({ token: t.tokenJefe })],
  'POST /cajas/motivos': [
    (t) => ({ token: t.tokenJefe, datos: { tipo: 'EGRESO', nombre: `Basura ${unico()}` } }),
    (t) => ({
      token: t.tokenJefe,
      datos: { tipo: 'INGRESO', nombre: `Aporte ${unico()}`, del_dueno: true, pide_detalle: true },
    }),
  ],
  'PATCH /cajas/motivos/{id}': [
    async (t) => ({
      token: t.tokenJefe,
      datos: { id: await motivo(t), nombre: `Nuevo ${unico()}`, pide_detalle: true },
    }),
  ],
  'DELETE /cajas/motivos/{id}': [async (t) => ({ token: t.tokenJefe, datos: { id: await motivo(t) } })],
  'POST /cajas/movimiento/foto': [async (t) => ({ token: t.tokenCajero, datos: { archivo: await fotografia() } })],
  'GET /cajas/movimiento/{id}/foto': [
    async (t) => {
      const enCaja = { tipo: 'INGRESO', monto: 1, motivo: 'Sencillo', id_sesion_caja: t.turno.idSesion };
      const { id } = await registrarMovimiento(ahora(t.turno.cajero), { ...enCaja, id_archivo: await foto(t) });
      return { token: t.tokenCajero, datos: { id } };
    },
  ],
  'POST /cajas/traspaso': [
    (t) => ({
      token: t.tokenCajero,
      datos: {
        origen: 'GAVETA',
        destino: 'CAJA_FUERTE',
        monto: 1.5,
        nota: 'Bolsa 12',
        id_sesion_caja: t.turno.idSesion,
      },
    }),
    async (t) => {
      await aLaFuerte(t);
      return { token: t.tokenJefe, datos: { origen: 'CAJA_FUERTE', destino: 'BANCO', monto: 0.5 } };
    },
  ],
  'GET /cajas/traspasos': [
    async (t) => {
      await aLaFuerte(t);
      await aLaFuerte(t, { nota: 'Bolsa 13' });
      return { token: t.tokenJefe };
    },
    (t) => ({ token: t.tokenCajero, datos: { id_sesion_caja: t.turno.idSesion } }),
  ],
  'GET /cajas/traspaso/{id}/foto': [
    async (t) => {
      const { id } = await aLaFuerte(t, { id_archivo: await foto(t) });
      return { token: t.tokenJefe, datos: { id } };
    },
  ],
  'GET /cajas/caja-fuerte': [(t) => ({ token: t.tokenJefe })],
};
