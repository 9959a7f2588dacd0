import { expect, test } from 'vitest';
import { abrirCaja } from '@/lib/caja/abrir';
import { cerrarCaja } from '@/lib/caja/cerrar';
import { crearCaja } from '@/lib/caja/crear';
import { balanceSesion, filasDeSesion } from '@/lib/caja/queries';
import { anularVenta } from '@/lib/venta/anular';
import { cobrarVenta } from '@/lib/venta/cobrar';
import { editarPagoVenta } from '@/lib/venta/editar-pago';
import { linea, nuevoProducto } from '@/tests/harness/factories';
import { persona, saldoDe, tiendaAbierta } from './fixtures';

/** Real tickets: what the room of sales posts is what the figures of the drawer say. */
async function conProducto() {
  const t = await tiendaAbierta(100);
  const producto = await nuevoProducto(t.idSucursal, { precio: 10, stock: 500 });
  const cobrar = (cantidad: number, pagos: { metodo: string; monto: number }[]) =>
    cobrarVenta(t.cajera, { pagos, id_sesion_caja: t.sesion.id, detalles: [linea(producto, cantidad)] });
  return { ...t, cobrar };
}

test('QR and transfers never raise the drawer; each method has its own figure', async () => {
  const { admin, cajera, caja, sesion, cobrar } = await conProducto();
  await cobrar(3, [{ metodo: 'EFECTIVO', monto: 30 }]);
  await cobrar(5, [{ metodo: 'QR', monto: 50 }]);
  await cobrar(10, [
    { metodo: 'EFECTIVO', monto: 20 },
    { metodo: 'QR', monto: 35 },
    { metodo: 'TRANSFERENCIA', monto: 45 },
  ]);
  const balance = await balanceSesion(admin, { id: sesion.id });
  expect(balance).toMatchObject({
    ventas: { efectivo: 50, qr: 85, transferencia: 45 },
    monto_final_teorico: 150,
    bolsillos: { mercaderia: 50, fondo: 100 },
  });
  expect(await saldoDe(caja.id)).toBe(15_000);
  const qr = await filasDeSesion(admin, { id: sesion.id, concepto: 'ventas_qr' });
  expect(qr.items.map((f) => f.importe)).toEqual([35, 50]);
  expect(await cerrarCaja(cajera, { id: sesion.id, monto_final_real: 150 })).toMatchObject({ diferencia: 0 });
});

test('a voided ticket and a corrected payment leave the figures where the money is', async () => {
  const { admin, cajera, caja, sesion, cobrar } = await conProducto();
  const anulada = await cobrar(2, [{ metodo: 'EFECTIVO', monto: 20 }]);
  const corregida = await cobrar(4, [{ metodo: 'QR', monto: 40 }]);
  await anularVenta(cajera, { id: anulada.id, motivo_edicion: 'Cliente desistió' });
  await editarPagoVenta(
    { ...admin, idSucursal: admin.idSucursal },
    {
      id: corregida.id,
      metodo_pago: 'TRANSFERENCIA',
      motivo_edicion: 'Era transferencia',
    },
  );
  const { ventas, monto_final_teorico } = await balanceSesion(admin, { id: sesion.id });
  expect(ventas).toEqual({ efectivo: 0, qr: 0, transferencia: 40 });
  expect(monto_final_teorico).toBe(100);
  expect(await saldoDe(caja.id)).toBe(10_000);
});

test('a void paid by another drawer weighs on that drawer alone', async () => {
  const { idSucursal, admin, sesion, cobrar } = await conProducto();
  const venta = await cobrar(2, [{ metodo: 'EFECTIVO', monto: 20 }]);
  const otra = await crearCaja(admin, { nombre: 'La otra', especialidad: 'SOLO_VENTAS', saldo: 60 });
  const encargada = await persona('Administrador', idSucursal);
  const suya = await abrirCaja(encargada, { id_caja: otra.id });
  await anularVenta(encargada, { id: venta.id, motivo_edicion: 'Cliente desistió' });
  expect((await balanceSesion(admin, { id: sesion.id })).ventas.efectivo).toBe(20);
  expect(await balanceSesion(admin, { id: suya.id })).toMatchObject({
    ventas: { efectivo: -20 },
    monto_final_teorico: 40,
  });
});
