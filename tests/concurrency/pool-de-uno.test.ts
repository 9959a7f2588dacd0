import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { env } from '@/lib/env';
import { cobrarVenta } from '@/lib/venta/cobrar';
import { ctxDe, linea, nuevaSucursal, nuevoProducto, nuevoTurno } from '../harness/factories';
import { horaPico } from './hora-pico';
import { todosJuntos } from './juntos';

// Read lazily: nothing has connected yet when this line runs. A verb that used the pool inside its own transaction
// would wait for itself for ever.
process.env.PG_MAX = '1';

it('one connection for everybody: nobody waits for themselves', { timeout: 180_000 }, async () => {
  expect(env().PG_MAX).toBe(1);
  await horaPico(8);
});

it('one connection: the same sale twenty times at once is one sale', async () => {
  const idSucursal = await nuevaSucursal();
  const turno = await nuevoTurno(idSucursal);
  const producto = await nuevoProducto(idSucursal, { stock: 5 });
  const ctx = ctxDe(turno.cajero, { clave: randomUUID() });
  const pedido = { id_sesion_caja: turno.idSesion, metodo_pago: 'QR', detalles: [linea(producto)] };
  const { hechos } = await todosJuntos(Array.from({ length: 20 }, () => () => cobrarVenta(ctx, pedido)));
  expect(new Set(hechos.map((v) => v.id)).size).toBe(1);
});
