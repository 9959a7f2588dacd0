import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { sqlClient } from '@/db';
import { cerrarCaja } from '@/lib/caja/cerrar';
import { cierreDeSesion } from '@/lib/caja/queries-cierre';
import { cobrarVenta } from '@/lib/venta/cobrar';
import { verificar } from '@/lib/verificacion/verificar';
import { linea, nuevoProducto } from '@/tests/harness/factories';
import { conClave, saldoDe, tiendaAbierta } from './fixtures';

test('a close while 16 sales are in flight counts every one that got in, lets no other enter, and its pockets add up', async () => {
  const { idSucursal, cajera, admin, caja, sesion } = await tiendaAbierta(100);
  const producto = await nuevoProducto(idSucursal, { precio: 10, stock: 100 });
  const vender = () =>
    cobrarVenta(
      { ...cajera, clave: randomUUID() },
      { metodo_pago: 'EFECTIVO', id_sesion_caja: sesion.id, detalles: [linea(producto, 1)] },
    );
  const ventas = Array.from({ length: 16 }, vender);
  const cierres = [cajera, admin].map((quien) => cerrarCaja(conClave(quien), { id: sesion.id, monto_final_real: 100 }));
  const [cerradas, cobradas] = await Promise.all([Promise.allSettled(cierres), Promise.allSettled(ventas)]);
  const hechas = cobradas.filter((v) => v.status === 'fulfilled').length;
  for (const v of cobradas) if (v.status === 'rejected') expect(v.reason).toMatchObject({ code: 'sesion_cerrada' });
  expect(cerradas.map((c) => c.status).sort()).toEqual(['fulfilled', 'rejected']);
  const cierre = await cierreDeSesion(cajera, { id: sesion.id });
  expect(cierre.sesion.monto_final_teorico).toBe(100 + 10 * hechas);
  expect(cierre.sesion.diferencia).toBe(hechas === 0 ? 0 : -10 * hechas);
  const bolsillos = Object.values(cierre.balance.bolsillos).reduce((suma: number, b) => suma + (b ?? 0), 0);
  expect(bolsillos).toBe(cierre.sesion.monto_final_teorico);
  expect(await saldoDe(caja.id)).toBe(10_000);
  expect(await verificar(sqlClient())).toEqual([]);
});
