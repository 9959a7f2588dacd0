import { decodeJwt, SignJWT } from 'jose';
import { describe, expect, it, vi } from 'vitest';
import type { Actor } from '@/lib/context';
import { durationMs, signAccessToken, signRefreshToken, verifyAccessToken, verifyRefreshToken } from './tokens';

vi.hoisted(() => {
  vi.stubEnv('DATABASE_URL', 'postgres://nadie@127.0.0.1:1/nada');
  vi.stubEnv('AUTH_SECRET', 'secreto-de-prueba-secreto-de-prueba-0');
});

const SID = '11111111-1111-4111-8111-111111111111';
const JTI = '22222222-2222-4222-8222-222222222222';
const actor: Actor = {
  idUsuario: 7,
  nombre: 'Rosa Quispe',
  email: 'rosa@tienda.bo',
  idRol: 2,
  rol: 'Operador',
  idSucursal: 1,
  permisos: new Set(),
  sucursales: [1],
  soloPropias: new Set(),
  topes: {},
  nivel: 'clave',
  debeCambiarClave: false,
};

describe('access tokens', () => {
  it('carry what the contract names and live as long as the environment says', async () => {
    const ahora = new Date();
    const payload = decodeJwt(await signAccessToken(actor, SID, ahora));
    expect(payload).toMatchObject({ sub: '7', username: 'Rosa Quispe', roleName: 'Operador', roleId: 2, sid: SID });
    expect(payload.exp).toBe(Math.floor(ahora.getTime() / 1000) + 15 * 60);
  });

  it('are refused once expired, altered, or signed by another', async () => {
    const viejo = await signAccessToken(actor, SID, new Date(Date.now() - 16 * 60_000));
    const bueno = await signAccessToken(actor, SID, new Date());
    const clave = new TextEncoder().encode('otra-clave-otra-clave-otra-clave-otra');
    const ajeno = await new SignJWT(decodeJwt(bueno)).setProtectedHeader({ alg: 'HS256' }).sign(clave);
    const sinFirma = `${btoa('{"alg":"none"}').replace(/=+$/, '')}.${bueno.split('.')[1]}.`;
    for (const malo of [viejo, `${bueno}x`, ajeno, sinFirma, '', 'abc'])
      expect(await verifyAccessToken(malo)).toBeNull();
    expect(await verifyAccessToken(bueno)).toMatchObject({ sid: SID, idUsuario: 7 });
  });

  it('and refresh tokens do not pass for each other', async () => {
    const ahora = new Date();
    const acceso = await signAccessToken(actor, SID, ahora);
    const refresco = await signRefreshToken(actor, SID, JTI, ahora, new Date(Date.now() + 60_000));
    expect(await verifyAccessToken(refresco)).toBeNull();
    expect(await verifyRefreshToken(acceso)).toBeNull();
    expect(await verifyRefreshToken(refresco)).toMatchObject({ sid: SID, jti: JTI });
  });
});

describe('durationMs', () => {
  it.each([
    ['30s', 30_000],
    ['15m', 900_000],
    ['8h', 28_800_000],
    ['7d', 604_800_000],
  ])('%s', (texto, ms) => {
    expect(durationMs(texto)).toBe(ms);
  });
});
