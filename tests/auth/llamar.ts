import { POST as login } from '@/app/api/auth/login/route';
import { sqlClient } from '@/db';
import type { RouteHandler } from '@/lib/action/define-route';
import { signAccessToken } from '@/lib/auth/tokens';
import type { Actor } from '@/lib/context';
import { PASSWORD } from '@/tests/harness/factories';

export type Respuesta = { status: number; cuerpo: Record<string, unknown>; headers: Headers };
export type Tokens = { access_token: string; refresh_token: string };

type Pedido = {
  metodo?: string;
  token?: string;
  cuerpo?: unknown;
  headers?: Record<string, string>;
  params?: Record<string, string>;
  url?: string;
};

/** Calls a route as a client would, without the network. */
export async function llamar(ruta: RouteHandler, pedido: Pedido = {}): Promise<Respuesta> {
  const { metodo = 'GET', token, cuerpo, headers = {}, params = {}, url = 'http://kantuta/api/x' } = pedido;
  const req = new Request(url, {
    method: metodo,
    headers: { ...headers, ...(token ? { authorization: `Bearer ${token}` } : {}) },
    ...(cuerpo === undefined ? {} : { body: JSON.stringify(cuerpo) }),
  });
  const res = await ruta(req, { params: Promise.resolve(params) });
  const esJson = res.headers.get('content-type')?.startsWith('application/json');
  // A page or a stream has no body to compare here, and a stream never ends by itself.
  if (!esJson) await res.body?.cancel();
  const leido: unknown = esJson ? await res.json() : {};
  return { status: res.status, cuerpo: leido as Record<string, unknown>, headers: res.headers };
}

/** Signs in through the API. */
export async function entrar(email: string, password = PASSWORD): Promise<Tokens> {
  const { status, cuerpo } = await llamar(login, { metodo: 'POST', cuerpo: { email, password } });
  if (status !== 200) throw new Error(`login answered ${status}`);
  return cuerpo as Tokens;
}

/** A token for somebody without the cost of a password: opens the sign-in's row and signs. */
export async function tokenDe(actor: Actor): Promise<string> {
  const sid = crypto.randomUUID();
  await sqlClient()`
    insert into sesion_acceso (sid, id_usuario, canal, creada_en, expira_en)
    values (${sid}::uuid, ${actor.idUsuario}, 'api', now(), now() + interval '1 day')`;
  return signAccessToken(actor, sid, new Date());
}
