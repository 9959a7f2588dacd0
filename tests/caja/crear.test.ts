import { beforeAll, describe, expect, test } from 'vitest';
import { sqlClient } from '@/db';
import { abrirCaja } from '@/lib/caja/abrir';
import { cerrarCaja } from '@/lib/caja/cerrar';
import { crearCaja } from '@/lib/caja/crear';
import { editarCaja } from '@/lib/caja/editar';
import { eliminarCaja } from '@/lib/caja/eliminar';
import { listarCajas } from '@/lib/caja/queries';
import type { Context } from '@/lib/context';
import { auditadas, conClave, persona, saldoDe, sucursalNueva, sumaCuenta, tienda, tiendaAbierta } from './fixtures';

let idSucursal: number;
let admin: Context;
let cajera: Context;

beforeAll(async () => {
  idSucursal = await sucursalNueva();
  admin = await persona('Administrador', idSucursal);
  cajera = await persona('Operador', idSucursal);
});

describe('crearCaja', () => {
  test('has its drawer account, its ticket series and its trail from the first minute', async () => {
    const caja = await crearCaja(admin, { nombre: 'Principal', especialidad: 'MIXTA' });
    expect(caja).toMatchObject({
      nombre: 'Principal',
      especialidad: 'MIXTA',
      saldo: 0,
      estado: true,
      sesion_abierta: null,
    });
    expect(caja.id_user_create).toBe(admin.actor.idUsuario);
    expect(await saldoDe(caja.id)).toBe(0);
    const series = await sqlClient()`select serie, ultimo from serie_ticket where id_caja = ${caja.id}`;
    expect([...series]).toEqual([{ serie: `C${caja.id}`, ultimo: 0 }]);
    expect(await auditadas('caja.crear', caja.id)).toBe(1);
  });

  test('posts the cash that was already in the drawer against capital, outside any session', async () => {
    const antes = await sumaCuenta(`capital.S${idSucursal}`);
    const caja = await crearCaja(admin, { nombre: 'Con fondo', especialidad: 'SOLO_VENTAS', saldo: 150.5 });
    expect(caja.saldo).toBe(150.5);
    expect(await saldoDe(caja.id)).toBe(15_050);
    expect(await sumaCuenta(`capital.S${idSucursal}`)).toBe(antes - 15_050);
    const [asiento] = await sqlClient()`
      select tipo_documento, bolsillo, id_sesion_caja from asiento where tipo_documento = 'saldo_inicial_caja' and id_documento = ${caja.id}`;
    expect(asiento).toEqual({ tipo_documento: 'saldo_inicial_caja', bolsillo: 'fondo', id_sesion_caja: null });
  });

  test('a cashier may not', async () => {
    await expect(crearCaja(cajera, { nombre: 'Ajena', especialidad: 'MIXTA' })).rejects.toMatchObject({ status: 403 });
  });

  test('refuses a name in use in the branch, whatever its case, but not in another branch', async () => {
    await crearCaja(admin, { nombre: 'Repetida', especialidad: 'MIXTA' });
    await expect(crearCaja(admin, { nombre: 'REPETIDA', especialidad: 'MIXTA' })).rejects.toMatchObject({
      status: 409,
      code: 'nombre_repetido',
    });
    const otra = await persona('Administrador', await sucursalNueva());
    await expect(crearCaja(otra, { nombre: 'Repetida', especialidad: 'MIXTA' })).resolves.toMatchObject({ saldo: 0 });
  });

  test.each([
    [{ nombre: 'ab', especialidad: 'MIXTA' }, /3 caracteres/],
    [{ nombre: 'Buena', especialidad: 'OTRA' }, /SOLO_VENTAS/],
    [{ nombre: 'Buena', especialidad: 'MIXTA', saldo: -1 }, /negativo/],
    [{ nombre: 'Buena', especialidad: 'MIXTA', saldo: 1.005 }, /2 decimales/],
    [{ nombre: 'Buena', especialidad: 'MIXTA', color: 'rojo' }, /color/],
  ])('refuses %j', async (raw, frase) => {
    await expect(crearCaja(admin, raw)).rejects.toThrow(frase);
  });

  test('sent twice with its key, it is one caja', async () => {
    const ctx = conClave(admin);
    const raw = { nombre: 'Una sola', especialidad: 'MIXTA', saldo: 10 };
    const primera = await crearCaja(ctx, raw);
    expect(await crearCaja(ctx, raw)).toEqual(primera);
    expect(await saldoDe(primera.id)).toBe(1000);
  });
});

