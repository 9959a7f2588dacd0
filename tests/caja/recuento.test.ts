import { describe, expect, test } from 'vitest';
import { sqlClient } from '@/db';
import { aprobarConPin } from '@/lib/aprobacion/aprobar-con-pin';
import { ponerPin } from '@/lib/auth/pin';
import { abrirCaja } from '@/lib/caja/abrir';
import { cerrarCaja } from '@/lib/caja/cerrar';
import { cierreDeSesion } from '@/lib/caja/queries-cierre';
import { recontarCaja } from '@/lib/caja/recontar';
import { verificar } from '@/lib/verificacion/verificar';
import { PASSWORD } from '@/tests/harness/factories';
import { a, auditadas, conClave, persona, saldoDe, sumaCuenta, tiendaAbierta } from './fixtures';

const MAS_TARDE = '2026-11-21T12:00:00.000Z';
const motivo = 'Apareció un billete debajo de la bandeja';

/** A caja closed by the cashier with `real` in its drawer, where 100 were expected. */
async function cerrada(real: number) {
  const t = await tiendaAbierta(100);
  await cerrarCaja(t.cajera, { id: t.sesion.id, monto_final_real: real });
  return { ...t, jefa: a(t.admin, MAS_TARDE) };
}

const cuentas = async (idSucursal: number) => [
  await sumaCuenta(`faltante.S${idSucursal}`),
  await sumaCuenta(`sobrante.S${idSucursal}`),
  await sumaCuenta(`apertura.S${idSucursal}`),
];

