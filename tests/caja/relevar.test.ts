import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { sqlClient } from '@/db';
import { ponerPin } from '@/lib/auth/pin';
import { abrirCaja } from '@/lib/caja/abrir';
import { contarCaja } from '@/lib/caja/contar';
import { crearCaja } from '@/lib/caja/crear';
import { miSesion } from '@/lib/caja/queries';
import { relevarCaja } from '@/lib/caja/relevar';
import { listarRelevos } from '@/lib/caja/relevos';
import type { Context } from '@/lib/context';
import { verificar } from '@/lib/verificacion/verificar';
import { PASSWORD } from '@/tests/harness/factories';
import { a, auditadas, conClave, persona, saldoDe, sumaCuenta, tiendaAbierta } from './fixtures';

const PIN = '481592';
type Abierta = Awaited<ReturnType<typeof tiendaAbierta>>;

/** A hashed PIN costs a second: made once, and copied to whoever needs one. */
let hash: string;
beforeAll(async () => {
  const { cajera } = await tiendaAbierta();
  await ponerPin(cajera, { pin: PIN, password: PASSWORD });
  const [fila] = await sqlClient()<
    { pin_hash: string }[]
  >`select pin_hash from usuario where id = ${cajera.actor.idUsuario}`;
  hash = fila?.pin_hash ?? '';
});
const conPin = async (rol: Parameters<typeof persona>[0], idSucursal: number): Promise<Context> => {
  const quien = await persona(rol, idSucursal);
  await sqlClient()`update usuario set pin_hash = ${hash} where id = ${quien.actor.idUsuario}`;
  return quien;
};
const relevo = (t: Abierta, recibe: Context, monto: number, mas: object = {}) => ({
  id: t.sesion.id,
  id_usuario: recibe.actor.idUsuario,
  pin: PIN,
  monto,
  ...mas,
});

