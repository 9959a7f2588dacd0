import { describe, expect, test } from 'vitest';
import { sqlClient } from '@/db';
import { abrirCaja } from '@/lib/caja/abrir';
import { cerrarCaja } from '@/lib/caja/cerrar';
import { leerCaja } from '@/lib/caja/queries';
import { registrarMovimiento } from '@/lib/caja/registrar-movimiento';
import { a, asentarEfectivo, auditadas, conClave, persona, saldoDe, sumaCuenta, tiendaAbierta } from './fixtures';

describe('cerrarCaja', () => {
  test.each([
    ['short', 148, -2, 'faltante', 200],
    ['over', 153.2, 3.2, 'sobrante', -320],
    ['exact', 150, 0, 'faltante', 0],
  ])(
    '%s: posts the difference in the session and leaves the drawer equal to the count',
    async (_, real, diferencia, cuenta, importe) => {
      const { idSucursal, cajera, caja, sesion } = await tiendaAbierta(100);
      await asentarEfectivo(cajera, sesion.id, 5000);
      const cerrada = await cerrarCaja(cajera, { id: String(sesion.id), monto_final_real: real, id_user_update: 5 });
      expect(cerrada).toMatchObject({
        estado_sesion: 'CERRADA',
        monto_final_teorico: 150,
        monto_final_real: real,
        diferencia,
        fecha_cierre: cajera.ahora.toISOString(),
        id_user_update: cajera.actor.idUsuario,
        caja: { saldo: real, sesion_abierta: null },
      });
      expect(await saldoDe(caja.id)).toBe(Math.round(real * 100));
      expect(await sumaCuenta(`${cuenta}.S${idSucursal}`)).toBe(importe);
      const cierres = await sqlClient()`
      select id_sesion_caja, bolsillo from asiento where tipo_documento = 'cierre' and id_documento = ${sesion.id}`;
      expect([...cierres]).toEqual(diferencia === 0 ? [] : [{ id_sesion_caja: sesion.id, bolsillo: 'fondo' }]);
      expect(await auditadas('caja.cerrar', sesion.id)).toBe(1);
    },
  );

  test('keeps the count by notes and coins, which must add up to the total', async () => {
    const { cajera, sesion } = await tiendaAbierta(100);
    const raw = { id: sesion.id, monto_final_real: 100.7, denominaciones: { '50': 2, '0.50': 1, '0.2': 1 } };
    const cerrada = await cerrarCaja(cajera, raw);
    expect(cerrada.denominaciones).toEqual({ '50': 2, '0.5': 1, '0.2': 1 });
    const [fila] = await sqlClient()`select denominaciones::text from sesion_caja where id = ${sesion.id}`;
    expect(JSON.parse(fila?.denominaciones)).toEqual({ 5000: 2, 50: 1, 20: 1 });
  });

  test.each([
    [{ denominaciones: { '100': 1, '0.1': 1 } }, 400, /no suma/],
    [{ denominaciones: { '3': 1 } }, undefined, /No hay billete ni moneda de 3/],
    [{ denominaciones: { '100': 1.5 } }, undefined, /número entero/],
    [{ monto_final_real: -1 }, undefined, /negativo/],
    [{ monto_final_real: undefined }, undefined, /Falta el monto/],
  ])('refuses %j and the session stays open', async (parte, status, frase) => {
    const { cajera, caja, sesion } = await tiendaAbierta(100);
    const refusal = await cerrarCaja(cajera, { id: sesion.id, monto_final_real: 100, ...parte }).catch(
      (e: unknown) => e,
    );
    expect(String(refusal)).toMatch(frase);
    if (status) expect(refusal).toMatchObject({ status });
    expect((await leerCaja(cajera, { id: caja.id })).sesion_abierta).toMatchObject({ id: sesion.id });
  });

  test("another person's session needs the right; a stock keeper closes nothing", async () => {
    const { idSucursal, admin, sesion } = await tiendaAbierta();
    const otra = await persona('Operador', idSucursal);
    const almacen = await persona('Almacenero', idSucursal);
    const raw = { id: sesion.id, monto_final_real: 100 };
    await expect(cerrarCaja(otra, raw)).rejects.toMatchObject({ status: 403 });
    await expect(cerrarCaja(almacen, raw)).rejects.toMatchObject({ status: 403 });
    await expect(cerrarCaja(admin, raw)).resolves.toMatchObject({ estado_sesion: 'CERRADA' });
  });

  test('closed is closed: a second close is refused, its key answers the same again', async () => {
    const { cajera, sesion } = await tiendaAbierta();
    const ctx = conClave(cajera);
    const raw = { id: sesion.id, monto_final_real: 99 };
    const primera = await cerrarCaja(ctx, raw);
    expect(await cerrarCaja(ctx, raw)).toEqual(primera);
    await expect(cerrarCaja(conClave(cajera), raw)).rejects.toMatchObject({ status: 409, code: 'sesion_cerrada' });
    expect(await auditadas('caja.cerrar', sesion.id)).toBe(1);
  });

  test.each(['2026-11-21T03:59:59.000Z', '2026-11-21T04:00:01.000Z'])(
    'at %s, either side of midnight in La Paz, it closes in the business day it opened',
    async (ahora) => {
      const { cajera, sesion } = await tiendaAbierta();
      await registrarMovimiento(a(cajera, ahora), {
        tipo: 'INGRESO',
        monto: 1,
        motivo: 'Último',
        id_sesion_caja: sesion.id,
      });
      expect(await cerrarCaja(a(cajera, ahora), { id: sesion.id, monto_final_real: 101 })).toMatchObject({
        fecha_negocio: '2026-11-20',
        fecha_cierre: ahora,
        diferencia: 0,
      });
    },
  );

  test('the next opening finds exactly what this close left', async () => {
    const { cajera, caja, sesion } = await tiendaAbierta(100);
    await cerrarCaja(cajera, { id: sesion.id, monto_final_real: 60.3 });
    expect(await abrirCaja(cajera, { id_caja: caja.id })).toMatchObject({ monto_inicial: 60.3 });
  });
});
