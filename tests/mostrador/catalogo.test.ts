import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { sqlClient } from '@/db';
import { withTransaction } from '@/db/transaction';
import { sincronizarCatalogo } from '@/lib/mostrador/catalogo';
import { compactarCambios } from '@/lib/mostrador/compactar-cambios';
import type { CatalogoDto } from '@/lib/mostrador/schemas';
import { editarProducto } from '@/lib/producto/editar';
import { editarCategoria } from '@/lib/producto/editar-categoria';
import { eliminarProducto } from '@/lib/producto/eliminar';
import { cobrarVenta } from '@/lib/venta/cobrar';
import {
  ctxDe,
  ctxSistema,
  linea,
  nuevaPersona,
  nuevaSucursal,
  nuevoProducto,
  nuevoTurno,
  type Turno,
} from '../harness/factories';

let idSucursal: number;
let turno: Turno;

beforeAll(async () => {
  idSucursal = await nuevaSucursal();
  turno = await nuevoTurno(idSucursal, { saldo: 50 });
});

const pedir = (cursor?: string, limite?: number) => sincronizarCatalogo(ctxDe(turno.cajero), { cursor, limite });

/** Everything from a cursor on: the pages, and the cursor of the end. */
async function hastaElFin(cursor?: string, limite?: number): Promise<{ paginas: CatalogoDto[]; cursor: string }> {
  const paginas: CatalogoDto[] = [];
  let siguiente = cursor;
  do {
    paginas.push(await pedir(siguiente, limite));
    siguiente = paginas.at(-1)?.cursor;
  } while (paginas.at(-1)?.hay_mas);
  return { paginas, cursor: siguiente ?? '' };
}

/** A cursor after which a product that nobody touches comes no more. */
async function alDia(quieto: number): Promise<string> {
  let { cursor } = await hastaElFin();
  await vi.waitFor(async () => {
    const siguiente = await hastaElFin(cursor);
    cursor = siguiente.cursor;
    expect(idsDe((await hastaElFin(cursor)).paginas)).not.toContain(quieto);
  }, 20_000);
  return cursor;
}

const idsDe = (paginas: CatalogoDto[]) => paginas.flatMap((p) => p.productos.map((f) => f.id));

