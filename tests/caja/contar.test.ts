import { beforeAll, describe, expect, test } from 'vitest';
import { sqlClient } from '@/db';
import { cerrarCaja } from '@/lib/caja/cerrar';
import { cancelarConteo, contarCaja } from '@/lib/caja/contar';
import { leerSesion, listarCajas, sesionActiva } from '@/lib/caja/queries';
import { registrarMovimiento } from '@/lib/caja/registrar-movimiento';
import { despuesDe, type Paso, type VIDA_DE_SESION } from '@/lib/caja/rules';
import { anularVenta } from '@/lib/venta/anular';
import { cobrarVenta } from '@/lib/venta/cobrar';
import { verificar } from '@/lib/verificacion/verificar';
import { linea, nuevoProducto } from '@/tests/harness/factories';
import { a, asentarEfectivo, auditadas, persona, saldoDe, sucursalNueva, tiendaAbierta } from './fixtures';

describe('the life of a session', () => {
  test('a counted drawer only closes, or goes back to work; a closed one leads nowhere', () => {
    const pasos: Paso[] = ['operar', 'contar', 'cancelar_conteo', 'cerrar', 'relevar', 'admitir'];
    const de = (s: keyof typeof VIDA_DE_SESION) => pasos.map((p) => despuesDe(s, p));
    expect(de('ABIERTA')).toEqual(['ABIERTA', 'CONTANDO', null, 'CERRADA', 'CERRADA', 'ABIERTA']);
    expect(de('CONTANDO')).toEqual([null, 'CONTANDO', 'ABIERTA', 'CERRADA', 'CERRADA', 'CONTANDO']);
    expect(de('CERRADA')).toEqual([null, null, null, null, null, null]);
  });
});

