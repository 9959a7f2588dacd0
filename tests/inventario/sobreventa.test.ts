import { beforeAll, expect, it } from 'vitest';
import { sqlClient } from '@/db';
import { listarDocumentos } from '@/lib/inventario/queries';
import { todoCuadra } from '../concurrency/juntos';
import { ctxDe, nuevoProducto } from '../harness/factories';
import { type Cadena, con, hay, nuevaCadena, vender } from './fixtures';

let m: Cadena;
beforeAll(async () => {
  m = await nuevaCadena();
});

async function queAvisa(stock: number) {
  const p = await nuevoProducto(m.norte, { precio: 10, costo: 6, stock });
  await sqlClient()`update producto set politica_sobreventa = 'AVISAR' where id = ${p.id}`;
  return p;
}

it('a product that warns is sold past its stock by who may: what was missing enters first, at last cost', async () => {
  const p = await queAvisa(1);
  await vender(m.turno, p, 3);
  expect(await hay(p.id, m.norte)).toEqual({ cantidad: 0, valor: 0 });
  const { items } = await listarDocumentos(ctxDe(m.almacen), { tipo: 'REGULARIZACION' });
  expect(items[0]).toMatchObject({ valor: 12, productos: 1, tipo_origen: 'venta' });
  await todoCuadra();
});

it('a product that refuses is never oversold, nor one that warns by who may not', async () => {
  const rechaza = await nuevoProducto(m.norte, { stock: 1 });
  await expect(vender(m.turno, rechaza, 2)).rejects.toMatchObject({ code: 'stock_insuficiente' });
  const p = await queAvisa(1);
  const permisos = new Set([...m.turno.cajero.permisos].filter((x) => x !== 'venta:sin_existencia'));
  const sinDerecho = { ...m.turno, cajero: { ...m.turno.cajero, permisos } };
  await expect(vender(sinDerecho, p, 2)).rejects.toMatchObject({ code: 'stock_insuficiente' });
  expect(await hay(p.id, m.norte)).toMatchObject({ cantidad: 1_000 });
  await todoCuadra();
});

it('an oversold ticket that is refused for something else leaves no regularización', async () => {
  const p = await queAvisa(0);
  const { cobrarVenta } = await import('@/lib/venta/cobrar');
  const raw = {
    id_sesion_caja: m.turno.idSesion,
    pagos: [{ metodo: 'QR', monto: 1 }],
    detalles: [{ id_producto: p.id, cantidad: 1, precio_unitario: 10 }],
  };
  await expect(cobrarVenta(con(m.turno.cajero), raw)).rejects.toMatchObject({ code: 'pago_no_cuadra' });
  expect(await hay(p.id, m.norte)).toEqual({ cantidad: 0, valor: 0 });
  await todoCuadra();
});
