import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { sqlClient } from '@/db';
import { withTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/context';
import { env } from '@/lib/env';
import { prepareQueues } from '@/lib/jobs/prepare';
import { crearProducto } from '@/lib/producto/crear';
import { crearCategoria } from '@/lib/producto/crear-categoria';
import { eliminarProducto } from '@/lib/producto/eliminar';
import { aplicarImportacion } from '@/lib/producto/importacion/aplicar';
import { atenderImportacion } from '@/lib/producto/importacion/atender';
import { confirmarImportacion } from '@/lib/producto/importacion/confirmar';
import { descartarImportacion, limpiarImportaciones } from '@/lib/producto/importacion/descartar';
import { prepararImportacion } from '@/lib/producto/importacion/preparar';
import {
  leerImportacion,
  listarFilasDeImportacion,
  listarImportaciones,
  productoPorCodigo,
} from '@/lib/producto/queries';
import type { ImportacionDto } from '@/lib/producto/schemas-importacion';
import { verificar } from '@/lib/verificacion/verificar';
import { AHORA, ctxDe, nuevaPersona, nuevaSucursal, nuevoProducto } from '@/tests/harness/factories';
import { auditadas, existenciaDe, subirYLeer, sumaCuenta } from './fixtures';

let idSucursal: number;
let almacen: Actor;
let cajero: Actor;

beforeAll(async () => {
  await prepareQueues(env().DATABASE_URL);
  idSucursal = await nuevaSucursal();
  almacen = await nuevaPersona('Almacenero', idSucursal);
  cajero = await nuevaPersona('Operador', idSucursal);
});

const ENCABEZADO = 'codigo_barras,nombre,categoria,precio_venta,costo_compra,stock_actual,stock_minimo';
const csv = (...filas: string[]) => Buffer.from([ENCABEZADO, ...filas, ''].join('\n'));
const ctx = (pedido = {}) => ctxDe(almacen, pedido);
const preparar = (bytes: Uint8Array, nombre?: string) => subirYLeer(ctx(), bytes, nombre);
const aplicar = (id: number) => aplicarImportacion(ctx(), { id }, async () => {});
const productos = async () => (await sqlClient()`select 1 from producto`).length;

async function importar(bytes: Uint8Array, existentes: 'omitir' | 'actualizar' = 'omitir'): Promise<ImportacionDto> {
  const { id } = await preparar(bytes);
  await confirmarImportacion(ctx(), { id, existentes });
  await aplicar(id);
  return leerImportacion(ctx(), { id });
}

describe('prepararImportacion', () => {
  test('looks, counts and promises, and changes nothing in the catalogue', async () => {
    await crearCategoria(ctx(), { nombre: 'Lácteos' });
    const antes = await productos();
    const dto = await preparar(
      csv('P1,Leche,LACTEOS,7.5,6,10,2', 'P2,Ron,Licores,90,70,1,0', 'P3,Gin,licóres,99,,,'),
      'mi lista.csv',
    );
    expect(dto).toMatchObject({
      archivo: 'mi lista.csv',
      situacion: 'REVISADA',
      filas: 3,
      filas_malas: 0,
      filas_hechas: 0,
    });
    expect(dto.resumen).toMatchObject({
      codificacion: 'UTF-8',
      separador: 'coma',
      columnas_ignoradas: [],
      categorias_nuevas: ['Licores'],
      nuevas: 3,
      existentes: 0,
      avisos: 0,
      valor_stock: 130,
    });
    expect(await productos()).toBe(antes);
  });

  test('old Excel: Windows-1252, semicolons, decimal commas, CRLF, names of its own', async () => {
    const texto =
      'Código;Descripción;Rubro;Precio;Marca\r\nW1;Piña "en almíbar";Enlatados;12,50;X\r\nW2;"Ají; rojo";Especias;3,00;\r\n';
    const dto = await preparar(Buffer.from(texto, 'latin1'));
    expect(dto.filas_malas).toBe(0);
    expect(dto.resumen).toMatchObject({
      codificacion: 'Windows-1252',
      separador: 'punto y coma',
      columnas_ignoradas: ['Marca'],
      columnas: { codigo_barras: 'Código', nombre: 'Descripción', categoria: 'Rubro', precio_venta: 'Precio' },
    });
    const { items } = await listarFilasDeImportacion(ctx(), { id: dto.id });
    expect(items.map((f) => f.crudo.nombre)).toEqual(['Piña "en almíbar"', 'Ají; rojo']);
  });

  test('each bad row is named with its line and its reason, in pages, and the good ones stay', async () => {
    const dto = await preparar(
      csv(
        'B1,Bueno,Otros,1,1,1,1',
        'B1,Gemelo,Otros,1,1,1,1',
        'B2,,Otros,1,1,1,1',
        'B3,Sin categoría,,1,1,1,1',
        'B4,Coma,Otros,1,50,1,1,1',
        'B5,Negativo,Otros,-1,1,1,1',
        ',Sin código,Otros,1,1,1,1',
        ',SIN CODIGO,Otros,2,1,1,1',
      ),
    );
    expect(dto).toMatchObject({ filas: 8, filas_malas: 6 });
    const primera = await listarFilasDeImportacion(ctx(), { id: dto.id, malas: '1', limite: '4' });
    const resto = await listarFilasDeImportacion(ctx(), {
      id: dto.id,
      malas: '1',
      cursor: primera.meta.nextCursor ?? '',
    });
    expect([...primera.items, ...resto.items].map((f) => [f.linea, f.falla])).toEqual([
      [3, 'El código B1 ya está en la línea 2.'],
      [4, 'Falta el nombre.'],
      [5, 'Falta la categoría.'],
      [6, 'Tiene 8 columnas y el encabezado 7. ¿Hay una coma decimal sin comillas?'],
      [7, 'El precio no puede ser negativo (-1).'],
      [9, 'El mismo nombre, sin código, ya está en la línea 8.'],
    ]);
  });

  test.each([
    ['an empty file', Buffer.from(''), 'El archivo está vacío.'],
    ['a header alone', csv(), 'El archivo solo tiene el encabezado.'],
  ])('%s is refused whole', async (_, bytes, frase) => {
    await expect(preparar(bytes)).rejects.toThrow(frase);
  });

  test('is refused to a cashier, and without a file', async () => {
    const archivo = { nombre: '', tipo: '', bytes: csv('X,Y,Z,1,1,1,1') };
    await expect(prepararImportacion(ctxDe(cajero), { archivo })).rejects.toMatchObject({ status: 403 });
    await expect(prepararImportacion(ctx(), {})).rejects.toThrow('Falta el archivo.');
  });
});

describe('applying', () => {
  test('products, categories and one opening entry for the whole file', async () => {
    const capital = await sumaCuenta(`capital.S${idSucursal}`);
    const dto = await importar(
      csv(
        'A1,=SUMA(A1),Formulas,10,7.335,2.5,1'.replace('7.335', '7.33'),
        'A2,Vino,Licores,50,30,4,1',
        'A3,Pan,Otros,1,,,',
      ),
    );
    expect(dto).toMatchObject({ situacion: 'APLICADA', filas_hechas: 3, falla: null });
    expect(dto.resumen.resultado).toMatchObject({ creados: 3, actualizados: 0, omitidos: 0 });
    expect(await sumaCuenta(`capital.S${idSucursal}`)).toBe(capital - 13_833);
    const formula = await productoPorCodigo(ctx(), { codigo: 'A1' });
    expect(formula).toMatchObject({ nombre: '=SUMA(A1)', stock_actual: 2.5, costo_compra: 7.33, stock_minimo: 1 });
    expect(formula.id_user_create).toBe(almacen.idUsuario);
    expect(await existenciaDe(formula.id, idSucursal)).toEqual({ cantidad: 2500, valor: 1833 });
    const asientos = await sqlClient()`
      select id, glosa from asiento where tipo_documento = 'stock_inicial' and id = ${dto.resumen.resultado?.id_asiento ?? 0}`;
    expect(asientos[0]?.glosa).toContain(`importación ${dto.id} (lista.csv)`);
    expect(await auditadas('importacion.aplicar', dto.id)).toBe(1);
    expect(await verificar(sqlClient())).toEqual([]);
  });

  test('bad rows stay out and the good ones enter', async () => {
    const dto = await importar(csv('M1,Bueno,Otros,1,1,1,1', 'M2,,Otros,1,1,1,1'));
    expect(dto.resumen.resultado?.creados).toBe(1);
    await expect(productoPorCodigo(ctx(), { codigo: 'M2' })).rejects.toMatchObject({ status: 404 });
  });

  test('what is already in the catalogue is left alone, by code and, without a code, by name', async () => {
    await importar(csv('R1,Viejo,Otros,5,3,7,0', ',Marraqueta,Otros,0.8,0.5,100,0'));
    const antes = await productoPorCodigo(ctx(), { codigo: 'R1' });
    const dto = await importar(
      csv('R1,Nuevo nombre,Otros,6,4,9,0', ',MARRAQUETA,Otros,1,0.6,5,0', 'R2,Otro,Otros,1,1,1,0'),
    );
    expect(dto.resumen).toMatchObject({ nuevas: 1, existentes: 2, resultado: { creados: 1, omitidos: 2 } });
    expect(await productoPorCodigo(ctx(), { codigo: 'R1' })).toEqual(antes);
  });

  test('or takes price and cost from the file, and nothing else', async () => {
    await importar(csv('U1,Uno,Otros,5,3,7,0', 'U2,Dos,Otros,5,3,7,0', 'U3,Tres,Otros,5,3,7,0'));
    const sinCosto = 'codigo_barras,nombre,categoria,precio_venta\nU1,Cambiado,Otros,6\nU2,Dos,Otros,5\n';
    const dto = await importar(Buffer.from(sinCosto), 'actualizar');
    expect(dto.resumen.resultado).toMatchObject({
      creados: 0,
      actualizados: 1,
      sin_cambio: 1,
      omitidos: 0,
      id_asiento: null,
    });
    const uno = await productoPorCodigo(ctx(), { codigo: 'U1' });
    expect(uno).toMatchObject({ nombre: 'Uno', precio_venta: 6, costo_compra: 3, stock_actual: 7 });
    const historia = await sqlClient()`select precio from precio_producto where id_producto = ${uno.id} order by id`;
    expect(historia.map((h) => h.precio)).toEqual([500, 600]);
  });

  test('the catalogue of the moment decides, not that of the preview', async () => {
    const { id } = await preparar(csv('T1,Uno,Tardía,5,3,7,0', 'T2,Dos,Tardía,5,3,7,0'));
    const { id: id_categoria } = await crearCategoria(ctx(), { nombre: 'TARDIA' });
    const mio = await crearProducto(ctx(), { nombre: 'Antes', codigo_barras: 'T1', precio_venta: 9, id_categoria });
    await confirmarImportacion(ctx(), { id });
    expect(await aplicar(id)).toMatchObject({ creados: 1, omitidos: 1, categorias: 0 });
    expect((await productoPorCodigo(ctx(), { codigo: 'T1' })).id).toBe(mio.id);
    expect((await productoPorCodigo(ctx(), { codigo: 'T2' })).categoria.id).toBe(id_categoria);
  });

  test('applying twice, also at once, enters the goods once', async () => {
    const { id } = await preparar(csv('D1,Doble,Otros,5,3,7,0'));
    expect(await aplicar(id)).toBeNull();
    await confirmarImportacion(ctx(), { id });
    const intentos = await Promise.allSettled([aplicar(id), aplicar(id), aplicar(id)]);
    expect(intentos.filter((i) => i.status === 'fulfilled' && i.value !== null)).toHaveLength(1);
    expect(await aplicar(id)).toBeNull();
    const { id: idProducto } = await productoPorCodigo(ctx(), { codigo: 'D1' });
    expect(await existenciaDe(idProducto, idSucursal)).toEqual({ cantidad: 7000, valor: 2100 });
  });

  test('a failure half way leaves nothing, and the last attempt leaves a sentence and another chance', async () => {
    const antes = await productos();
    const filas = Array.from({ length: 4500 }, (_, i) => `H${i},Mitad ${i},Mitades,5,3,1,0`);
    const { id } = await preparar(csv(...filas));
    await confirmarImportacion(ctx(), { id });
    const vistas: number[] = [];
    const progreso = async (n: number) => {
      vistas.push(n);
      if (n > 2500) throw new Error('the power went');
    };
    await expect(atenderImportacion(id, { ahora: AHORA, ultimo: false, progreso })).rejects.toThrow('the power went');
    expect(vistas.length).toBeGreaterThan(3);
    expect(await productos()).toBe(antes);
    expect((await leerImportacion(ctx(), { id })).situacion).toBe('EN_COLA');
    await expect(atenderImportacion(id, { ahora: AHORA, ultimo: true, progreso })).rejects.toThrow('the power went');
    const fallida = await leerImportacion(ctx(), { id });
    expect(fallida).toMatchObject({
      situacion: 'FALLIDA',
      filas_hechas: 0,
      falla: expect.stringContaining('no se cambió nada'),
    });
    await confirmarImportacion(ctx(), { id });
    await atenderImportacion(id, { ahora: AHORA, ultimo: false, progreso: async () => {} });
    expect(await leerImportacion(ctx(), { id })).toMatchObject({
      situacion: 'APLICADA',
      falla: null,
      filas_hechas: 4500,
    });
    expect(await productos()).toBe(antes + 4500);
  });

  test('a product created under its nose makes it start again, whole', async () => {
    const { id } = await preparar(csv('N1,Nariz,Otros,5,3,7,0'));
    await confirmarImportacion(ctx(), { id });
    const { categoria } = await nuevoProducto(idSucursal);
    // Committed after the lookup and before the insert: the moment of the first progress.
    const progreso = async () => {
      const raw = { nombre: 'Intruso', codigo_barras: 'N1', precio_venta: 1, id_categoria: categoria.id };
      await crearProducto(ctx(), raw).catch(() => {});
    };
    await expect(aplicarImportacion(ctx(), { id }, progreso)).rejects.toThrow('catalogue changed');
    expect(await aplicar(id)).toMatchObject({ creados: 0, omitidos: 1 });
  });
});

describe('confirming and discarding', () => {
  test('puts one job in the queue in the same transaction, once', async () => {
    const { id } = await preparar(csv('C1,Cola,Otros,1,1,1,1'));
    const clave = randomUUID();
    const dto = await confirmarImportacion(ctx({ clave }), { id });
    expect(dto.situacion).toBe('EN_COLA');
    expect(await confirmarImportacion(ctx({ clave }), { id })).toEqual(dto);
    await expect(confirmarImportacion(ctx(), { id })).rejects.toMatchObject({ code: 'importacion_cerrada' });
    const trabajos = await sqlClient()`
      select state::text from pgboss.job where name = 'importar-productos' and (data->>'idImportacion')::int = ${id}`;
    // One read the file, the other applies it.
    expect(trabajos).toHaveLength(2);
    await expect(descartarImportacion(ctx(), { id })).rejects.toMatchObject({ code: 'importacion_cerrada' });
  });

  test('is refused to a cashier, from another branch, and when no row is good', async () => {
    const { id } = await preparar(csv('C2,,Otros,1,1,1,1'));
    await expect(confirmarImportacion(ctxDe(cajero), { id })).rejects.toMatchObject({ status: 403 });
    const ajena = ctx({ idSucursal: await nuevaSucursal() });
    await expect(confirmarImportacion(ajena, { id })).rejects.toMatchObject({ status: 404 });
    await expect(leerImportacion(ajena, { id })).rejects.toMatchObject({ status: 404 });
    await expect(confirmarImportacion(ctx(), { id })).rejects.toMatchObject({ code: 'importacion_vacia' });
    const trabajos = await sqlClient()`select 1 from pgboss.job where (data->>'idImportacion')::int = ${id}`;
    expect(trabajos).toHaveLength(1);
  });

  test('a discarded import cannot be confirmed, and the nightly cleaning takes its rows', async () => {
    const { id } = await preparar(csv('C3,Nada,Otros,1,1,1,1'));
    expect((await descartarImportacion(ctx(), { id })).situacion).toBe('DESCARTADA');
    expect((await descartarImportacion(ctx(), { id })).situacion).toBe('DESCARTADA');
    await expect(confirmarImportacion(ctx(), { id })).rejects.toThrow('Esta importación se descartó.');
    const haceOcho = ctx({ ahora: new Date(AHORA.getTime() - 8 * 86_400_000) });
    const olvidada = await subirYLeer(haceOcho, csv('C4,Vieja,Otros,1,1,1,1'));
    await withTransaction({}, (tx) => limpiarImportaciones(tx, AHORA));
    expect((await leerImportacion(ctx(), { id: olvidada.id })).situacion).toBe('DESCARTADA');
    expect((await listarFilasDeImportacion(ctx(), { id })).items).toEqual([]);
    expect((await listarImportaciones(ctx(), { limite: 2 })).items.map((i) => i.id)).toEqual([olvidada.id, id]);
  });

  test('a deleted product does not count as being in the catalogue', async () => {
    await importar(csv('E1,Eliminado,Otros,5,3,0,0'));
    await eliminarProducto(ctx(), { id: (await productoPorCodigo(ctx(), { codigo: 'E1' })).id });
    expect((await preparar(csv('E1,Otra vez,Otros,5,3,0,0'))).resumen).toMatchObject({ nuevas: 1, existentes: 0 });
  });
});
