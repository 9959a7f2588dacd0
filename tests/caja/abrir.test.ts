import { describe, expect, test } from 'vitest';
import { sqlClient } from '@/db';
import { abrirCaja } from '@/lib/caja/abrir';
import { cerrarCaja } from '@/lib/caja/cerrar';
import { crearCaja } from '@/lib/caja/crear';
import { balanceSesion } from '@/lib/caja/queries';
import { a, auditadas, conClave, persona, saldoDe, sucursalNueva, sumaCuenta, tienda, tiendaAbierta } from './fixtures';

describe('abrirCaja', () => {
  test('by default with what the drawer holds, in the name of who asks, without any difference', async () => {
    const { idSucursal, cajera, caja } = await tienda(120);
    const sesion = await abrirCaja(cajera, { id_caja: caja.id, id_user_create: 999 });
    expect(sesion).toMatchObject({
      monto_inicial: 120,
      estado_sesion: 'ABIERTA',
      id_caja: caja.id,
      id_usuario: cajera.actor.idUsuario,
      cajero: cajera.actor.nombre,
      id_user_create: cajera.actor.idUsuario,
      fecha_cierre: null,
      monto_final_real: null,
      caja: { id: caja.id, nombre: caja.nombre },
    });
    expect(await sumaCuenta(`apertura.S${idSucursal}`)).toBe(0);
    expect(await auditadas('caja.abrir', sesion.id)).toBe(1);
  });

  test.each([
    ['less', 95, -25],
    ['more', 130.5, 10.5],
    ['nothing', 0, -120],
  ])(
    '%s than the drawer held is posted before the session, and the drawer equals the count',
    async (_, contado, diferencia) => {
      const { idSucursal, admin, caja } = await tienda(120);
      const sesion = await abrirCaja(admin, { id_caja: caja.id, monto_inicial: contado });
      expect(sesion.monto_inicial).toBe(contado);
      expect(await saldoDe(caja.id)).toBe(contado * 100);
      expect(await sumaCuenta(`apertura.S${idSucursal}`)).toBe(-diferencia * 100);
      const asientos = await sqlClient()`
      select tipo_documento, id_sesion_caja, bolsillo from asiento where tipo_documento = 'apertura' and id_documento = ${sesion.id}`;
      expect([...asientos]).toEqual([{ tipo_documento: 'apertura', id_sesion_caja: null, bolsillo: 'fondo' }]);
      expect((await balanceSesion(admin, { id: sesion.id })).monto_final_teorico).toBe(contado);
    },
  );

  test('is blind: without the right the answer states nothing of what was expected', async () => {
    const { cajera, admin, caja } = await tienda(120);
    const sesion = await abrirCaja(cajera, { id_caja: caja.id, monto_inicial: 105 });
    expect(sesion).toMatchObject({ diferencia_apertura: null, monto_final_teorico: null, caja: { saldo: null } });
    await cerrarCaja(cajera, { id: sesion.id, monto_final_real: 90 });
    const vista = await abrirCaja(admin, { id_caja: caja.id, monto_inicial: 80 });
    expect(vista).toMatchObject({ diferencia_apertura: -10, monto_final_teorico: 80, caja: { saldo: 80 } });
  });

  test('a stock keeper may not, and another person needs the right', async () => {
    const { idSucursal, admin, cajera, caja } = await tienda();
    const almacen = await persona('Almacenero', idSucursal);
    await expect(abrirCaja(almacen, { id_caja: caja.id })).rejects.toMatchObject({ status: 403 });
    const raw = { id_caja: caja.id, id_usuario: admin.actor.idUsuario };
    await expect(abrirCaja(cajera, raw)).rejects.toMatchObject({ status: 403 });
    const sesion = await abrirCaja(admin, { id_caja: caja.id, id_usuario: String(cajera.actor.idUsuario) });
    expect(sesion).toMatchObject({ id_usuario: cajera.actor.idUsuario, id_user_create: admin.actor.idUsuario });
  });

  test('the responsible person must be active and of that branch', async () => {
    const { admin, caja } = await tienda();
    const ajena = await persona('Operador', await sucursalNueva());
    const deBaja = await persona('Operador', admin.idSucursal);
    await sqlClient()`update usuario set estado = false where id = ${deBaja.actor.idUsuario}`;
    for (const { actor } of [ajena, deBaja]) {
      await expect(abrirCaja(admin, { id_caja: caja.id, id_usuario: actor.idUsuario })).rejects.toMatchObject({
        status: 409,
        code: 'responsable',
      });
    }
    await expect(abrirCaja(ajena, { id_caja: caja.id })).rejects.toMatchObject({ status: 404 });
  });

  test('an open caja and a person with an open caja are refused, naming who and where', async () => {
    const { idSucursal, admin, cajera, caja } = await tiendaAbierta();
    const otra = await persona('Operador', idSucursal);
    const segunda = await crearCaja(admin, { nombre: 'Segunda', especialidad: 'MIXTA' });
    await expect(abrirCaja(otra, { id_caja: caja.id })).rejects.toMatchObject({
      status: 409,
      message: `${caja.nombre} ya está abierta por ${cajera.actor.nombre} desde vie 20 nov, 12:00.`,
    });
    await expect(abrirCaja(cajera, { id_caja: segunda.id })).rejects.toMatchObject({
      status: 409,
      message: `${cajera.actor.nombre} ya tiene abierta ${caja.nombre}, en ${segunda.sucursal}.`,
    });
  });

  test('a refused opening leaves no difference posted', async () => {
    const { idSucursal, admin, cajera } = await tiendaAbierta();
    const segunda = await crearCaja(admin, { nombre: 'Segunda', especialidad: 'MIXTA', saldo: 40 });
    await expect(abrirCaja(cajera, { id_caja: segunda.id, monto_inicial: 10 })).rejects.toMatchObject({ status: 409 });
    expect(await saldoDe(segunda.id)).toBe(4000);
    expect(await sumaCuenta(`apertura.S${idSucursal}`)).toBe(0);
  });

  test('sent twice with its key, it is one session; the key with another count is refused', async () => {
    const { cajera, caja } = await tienda(50);
    const ctx = conClave(cajera);
    const primera = await abrirCaja(ctx, { id_caja: caja.id, monto_inicial: 45 });
    expect(await abrirCaja(ctx, { id_caja: caja.id, monto_inicial: 45 })).toEqual(primera);
    expect(await saldoDe(caja.id)).toBe(4500);
    await expect(abrirCaja(ctx, { id_caja: caja.id, monto_inicial: 46 })).rejects.toMatchObject({
      code: 'clave_reutilizada',
    });
  });

  test.each([
    ['2026-11-21T03:59:59.999Z', '2026-11-20'],
    ['2026-11-21T04:00:00.000Z', '2026-11-21'],
  ])('at %s its business day is %s, of La Paz', async (ahora, dia) => {
    const { cajera, caja } = await tienda();
    expect(await abrirCaja(a(cajera, ahora), { id_caja: caja.id })).toMatchObject({
      fecha_negocio: dia,
      fecha_apertura: ahora,
    });
  });
});
