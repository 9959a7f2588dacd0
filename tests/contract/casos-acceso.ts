import { TOTP } from 'otpauth';
import { sqlClient } from '@/db';
import { confirmarSegundoFactor, empezarSegundoFactor } from '@/lib/auth/segundo-factor';
import { admitir } from '@/lib/caja/admitir';
import type { Actor } from '@/lib/context';
import { tokenDe } from '@/tests/auth/llamar';
import { conPin, navegadorDe, PIN } from '@/tests/auth/navegador';
import { nuevaPersona, nuevoTurno, PASSWORD } from '@/tests/harness/factories';
import type { Caso } from './casos';
import { ahora, type Tienda } from './tienda';

const operador = (t: Tienda) => nuevaPersona('Operador', t.idSucursal);
const codigoDe = (secreto: string) => new TOTP({ secret: secreto }).generate();

/** Somebody with the second factor on, and a code of now that was not used. */
async function conSegundoFactor(t: Tienda): Promise<{ actor: Actor; codigo: string }> {
  const actor = await operador(t);
  const { secreto } = await empezarSegundoFactor(ahora(actor), { password: PASSWORD });
  await confirmarSegundoFactor(ahora(actor), { codigo: codigoDe(secreto) });
  await sqlClient()`update usuario set totp_ultimo_paso = 1 where id = ${actor.idUsuario}`;
  return { actor, codigo: codigoDe(secreto) };
}

/** An open session with somebody admitted to it. */
async function conAdmitida(t: Tienda) {
  const turno = await nuevoTurno(t.idSucursal, { ahora: new Date() });
  const admitida = await conPin(await operador(t));
  await admitir(ahora(turno.cajero), { id: turno.idSesion, id_usuario: admitida.idUsuario });
  return { ...turno, admitida, token: await tokenDe(turno.cajero) };
}

const dePersona =
  (datos: object, preparar: (actor: Actor) => unknown = () => {}): Caso =>
  async (t) => {
    const actor = await operador(t);
    await preparar(actor);
    return { token: await tokenDe(actor), datos: { ...datos } };
  };

/** Good requests of the counter's people, their keys, the lock and the switch. */
export const CASOS_ACCESO: Record<string, Caso[]> = {
  'GET /auth/llaves': [
    (t) => ({ token: t.tokenCajero }),
    async (t) => ({ token: await tokenDe(await conPin((await conSegundoFactor(t)).actor)) }),
  ],
  'POST /auth/pin': [dePersona({ pin: PIN, password: PASSWORD })],
  'DELETE /auth/pin': [dePersona({}, conPin)],
  'DELETE /usuario/{id}/pin': [
    async (t) => ({ token: t.tokenJefe, datos: { id: (await conPin(await operador(t))).idUsuario } }),
  ],
  'GET /auth/mostrador': [
    async (t) => ({ token: await tokenDe(await operador(t)) }),
    async (t) => ({ token: (await conAdmitida(t)).token }),
  ],
  'POST /auth/cambiar': [
    async (t) => {
      const { cajero, admitida } = await conAdmitida(t);
      const { cookie } = await navegadorDe(cajero);
      return {
        headers: { cookie, origin: 'http://kantuta', host: 'kantuta' },
        datos: { id_usuario: admitida.idUsuario, pin: PIN },
      };
    },
  ],
  'POST /auth/bloquear': [dePersona({})],
  'POST /auth/desbloquear': [dePersona({ pin: PIN }, conPin), dePersona({ password: PASSWORD })],
  'POST /auth/segundo-factor': [dePersona({ password: PASSWORD })],
  'POST /auth/segundo-factor/confirmar': [
    async (t) => {
      const actor = await operador(t);
      const { secreto } = await empezarSegundoFactor(ahora(actor), { password: PASSWORD });
      return { token: await tokenDe(actor), datos: { codigo: codigoDe(secreto) } };
    },
  ],
  'POST /auth/segundo-factor/codigos': [
    async (t) => {
      const { actor, codigo } = await conSegundoFactor(t);
      return { token: await tokenDe(actor), datos: { password: PASSWORD, codigo } };
    },
  ],
  'POST /auth/segundo-factor/desactivar': [
    async (t) => {
      const { actor, codigo } = await conSegundoFactor(t);
      return { token: await tokenDe(actor), datos: { password: PASSWORD, codigo } };
    },
  ],
  'DELETE /usuario/{id}/segundo-factor': [
    async (t) => ({ token: t.tokenJefe, datos: { id: (await conSegundoFactor(t)).actor.idUsuario } }),
  ],
  'GET /cajas/sesion/{id}/admitidos': [
    async (t) => {
      const { idSesion, token } = await conAdmitida(t);
      return { token, datos: { id: idSesion } };
    },
  ],
  'POST /cajas/sesion/{id}/admitidos': [
    async (t) => {
      const { idSesion, token } = await conAdmitida(t);
      return { token, datos: { id: idSesion, id_usuario: (await operador(t)).idUsuario } };
    },
  ],
  'DELETE /cajas/sesion/{id}/admitidos/{id_usuario}': [
    async (t) => {
      const { idSesion, token, admitida } = await conAdmitida(t);
      return { token, datos: { id: idSesion, id_usuario: admitida.idUsuario } };
    },
  ],
  'GET /cajas/sesion/{id}/admisibles': [
    async (t) => {
      await operador(t);
      return { token: t.tokenJefe, datos: { id: t.turno.idSesion } };
    },
  ],
};