describe('contarCaja', () => {
  let t: Awaited<ReturnType<typeof tiendaAbierta>>;
  beforeAll(async () => {
    t = await tiendaAbierta(100);
  });
  const contando = async () => {
    const nueva = await tiendaAbierta(100);
    await contarCaja(nueva.cajera, { id: nueva.sesion.id });
    return nueva;
  };

  test('says since when and by whom, stays ABIERTA, and saying it again changes nothing', async () => {
    const { cajera, admin, sesion, caja } = await tiendaAbierta(100);
    const primera = await contarCaja(a(cajera, '2026-11-20T22:00:00Z'), { id: sesion.id });
    const dicho = { contando_desde: '2026-11-20T22:00:00.000Z', contando_por: cajera.actor.nombre };
    expect(primera).toMatchObject({ estado_sesion: 'ABIERTA', ...dicho });
    expect(await contarCaja(a(admin, '2026-11-20T22:05:00Z'), { id: sesion.id })).toMatchObject(dicho);
    expect(await auditadas('caja.contar', sesion.id)).toBe(1);
    const { items } = await listarCajas(admin);
    expect(items.find((c) => c.id === caja.id)?.sesion_abierta).toMatchObject({
      contando_desde: '2026-11-20T22:00:00.000Z',
    });
    const activa = await sesionActiva(cajera, { id_usuario: cajera.actor.idUsuario });
    expect(activa).toMatchObject({ id: sesion.id, ...dicho });
  });

  test('while it lasts no cash enters nor leaves, by a named refusal; giving it up lets it again', async () => {
    const { cajera, sesion, idSucursal, caja } = await tiendaAbierta(100);
    const producto = await nuevoProducto(idSucursal, { precio: 10 });
    const venta = { metodo_pago: 'EFECTIVO', id_sesion_caja: sesion.id, detalles: [linea(producto)] };
    const vendida = await cobrarVenta(cajera, venta);
    await contarCaja(cajera, { id: sesion.id });
    const rechazada = { status: 409, code: 'sesion_contando', message: expect.stringContaining('se está contando') };
    await expect(cobrarVenta(cajera, venta)).rejects.toMatchObject(rechazada);
    await expect(cobrarVenta(cajera, { ...venta, metodo_pago: 'QR' })).rejects.toMatchObject(rechazada);
    await expect(anularVenta(cajera, { id: vendida.id, motivo_edicion: 'Se arrepintió' })).rejects.toMatchObject(
      rechazada,
    );
    const mover = { tipo: 'INGRESO', monto: 5, motivo: 'Cambio', id_sesion_caja: sesion.id };
    await expect(registrarMovimiento(cajera, mover)).rejects.toMatchObject(rechazada);
    expect(await saldoDe(caja.id)).toBe(11_000);
    const libre = await cancelarConteo(cajera, { id: sesion.id });
    expect(libre).toMatchObject({ contando_desde: null, contando_por: null });
    await cobrarVenta(cajera, venta);
    expect(await saldoDe(caja.id)).toBe(12_000);
    expect(await auditadas('caja.cancelar_conteo', sesion.id)).toBe(1);
  });

  test('the database refuses too, whatever road the cash takes; what is dated before the count still enters', async () => {
    const { admin, sesion, caja } = await contando();
    await expect(asentarEfectivo(a(admin, '2026-11-20T16:00:01Z'), sesion.id, 500)).rejects.toMatchObject({
      code: 'sesion_contando',
    });
    await asentarEfectivo(a(admin, '2026-11-20T15:59:59Z'), sesion.id, 500);
    expect(await saldoDe(caja.id)).toBe(10_500);
  });

  test('a document that was asked for after it and came first is before the count, not in it', async () => {
    const { cajera, sesion, idSucursal } = await tiendaAbierta(100);
    const producto = await nuevoProducto(idSucursal, { precio: 10 });
    const venta = { metodo_pago: 'EFECTIVO', id_sesion_caja: sesion.id, detalles: [linea(producto)] };
    await cobrarVenta(a(cajera, '2026-11-20T22:00:00.040Z'), venta);
    const contada = await contarCaja(a(cajera, '2026-11-20T22:00:00.000Z'), { id: sesion.id });
    expect(contada).toMatchObject({ contando_desde: '2026-11-20T22:00:00.040Z' });
    expect((await verificar(sqlClient())).filter((d) => d.regla === 'efectivo_en_conteo')).toEqual([]);
  });

  test('it closes with or without having been announced, and closed it cannot be counted nor given up', async () => {
    const { cajera, sesion } = await contando();
    expect(await cerrarCaja(cajera, { id: sesion.id, monto_final_real: 90 })).toMatchObject({ diferencia: -10 });
    expect(await leerSesion(cajera, { id: sesion.id })).toMatchObject({ contando_desde: null });
    for (const verbo of [contarCaja, cancelarConteo]) {
      await expect(verbo(cajera, { id: sesion.id })).rejects.toMatchObject({ code: 'sesion_cerrada' });
    }
  });

  test('nobody counts nor frees what is not theirs; a superior does, and a cashier may free it afterwards', async () => {
    const otra = await persona('Operador', t.idSucursal);
    const lejana = await persona('Administrador', await sucursalNueva());
    const propietario = await persona('Propietario', t.idSucursal);
    await expect(contarCaja(otra, { id: t.sesion.id })).rejects.toMatchObject({ status: 403 });
    await expect(contarCaja(propietario, { id: t.sesion.id })).rejects.toMatchObject({ status: 403 });
    await expect(contarCaja(lejana, { id: t.sesion.id })).rejects.toMatchObject({ status: 404 });
    await expect(cancelarConteo(t.cajera, { id: t.sesion.id })).rejects.toMatchObject({ code: 'sin_conteo' });
    await contarCaja(t.admin, { id: t.sesion.id });
    expect(await cancelarConteo(t.cajera, { id: t.sesion.id })).toMatchObject({ contando_desde: null });
  });

  test('two people who begin at once begin one count; a movement at the same time is in it or out of it', async () => {
    for (let vuelta = 0; vuelta < 4; vuelta++) {
      const { cajera, admin, sesion, caja } = await tiendaAbierta(100);
      const mover = { tipo: 'INGRESO', monto: 7, motivo: 'Cambio', id_sesion_caja: sesion.id };
      const [una, otra, movida] = await Promise.allSettled([
        contarCaja(cajera, { id: sesion.id }),
        contarCaja(admin, { id: sesion.id }),
        registrarMovimiento(cajera, mover),
      ]);
      expect([una.status, otra.status]).toEqual(['fulfilled', 'fulfilled']);
      expect(await auditadas('caja.contar', sesion.id)).toBe(1);
      if (movida.status === 'rejected') expect(movida.reason).toMatchObject({ code: 'sesion_contando' });
      expect(await saldoDe(caja.id)).toBe(movida.status === 'fulfilled' ? 10_700 : 10_000);
    }
  });

  test.each([
    ['2026-11-21T03:59:59.000Z', '2026-11-20'],
    ['2026-11-21T04:00:01.000Z', '2026-11-20'],
  ])('counted and given up at %s, a session that opened the day before keeps its day', async (ahora, dia) => {
    const { cajera, sesion } = await tiendaAbierta(100);
    expect(await contarCaja(a(cajera, ahora), { id: sesion.id })).toMatchObject({
      fecha_negocio: dia,
      contando_desde: ahora,
    });
    expect(await cancelarConteo(a(cajera, ahora), { id: sesion.id })).toMatchObject({ fecha_negocio: dia });
  });
});

test('no row is born counting, and what is counted cannot be half said', async () => {
  const { sesion } = await tiendaAbierta(0);
  await expect(
    sqlClient()`update sesion_caja set contando_desde = now() where id = ${sesion.id}`,
  ).rejects.toMatchObject({ constraint_name: 'sesion_caja_contando' });
});
