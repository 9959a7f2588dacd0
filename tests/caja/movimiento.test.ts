import { describe, expect, test } from 'vitest';
import { sqlClient } from '@/db';
import { cerrarCaja } from '@/lib/caja/cerrar';
import { registrarMovimiento } from '@/lib/caja/registrar-movimiento';
import { auditadas, conClave, persona, saldoDe, sucursalNueva, sumaCuenta, tiendaAbierta } from './fixtures';

describe('registrarMovimiento', () => {
  test('an ingreso raises the drawer and an egreso lowers it, each against its account, in the fondo', async () => {
    const { idSucursal, cajera, caja, sesion } = await tiendaAbierta(100);
    const ingreso = await registrarMovimiento(cajera, {
      tipo: 'INGRESO',
      monto: 25.5,
      motivo: 'Cambio del dueño',
      id_sesion_caja: sesion.id,
      id_user_create: 77,
    });
    expect(ingreso).toMatchObject({
      tipo: 'INGRESO',
      monto: 25.5,
      motivo: 'Cambio del dueño',
      id_sesion_caja: sesion.id,
      id_user_create: cajera.actor.idUsuario,
      usuario: cajera.actor.nombre,
    });
    await registrarMovimiento(cajera, { tipo: 'EGRESO', monto: 0.1, motivo: 'Pasaje', id_sesion_caja: sesion.id });
    expect(await saldoDe(caja.id)).toBe(12_540);
    expect(await sumaCuenta(`ingresos_varios.S${idSucursal}`)).toBe(-2550);
    expect(await sumaCuenta(`egresos_varios.S${idSucursal}`)).toBe(10);
    const bolsillos = await sqlClient()`select distinct bolsillo from asiento where id_sesion_caja = ${sesion.id}`;
    expect([...bolsillos]).toEqual([{ bolsillo: 'fondo' }]);
    expect(await auditadas('caja.movimiento', ingreso.id)).toBe(1);
  });

  test('the owner, who only looks, may not', async () => {
    const { idSucursal, sesion } = await tiendaAbierta();
    const propietario = await persona('Propietario', idSucursal);
    const raw = { tipo: 'INGRESO', monto: 1, motivo: 'Prueba', id_sesion_caja: sesion.id };
    await expect(registrarMovimiento(propietario, raw)).rejects.toMatchObject({ status: 403 });
  });

  test("another person's session needs the right to close it; another branch's does not exist", async () => {
    const { idSucursal, admin, sesion } = await tiendaAbierta();
    const otra = await persona('Operador', idSucursal);
    const lejana = await persona('Administrador', await sucursalNueva());
    const raw = { tipo: 'INGRESO', monto: 1, motivo: 'Prueba', id_sesion_caja: sesion.id };
    await expect(registrarMovimiento(otra, raw)).rejects.toMatchObject({ status: 403 });
    await expect(registrarMovimiento(lejana, raw)).rejects.toMatchObject({ status: 404 });
    await expect(registrarMovimiento(admin, raw)).resolves.toMatchObject({ id_user_create: admin.actor.idUsuario });
  });

  test('an egreso beyond the drawer is refused without stating any figure, and leaves nothing behind', async () => {
    const { cajera, caja, sesion } = await tiendaAbierta(87.4);
    const raw = { tipo: 'EGRESO', monto: 87.5, motivo: 'Proveedor', id_sesion_caja: sesion.id };
    const refusal = await registrarMovimiento(cajera, raw).catch((e: unknown) => e);
    expect(refusal).toMatchObject({ status: 409, code: 'saldo_insuficiente' });
    expect(String(refusal)).not.toMatch(/\d/);
    expect(await saldoDe(caja.id)).toBe(8740);
    expect(await sqlClient()`select 1 from movimiento_caja where id_sesion_caja = ${sesion.id}`).toHaveLength(0);
    await expect(registrarMovimiento(cajera, { ...raw, monto: 87.4 })).resolves.toMatchObject({ monto: 87.4 });
  });

  test.each([
    [{ monto: 0.09 }, /0,10/],
    [{ monto: 0.105 }, /2 decimales/],
    [{ motivo: '  ' }, /3 caracteres/],
    [{ tipo: 'AJUSTE' }, /INGRESO o EGRESO/],
  ])('refuses %j', async (parte, frase) => {
    const { cajera, sesion } = await tiendaAbierta();
    const raw = { tipo: 'INGRESO', monto: 1, motivo: 'Prueba', id_sesion_caja: sesion.id, ...parte };
    await expect(registrarMovimiento(cajera, raw)).rejects.toThrow(frase);
  });

  test('refused in a closed session', async () => {
    const { cajera, sesion } = await tiendaAbierta();
    await cerrarCaja(cajera, { id: sesion.id, monto_final_real: 100 });
    const raw = { tipo: 'INGRESO', monto: 1, motivo: 'Prueba', id_sesion_caja: sesion.id };
    await expect(registrarMovimiento(cajera, raw)).rejects.toMatchObject({ status: 409, code: 'sesion_cerrada' });
  });

  test('sent twice with its key, the cash moves once; also after the close', async () => {
    const { cajera, caja, sesion } = await tiendaAbierta(100);
    const ctx = conClave(cajera);
    const raw = { tipo: 'EGRESO', monto: 30, motivo: 'Gas', id_sesion_caja: sesion.id };
    const primera = await registrarMovimiento(ctx, raw);
    expect(await registrarMovimiento(ctx, raw)).toEqual(primera);
    expect(await saldoDe(caja.id)).toBe(7000);
    await cerrarCaja(cajera, { id: sesion.id, monto_final_real: 70 });
    expect(await registrarMovimiento(ctx, raw)).toEqual(primera);
    await expect(registrarMovimiento(ctx, { ...raw, monto: 31 })).rejects.toMatchObject({ code: 'clave_reutilizada' });
  });
});
