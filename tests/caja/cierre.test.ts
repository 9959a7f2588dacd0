import { beforeAll, describe, expect, test } from 'vitest';
import { sqlClient } from '@/db';
import { abrirCaja } from '@/lib/caja/abrir';
import { anotarPendiente } from '@/lib/caja/anotar';
import { cerrarCaja } from '@/lib/caja/cerrar';
import { balanceSesion } from '@/lib/caja/queries';
import { cierreDeSesion, cuentasExternas, diferenciasEnElTiempo, sesionesVivas } from '@/lib/caja/queries-cierre';
import { recontarCaja } from '@/lib/caja/recontar';
import { listarTareas } from '@/lib/tarea/queries';
import { resolverTarea } from '@/lib/tarea/resolver';
import { nuevoTurno } from '@/tests/harness/factories';
import { a, asentarEfectivo, auditadas, conClave, persona, sucursalNueva, tiendaAbierta } from './fixtures';
import { deposito, nuevoFloat, pagoDeFiado, recarga, retiro } from './plantadas';

const MANANA = '2026-11-21T16:00:00.000Z';
const PASADO = '2026-11-22T16:00:00.000Z';

/** An open mixed caja with an agent's float and an operator's. */
async function tiendaConFloats() {
  const t = await tiendaAbierta(100);
  const bcp = await nuevoFloat(t.cajera, { nombre: 'BCP', clase: 'agente', saldo: 100_000 });
  const tigo = await nuevoFloat(t.cajera, { nombre: 'Tigo', clase: 'operadora', saldo: 20_000 });
  return { ...t, bcp, tigo };
}

describe('what the apps show', () => {
  test('the caja is asked for its own accounts, without a figure: agents only where it works with them', async () => {
    const { idSucursal, cajera, sesion } = await tiendaConFloats();
    const externas = await cuentasExternas(cajera, { id: sesion.id });
    expect(externas.map((e) => e.nombre)).toEqual([
      'BCP · saldo de agente',
      'Tigo · saldo',
      'Banco propio · QR y transferencias',
    ]);
    for (const e of externas) expect(Object.keys(e).sort()).toEqual(['clase', 'id_cuenta', 'nombre']);
    const ventas = await nuevoTurno(idSucursal, { especialidad: 'SOLO_VENTAS' });
    const suyas = await cuentasExternas({ ...cajera, actor: ventas.cajero }, { id: ventas.idSesion });
    expect(suyas.map((e) => e.clase)).toEqual(['banco']);
  });

  test('is kept beside the libro and leaves a task for what came apart; the same difference later is not new', async () => {
    const { cajera, admin, caja, sesion, bcp, tigo } = await tiendaConFloats();
    const declarar = (idSesion: number, ctx = cajera, saldo = 1_100) =>
      cerrarCaja(ctx, {
        id: idSesion,
        monto_final_real: 100,
        saldos_externos: [
          { id_cuenta: bcp.id, saldo },
          { id_cuenta: tigo.id, saldo: 200 },
        ],
      });
    await declarar(sesion.id);
    const primero = await cierreDeSesion(cajera, { id: sesion.id });
    expect(primero.externas).toMatchObject([
      { saldo_app: 1_100, saldo_libro: 1_000, diferencia: 100, diferencia_previa: null, diferencia_nueva: 100 },
      { nombre: 'Tigo · saldo', diferencia: 0, diferencia_nueva: 0 },
    ]);
    expect(primero.tareas).toMatchObject([
      {
        tipo: 'saldo_externo',
        estado: 'PENDIENTE',
        monto: 100,
        resumen: 'BCP · saldo de agente: la app muestra Bs\u00a0100,00 más que el libro',
      },
    ]);
    const manana = a(cajera, MANANA);
    const segunda = await abrirCaja(manana, { id_caja: caja.id });
    await declarar(segunda.id, manana);
    const segundo = await cierreDeSesion(admin, { id: segunda.id });
    expect(segundo.externas[0]).toMatchObject({ diferencia: 100, diferencia_previa: 100, diferencia_nueva: 0 });
    expect(segundo.tareas).toEqual([]);
    const pasado = a(cajera, PASADO);
    const tercera = await abrirCaja(pasado, { id_caja: caja.id });
    await declarar(tercera.id, pasado, 1_000);
    const tercero = await cierreDeSesion(admin, { id: tercera.id });
    expect(tercero.externas[0]).toMatchObject({ diferencia: 0, diferencia_nueva: -100 });
    expect(tercero.tareas, 'what was apart and agrees again is no task').toEqual([]);
  });

  test("the shop's own bank, declared for the first time, only begins", async () => {
    const { cajera, sesion } = await tiendaConFloats();
    const banco = (await cuentasExternas(cajera, { id: sesion.id })).find((e) => e.clase === 'banco');
    await cerrarCaja(cajera, {
      id: sesion.id,
      monto_final_real: 100,
      saldos_externos: [{ id_cuenta: banco?.id_cuenta, saldo: 5_000 }],
    });
    const { externas, tareas, hipotesis } = await cierreDeSesion(cajera, { id: sesion.id });
    expect(externas).toMatchObject([{ diferencia: 5_000, diferencia_nueva: null }]);
    expect([...tareas, ...hipotesis]).toEqual([]);
  });

  test.each([
    ['an account without an app', (id: number) => [{ id_cuenta: id + 100_000, saldo: 1 }], 409],
    ['an account twice', (id: number) => [1, 2].map((saldo) => ({ id_cuenta: id, saldo })), undefined],
    ['a negative balance', (id: number) => [{ id_cuenta: id, saldo: -1 }], undefined],
  ])('%s is refused, and the caja stays open', async (_, saldos, status) => {
    const { cajera, sesion, bcp } = await tiendaConFloats();
    const rechazo = await cerrarCaja(cajera, {
      id: sesion.id,
      monto_final_real: 100,
      saldos_externos: saldos(bcp.id),
    }).catch((e) => e);
    expect(rechazo).toMatchObject(status ? { status } : { name: 'ZodError' });
    const [fila] = await sqlClient()`select estado_sesion from sesion_caja where id = ${sesion.id}`;
    expect(fila).toEqual({ estado_sesion: 'ABIERTA' });
  });

  test('nothing of a close is told before the seal, not even to who may see what is expected', async () => {
    const { admin, sesion } = await tiendaConFloats();
    await expect(cierreDeSesion(admin, { id: sesion.id })).rejects.toMatchObject({ code: 'sesion_abierta' });
  });
});

