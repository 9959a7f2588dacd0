import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '@/lib/context';
import { env } from '@/lib/env';
import { prepareQueues } from '@/lib/jobs/prepare';
import { crearProducto } from '@/lib/producto/crear';
import { exportarProductos } from '@/lib/producto/exportar';
import { aplicarImportacion } from '@/lib/producto/importacion/aplicar';
import { confirmarImportacion } from '@/lib/producto/importacion/confirmar';
import { listarFilasDeImportacion, productoPorCodigo } from '@/lib/producto/queries';
import { ctxDe, nuevaCategoria, nuevaPersona, nuevaSucursal } from '../harness/factories';
import { subirYLeer } from './fixtures';

let admin: Actor;
let cajero: Actor;

beforeAll(async () => {
  await prepareQueues(env().DATABASE_URL);
  const idSucursal = await nuevaSucursal();
  admin = await nuevaPersona('Administrador', idSucursal);
  cajero = await nuevaPersona('Operador', idSucursal);
});

async function libro(...filas: unknown[][]): Promise<Uint8Array> {
  const w = new ExcelJS.Workbook();
  const hoja = w.addWorksheet('Lista');
  hoja.addRow(['codigo_barras', 'nombre', 'categoria', 'precio_venta', 'costo_compra', 'stock_actual']);
  for (const fila of filas) hoja.addRow(fila);
  return new Uint8Array(await w.xlsx.writeBuffer());
}

const preparar = (bytes: Uint8Array) => subirYLeer(ctxDe(admin), bytes, 'lista.xlsx');

describe('a workbook', () => {
  test('is read as a person sees it: figures, results of formulas, rich text; a text like a formula is a name', async () => {
    const dto = await preparar(
      await libro(
        [7771214001109, 'Leche', 'Lácteos', 7.1, 0.1 + 0.2, 12],
        ['X-1', '=2+3 ofertas', 'Lácteos', { formula: '3*2.5', result: 7.5 }, 6, 1],
        [],
        ['X-2', { richText: [{ text: 'Queso ' }, { text: 'fresco', font: { bold: true } }] }, 'Lácteos', 45, 30, 2],
        ['X-3', 'Sin categoría', null, 5, 1, 1],
        ['X-1', 'Repetido', 'Lácteos', 5, 1, 1],
      ),
    );
    expect(dto).toMatchObject({ filas: 5, filas_malas: 2, resumen: { codificacion: 'Excel', nuevas: 3 } });
    const { items } = await listarFilasDeImportacion(ctxDe(admin), { id: dto.id, malas: 'true' });
    expect(items.map((f) => [f.linea, f.falla])).toEqual([
      [6, 'Falta la categoría.'],
      [7, 'El código X-1 ya está en la línea 3.'],
    ]);
    await confirmarImportacion(ctxDe(admin), { id: dto.id });
    await aplicarImportacion(ctxDe(admin), { id: dto.id }, async () => {});
    const leche = await productoPorCodigo(ctxDe(admin), { codigo: '7771214001109' });
    expect(leche).toMatchObject({ nombre: 'Leche', precio_venta: 7.1, costo_compra: 0.3, stock_actual: 12 });
    const oferta = await productoPorCodigo(ctxDe(admin), { codigo: 'X-1' });
    expect(oferta).toMatchObject({ nombre: '=2+3 ofertas', precio_venta: 7.5 });
    expect((await productoPorCodigo(ctxDe(admin), { codigo: 'X-2' })).nombre).toBe('Queso fresco');
  });

  test('that is broken is refused whole', async () => {
    await expect(preparar(Buffer.from('PK\u0003\u0004 esto no es un libro'))).rejects.toMatchObject({ status: 400 });
    const bueno = await libro(['A', 'B', 'C', 1, 1, 1]);
    await expect(preparar(bueno.slice(0, bueno.length / 2))).rejects.toMatchObject({ status: 400 });
  });
});

describe('the catalogue as a file', () => {
  test('goes out with a text like a formula as a text, without costs for who may not see them, and comes back the same', async () => {
    const id_categoria = await nuevaCategoria();
    await crearProducto(ctxDe(admin), {
      nombre: '=HYPERLINK("x")',
      codigo_barras: 'F-1',
      precio_venta: 2.5,
      costo_compra: 1,
      id_categoria,
    });
    const respuesta = await exportarProductos(ctxDe(cajero), { formato: 'csv', id_categoria });
    const csv = await respuesta.text();
    expect(csv).toContain(`"'=HYPERLINK(""x"")"`);
    expect(csv).not.toContain('costo');
    const vuelta = await subirYLeer(ctxDe(admin), new TextEncoder().encode(csv), 'v.csv');
    expect(vuelta).toMatchObject({ filas_malas: 0, resumen: { existentes: 1, nuevas: 0 } });
    const w = new ExcelJS.Workbook();
    const xlsx = await exportarProductos(ctxDe(admin), { formato: 'xlsx', id_categoria });
    await w.xlsx.load(await xlsx.arrayBuffer());
    const fila = w.worksheets[0]?.getRow(2);
    const celdas = Array.isArray(fila?.values) ? fila.values : [];
    expect(celdas).toContain('=HYPERLINK("x")');
    expect(celdas).toContain(2.5);
  });
});
