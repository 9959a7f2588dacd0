import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, describe, expect, it } from 'vitest';
import { OfflineDatabase } from './database';
import { fallaDe } from './failure';
import { leerProductos } from './lots';
import { readMeta } from './meta';
import { pendientes } from './outbox';

const NOMBRE = 'prueba-migracion';
afterEach(() => Dexie.delete(NOMBRE));

/** The store as the previous version of the product left it. */
async function anterior(): Promise<void> {
  const db = new Dexie(NOMBRE);
  db.version(1).stores({ productos: 'id, *codigos, favorito', meta: 'nombre', salida: '++id, &clave, estado' });
  await db.table('productos').add({ id: 1, nombre: 'Arroz', codigos: ['777'], favorito: 1 });
  await db.table('meta').bulkAdd([
    { nombre: 'dispositivo', valor: { id: 'd', nombre: null, serie: 'D7', numero: 41, orden: 52 } },
    { nombre: 'concesiones', valor: { 3: { id: 'c', clave_mac: 'ab' } } },
    { nombre: 'catalogo', valor: { cursor: 'viejo', idSucursal: 1 } },
  ]);
  const comun = { tipo: 'venta', texto: '{"exacto":1}', mac: 'firma', hechoEn: 1 };
  await db.table('salida').bulkAdd([
    { ...comun, clave: 'a', orden: 51, estado: 'enviado' },
    { ...comun, clave: 'b', orden: 52, estado: 'guardado' },
  ]);
  db.close();
}

describe('an update of the product', () => {
  it('keeps the queue, the series and the grants, and asks for the catalogue again', async () => {
    await anterior();
    const db = new OfflineDatabase(NOMBRE);
    const cola = await pendientes(db);
    expect(cola.map(({ clave, orden, estado, texto, mac }) => [clave, orden, estado, texto, mac])).toEqual([
      ['a', 51, 'enviado', '{"exacto":1}', 'firma'],
      ['b', 52, 'guardado', '{"exacto":1}', 'firma'],
    ]);
    expect(cola[0]).toMatchObject({ salidas: [], ajeno: false, intentos: 0, error: null });
    expect(await readMeta(db, 'dispositivo')).toMatchObject({ serie: 'D7', numero: 41, orden: 52 });
    expect(await readMeta(db, 'concesiones')).toMatchObject({ 3: { id: 'c' } });
    expect(await readMeta(db, 'catalogo')).toBeUndefined();
    expect(await db.lotes.count()).toBe(0);
    db.close();
  });

  it('a catalogue kept a row for each product is still there, whole and with its cursor', async () => {
    const segunda = new Dexie(NOMBRE);
    segunda.version(2).stores({
      productos: 'id, *codigos, favorito, carga',
      meta: 'nombre',
      salida: '++id, &clave, estado',
      categorias: 'id, carga',
      clientes: 'id, carga',
      aparcados: 'clave',
    });
    const productos = [1, 2, 700].map((id) => ({ id, nombre: `P${id}`, favorito: id === 2 ? 1 : 0, carga: 4 }));
    await segunda.table('productos').bulkAdd(productos);
    await segunda.table('meta').add({ nombre: 'catalogo', valor: { cursor: 'suyo', idSucursal: 1 } });
    segunda.close();
    const db = new OfflineDatabase(NOMBRE);
    const leidos: unknown[] = [];
    await leerProductos(db, (pieza) => leidos.push(...pieza));
    // The favourite first.
    expect(leidos).toEqual([productos[1], productos[0], productos[2]]);
    expect(await readMeta(db, 'catalogo')).toMatchObject({ cursor: 'suyo' });
    db.close();
  });

  it('going back to the previous version finds the queue too', async () => {
    const nueva = new OfflineDatabase(NOMBRE);
    await nueva.open();
    await nueva.table('salida').add({ clave: 'c', estado: 'guardado' });
    nueva.close();
    const vieja = new Dexie(NOMBRE);
    vieja.version(1).stores({ productos: 'id, *codigos, favorito', meta: 'nombre', salida: '++id, &clave, estado' });
    expect(await vieja.table('salida').toArray()).toMatchObject([{ clave: 'c' }]);
    vieja.close();
  });
});

describe('fallaDe', () => {
  it('tells a full disk from a store that is not given', () => {
    const lleno = new DOMException('x', 'QuotaExceededError');
    expect(fallaDe(Object.assign(new Error('abort'), { name: 'AbortError', inner: lleno }))).toBe('lleno');
    expect(fallaDe(new Dexie.MissingAPIError('no indexedDB'))).toBe('bloqueado');
    expect(fallaDe(new DOMException('x', 'SecurityError'))).toBe('bloqueado');
    expect(fallaDe(new TypeError('x'))).toBe('otra');
  });
});
