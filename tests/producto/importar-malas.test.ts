import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { sqlClient } from '@/db';
import type { Actor } from '@/lib/context';
import { env } from '@/lib/env';
import { prepareQueues } from '@/lib/jobs/prepare';
import { agregarCodigo } from '@/lib/presentacion/agregar-codigo';
import { crearPresentacion } from '@/lib/presentacion/crear';
import { ajustarStock } from '@/lib/producto/ajustar-stock';
import { crearProducto } from '@/lib/producto/crear';
import { editarProducto } from '@/lib/producto/editar';
import { aplicarImportacion } from '@/lib/producto/importacion/aplicar';
import { atenderImportacion } from '@/lib/producto/importacion/atender';
import { confirmarImportacion } from '@/lib/producto/importacion/confirmar';
import { deshacerImportacion } from '@/lib/producto/importacion/deshacer';
import { elegirColumnas } from '@/lib/producto/importacion/elegir-columnas';
import { prepararImportacion } from '@/lib/producto/importacion/preparar';
import { revertirImportacion } from '@/lib/producto/importacion/revertir';
import { leerImportacion, leerPorDeshacer, listarFilasDeImportacion, productoPorCodigo } from '@/lib/producto/queries';
import type { ImportacionDto, ImportacionFilaDto } from '@/lib/producto/schemas-importacion';
import { verificar } from '@/lib/verificacion/verificar';
import { catalogoCsv, catalogoDanado, DANOS } from '@/scripts/bench/archivo';
import { AHORA, ctxDe, nuevaCategoria, nuevaPersona, nuevaSucursal } from '@/tests/harness/factories';
import { auditadas, existenciaDe, subirYLeer, sumaCuenta } from './fixtures';

let idSucursal: number;
let admin: Actor;
let cajero: Actor;

beforeAll(async () => {
  await prepareQueues(env().DATABASE_URL);
  idSucursal = await nuevaSucursal();
  admin = await nuevaPersona('Administrador', idSucursal);
  cajero = await nuevaPersona('Operador', idSucursal);
});

const ctx = (pedido = {}) => ctxDe(admin, pedido);
const ENCABEZADO = 'codigo_barras,nombre,categoria,precio_venta,costo_compra,stock_actual,sku';
const csv = (...filas: string[]) => Buffer.from([ENCABEZADO, ...filas, ''].join('\n'));
const leer = (id: number) => leerImportacion(ctx(), { id });
const nada = async () => {};
const productos = async () => (await sqlClient()`select 1 from producto where estado`).length;

async function filasDe(id: number, cuales: { malas?: '1'; avisos?: '1' }): Promise<ImportacionFilaDto[]> {
  const filas: ImportacionFilaDto[] = [];
  for (let cursor: string | undefined; ; ) {
    const { items, meta } = await listarFilasDeImportacion(ctx(), { id, ...cuales, limite: '1000', cursor });
    filas.push(...items);
    if (!meta.nextCursor) return filas;
    cursor = meta.nextCursor;
  }
}

async function aplicada(bytes: Uint8Array, existentes: 'omitir' | 'actualizar' = 'omitir'): Promise<ImportacionDto> {
  const { id } = await subirYLeer(ctx(), bytes);
  await confirmarImportacion(ctx(), { id, existentes });
  await aplicarImportacion(ctx(), { id }, nada);
  return leer(id);
}

async function deshacer(id: number): Promise<ImportacionDto> {
  await deshacerImportacion(ctx(), { id, motivo: 'Era otra lista' });
  await revertirImportacion(ctx(), { id }, nada);
  return leer(id);
}

