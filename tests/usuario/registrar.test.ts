import { beforeAll, describe, expect, it } from 'vitest';
import { sqlClient } from '@/db';
import { verifyPassword } from '@/lib/auth/password';
import { PermisoError } from '@/lib/errors';
import { RolMayorError } from '@/lib/rol/errors';
import { CorreoRepetidoError } from '@/lib/usuario/errors';
import { leerUsuario, listarRoles } from '@/lib/usuario/queries';
import { registrarUsuario } from '@/lib/usuario/registrar';
import { ctxDe, ctxSistema, nuevaPersona, nuevaSucursal } from '@/tests/harness/factories';

let sucursal: number;
let otra: number;
let n = 0;

beforeAll(async () => {
  [sucursal, otra] = [await nuevaSucursal(), await nuevaSucursal()];
});

const ficha = (mas: Record<string, unknown> = {}) => ({
  email: `nueva${++n}@prueba.bo`,
  password: 'una-contraseña',
  nombres: 'Rosa',
  p_apellido: 'Quispe',
  s_apellido: '',
  fecha_nacimiento: '1990-05-17',
  genero: 'F',
  ...mas,
});

describe('registrarUsuario', () => {
  it('makes a cashier of the branch who can sign in, and leaves it in the trail without the password', async () => {
    const admin = await nuevaPersona('Administrador', sucursal);
    const dto = await registrarUsuario(ctxDe(admin), ficha({ email: ' Rosa@Prueba.BO ' }));
    expect(dto).toMatchObject({
      name: 'Rosa Quispe',
      email: 'rosa@prueba.bo',
      id_sucursal: sucursal,
      estado: true,
      id_user_create: admin.idUsuario,
      persona: { nombres: 'Rosa', s_apellido: null, fecha_nacimiento: '1990-05-17', genero: 'F' },
      role: { id: 2, nombre: 'Operador' },
    });
    const [fila] = await sqlClient()`select password_hash from usuario where id = ${dto.id}`;
    expect(await verifyPassword('una-contraseña', String(fila?.password_hash))).toBe(true);
    const [rastro] = await sqlClient()`
      select despues::text as despues from auditoria where accion = 'usuario.crear' and id_entidad = ${String(dto.id)}`;
    expect(rastro?.despues).toContain('rosa@prueba.bo');
    expect(rastro?.despues).not.toMatch(/argon2|contraseña/);
  });

  it.each(['Operador', 'Almacenero', 'Propietario'] as const)('is refused to %s', async (rol) => {
    const actor = await nuevaPersona(rol, sucursal);
    await expect(registrarUsuario(ctxDe(actor), ficha())).rejects.toThrow(PermisoError);
  });

  it('never grants a role with rights the grantor lacks', async () => {
    const admin = await nuevaPersona('Administrador', sucursal);
    await expect(registrarUsuario(ctxDe(admin), ficha({ id_role: 3 }))).rejects.toThrow(RolMayorError);
    await expect(registrarUsuario(ctxDe(admin), ficha({ id_role: 4 }))).rejects.toThrow(RolMayorError);
    expect((await registrarUsuario(ctxDe(admin), ficha({ id_role: 1 }))).role.id).toBe(1);
    await expect(registrarUsuario(ctxDe(admin), ficha({ id_role: 99 }))).rejects.toThrow('El rol no existe.');
  });

  it('puts people in another branch only by who works in all', async () => {
    const admin = await nuevaPersona('Administrador', sucursal);
    const duena = await nuevaPersona('Superadministrador', sucursal);
    await expect(registrarUsuario(ctxDe(admin), ficha({ id_sucursal: otra }))).rejects.toThrow(PermisoError);
    expect((await registrarUsuario(ctxDe(duena), ficha({ id_sucursal: otra }))).id_sucursal).toBe(otra);
    await expect(registrarUsuario(ctxDe(duena), ficha({ id_sucursal: 9999 }))).rejects.toThrow(
      'La sucursal no existe.',
    );
  });

  it('of one mail twice, also at once and in another case, makes one person and one sentence', async () => {
    const ctx = ctxSistema(sucursal);
    const email = 'doble@prueba.bo';
    const intentos = [ficha({ email }), ficha({ email: 'DOBLE@prueba.bo' }), ficha({ email })];
    const hechos = await Promise.allSettled(intentos.map((f) => registrarUsuario(ctx, f)));
    expect(hechos.filter((h) => h.status === 'fulfilled')).toHaveLength(1);
    await expect(registrarUsuario(ctx, ficha({ email }))).rejects.toThrow(CorreoRepetidoError);
    const [personas] = await sqlClient()`select count(*)::int as n from persona p
      where not exists (select 1 from usuario u where u.id_persona = p.id)`;
    expect(personas?.n).toBe(0);
  });

  it.each([
    ['a short password', { password: 'corta' }],
    ['a broken mail', { email: 'rosa' }],
    ['a day that does not exist', { fecha_nacimiento: '1990-02-30' }],
    ['another gender', { genero: 'X' }],
    ['an unknown field', { rol: 'jefa' }],
  ])('refuses %s', async (_que, mal) => {
    await expect(registrarUsuario(ctxSistema(sucursal), ficha(mal))).rejects.toMatchObject({ name: 'ZodError' });
  });
});

describe('reading people', () => {
  it('is for who may, and of one’s own branch', async () => {
    const [admin, operador] = [await nuevaPersona('Administrador', sucursal), await nuevaPersona('Operador', sucursal)];
    const ajena = await nuevaPersona('Operador', otra);
    const duena = await nuevaPersona('Propietario', sucursal);
    expect((await leerUsuario(ctxDe(admin), { id: operador.idUsuario })).email).toBe(operador.email);
    expect((await leerUsuario(ctxDe(operador), { id: operador.idUsuario })).email).toBe(operador.email);
    await expect(leerUsuario(ctxDe(operador), { id: admin.idUsuario })).rejects.toThrow(PermisoError);
    await expect(leerUsuario(ctxDe(admin), { id: ajena.idUsuario })).rejects.toThrow('La persona no existe.');
    expect((await leerUsuario(ctxDe(duena), { id: ajena.idUsuario })).id).toBe(ajena.idUsuario);
  });

  it('lists the five roles with the ids that clients expect', async () => {
    const roles = await listarRoles(ctxSistema(sucursal));
    expect(roles.map((r) => [r.id, r.nombre])).toEqual([
      [1, 'Administrador'],
      [2, 'Operador'],
      [3, 'Superadministrador'],
      [4, 'Propietario'],
      [5, 'Almacenero'],
    ]);
  });
});
