import { encode } from 'next-auth/jwt';
import { sqlClient } from '@/db';
import type { RouteHandler } from '@/lib/action/define-route';
import { hashPin } from '@/lib/auth/pin-hash';
import { readSessionCookie } from '@/lib/auth/session-cookie';
import type { Actor } from '@/lib/context';
import { env } from '@/lib/env';
import { llamar, type Respuesta } from './llamar';

const COOKIE = 'authjs.session-token';

/** The PIN of everybody who has one in the tests. */
export const PIN = '482915';

/** A browser that somebody signed in with: the cookie it holds and its sign-in. */
export type Navegador = { cookie: string; sid: string };

/** Signs somebody in by the page, without the cost of the password. */
export async function navegadorDe(actor: Actor): Promise<Navegador> {
  const sid = crypto.randomUUID();
  await sqlClient()`
    insert into sesion_acceso (sid, id_usuario, canal, creada_en, expira_en)
    values (${sid}::uuid, ${actor.idUsuario}, 'navegador', now(), now() + interval '12 hours')`;
  const token = { uid: actor.idUsuario, sid, rol: actor.rol, permisos: [...actor.permisos] };
  return { cookie: `${COOKIE}=${await encode({ token, secret: env().AUTH_SECRET, salt: COOKIE, maxAge: 600 })}`, sid };
}

/** Calls a route as a page of the shop does. */
export function desde(
  { cookie }: Pick<Navegador, 'cookie'>,
  ruta: RouteHandler,
  pedido: { metodo?: string; cuerpo?: unknown; params?: Record<string, string>; ip?: string } = {},
): Promise<Respuesta> {
  const { ip = '10.3.0.1', metodo = 'POST', ...resto } = pedido;
  const headers = { cookie, origin: 'http://kantuta', host: 'kantuta', 'x-forwarded-for': ip };
  return llamar(ruta, { metodo, ...resto, headers, ...(metodo === 'GET' ? {} : { cuerpo: pedido.cuerpo ?? {} }) });
}

/** The browser after an answer that brought another cookie. */
export async function navegadorNuevo({ headers }: Respuesta): Promise<Navegador> {
  const [cookie = ''] = (headers.get('set-cookie') ?? '').split(';');
  const claims = await readSessionCookie(cookie);
  if (!claims) throw new Error('The answer brought no session cookie');
  return { cookie, sid: claims.sid };
}

/** Gives somebody `PIN`. */
export async function conPin(actor: Actor): Promise<Actor> {
  await sqlClient()`update usuario set pin_hash = ${await hashPin(PIN)} where id = ${actor.idUsuario}`;
  return actor;
}

let direccion = 0;
/** An address that nobody has failed from. */
export const nuevaIp = () => `10.4.${Math.floor(++direccion / 250)}.${direccion % 250}`;