describe('recontarCaja', () => {
  test('corrects the difference of a closed session and its drawer, names it, and leaves the sealed count', async () => {
    const { idSucursal, jefa, caja, sesion } = await cerrada(80);
    const recuento = await recontarCaja(jefa, { id: sesion.id, monto: 105, denominaciones: { 100: 1, 5: 1 }, motivo });
    expect(recuento).toMatchObject({ ajuste: 25, diferencia: 5, contra: 'gaveta', denominaciones: { 100: 1, 5: 1 } });
    expect(await saldoDe(caja.id)).toBe(10_500);
    // Twenty were missing; in truth five are left over.
    expect(await cuentas(idSucursal)).toEqual([0, -500, 0]);
    const [asiento] = await sqlClient()`
      select a.id_sesion_caja, c.tipo_documento as corrige from asiento a join asiento c on c.id = a.corrige_a
      where a.tipo_documento = 'recuento_caja' and a.id_documento = ${recuento.id}`;
    expect(asiento).toEqual({ id_sesion_caja: sesion.id, corrige: 'cierre' });
    const cierre = await cierreDeSesion(jefa, { id: sesion.id });
    expect(cierre).toMatchObject({
      sesion: { monto_final_real: 80, diferencia: -20 },
      balance: { monto_final_teorico: 100 },
      diferencia_vigente: 5,
      recuentos: [{ id: recuento.id }],
      correcciones: [{ tipo_documento: 'recuento_caja', importe: 25 }],
    });
    expect(await auditadas('caja.recontar', recuento.id)).toBe(1);
    expect(await abrirCaja(jefa, { id_caja: caja.id })).toMatchObject({ monto_inicial: 105, diferencia_apertura: 0 });
    expect(await verificar(sqlClient())).toEqual([]);
  });

  test('a second recount starts from the first; the same again is nothing to correct', async () => {
    const { idSucursal, jefa, caja, sesion } = await cerrada(80);
    await recontarCaja(jefa, { id: sesion.id, monto: 90, motivo });
    await expect(recontarCaja(jefa, { id: sesion.id, monto: 90, motivo })).rejects.toMatchObject({
      status: 409,
      code: 'recuento_igual',
    });
    expect(await recontarCaja(jefa, { id: sesion.id, monto: 100, motivo })).toMatchObject({
      ajuste: 10,
      diferencia: 0,
    });
    expect(await saldoDe(caja.id)).toBe(10_000);
    expect(await cuentas(idSucursal)).toEqual([0, 0, 0]);
  });

  test('once the caja was opened again its drawer is another count: the opening differences take it', async () => {
    const { idSucursal, cajera, jefa, caja, sesion } = await cerrada(80);
    await abrirCaja(a(cajera, MAS_TARDE), { id_caja: caja.id });
    expect(await recontarCaja(jefa, { id: sesion.id, monto: 100, motivo })).toMatchObject({ contra: 'apertura' });
    expect(await saldoDe(caja.id)).toBe(8_000);
    expect(await cuentas(idSucursal)).toEqual([0, 0, 2_000]);
    expect(await verificar(sqlClient())).toEqual([]);
  });

  test('the same key again answers the same; two at once are two, one after the other', async () => {
    const { jefa, caja, sesion } = await cerrada(80);
    const ctx = conClave(jefa);
    const pedido = { id: sesion.id, monto: 85, motivo };
    const primera = await recontarCaja(ctx, pedido);
    expect(await recontarCaja(ctx, pedido)).toEqual(primera);
    const dos = await Promise.all(
      [90, 95].map((monto) => recontarCaja(conClave(jefa), { id: sesion.id, monto, motivo })),
    );
    expect(dos.reduce((suma, r) => suma + r.ajuste, 0)).toBe((await saldoDe(caja.id)) / 100 - 85);
    expect(await verificar(sqlClient())).toEqual([]);
  });

  test('a cashier recounts their own with a superior, somebody elses not at all; a stock keeper nothing', async () => {
    const { idSucursal, cajera, admin, sesion } = await cerrada(80);
    const pedido = { id: sesion.id, monto: 100, motivo };
    const otra = await persona('Operador', idSucursal);
    await expect(recontarCaja(otra, pedido)).rejects.toMatchObject({ status: 403, code: 'sin_permiso' });
    const almacen = await persona('Almacenero', idSucursal);
    await expect(recontarCaja(almacen, pedido)).rejects.toMatchObject({ status: 403, code: 'sin_permiso' });
    const ctx = conClave(cajera);
    const rechazo = await recontarCaja(ctx, pedido).catch((e) => e);
    expect(rechazo).toMatchObject({ status: 403, code: 'requiere_aprobacion' });
    await ponerPin(admin, { pin: '482913', password: PASSWORD });
    const { id_aprobacion: id } = rechazo.detalle;
    await aprobarConPin(cajera, { id, id_usuario: admin.actor.idUsuario, pin: '482913', motivo });
    expect(await recontarCaja(ctx, pedido)).toMatchObject({
      diferencia: 0,
      aprobaciones: [{ aprobador: admin.actor.nombre, via: 'PIN' }],
    });
    expect(await verificar(sqlClient())).toEqual([]);
  });

  test('an open session is counted at its close, not again; pieces that do not add up are refused', async () => {
    const { admin, sesion } = await tiendaAbierta(100);
    await expect(recontarCaja(admin, { id: sesion.id, monto: 90, motivo })).rejects.toMatchObject({
      code: 'sesion_abierta',
    });
    await expect(
      recontarCaja(admin, { id: sesion.id, monto: 90, denominaciones: { 50: 1 }, motivo }),
    ).rejects.toMatchObject({ status: 400 });
  });
});

test('the difference of a close is looked at by a superior on the spot, with their PIN', async () => {
  const { admin, cajera, sesion } = await tiendaAbierta(100);
  await cerrarCaja(cajera, { id: sesion.id, monto_final_real: 40 });
  const { revision } = await cierreDeSesion(cajera, { id: sesion.id });
  expect(revision).toMatchObject({ estado: 'PENDIENTE' });
  await ponerPin(admin, { pin: '482913', password: PASSWORD });
  await aprobarConPin(cajera, {
    id: revision?.id,
    id_usuario: admin.actor.idUsuario,
    pin: '482913',
    motivo: 'Se revisó junto a la gaveta',
  });
  expect(await cierreDeSesion(cajera, { id: sesion.id })).toMatchObject({
    revision: { estado: 'APROBADA' },
    sesion: { aprobaciones: [{ aprobador: admin.actor.nombre, via: 'PIN' }] },
  });
});