describe('a whole catalogue with 300 bad rows of every kind', () => {
  test('each is named with its line and its reason, none enters before it is confirmed, and then only the good ones', async () => {
    const FILAS = 6_000;
    const { bytes, danos } = catalogoDanado(FILAS, 300);
    const antes = await productos();
    const revisada = await subirYLeer(ctx(), bytes, 'catalogo.csv');
    expect(await productos()).toBe(antes);
    const rechazadas = [...danos].filter(([, dano]) => dano !== 'salto');
    expect(revisada).toMatchObject({ situacion: 'REVISADA', filas: FILAS, filas_malas: rechazadas.length });
    const malas = await filasDe(revisada.id, { malas: '1' });
    expect(malas.map((f) => f.linea)).toEqual(rechazadas.map(([linea]) => linea));
    for (const { linea, falla } of malas) {
      const dano = danos.get(linea);
      expect(falla).toMatch(dano && dano !== 'salto' ? DANOS[dano] : /never/);
    }
    const avisos = await filasDe(revisada.id, { avisos: '1' });
    expect(avisos.map((f) => danos.get(f.linea))).toEqual(avisos.map(() => 'salto'));
    expect(avisos.length + malas.length).toBe(300);
    expect(avisos[0]?.aviso).toContain('Windows (CRLF)');
    expect(revisada.resumen.digitos_malos).toBe([...danos.values()].filter((d) => d === 'digito').length);

    await confirmarImportacion(ctx(), { id: revisada.id });
    expect(await productos()).toBe(antes);
    await aplicarImportacion(ctx(), { id: revisada.id }, nada);
    expect(await productos()).toBe(antes + FILAS - rechazadas.length);
    const deshecha = await deshacer(revisada.id);
    expect(deshecha).toMatchObject({
      situacion: 'DESHECHA',
      resumen: { deshecha: { motivo: 'Era otra lista', eliminados: FILAS - rechazadas.length, quedaron: 0 } },
    });
    expect(await productos()).toBe(antes);
    expect(await verificar(sqlClient())).toEqual([]);
  });

  test('what is good is good: the same catalogue without damage has not one bad row nor remark', async () => {
    const { filas_malas, resumen } = await subirYLeer(ctx(), catalogoCsv(1_000));
    expect([filas_malas, resumen.avisos, resumen.digitos_malos]).toEqual([0, 0, 0]);
  });
});

describe('what the catalogue already has', () => {
  test('is found by any of its codes and as UPC or EAN; a presentation or a SKU of another is named', async () => {
    const id_categoria = await nuevaCategoria();
    const soda = await crearProducto(ctx(), {
      nombre: 'Soda',
      codigo_barras: '036000291452',
      sku: 'SOD',
      precio_venta: 5,
      id_categoria,
    });
    await agregarCodigo(ctx(), { id_producto: soda.id, codigo: 'SODA-2' });
    await crearPresentacion(ctx(), {
      id_producto: soda.id,
      nombre: 'Six',
      factor: 6,
      precio_venta: 28,
      codigo: 'SIX-1',
    });
    const dto = await subirYLeer(
      ctx(),
      csv(
        'SODA-2,Soda,Otros,6,,,',
        '0036000291452,Soda otra vez,Otros,6,,,',
        'SIX-1,Seis,Otros,30,,,',
        'NUEVO-1,Otra,Otros,3,,,Sod',
        'NUEVO-2,Otra,Otros,3,,,X-1',
        'NUEVO-3,Otra más,Otros,3,,,x-1',
      ),
    );
    expect((await filasDe(dto.id, {})).map((f) => [f.linea, f.existente, f.falla])).toEqual([
      [2, true, null],
      [3, false, 'Es Soda, el mismo producto de la línea 2.'],
      [4, false, 'El código SIX-1 ya es de Soda (Six).'],
      [5, false, 'El SKU Sod ya es de Soda.'],
      [6, false, null],
      [7, false, 'El SKU x-1 ya está en la línea 6.'],
    ]);
  });

  test('a code taken between the review and the import stops it whole, with its sentence', async () => {
    const { id } = await subirYLeer(ctx(), csv('TARDE-1,Uno,Otros,1,,,TAR', 'TARDE-2,Dos,Otros,1,,,'));
    const id_categoria = await nuevaCategoria();
    await crearProducto(ctx(), { nombre: 'Rápido', sku: 'tar', precio_venta: 1, id_categoria });
    await confirmarImportacion(ctx(), { id });
    await atenderImportacion(id, { ahora: AHORA, ultimo: false, progreso: nada });
    expect(await leer(id)).toMatchObject({
      situacion: 'FALLIDA',
      falla: expect.stringContaining('El SKU TAR ya es de Rápido. No se importó nada'),
    });
    await expect(productoPorCodigo(ctx(), { codigo: 'TARDE-2' })).rejects.toMatchObject({ status: 404 });
  });
});

