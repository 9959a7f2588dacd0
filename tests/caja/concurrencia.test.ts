import { describe, expect, test } from 'vitest';
import { abrirCaja } from '@/lib/caja/abrir';
import { cerrarCaja } from '@/lib/caja/cerrar';
import { crearCaja } from '@/lib/caja/crear';
import { eliminarCaja } from '@/lib/caja/eliminar';
import { leerSesion } from '@/lib/caja/queries';
import { registrarMovimiento } from '@/lib/caja/registrar-movimiento';
import { conClave, persona, saldoDe, sumaCuenta, tienda, tiendaAbierta } from './fixtures';

type Rechazo = { status: number; code: string };

function repartir<T>(resultados: PromiseSettledResult<T>[]) {
  const hechos = resultados.flatMap((r) => (r.status === 'fulfilled' ? [r.value] : []));
  const rechazos = resultados.flatMap((r) => (r.status === 'rejected' ? [r.reason as Rechazo] : []));
  return { hechos, rechazos };
}

describe('two at once', () => {
  test('closes: one wins and the other gets a sentence; the difference is posted once', async () => {
    const { idSucursal, admin, cajera, caja, sesion } = await tiendaAbierta(100);
    const { hechos, rechazos } = repartir(
      await Promise.allSettled([
        cerrarCaja(conClave(cajera), { id: sesion.id, monto_final_real: 90 }),
        cerrarCaja(conClave(admin), { id: sesion.id, monto_final_real: 95 }),
      ]),
    );
    expect(hechos).toHaveLength(1);
    expect(rechazos).toMatchObject([{ status: 409, code: 'sesion_cerrada' }]);
    const real = (hechos[0]?.monto_final_real ?? 0) * 100;
    expect(await saldoDe(caja.id)).toBe(real);
    expect(await sumaCuenta(`faltante.S${idSucursal}`)).toBe(10_000 - real);
  });

  test('the same close sent ten times is one close, answered ten times', async () => {
    const { cajera, caja, sesion } = await tiendaAbierta(100);
    const ctx = conClave(cajera);
    const respuestas = await Promise.all(
      Array.from({ length: 10 }, () => cerrarCaja(ctx, { id: sesion.id, monto_final_real: 80 })),
    );
    for (const respuesta of respuestas) expect(respuesta).toEqual(respuestas[0]);
    expect(await saldoDe(caja.id)).toBe(8000);
  });

  test('openings of one caja by many, and of many cajas by one: one session each', async () => {
    const { idSucursal, admin, cajera, caja } = await tienda(100);
    const personas = await Promise.all(Array.from({ length: 6 }, () => persona('Operador', idSucursal)));
    const muchas = repartir(
      await Promise.allSettled(personas.map((p) => abrirCaja(p, { id_caja: caja.id, monto_inicial: 85 }))),
    );
    expect(muchas.hechos).toHaveLength(1);
    expect(muchas.rechazos.map((r) => r.code)).toEqual(Array(5).fill('caja_abierta'));
    expect(await saldoDe(caja.id)).toBe(8500);

    const cajas = await Promise.all(
      [1, 2, 3, 4].map((n) => crearCaja(admin, { nombre: `Caja ${n}`, especialidad: 'MIXTA', saldo: 10 })),
    );
    const una = repartir(
      await Promise.allSettled(cajas.map((c) => abrirCaja(cajera, { id_caja: c.id, monto_inicial: 5 }))),
    );
    expect(una.hechos).toHaveLength(1);
    expect(una.rechazos.map((r) => r.code)).toEqual(Array(3).fill('persona_con_caja'));
    const saldos = await Promise.all(cajas.map((c) => saldoDe(c.id)));
    expect(saldos.reduce((x, y) => x + y)).toBe(3500);
  });

  test('a close and the next opening: whoever opens starts from what the close left, never from before', async () => {
    for (let vuelta = 0; vuelta < 8; vuelta++) {
      const { admin, cajera, caja, sesion } = await tiendaAbierta(100);
      const [, apertura] = await Promise.allSettled([
        cerrarCaja(cajera, { id: sesion.id, monto_final_real: 60 }),
        abrirCaja(admin, { id_caja: caja.id }),
      ]);
      if (apertura.status === 'fulfilled') expect(apertura.value.monto_inicial).toBe(60);
      else expect(apertura.reason).toMatchObject({ code: 'caja_abierta' });
      expect(await saldoDe(caja.id)).toBe(6000);
    }
  });

  test('an opening and a delete: the caja is either open or gone, never both', async () => {
    for (let vuelta = 0; vuelta < 6; vuelta++) {
      const { admin, cajera, caja } = await tienda();
      const { hechos, rechazos } = repartir(
        await Promise.allSettled<unknown>([
          abrirCaja(cajera, { id_caja: caja.id }),
          eliminarCaja(admin, { id: caja.id }),
        ]),
      );
      expect(hechos).toHaveLength(1);
      expect(rechazos).toHaveLength(1);
    }
  });
});

test('a close while movements run counts every one that got in and lets no other enter', async () => {
  const { cajera, caja, sesion } = await tiendaAbierta(100);
  const mover = () =>
    registrarMovimiento(conClave(cajera), { tipo: 'INGRESO', monto: 1, motivo: 'Cambio', id_sesion_caja: sesion.id });
  const antes = Array.from({ length: 12 }, mover);
  const cierre = cerrarCaja(conClave(cajera), { id: sesion.id, monto_final_real: 100 });
  const despues = Array.from({ length: 12 }, mover);
  const { hechos, rechazos } = repartir(await Promise.allSettled([...antes, ...despues]));
  const cerrada = await cierre;
  expect(hechos.length + rechazos.length).toBe(24);
  for (const rechazo of rechazos) expect(rechazo).toMatchObject({ status: 409, code: 'sesion_cerrada' });
  expect(cerrada.monto_final_teorico).toBe(100 + hechos.length);
  expect(cerrada.diferencia).toBe(-hechos.length);
  expect((await leerSesion(cajera, { id: sesion.id })).movimientos).toHaveLength(hechos.length);
  expect(await saldoDe(caja.id)).toBe(10_000);
});

test('egresos at once never take the drawer under zero', async () => {
  const { cajera, caja, sesion } = await tiendaAbierta(100);
  const { hechos, rechazos } = repartir(
    await Promise.allSettled(
      Array.from({ length: 10 }, () =>
        registrarMovimiento(cajera, { tipo: 'EGRESO', monto: 30, motivo: 'Pago', id_sesion_caja: sesion.id }),
      ),
    ),
  );
  expect(hechos).toHaveLength(3);
  for (const rechazo of rechazos) expect(rechazo).toMatchObject({ code: 'saldo_insuficiente' });
  expect(await saldoDe(caja.id)).toBe(1000);
});