describe('sincronizarCatalogo', () => {
  it('brings everything in pages, favourites first, with the price and stock of the branch', async () => {
    const primero = await nuevoProducto(idSucursal, { precio: 3, stock: 12 });
    const favorito = await nuevoProducto(idSucursal, { precio: 4.5, stock: 7 });
    await editarProducto(ctxSistema(idSucursal), { id: favorito.id, favorito: true });
    const { paginas } = await hastaElFin(undefined, 1);
    const ids = idsDe(paginas);
    expect(paginas[0]).toMatchObject({ reiniciar: true, hay_mas: true });
    expect(paginas[0]?.total).toBe(ids.length);
    expect(ids[0]).toBe(favorito.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(paginas.slice(1).every((p) => !p.reiniciar)).toBe(true);
    const visto = paginas.flatMap((p) => p.productos).find((f) => f.id === primero.id);
    expect(visto).toMatchObject({ precio: 3, stock: 12, favorito: false, presentaciones: [] });
    expect(paginas[0]?.categorias.length).toBeGreaterThan(1);
  });

  it('brings only what changed since, the stock alone where nothing else did, and what was deleted', async () => {
    const quieto = await nuevoProducto(idSucursal);
    const caro = await nuevoProducto(idSucursal, { precio: 10 });
    const vendido = await nuevoProducto(idSucursal, { stock: 5 });
    const borrado = await nuevoProducto(idSucursal, { stock: 0 });
    const cursor = await alDia(quieto.id);
    await editarProducto(ctxSistema(idSucursal), { id: caro.id, precio_venta: 11 });
    await cobrarVenta(ctxDe(turno.cajero), {
      metodo_pago: 'EFECTIVO',
      id_sesion_caja: turno.idSesion,
      detalles: [linea(vendido, 2)],
    });
    await eliminarProducto(ctxSistema(idSucursal), { id: borrado.id });
    await editarCategoria(ctxSistema(idSucursal), { id: caro.categoria.id, nombre: `Otra ${randomUUID()}` });
    const { paginas, cursor: luego } = await hastaElFin(cursor, 1);
    // Somebody writing in another database of the server holds the cursor back: rows may come twice, none is missing.
    expect(idsDe(paginas)).toContain(caro.id);
    expect(idsDe(paginas)).not.toContain(quieto.id);
    const stocks = paginas.flatMap((p) => [...p.existencias, ...p.productos]);
    expect(stocks.find((f) => f.id === vendido.id)?.stock).toBe(3);
    expect(paginas.flatMap((p) => p.eliminados.productos)).toContain(borrado.id);
    expect(paginas.flatMap((p) => p.categorias.map((c) => c.id))).toContain(caro.categoria.id);
    let ultimo = luego;
    await vi.waitFor(async () => {
      const vacia = { productos: [], existencias: [], clientes: [], reiniciar: false, total: null };
      const siguiente = await hastaElFin(ultimo);
      ultimo = siguiente.cursor;
      expect(siguiente.paginas).toMatchObject([vacia, vacia]);
    }, 20_000);
  });

  it('never misses a row committed late: one written before the synchronization and committed after it', async () => {
    const tarde = await nuevoProducto(idSucursal, { precio: 5 });
    const temprano = await nuevoProducto(idSucursal, { precio: 5 });
    const { cursor: antes } = await hastaElFin();
    let escrito = () => {};
    let soltar = () => {};
    const listo = new Promise<void>((r) => {
      escrito = r;
    });
    const puerta = new Promise<void>((r) => {
      soltar = r;
    });
    const lenta = withTransaction({}, async (tx) => {
      await editarProducto({ ...ctxSistema(idSucursal), tx }, { id: tarde.id, precio_venta: 6 });
      escrito();
      await puerta;
    });
    await listo;
    // A later transaction, with a higher number, commits first.
    await editarProducto(ctxSistema(idSucursal), { id: temprano.id, precio_venta: 7 });
    const { paginas: mientras, cursor } = await hastaElFin(antes);
    expect(idsDe(mientras)).toContain(temprano.id);
    expect(mientras.flatMap((p) => p.productos).find((f) => f.id === tarde.id)?.precio ?? 5).toBe(5);
    soltar();
    await lenta;
    const { paginas: despues } = await hastaElFin(cursor);
    // What had come may come again; what had not must.
    expect(despues.flatMap((p) => p.productos).find((f) => f.id === tarde.id)?.precio).toBe(6);
    await alDia(tarde.id);
  });

  it('what changes while the first load goes on comes after it', async () => {
    const uno = await nuevoProducto(idSucursal, { precio: 1 });
    const primera = await pedir(undefined, 1);
    let pagina = primera;
    while (pagina.hay_mas && !pagina.productos.some((f) => f.id === uno.id)) pagina = await pedir(pagina.cursor, 1);
    await editarProducto(ctxSistema(idSucursal), { id: uno.id, precio_venta: 2 });
    const { cursor } = await hastaElFin(pagina.cursor);
    const { paginas } = await hastaElFin(cursor);
    expect(paginas.flatMap((p) => p.productos).find((f) => f.id === uno.id)?.precio).toBe(2);
  });

  it('starts again with a cursor that is not of this branch, of this database, or not a cursor', async () => {
    const { cursor } = await hastaElFin();
    const otra = await nuevaSucursal();
    const ajeno = await nuevaPersona('Operador', otra);
    expect(await sincronizarCatalogo(ctxDe(ajeno), { cursor })).toMatchObject({ reiniciar: true });
    const partes = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as (string | number)[];
    const restaurada = Buffer.from(JSON.stringify(['1.1.1', ...partes.slice(1)])).toString('base64url');
    expect(await pedir(restaurada)).toMatchObject({ reiniciar: true });
    const futura = Buffer.from(JSON.stringify(partes.with(3, 9_000_000_000_000))).toString('base64url');
    expect(await pedir(futura)).toMatchObject({ reiniciar: true });
    expect(await pedir('basura')).toMatchObject({ reiniciar: true });
  });

  it('is compacted at night: a row a thing, and a cursor older than all of it misses nothing', async () => {
    const uno = await nuevoProducto(idSucursal, { precio: 1 });
    const { cursor: viejo } = await hastaElFin();
    for (const precio_venta of [2, 3, 4]) await editarProducto(ctxSistema(idSucursal), { id: uno.id, precio_venta });
    expect(await withTransaction({}, compactarCambios)).toBeGreaterThan(0);
    const [quedan] = await sqlClient()<{ filas: number; cosas: number }[]>`
      select count(*) as filas, count(distinct (entidad, id_entidad)) as cosas from cambio_catalogo`;
    expect(quedan?.filas).toBe(quedan?.cosas);
    const { paginas } = await hastaElFin(viejo);
    expect(paginas.flatMap((p) => p.productos).find((f) => f.id === uno.id)?.precio).toBe(4);
    expect(await withTransaction({}, compactarCambios)).toBe(0);
  });

  it('of a restored database, what its former life changed is not told again and again, and what is new is', async () => {
    const deAntes = await nuevoProducto(idSucursal, { precio: 1 });
    const cursor = await alDia(deAntes.id);
    // Transactions of the other database had gone much further.
    await sqlClient()`update cambio_catalogo set xid = xid + 1000000000 where id_entidad = ${deAntes.id}`;
    expect(idsDe((await hastaElFin(cursor)).paginas)).not.toContain(deAntes.id);
    await editarProducto(ctxSistema(idSucursal), { id: deAntes.id, precio_venta: 8 });
    await withTransaction({}, compactarCambios);
    expect(idsDe((await hastaElFin(cursor)).paginas)).toContain(deAntes.id);
  });

  it('is only for who sells', async () => {
    const almacenero = await nuevaPersona('Almacenero', idSucursal);
    await expect(sincronizarCatalogo(ctxDe(almacenero), {})).rejects.toMatchObject({ code: 'sin_permiso' });
  });

  it('the index over the movements of goods costs a sale next to nothing: one row per page, not per movement', async () => {
    const [indice] = await sqlClient()<{ metodo: string }[]>`
      select a.amname as metodo from pg_class c join pg_am a on a.oid = c.relam where c.relname = 'movimiento_stock_xid'`;
    expect(indice?.metodo).toBe('brin');
  });
});