describe('columns', () => {
  const RARA = Buffer.from('a,b,c\nPan,Panes,"0,50"\nAgua,Bebidas,3\n');

  test('that nobody would recognise wait for a person; then the file is read again by their word', async () => {
    const dudosa = await subirYLeer(ctx(), RARA);
    expect(dudosa).toMatchObject({
      situacion: 'COLUMNAS',
      falla: 'No se sabe qué columna es: nombre, categoría, precio de venta.',
      resumen: {
        encabezado: ['a', 'b', 'c'],
        muestra: [
          ['Pan', 'Panes', '0,50'],
          ['Agua', 'Bebidas', '3'],
        ],
      },
    });
    await expect(confirmarImportacion(ctx(), { id: dudosa.id })).rejects.toMatchObject({ code: 'importacion_cerrada' });
    const columnas = { nombre: 0, categoria: 1, precio_venta: 2 };
    expect((await elegirColumnas(ctx(), { id: dudosa.id, columnas })).situacion).toBe('LEYENDO');
    await atenderImportacion(dudosa.id, { ahora: AHORA, ultimo: true, progreso: nada });
    expect(await leer(dudosa.id)).toMatchObject({ situacion: 'REVISADA', filas: 2, filas_malas: 0, falla: null });
    expect(await auditadas('importacion.columnas', dudosa.id)).toBe(1);
    expect((await filasDe(dudosa.id, {})).map((f) => f.crudo.nombre)).toEqual(['Pan', 'Agua']);
  });

  test('may be changed over what was guessed; without a header the first row is a product', async () => {
    const bytes = Buffer.from('nombre,categoria,precio,costo\nPan,Panes,9,0.30\nAgua,Bebidas,9,2\n');
    const { id, resumen } = await subirYLeer(ctx(), bytes);
    expect(resumen.posiciones).toEqual({ nombre: 0, categoria: 1, precio_venta: 2, costo_compra: 3 });
    await elegirColumnas(ctx(), { id, columnas: { nombre: 0, categoria: 1, precio_venta: 3 }, con_encabezado: false });
    await atenderImportacion(id, { ahora: AHORA, ultimo: true, progreso: nada });
    const dto = await leer(id);
    expect(dto).toMatchObject({ filas: 3, filas_malas: 1, resumen: { con_encabezado: false } });
    const filas = await filasDe(id, {});
    expect(filas[0]).toMatchObject({ linea: 1, falla: expect.stringContaining('El precio no es un número') });
    expect(filas.map((f) => f.crudo.precio_venta)).toEqual(['costo', '0.30', '2']);
  });

  test('wrong check digits enter when a person says so, with a remark', async () => {
    const { id, ...antes } = await subirYLeer(ctx(), csv('7771214001100,Propio,Otros,5,3,1,'));
    expect(antes).toMatchObject({ filas_malas: 1, resumen: { digitos_malos: 1 } });
    const columnas = { codigo_barras: 0, nombre: 1, categoria: 2, precio_venta: 3 };
    await elegirColumnas(ctx(), { id, columnas, aceptar_digitos: true });
    await atenderImportacion(id, { ahora: AHORA, ultimo: true, progreso: nada });
    expect(await leer(id)).toMatchObject({ filas_malas: 0, resumen: { digitos_malos: 1, avisos: 1 } });
  });

  test('are refused by name: to a cashier, missing, twice, out of the file, and once it was confirmed', async () => {
    const { id } = await subirYLeer(ctx(), RARA);
    const columnas = { nombre: 0, categoria: 1, precio_venta: 2 };
    await expect(elegirColumnas(ctxDe(cajero), { id, columnas })).rejects.toMatchObject({ status: 403 });
    const mal = { nombre: 0, categoria: 0, costo_compra: 7 };
    await expect(elegirColumnas(ctx(), { id, columnas: mal })).rejects.toMatchObject({
      campos: expect.objectContaining({ 'columnas.precio_venta': 'Hay que elegir una columna.' }),
    });
    await elegirColumnas(ctx(), { id, columnas });
    await atenderImportacion(id, { ahora: AHORA, ultimo: true, progreso: nada });
    await confirmarImportacion(ctx(), { id });
    await expect(elegirColumnas(ctx(), { id, columnas })).rejects.toMatchObject({ code: 'importacion_cerrada' });
  });
});

