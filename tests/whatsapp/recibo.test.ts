import { randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { sqlClient } from '@/db';
import { cobrarVenta } from '@/lib/venta/cobrar';
import { mandarRecibo } from '@/lib/venta/mandar-recibo';
import { ctxDe, linea, nuevaPersona, nuevaSucursal, nuevoProducto, nuevoTurno } from '../harness/factories';
import { vaciar, vinculada } from './tienda';

beforeEach(vaciar);

async function ticket() {
  const sucursal = await nuevaSucursal();
  const turno = await nuevoTurno(sucursal);
  const producto = await nuevoProducto(sucursal, { precio: 12.5 });
  const pedido = { id_sesion_caja: turno.idSesion, metodo_pago: 'QR', detalles: [linea(producto, 2)] };
  const venta = await cobrarVenta(ctxDe(turno.cajero), pedido);
  return { sucursal, venta, jefe: await nuevaPersona('Administrador', sucursal), cajero: turno.cajero };
}

const numero = { code: '591', phone: '70011223' };

it('a receipt waits to go out once, however often it is asked for under the same key', async () => {
  await vinculada();
  const { venta, jefe } = await ticket();
  const ctx = ctxDe(jefe, { clave: randomUUID() });
  const primera = await mandarRecibo(ctx, { id: venta.id, ...numero });
  expect(await mandarRecibo(ctx, { id: venta.id, ...numero })).toEqual(primera);
  const filas = await sqlClient()<{ destino: string; texto: string }[]>`select destino, texto from mensaje_whatsapp`;
  expect(filas).toMatchObject([{ destino: '59170011223', texto: expect.stringContaining('*TOTAL Bs 25,00*') }]);
});

it('is refused without a linked phone, without the right, of another branch, and to what is no number', async () => {
  const { venta, jefe, cajero } = await ticket();
  const pedido = { id: venta.id, ...numero };
  await expect(mandarRecibo(ctxDe(jefe), pedido)).rejects.toMatchObject({ code: 'whatsapp_sin_vincular' });
  await vinculada();
  await expect(mandarRecibo(ctxDe(cajero), pedido)).rejects.toMatchObject({ status: 403 });
  const deOtra = await nuevaPersona('Administrador', await nuevaSucursal());
  await expect(mandarRecibo(ctxDe(deOtra), pedido)).rejects.toMatchObject({ status: 404 });
  await expect(mandarRecibo(ctxDe(jefe), { ...pedido, phone: '123' })).rejects.toThrow(/8 cifras/);
  expect(await sqlClient()`select 1 from mensaje_whatsapp`).toHaveLength(0);
});
