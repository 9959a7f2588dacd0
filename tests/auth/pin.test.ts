import { beforeAll, describe, expect, it } from 'vitest';
import { POST as poner, DELETE as quitar } from '@/app/api/auth/pin/route';
import { DELETE as quitarDe } from '@/app/api/usuario/[id]/pin/route';
import { sqlClient } from '@/db';
import { verifyPin } from '@/lib/auth/pin-hash';
import type { Actor } from '@/lib/context';
import { nuevaPersona, nuevaSucursal, PASSWORD } from '@/tests/harness/factories';
import { llamar, tokenDe } from './llamar';
import { conPin, desde, navegadorDe, nuevaIp, PIN } from './navegador';

let sucursal: number;
let rosa: Actor;

beforeAll(async () => {
  sucursal = await nuevaSucursal();
  rosa = await nuevaPersona('Operador', sucursal);
});

const hashDe = async (actor: Actor) => {
  const [fila] = await sqlClient()<{ pin_hash: string | null }[]>`
    select pin_hash from usuario where id = ${actor.idUsuario}`;
  return fila?.pin_hash ?? null;
};

const ponerlo = async (actor: Actor, pin: unknown, password: unknown = PASSWORD, ip = nuevaIp()) =>
  desde(await navegadorDe(actor), poner, { cuerpo: { pin, password }, ip });

describe('one’s own PIN', () => {
  it('is kept as a peppered argon2id hash, never as it is, and leaves its trail', async () => {
    expect((await ponerlo(rosa, PIN)).status).toBe(200);
    const hash = await hashDe(rosa);
    expect(hash).toMatch(/^\$argon2id\$/);
    expect(await verifyPin(PIN, hash)).toBe(true);
    const { verifyPassword } = await import('@/lib/auth/password');
    expect(await verifyPassword(PIN, hash)).toBe(false);
    const rastro = await sqlClient()<{ fila: string }[]>`
      select to_jsonb(auditoria)::text as fila from auditoria where accion = 'usuario.poner_pin'`;
    expect(rastro).toHaveLength(1);
    expect(rastro[0]?.fila).not.toMatch(new RegExp(`argon2|"${PIN}"`));
  });

  it.each(['111111', '123456', '987654', '890123', '121212', '123123', '170590', '17051990', '19900517'])(
    '%s is too easy, and changes nothing',
    async (facil) => {
      const persona = await nuevaPersona('Operador', sucursal);
      const { status, cuerpo } = await ponerlo(persona, facil);
      expect([status, Object.keys(cuerpo.campos ?? {})]).toEqual([400, ['pin']]);
      expect(await hashDe(persona)).toBeNull();
    },
  );

  it.each(['12345', '1234567890123', '48a915', 482915, ''])('%s is no PIN', async (malo) => {
    expect((await ponerlo(rosa, malo)).status).toBe(400);
  });

  it('needs the password, which cannot be guessed this way either', async () => {
    const persona = await nuevaPersona('Operador', sucursal);
    const ip = nuevaIp();
    for (let i = 0; i < 5; i++) {
      expect((await ponerlo(persona, PIN, 'otra-clave', ip)).cuerpo.code).toBe('clave_incorrecta');
    }
    const frenado = await ponerlo(persona, PIN, PASSWORD, ip);
    expect(frenado.status).toBe(429);
    expect(Number(frenado.headers.get('retry-after'))).toBeGreaterThan(800);
    expect(await hashDe(persona)).toBeNull();
  });

  it('is taken away by its owner', async () => {
    const persona = await conPin(await nuevaPersona('Operador', sucursal));
    expect((await desde(await navegadorDe(persona), quitar, { metodo: 'DELETE' })).status).toBe(200);
    expect(await hashDe(persona)).toBeNull();
  });
});

describe('the PIN of somebody else', () => {
  const quitarA = async (quien: Actor, aQuien: Actor) =>
    llamar(quitarDe, { metodo: 'DELETE', token: await tokenDe(quien), params: { id: String(aQuien.idUsuario) } });

  it('is taken away by an administrator, once, and never set', async () => {
    const admin = await nuevaPersona('Administrador', sucursal);
    const persona = await conPin(await nuevaPersona('Operador', sucursal));
    expect((await quitarA(admin, persona)).status).toBe(200);
    expect((await quitarA(admin, persona)).status).toBe(200);
    expect(await hashDe(persona)).toBeNull();
    const rastro = await sqlClient()`
      select 1 from auditoria where accion = 'usuario.quitar_pin' and id_entidad = ${String(persona.idUsuario)}`;
    expect(rastro).toHaveLength(1);
  });

  it('is out of reach of an operator, of another branch, and of who has fewer rights', async () => {
    const admin = await nuevaPersona('Administrador', sucursal);
    const jefe = await conPin(await nuevaPersona('Superadministrador', sucursal));
    const ajena = await conPin(await nuevaPersona('Operador', await nuevaSucursal()));
    expect((await quitarA(rosa, jefe)).status).toBe(403);
    expect((await quitarA(admin, jefe)).status).toBe(403);
    expect((await quitarA(admin, ajena)).status).toBe(404);
    expect(await hashDe(jefe)).not.toBeNull();
    expect(await hashDe(ajena)).not.toBeNull();
  });
});