describe('editarCaja', () => {
  test('changes what is sent and nothing else; the cash never', async () => {
    const { admin, caja } = await tienda(50);
    const editada = await editarCaja(admin, { id: caja.id, nombre: 'Nombre nuevo', saldo: 9999 });
    expect(editada).toMatchObject({ nombre: 'Nombre nuevo', especialidad: 'MIXTA', saldo: 50 });
    expect(editada.id_user_update).toBe(admin.actor.idUsuario);
    expect(await auditadas('caja.editar', caja.id)).toBe(1);
  });

  test('a cashier may not, and another branch does not see it', async () => {
    const { cajera, caja } = await tienda();
    await expect(editarCaja(cajera, { id: caja.id, nombre: 'Otra cosa' })).rejects.toMatchObject({ status: 403 });
    await expect(editarCaja(admin, { id: caja.id, nombre: 'Otra cosa' })).rejects.toMatchObject({ status: 404 });
  });

  test('refuses a name in use and another especialidad while open', async () => {
    const { admin, caja } = await tiendaAbierta();
    const otra = await crearCaja(admin, { nombre: 'La otra', especialidad: 'MIXTA' });
    await expect(editarCaja(admin, { id: otra.id, nombre: caja.nombre })).rejects.toMatchObject({
      code: 'nombre_repetido',
    });
    await expect(editarCaja(admin, { id: caja.id, especialidad: 'SOLO_AGENTES' })).rejects.toMatchObject({
      code: 'caja_abierta',
    });
    await expect(
      editarCaja(admin, { id: caja.id, especialidad: 'MIXTA', nombre: 'Sigue abierta' }),
    ).resolves.toMatchObject({
      nombre: 'Sigue abierta',
    });
  });

  test('repeated, it answers the same', async () => {
    const { admin, caja } = await tienda();
    const raw = { id: String(caja.id), nombre: 'Dos veces' };
    const { updated_at: _, ...primera } = await editarCaja(admin, raw);
    expect(await editarCaja(admin, raw)).toMatchObject(primera);
  });
});

describe('eliminarCaja', () => {
  test('it leaves the lists, frees its name and keeps its history', async () => {
    const { admin, cajera, caja, sesion } = await tiendaAbierta(0);
    await cerrarCaja(cajera, { id: sesion.id, monto_final_real: 0 });
    expect(await eliminarCaja(admin, { id: caja.id, id_user_update: '1' })).toMatchObject({ estado: false });
    expect((await listarCajas(admin)).items.map((c) => c.id)).not.toContain(caja.id);
    await expect(crearCaja(admin, { nombre: caja.nombre, especialidad: 'MIXTA' })).resolves.toBeTruthy();
    expect(await auditadas('caja.eliminar', caja.id)).toBe(1);
    await expect(abrirCaja(cajera, { id_caja: caja.id })).rejects.toMatchObject({ status: 404 });
  });

  test('a cashier may not', async () => {
    const { cajera, caja } = await tienda();
    await expect(eliminarCaja(cajera, { id: caja.id })).rejects.toMatchObject({ status: 403 });
  });

  test('refused while open, and while its drawer holds money, without stating how much', async () => {
    const { admin, cajera, caja, sesion } = await tiendaAbierta(73);
    await expect(eliminarCaja(admin, { id: caja.id })).rejects.toMatchObject({ code: 'caja_abierta' });
    await cerrarCaja(cajera, { id: sesion.id, monto_final_real: 73 });
    const refusal = await eliminarCaja(admin, { id: caja.id }).catch((e: unknown) => e);
    expect(refusal).toMatchObject({ status: 409, code: 'caja_con_dinero' });
    expect(String(refusal)).not.toMatch(/73/);
  });

  test('repeated, there is nothing left to delete', async () => {
    const { admin, caja } = await tienda();
    await eliminarCaja(admin, { id: caja.id });
    await expect(eliminarCaja(admin, { id: caja.id })).rejects.toMatchObject({ status: 404 });
  });
});