describe('the live board', () => {
  test('has every open session with its figures by kind and by pocket, which add up', async () => {
    const { admin, cajera, sesion, bcp, tigo } = await tiendaConFloats();
    await asentarEfectivo(cajera, sesion.id, 8_050);
    await deposito(cajera, sesion.id, bcp.codigo, 20_000, 200);
    await retiro(cajera, sesion.id, bcp.codigo, 5_000);
    await recarga(cajera, sesion.id, tigo.codigo, 2_000);
    await pagoDeFiado(cajera, sesion.id, 1_500);
    const [viva] = (await sesionesVivas(admin)).filter((v) => v.sesion.id === sesion.id);
    expect(viva?.balance).toEqual(await balanceSesion(admin, { id: sesion.id }));
    expect(viva?.balance).toMatchObject({
      monto_inicial: 100,
      agentes: { ingresos: 202, egresos: 50, neto: 152 },
      recargas: 20,
      fiado: 15,
      monto_final_teorico: 367.5,
      bolsillos: { mercaderia: 80.5, agente: 152, recargas: 20, fiado: 15, fondo: 100 },
    });
    const suma = Object.values(viva?.balance.bolsillos ?? {}).reduce((x: number, y) => x + (y ?? 0), 0);
    expect(suma).toBeCloseTo(367.5);
  });

  test('shows other branches only to who looks after all, and is not for cashiers', async () => {
    const { admin, cajera, sesion } = await tiendaAbierta();
    const otra = await persona('Administrador', await sucursalNueva());
    const duena = await persona('Propietario', otra.idSucursal);
    expect((await sesionesVivas(otra)).map((v) => v.sesion.id)).toEqual([]);
    expect((await sesionesVivas(duena)).map((v) => v.sesion.id)).toContain(sesion.id);
    expect((await sesionesVivas(admin)).map((v) => v.sesion.id)).toEqual([sesion.id]);
    await expect(sesionesVivas(cajera)).rejects.toMatchObject({ status: 403 });
  });
});