describe('relevarCaja', () => {
  test('one count closes one session and opens the next, at the same instant, with nothing in between', async () => {
    const t = await tiendaAbierta(100);
    const recibe = await conPin('Operador', t.idSucursal);
    const { cerrada, abierta } = await relevarCaja(
      t.cajera,
      relevo(t, recibe, 97.5, { denominaciones: { '50': 1, '20': 2, '5': 1, '2': 1, '0.5': 1 } }),
    );
    expect(cerrada).toMatchObject({
      id: t.sesion.id,
      estado_sesion: 'CERRADA',
      monto_final_real: 97.5,
      diferencia: -2.5,
    });
    expect(cerrada.denominaciones).toMatchObject({ '50': 1, '20': 2 });
    expect(abierta).toMatchObject({
      estado_sesion: 'ABIERTA',
      monto_inicial: 97.5,
      id_usuario: recibe.actor.idUsuario,
      id_caja: t.caja.id,
      id_sesion_relevada: t.sesion.id,
      fecha_apertura: cerrada.fecha_cierre,
    });
    expect(await saldoDe(t.caja.id)).toBe(9750);
    expect(await sumaCuenta(`apertura.S${t.idSucursal}`)).toBe(0);
    expect(await sumaCuenta(`faltante.S${t.idSucursal}`)).toBe(250);
    expect([await miSesion(t.cajera), (await miSesion(recibe))?.id]).toEqual([null, abierta.id]);
    expect(await auditadas('caja.relevar', t.sesion.id)).toBe(1);
  });

  test('works over a count under way, and across midnight each session keeps its own day', async () => {
    const t = await tiendaAbierta(10);
    const recibe = await conPin('Operador', t.idSucursal);
    await contarCaja(a(t.cajera, '2026-11-21T03:59:59.000Z'), { id: t.sesion.id });
    const { cerrada, abierta } = await relevarCaja(a(t.cajera, '2026-11-21T04:00:01.000Z'), relevo(t, recibe, 10));
    expect([cerrada.fecha_negocio, abierta.fecha_negocio]).toEqual(['2026-11-20', '2026-11-21']);
    expect(abierta.contando_desde).toBeNull();
  });

  test('a wrong PIN, or a person without one, changes nothing', async () => {
    const t = await tiendaAbierta(10);
    const recibe = await conPin('Operador', t.idSucursal);
    const sinPin = await persona('Operador', t.idSucursal);
    for (const raw of [relevo(t, recibe, 10, { pin: '000001' }), relevo(t, sinPin, 10)]) {
      await expect(relevarCaja(t.cajera, raw)).rejects.toMatchObject({ code: 'pin_incorrecto' });
    }
    expect((await miSesion(t.cajera))?.id).toBe(t.sesion.id);
  });

  test('nobody hands over what is not theirs, nor to themselves, nor to who may not or is busy', async () => {
    const t = await tiendaAbierta(10);
    const recibe = await conPin('Operador', t.idSucursal);
    const otra = await persona('Operador', t.idSucursal);
    const almacen = await conPin('Almacenero', t.idSucursal);
    await expect(relevarCaja(otra, relevo(t, recibe, 10))).rejects.toMatchObject({ status: 404 });
    await expect(relevarCaja(almacen, relevo(t, recibe, 10))).rejects.toMatchObject({ status: 403 });
    await expect(relevarCaja(t.cajera, relevo(t, almacen, 10))).rejects.toMatchObject({ code: 'relevo' });
    await sqlClient()`update usuario set pin_hash = ${hash} where id = ${t.cajera.actor.idUsuario}`;
    await expect(relevarCaja(t.cajera, relevo(t, t.cajera, 10))).rejects.toMatchObject({ code: 'relevo' });
    const segunda = await crearCaja(t.admin, { nombre: `Otra ${t.caja.id}`, especialidad: 'MIXTA' });
    await abrirCaja(recibe, { id_caja: segunda.id });
    await expect(relevarCaja(t.cajera, relevo(t, recibe, 10))).rejects.toMatchObject({ code: 'persona_con_caja' });
    expect((await miSesion(t.cajera))?.id).toBe(t.sesion.id);
    expect(await saldoDe(t.caja.id)).toBe(1000);
  });

  test('who may receive: active, allowed, assigned, free; those without a PIN are told apart', async () => {
    const t = await tiendaAbierta(10);
    const recibe = await conPin('Operador', t.idSucursal);
    const sinPin = await persona('Operador', t.idSucursal);
    await persona('Almacenero', t.idSucursal);
    const nombres = (await listarRelevos(t.cajera, { id: t.sesion.id })).map((r) => [r.id_usuario, r.con_pin]);
    expect(nombres).toEqual(
      expect.arrayContaining([
        [recibe.actor.idUsuario, true],
        [sinPin.actor.idUsuario, false],
        [t.admin.actor.idUsuario, false],
      ]),
    );
    expect(nombres).toHaveLength(3);
  });

  test('twice at once, or sent again with its key: one handover; the PIN is asked again and kept nowhere', async () => {
    const t = await tiendaAbierta(10);
    const recibe = await conPin('Operador', t.idSucursal);
    const ctx = conClave(t.cajera);
    const raw = relevo(t, recibe, 10);
    const juntos = await Promise.allSettled([relevarCaja(ctx, raw), relevarCaja(conClave(t.cajera), raw)]);
    expect(juntos.filter((r) => r.status === 'fulfilled')).toHaveLength(1);
    const sesiones = await sqlClient()`select 1 from sesion_caja where id_caja = ${t.caja.id}`;
    expect(sesiones).toHaveLength(2);
    const hechas = await sqlClient()<
      { todo: string }[]
    >`select operacion::text as todo from operacion where verbo = 'caja.relevar'`;
    expect(hechas.some((o) => o.todo.includes(PIN))).toBe(false);
    if (juntos[0].status === 'fulfilled') expect(await relevarCaja(ctx, raw)).toEqual(juntos[0].value);
    await expect(relevarCaja({ ...t.cajera, clave: randomUUID() }, raw)).rejects.toMatchObject({
      code: 'sesion_cerrada',
    });
    expect(await verificar(sqlClient())).toEqual([]);
  });
});