describe('a file that cannot be read', () => {
  test('is refused at once when it is plain, and otherwise left with its sentence', async () => {
    const subir = (bytes: Uint8Array) => prepararImportacion(ctx(), { archivo: { nombre: 'x', bytes } });
    await expect(subir(Buffer.from('%PDF\u0000\u0001'))).rejects.toThrow('no es de texto');
    await expect(subir(Buffer.from('nombre,precio\n'))).rejects.toThrow('solo tiene el encabezado');
    // The signs of a workbook, with nothing of one inside.
    const { id } = await subir(
      Buffer.from('PK\u0003\u0004 ................ PK\u0005\u0006 .....................', 'latin1'),
    );
    await atenderImportacion(id, { ahora: AHORA, ultimo: false, progreso: nada });
    expect(await leer(id)).toMatchObject({ situacion: 'ILEGIBLE', falla: expect.stringContaining('dañado') });
    await expect(confirmarImportacion(ctx(), { id })).rejects.toMatchObject({ code: 'importacion_cerrada' });
  });

  test('of more rows than one file may have is said so, and none of them waits', async () => {
    const muchas = Buffer.from(`nombre,categoria,precio\n${'a,b,1\n'.repeat(50_001)}`);
    const { id } = await prepararImportacion(ctx(), { archivo: { nombre: 'larga.csv', bytes: muchas } });
    await atenderImportacion(id, { ahora: AHORA, ultimo: false, progreso: nada });
    expect(await leer(id)).toMatchObject({ situacion: 'ILEGIBLE', falla: expect.stringContaining('50000 filas') });
    expect((await filasDe(id, {})).length).toBe(0);
  });
});

