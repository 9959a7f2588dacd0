import { isIP } from 'node:net';
import { principalDeSesion } from '@/lib/auth/principal';
import type { PublicContext } from '@/lib/auth/public-context';
import { readSessionCookie } from '@/lib/auth/session-cookie';
import { verifyAccessToken } from '@/lib/auth/tokens';
import type { Actor } from '@/lib/context';

const REQUEST_ID = /^[\w.-]{8,100}$/;

/** Who signed in, and through which door. */
export type Authenticated = { actor: Actor; sid: string; via: 'bearer' | 'cookie' };

/**
 * What is known of a caller before knowing who it is. The address is the last hop of `X-Forwarded-For`: with a proxy in
 * front, the one it saw; without one, Next fills the header with the socket's address. It is for the trail, never for a right.
 */
export function requestFacts(headers: Headers, ahora = new Date()): PublicContext {
  const pedido = headers.get('x-request-id');
  const salto = headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? '';
  return {
    ahora,
    requestId: pedido && REQUEST_ID.test(pedido) ? pedido : crypto.randomUUID(),
    ip: isIP(salto) ? salto.replace(/^::ffff:/, '') : null,
    dispositivo: headers.get('user-agent')?.slice(0, 200) ?? null,
    bearer: bearerOf(headers),
  };
}

function bearerOf(headers: Headers): string | null {
  const [, token] = /^bearer(?:\s+(.*))?$/i.exec(headers.get('authorization')?.trim() ?? '') ?? [null, null];
  return token === null ? null : (token ?? '').trim();
}

/**
 * The signed-in caller, or `null`. A Bearer header, even an invalid one, makes the cookie ignored.
 */
export async function authenticate(headers: Headers): Promise<Authenticated | null> {
  const bearer = bearerOf(headers);
  const claims = bearer === null ? await readSessionCookie(headers.get('cookie')) : await verifyAccessToken(bearer);
  if (!claims) return null;
  const actor = await principalDeSesion(claims.sid);
  return actor && { actor, sid: claims.sid, via: bearer === null ? 'cookie' : 'bearer' };
}