describe('differences over time', () => {
  let t: Awaited<ReturnType<typeof tiendaAbierta>>;
  beforeAll(async () => {
    t = await tiendaAbierta(100);
    let idSesion = t.sesion.id;
    for (const [i, real] of [99, 97, 97, 90].entries()) {
      const ctx = a(t.cajera, `2026-11-${20 + i}T20:00:00.000Z`);
      if (i > 0) idSesion = (await abrirCaja(a(ctx, `2026-11-${20 + i}T13:00:00.000Z`), { id_caja: t.caja.id })).id;
      await cerrarCaja(ctx, { id: idSesion, monto_final_real: real });
    }
    await recontarCaja(a(t.admin, '2026-11-24T13:00:00.000Z'), { id: idSesion, monto: 91, motivo: 'Un boliviano' });
  });

  test('by cashier: how many agree, what is short, the trend by week, and each close, recounts included', async () => {
    const ctx = a(t.admin, '2026-11-25T13:00:00.000Z');
    const [fila, ...mas] = await diferenciasEnElTiempo(ctx, { por: 'cajero' });
    expect(mas).toEqual([]);
    expect(fila).toMatchObject({
      nombre: t.cajera.actor.nombre,
      cierres: 4,
      cuadran: 1,
      faltantes: -9,
      sobrantes: 0,
      neto: -9,
    });
    expect(fila?.puntos.map((p) => p.diferencia)).toEqual([-1, -2, 0, -6]);
    // 1, 2, 0 and 6 on four days: 1,30 a day by least squares.
    expect(fila?.por_semana).toBe(9.1);
  });

  test('by caja, between days, and only of whom one may see', async () => {
    const ctx = a(t.admin, '2026-11-25T13:00:00.000Z');
    const unDia = { por: 'caja', desde: '2026-11-21', hasta: '2026-11-21' } as const;
    expect(await diferenciasEnElTiempo(ctx, unDia)).toMatchObject([{ id: t.caja.id, cierres: 1, por_semana: null }]);
    const ajena = await persona('Operador', t.idSucursal);
    expect(await diferenciasEnElTiempo(a(ajena, '2026-11-25T13:00:00.000Z'))).toEqual([]);
    const almacen = await persona('Almacenero', t.idSucursal);
    await expect(diferenciasEnElTiempo(almacen)).rejects.toMatchObject({ status: 403 });
  });
});

describe('tasks', () => {
  async function conTarea() {
    const t = await tiendaAbierta();
    await cerrarCaja(t.cajera, { id: t.sesion.id, monto_final_real: 95 });
    const ctx = conClave(t.cajera);
    const pedido = { id: t.sesion.id, detalle: 'Preguntar por el vuelto de las 11' };
    const tarea = await anotarPendiente(ctx, pedido);
    return { ...t, ctx, pedido, tarea };
  }

  test('who closed leaves one, once; a superior sees it and says what came of it', async () => {
    const { admin, ctx, pedido, tarea, sesion } = await conTarea();
    expect(await anotarPendiente(ctx, pedido)).toEqual(tarea);
    expect((await listarTareas(admin, { estado: 'PENDIENTE' })).items).toEqual([tarea]);
    const resuelta = await resolverTarea(admin, { id: tarea.id, resolucion: 'El cliente lo devolvió' });
    expect(resuelta).toMatchObject({ estado: 'RESUELTA', resuelta_por: admin.actor.nombre });
    expect((await listarTareas(admin, { estado: 'PENDIENTE' })).items).toEqual([]);
    expect((await cierreDeSesion(admin, { id: sesion.id })).tareas).toEqual([resuelta]);
    expect(await auditadas('tarea.resolver', tarea.id)).toBe(1);
  });

  test('of two answers at once one stands; a cashier answers none, nor a superior of another branch', async () => {
    const { admin, cajera, tarea } = await conTarea();
    const pedido = { id: tarea.id, resolucion: 'Ya se vio' };
    await expect(resolverTarea(cajera, pedido)).rejects.toMatchObject({ status: 403 });
    await expect(listarTareas(cajera)).rejects.toMatchObject({ status: 403 });
    const lejos = await persona('Administrador', await sucursalNueva());
    await expect(resolverTarea(lejos, pedido)).rejects.toMatchObject({ status: 404 });
    const ambas = await Promise.allSettled([resolverTarea(admin, pedido), resolverTarea(admin, pedido)]);
    expect(ambas.map((r) => r.status).sort()).toEqual(['fulfilled', 'rejected']);
    const rechazo = ambas.find((r) => r.status === 'rejected');
    expect(rechazo?.reason).toMatchObject({ status: 409, code: 'tarea_resuelta' });
  });

  test('a session that one does not see leaves no task', async () => {
    const { idSucursal, sesion } = await tiendaAbierta();
    const otra = await persona('Operador', idSucursal);
    await expect(anotarPendiente(otra, { id: sesion.id, detalle: 'Nada' })).rejects.toMatchObject({ status: 404 });
  });
});
