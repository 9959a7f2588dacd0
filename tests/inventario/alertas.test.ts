import { beforeAll, expect, it } from 'vitest';
import { sqlClient } from '@/db';
import { atenderAlertaStock, listarAlertasStock } from '@/lib/inventario/alertas';
import { detectarAlertasDeStock } from '@/lib/inventario/detectar-alertas';
import { registrarEntrada } from '@/lib/inventario/registrar-entrada';
import { registrarSalida } from '@/lib/inventario/registrar-salida';
import { editarProducto } from '@/lib/producto/editar';
import { AHORA, ctxDe, nuevoProducto } from '../harness/factories';
import { type Cadena, con, nuevaCadena, vender } from './fixtures';

let m: Cadena;
beforeAll(async () => {
  m = await nuevaCadena();
});

const DIA_MS = 86_400_000;
const despues = (dias: number) => new Date(AHORA.getTime() + dias * DIA_MS);
const abiertas = async (tipo: string) =>
  (await listarAlertasStock(ctxDe(m.almacen), { tipo, situacion: 'abierta' })).items;
const entra = (id: number, cantidad: number, mas: object = {}, ahora = AHORA) =>
  registrarEntrada(con(m.almacen, { ahora }), { motivo: 'Compra', lineas: [{ id_producto: id, cantidad, ...mas }] });

it('low stock is told once per cycle: again only after it was restocked', async () => {
  const p = await nuevoProducto(m.norte, { stock: 3 });
  await sqlClient()`update producto set stock_minimo = 5000 where id = ${p.id}`;
  await detectarAlertasDeStock(AHORA);
  await detectarAlertasDeStock(AHORA);
  const [una, ...mas] = await abiertas('STOCK_BAJO');
  expect(mas).toEqual([]);
  expect(una).toMatchObject({ id_producto: p.id, frase: 'Quedan 3; el mínimo es 5.' });
  const id = una?.id ?? 0;
  expect(await atenderAlertaStock(con(m.almacen), { id, nota: 'Se pidió' })).toMatchObject({ nota: 'Se pidió' });
  await expect(atenderAlertaStock(con(m.almacen), { id, nota: 'Otra vez' })).rejects.toMatchObject({
    code: 'alerta_atendida',
  });
  await expect(atenderAlertaStock(con(m.otro), { id, nota: 'Ajena' })).rejects.toMatchObject({ code: 'no_encontrado' });
  await expect(atenderAlertaStock(con(m.turno.cajero), { id, nota: 'Sin' })).rejects.toMatchObject({
    code: 'sin_permiso',
  });
  await entra(p.id, 10);
  await detectarAlertasDeStock(AHORA);
  expect(await abiertas('STOCK_BAJO')).toEqual([]);
  await registrarSalida(con(m.almacen), {
    tipo: 'MERMA',
    motivo: 'Rotas',
    lineas: [{ id_producto: p.id, cantidad: 9 }],
  });
  await detectarAlertasDeStock(AHORA);
  expect(await abiertas('STOCK_BAJO')).toHaveLength(1);
});

it('days of cover, what is about to expire and what nobody buys are told, and close by themselves', async () => {
  const p = await nuevoProducto(m.norte, { stock: 10 });
  await sqlClient()`update producto set dias_cobertura = 60 where id = ${p.id}`;
  await vender(m.turno, p, 7);
  await entra(p.id, 1, { vence: '2026-11-28', lote: 'L9' });
  await detectarAlertasDeStock(AHORA);
  expect((await abiertas('COBERTURA'))[0]).toMatchObject({ frase: expect.stringContaining('Alcanza para 16 días') });
  expect((await abiertas('POR_VENCER'))[0]).toMatchObject({ frase: 'Vence el sáb 28 nov (lote L9). Quedan 4.' });
  await detectarAlertasDeStock(despues(61));
  expect((await abiertas('SIN_MOVIMIENTO')).map((a) => a.id_producto)).toContain(p.id);
  await detectarAlertasDeStock(AHORA);
  expect(await abiertas('SIN_MOVIMIENTO')).toEqual([]);
});

it('a cost that eats the margin is told with the price that keeps it, until the price changes', async () => {
  const p = await nuevoProducto(m.norte, { precio: 10, costo: 6, stock: 5 });
  await entra(p.id, 5, { costo_unitario: 7.5 });
  await detectarAlertasDeStock(AHORA);
  const suya = (await abiertas('COSTO')).find((a) => a.id_producto === p.id);
  expect(suya).toMatchObject({ precio_propuesto: 12.5, frase: expect.stringContaining('El costo subió') });
  await editarProducto(con(m.jefe, { ahora: despues(1) }), { id: p.id, precio_venta: 12.5 });
  await detectarAlertasDeStock(despues(1));
  expect((await abiertas('COSTO')).find((a) => a.id_producto === p.id)).toBeUndefined();
});
