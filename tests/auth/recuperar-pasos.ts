import { POST as confirmCode } from '@/app/api/auth/confirm-code/route';
import { POST as resetCode } from '@/app/api/auth/reset/code/route';
import { POST as resetConfirm } from '@/app/api/auth/reset-confirm/route';
import { sqlClient } from '@/db';
import { mandarCodigo } from '@/lib/auth/recuperar/mandar';
import type { PedidoDeCodigo } from '@/lib/jobs/colas';
import { llamar, type Respuesta } from './llamar';

/** The steps of choosing a forgotten password again, as a client and the worker take them. */

let direccion = 0;
/** An address that no other test uses. */
export const nuevaIp = () => `10.2.${Math.floor(++direccion / 250)}.${direccion % 250}`;

const con = (ip: string) => ({ 'x-forwarded-for': ip, 'user-agent': 'navegador de prueba' });

export const pedir = (email: string, ip = nuevaIp()): Promise<Respuesta> =>
  llamar(resetCode, { metodo: 'POST', cuerpo: { email }, headers: con(ip) });

export const confirmar = (email: string, code: string, ip = nuevaIp()): Promise<Respuesta> =>
  llamar(confirmCode, { metodo: 'POST', cuerpo: { email, code }, headers: con(ip) });

export const cambiar = (cuerpo: Record<string, unknown>, ip = nuevaIp()): Promise<Respuesta> =>
  llamar(resetConfirm, { metodo: 'POST', cuerpo, headers: con(ip) });

/** What the worker does with the requests that wait, in order. Returns them. */
export async function atender(ahora = new Date()): Promise<PedidoDeCodigo[]> {
  const filas = await sqlClient()<{ data: PedidoDeCodigo }[]>`
    delete from pgboss.job where name = 'recuperar-clave' and state = 'created' returning data`;
  const pedidos = filas.map(({ data }) => data);
  for (const pedido of pedidos) await mandarCodigo(pedido, ahora);
  return pedidos;
}

/** The code of the last mail written to a person; `null` without one. */
export async function codigoDe(idUsuario: number): Promise<string | null> {
  const [fila] = await sqlClient()<{ codigo: string }[]>`
    select datos->>'codigo' as codigo from correo where id_usuario = ${idUsuario} and plantilla = 'codigo'
    order by id desc limit 1`;
  return fila?.codigo ?? null;
}

/** Asks for a code and reads it from the mail. */
export async function conCodigo(quien: { email: string; idUsuario: number }): Promise<string> {
  await pedir(quien.email);
  await atender();
  const codigo = await codigoDe(quien.idUsuario);
  if (!codigo) throw new Error('No code was mailed');
  return codigo;
}

/** A permission to choose a password, all the way. */
export async function conPermiso(quien: { email: string; idUsuario: number }): Promise<string> {
  const { cuerpo } = await confirmar(quien.email, await conCodigo(quien));
  return String(cuerpo.reset_token);
}

/** Another code than this one. */
export const otroQue = (codigo: string) => (codigo === '222222' ? '333333' : '222222');