describe('deshacerImportacion', () => {
  test('takes the goods out by a contra-entry, deletes what it created and gives back what it changed', async () => {
    const primero = await aplicada(csv('V1,Viejo,Otros,5,3,7,', 'V2,Otro,Otros,5,3,0,'));
    const capital = await sumaCuenta(`capital.S${idSucursal}`);
    const bytes = csv('V1,Viejo,Otros,6,4,9,', 'V3,Nuevo,Recién creada,8,5,2.5,', 'V4,Gratis,Recién creada,8,0,3,');
    const { id, resumen } = await aplicada(bytes, 'actualizar');
    expect(resumen.resultado).toMatchObject({ creados: 2, actualizados: 1, categorias: 1 });
    const nuevo = await productoPorCodigo(ctx(), { codigo: 'V3' });
    expect(await leerPorDeshacer(ctx(), { id })).toEqual({
      eliminados: 2,
      quedaron: 0,
      restaurados: 1,
      cambiados: 0,
      valor: 12.5,
    });
    const dto = await deshacer(id);
    expect(dto).toMatchObject({
      situacion: 'DESHECHA',
      resumen: { deshecha: { eliminados: 2, restaurados: 1, categorias: 1 } },
    });
    expect(await sumaCuenta(`capital.S${idSucursal}`)).toBe(capital);
    expect(await existenciaDe(nuevo.id, idSucursal)).toEqual({ cantidad: 0, valor: 0 });
    const [contra] = await sqlClient()`
      select corrige_a, glosa from asiento where id = ${dto.resumen.deshecha?.id_asiento ?? 0}`;
    expect(contra).toMatchObject({
      corrige_a: resumen.resultado?.id_asiento,
      glosa: expect.stringContaining('Era otra lista'),
    });
    expect(await productoPorCodigo(ctx(), { codigo: 'V1' })).toMatchObject({ precio_venta: 5, costo_compra: 3 });
    await expect(productoPorCodigo(ctx(), { codigo: 'V3' })).rejects.toMatchObject({ status: 404 });
    expect(await auditadas('importacion.revertir', id)).toBe(1);
    expect(await verificar(sqlClient())).toEqual([]);
    // The codes are free again, and the same file enters once more.
    expect((await aplicada(bytes)).resumen.resultado).toMatchObject({ creados: 2, omitidos: 1 });
    expect((await deshacer(primero.id)).situacion).toBe('DESHECHA');
  });

  test('leaves what moved or changed since, and says so; with nothing left it is refused and the import stays', async () => {
    const { id } = await aplicada(csv('Q1,Queda,Otros,5,3,7,', 'Q2,Sale,Otros,5,3,7,'));
    const queda = await productoPorCodigo(ctx(), { codigo: 'Q1' });
    await ajustarStock(ctx(), { id: queda.id, stock_actual: 6, motivo_ajuste: 'Se rompió una' });
    expect((await deshacer(id)).resumen.deshecha).toMatchObject({ eliminados: 1, quedaron: 1 });
    expect(await productoPorCodigo(ctx(), { codigo: 'Q1' })).toMatchObject({ stock_actual: 6 });

    const cambia = await aplicada(csv('Q1,Queda,Otros,9,3,7,'), 'actualizar');
    await editarProducto(ctx(), { id: queda.id, precio_venta: 10 });
    await deshacerImportacion(ctx(), { id: cambia.id, motivo: 'Otra vez' });
    await atenderImportacion(cambia.id, { ahora: AHORA, ultimo: false, progreso: nada });
    expect(await leer(cambia.id)).toMatchObject({
      situacion: 'APLICADA',
      falla: expect.stringContaining('No queda nada que deshacer'),
    });
    expect(await verificar(sqlClient())).toEqual([]);
  });

  test('is once, with a reason, of what entered, by who may: the same key answers the same', async () => {
    const { id } = await aplicada(csv('Z1,Zeta,Otros,5,3,7,'));
    await expect(deshacerImportacion(ctxDe(cajero), { id, motivo: 'No' })).rejects.toMatchObject({ status: 403 });
    await expect(deshacerImportacion(ctx(), { id, motivo: ' ' })).rejects.toThrow('al menos 3');
    const ajena = ctx({ idSucursal: await nuevaSucursal() });
    await expect(deshacerImportacion(ajena, { id, motivo: 'Ajena' })).rejects.toMatchObject({ status: 404 });
    const clave = randomUUID();
    const dto = await deshacerImportacion(ctx({ clave }), { id, motivo: 'Era otra' });
    expect(dto.situacion).toBe('DESHACIENDO');
    expect(await deshacerImportacion(ctx({ clave }), { id, motivo: 'Era otra' })).toEqual(dto);
    const intentos = await Promise.all([1, 2, 3].map(() => revertirImportacion(ctx(), { id }, nada)));
    expect(intentos.filter((i) => i !== null)).toHaveLength(1);
    await expect(deshacerImportacion(ctx(), { id, motivo: 'Otra' })).rejects.toMatchObject({
      code: 'importacion_sin_deshacer',
    });
    const { id: sinEntrar } = await subirYLeer(ctx(), csv('Z2,Zeta dos,Otros,5,3,7,'));
    await expect(leerPorDeshacer(ctx(), { id: sinEntrar })).rejects.toMatchObject({ code: 'importacion_sin_deshacer' });
  });
});
