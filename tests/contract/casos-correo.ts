import { sqlClient } from '@/db';
import { withTransaction } from '@/db/transaction';
import { enviarCorreo } from '@/lib/mail/enviar-correo';
import { conCodigo, conPermiso } from '../auth/recuperar-pasos';
import { nuevaPersona } from '../harness/factories';
import type { Caso } from './casos';
import { ahora, type Tienda, unico } from './tienda';

const deJefe =
  (datos: (t: Tienda) => Promise<Record<string, unknown>>): Caso =>
  async (t) => ({ token: t.tokenJefe, datos: await datos(t) });

/** A mail in a state: with its time and its error as that state has them. */
async function correo(t: Tienda, estado: 'PENDIENTE' | 'ENVIADO' | 'FALLIDO', mas: object = {}): Promise<number> {
  const id = await withTransaction({}, (tx) =>
    enviarCorreo(tx, ahora(t.jefe), {
      plantilla: 'clave_cambiada',
      para: 'rosa@tienda.bo',
      datos: { nombre: 'Rosa', cuando: new Date(), dispositivo: null },
      ...mas,
    }),
  );
  const enviado = estado === 'ENVIADO' ? new Date().toISOString() : null;
  const error = estado === 'FALLIDO' ? 'EENVELOPE: 550 no such user' : null;
  await sqlClient()`
    update correo set estado = ${estado}, enviado_en = ${enviado}::timestamptz, ultimo_error = ${error}, intentos = 1
    where id = ${id}`;
  return id;
}

/** A mail that is a secret: of the boss, which nobody reads, or of the cashier. */
async function secreto(t: Tienda, idUsuario: number): Promise<number> {
  return withTransaction({}, (tx) =>
    enviarCorreo(tx, ahora(t.jefe), {
      plantilla: 'codigo',
      para: 'rosa@tienda.bo',
      idUsuario,
      datos: { nombre: 'Rosa', codigo: 'K7M4QX', minutos: 15 },
    }),
  );
}

/** Good requests of the outbox and of choosing a forgotten password again. */
export const CASOS_CORREO: Record<string, Caso[]> = {
  'POST /auth/reset/code': [
    async (t) => ({ datos: { email: (await nuevaPersona('Operador', t.idSucursal)).email } }),
    () => ({ datos: { email: `nadie-${unico()}@tienda.bo` } }),
  ],
  'POST /auth/confirm-code': [
    async (t) => {
      const persona = await nuevaPersona('Operador', t.idSucursal);
      return { datos: { email: persona.email, code: await conCodigo(persona) } };
    },
  ],
  'POST /auth/reset-confirm': [
    async (t) => {
      const persona = await nuevaPersona('Operador', t.idSucursal);
      const datos = { email: persona.email, newPassword: 'una frase larga y propia' };
      return { datos: { ...datos, reset_token: await conPermiso(persona) } };
    },
    async (t) => {
      const persona = await nuevaPersona('Operador', t.idSucursal);
      const datos = { email: persona.email, newPassword: 'una frase larga y propia' };
      return { datos: { ...datos, code: await conCodigo(persona) } };
    },
  ],
  'GET /correos': [
    deJefe(async (t) => {
      await correo(t, 'PENDIENTE', { idUsuario: t.jefe.idUsuario, venceEn: new Date(Date.now() + 60_000) });
      await correo(t, 'ENVIADO');
      await correo(t, 'FALLIDO');
      return {};
    }),
    deJefe(async () => ({ limite: 1, estado: 'FALLIDO', plantilla: 'clave_cambiada', buscar: 'rosa@' })),
  ],
  'GET /correos/{id}': [
    deJefe(async (t) => ({ id: await correo(t, 'FALLIDO', { venceEn: new Date(Date.now() + 60_000) }) })),
    deJefe(async (t) => ({ id: await correo(t, 'ENVIADO') })),
    deJefe(async (t) => ({ id: await secreto(t, t.turno.cajero.idUsuario) })),
    deJefe(async (t) => ({ id: await secreto(t, t.jefe.idUsuario) })),
  ],
  'POST /correos/{id}/reintentar': [deJefe(async (t) => ({ id: await correo(t, 'FALLIDO') }))],
};
