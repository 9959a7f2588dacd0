import { beforeAll, describe, expect, it } from 'vitest';
import { sqlClient } from '@/db';
import { RUTAS } from '@/lib/api/rutas';
import { esperaDe } from '@/lib/auth/gate';
import { olvidarPrincipal, principalDeSesion } from '@/lib/auth/principal';
import type { Actor } from '@/lib/context';
import { llamarRuta, nombreDe } from '@/tests/contract/servidas';
import { nuevaPersona, nuevaSucursal, PASSWORD } from '@/tests/harness/factories';
import { pedirCon } from '@/tests/harness/next-headers';
import { entrar, tokenDe } from './llamar';
import { ACCIONES } from './matriz';

/** Whoever has a password that somebody else knows does nothing with it but choose another. */
let sucursal: number;
let nueva: Actor;
let token: string;

/** What answers all the same: choosing it, knowing who one is, leaving, and leaving the screen to somebody else. */
const RESPONDEN = [
  ...['POST /auth/change-password', 'GET /auth/profile', 'POST /auth/logout'],
  ...['GET /auth/mostrador', 'POST /auth/cambiar', 'POST /auth/bloquear', 'POST /auth/desbloquear'],
];

beforeAll(async () => {
  sucursal = await nuevaSucursal();
  nueva = await nuevaPersona('Superadministrador', sucursal);
  await sqlClient()`update usuario set debe_cambiar_clave = true where id = ${nueva.idUsuario}`;
  token = await tokenDe(nueva);
});

const cerradas = RUTAS.filter((r) => r.publica === false).map((ruta) => ({ nombre: nombreDe(ruta), ruta }));

describe('until they choose a password of their own', () => {
  it.each(cerradas.filter(({ nombre }) => !RESPONDEN.includes(nombre)))('$nombre refuses', async ({ ruta }) => {
    const { status, json } = await llamarRuta(ruta, { token, datos: ruta.ejemplo.pedido });
    expect([status, (json as { code?: string }).code]).toEqual([403, 'cambiar_clave']);
  });

  it('the page asked for gives way to choosing it, and comes back afterwards', async () => {
    const { requireContext } = await import('@/lib/auth/session');
    pedirCon({ authorization: `Bearer ${token}`, 'x-ruta': '/ventas?x=1' });
    const desvio = { digest: expect.stringContaining(';/cambiar-clave?volver=%2Fventas%3Fx%3D1;') };
    await expect(requireContext()).rejects.toMatchObject(desvio);
    expect((await requireContext(['cambiar_clave'])).actor.idUsuario).toBe(nueva.idUsuario);
  });

  it('no server action answers but choosing it', async () => {
    pedirCon({ authorization: `Bearer ${token}` });
    const rooms = ['caja', 'producto', 'usuario', 'venta'];
    for (const clave of Object.keys(ACCIONES).filter((c) => rooms.includes(c.split(' ')[0] ?? ''))) {
      const [sala = '', nombre = ''] = clave.split(' ');
      const modulo = (await import(/* @vite-ignore */ `../../lib/${sala}/actions.ts`)) as Record<
        string,
        (raw: unknown) => Promise<{ ok: boolean; code?: string }>
      >;
      const { code } = (await modulo[nombre]?.({})) ?? {};
      expect([clave, code]).toEqual([clave, nombre === 'cambiarClaveAction' ? 'validacion' : 'cambiar_clave']);
    }
  });

  it('and then everything answers, with the same sign-in', async () => {
    const otra = await nuevaPersona('Administrador', sucursal);
    await sqlClient()`update usuario set debe_cambiar_clave = true where id = ${otra.idUsuario}`;
    const { access_token } = await entrar(otra.email);
    const de = (nombre: string) => cerradas.find((c) => c.nombre === nombre)?.ruta;
    const [perfil, clave, ventas] = [de('GET /auth/profile'), de('POST /auth/change-password'), de('GET /ventas')];
    if (!perfil || !clave || !ventas) throw new Error('routes are missing');
    const leido = await llamarRuta(perfil, { token: access_token });
    expect(leido.json).toMatchObject({ debe_cambiar_clave: true });
    expect((await llamarRuta(ventas, { token: access_token })).status).toBe(403);
    const datos = { currentPassword: PASSWORD, newPassword: 'la que solo yo sé' };
    expect((await llamarRuta(clave, { token: access_token, datos })).status).toBe(200);
    expect((await llamarRuta(ventas, { token: access_token })).status).toBe(200);
  });

  it('a sign-in by PIN is not kept from the counter by it', async () => {
    olvidarPrincipal();
    const actor = await principalDeSesion(
      String(JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()).sid),
    );
    if (!actor) throw new Error('no actor');
    expect(esperaDe(actor)).toBe('cambiar_clave');
    expect(esperaDe({ ...actor, nivel: 'pin' })).toBeNull();
  });
});
