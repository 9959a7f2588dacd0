import { beforeEach, describe, expect, it } from 'vitest';
import { sqlClient } from '@/db';
import { cargarDemo } from '@/db/seed/demo/cargar';
import { ingresar } from '@/lib/auth/ingresar';
import type { PublicContext } from '@/lib/auth/public-context';
import { emitirClave } from '@/lib/instalacion/clave';
import { estaInstalada } from '@/lib/instalacion/instalada';
import { instalar } from '@/lib/instalacion/instalar';
import { kv } from '@/lib/kv/kv';
import { verificar } from '@/lib/verificacion/verificar';

const ahora = new Date('2026-11-24T15:00:00Z');
const PASSWORD = 'tres perros azules';

const desde = (ip: string | null = null): PublicContext => ({
  ahora,
  requestId: 'pedido-instalar',
  ip,
  dispositivo: 'prueba',
  bearer: null,
});

const datos = (clave: string | null, cambios: object = {}) => ({
  tienda: 'La Kantuta',
  sucursal: 'Casa matriz',
  direccion: 'Calle 21, Calacoto',
  telefono: '',
  nombres: 'Elena',
  p_apellido: 'Vargas',
  fecha_nacimiento: '1980-03-09',
  genero: 'F',
  email: 'Elena@Kantuta.bo',
  password: PASSWORD,
  clave: clave ?? '',
  ...cambios,
});

const cuantos = async () => {
  const [fila] = await sqlClient()<{ gente: number; sucursales: number; cajas: number }[]>`
    select (select count(*)::int from usuario) as gente, (select count(*)::int from sucursal) as sucursales,
      (select count(*)::int from caja) as cajas`;
  return fila;
};
const NADA = { gente: 0, sucursales: 0, cajas: 0 };

// One file, one database: the tests that refuse come first, and the shop that they leave is empty.
describe('an empty database', () => {
  beforeEach(async () => {
    await kv().delete('instalar');
  });

  it('has no wizard without a key', async () => {
    expect(await estaInstalada()).toBe(false);
    await expect(instalar(desde(), datos('0'.repeat(20)))).rejects.toMatchObject({ code: 'clave_de_instalacion' });
  });

  it('gives a key of 100 bits, keeps only its hash, and each new one replaces the last', async () => {
    const primera = await emitirClave(ahora);
    const segunda = await emitirClave(ahora);
    expect(primera).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}$/);
    const filas = await sqlClient()<{ clave_huella: string }[]>`select clave_huella from instalacion`;
    expect(filas).toHaveLength(1);
    expect(JSON.stringify(filas)).not.toContain(String(segunda).replaceAll('-', ''));
    await expect(instalar(desde(), datos(primera))).rejects.toMatchObject({ code: 'clave_de_instalacion' });
    expect(await cuantos()).toEqual(NADA);
  });

  it('refuses a wrong key, and after ten from one address makes it wait', async () => {
    const clave = await emitirClave(ahora);
    for (let i = 0; i < 10; i++) {
      await expect(instalar(desde('10.0.0.9'), datos('mala'))).rejects.toMatchObject({ status: 403 });
    }
    await expect(instalar(desde('10.0.0.9'), datos(clave))).rejects.toMatchObject({ status: 429 });
    expect(await cuantos()).toEqual(NADA);
  });

  it.each([
    ['short', 'corta'],
    ['common', 'Password123!'],
    ['one letter', 'aaaaaaaaaaaa'],
    ['the mail', 'elena@kantuta.bo'],
  ])('refuses a password that is %s, and the key stays good', async (_cual, password) => {
    const clave = await emitirClave(ahora);
    await expect(instalar(desde(), datos(clave, { password }))).rejects.toThrow(/contraseña/);
    expect(await cuantos()).toEqual(NADA);
  });

  it('leaves nothing of an installation that fails half way', async () => {
    const clave = await emitirClave(ahora);
    await sqlClient()`insert into sucursal (nombre) values ('Casa matriz')`;
    await expect(instalar(desde(), datos(clave))).rejects.toMatchObject({ code: 'nombre_repetido' });
    await sqlClient()`delete from sucursal`;
    expect(await cuantos()).toEqual(NADA);
    expect(await sqlClient()`select 1 from instalacion where instalada_en is null`).toHaveLength(1);
  });
});

describe('the installation', () => {
  it('of two at once is one', async () => {
    const clave = await emitirClave(ahora);
    const escrita = String(clave).toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o');
    const juntas = await Promise.allSettled([
      instalar(desde(), datos(escrita)),
      instalar(desde(), datos(escrita, { email: 'otra@kantuta.bo', sucursal: 'Otra matriz' })),
    ]);
    expect(juntas.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const perdio = juntas.find((una) => una.status === 'rejected');
    expect(perdio?.reason).toMatchObject({ code: 'ya_instalada', status: 409 });
    expect(await cuantos()).toEqual({ gente: 1, sucursales: 1, cajas: 1 });
  });

  it('leaves a shop that works: an owner who may do everything, a caja for all, books that agree, a trail', async () => {
    const [dueno] = await sqlClient()<{ email: string }[]>`select email from usuario`;
    const { actor } = await ingresar(desde(), { email: dueno?.email, password: PASSWORD }, 'navegador');
    expect(actor.permisos.has('sucursal:administrar')).toBe(true);
    expect(await sqlClient()`select nombre, especialidad from caja`).toEqual([
      { nombre: 'Caja 1', especialidad: 'MIXTA' },
    ]);
    const trail = await sqlClient()`select id_usuario, request_id from auditoria where accion = 'tienda.instalar'`;
    expect(trail).toEqual([{ id_usuario: actor.idUsuario, request_id: 'pedido-instalar' }]);
    const [fila] = await sqlClient()`select tienda from instalacion`;
    expect(fila?.tienda).toBe('La Kantuta');
    expect(await verificar(sqlClient())).toEqual([]);
  });

  it('is for good: no new key, and no key installs again', async () => {
    expect(await estaInstalada()).toBe(true);
    expect(await emitirClave(ahora)).toBeNull();
    await expect(instalar(desde(), datos('cualquiera'))).rejects.toMatchObject({ code: 'ya_instalada' });
    expect(await cargarDemo({ ahora, dias: 1 })).toEqual({ situacion: 'otros_datos', ventas: 0 });
  });
});
