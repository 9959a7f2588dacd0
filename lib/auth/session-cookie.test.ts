import { encode } from 'next-auth/jwt';
import { describe, expect, it, vi } from 'vitest';
import { readSessionCookie } from './session-cookie';

const { SECRETO } = vi.hoisted(() => {
  const SECRETO = 'secreto-de-prueba-secreto-de-prueba-0';
  vi.stubEnv('DATABASE_URL', 'postgres://nadie@127.0.0.1:1/nada');
  vi.stubEnv('AUTH_SECRET', SECRETO);
  return { SECRETO };
});

const CLARO = 'authjs.session-token';
const SEGURO = '__Secure-authjs.session-token';
const token = { uid: 7, sid: 's-1', rol: 'Operador', permisos: ['venta:cobrar'] };
const cookie = (nombre: string, mas: { secret?: string; maxAge?: number } = {}) =>
  encode({ token, secret: SECRETO, salt: nombre, maxAge: 60, ...mas });

describe('readSessionCookie', () => {
  it('reads the cookie among others, over http and https', async () => {
    expect(await readSessionCookie(`tema=oscuro; ${CLARO}=${await cookie(CLARO)}`)).toMatchObject(token);
    expect(await readSessionCookie(`${SEGURO}=${await cookie(SEGURO)}; otra=1`)).toMatchObject(token);
  });

  it('refuses an absent, altered, expired or foreign cookie', async () => {
    const ajena = await cookie(CLARO, { secret: 'otro-secreto-otro-secreto-otro-secreto' });
    const vencida = await cookie(CLARO, { maxAge: -60 });
    expect(await readSessionCookie(null)).toBeNull();
    expect(await readSessionCookie('tema=oscuro')).toBeNull();
    expect(await readSessionCookie(`${CLARO}=abc`)).toBeNull();
    expect(await readSessionCookie(`${CLARO}=${ajena}`)).toBeNull();
    expect(await readSessionCookie(`${CLARO}=${vencida}`)).toBeNull();
  });

  it('does not take one name’s cookie under the other', async () => {
    expect(await readSessionCookie(`${SEGURO}=${await cookie(CLARO)}`)).toBeNull();
  });
});
