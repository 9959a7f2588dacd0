import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import { OfflineDatabase } from './database';
import { localCounter } from './local';
import { buscarPorCodigo } from './lookup';
import { cambiarLotes } from './lots';
import { type Identidad, writeMeta } from './meta';
import type { ProductoLocal } from './types';

const LECHE: ProductoLocal = {
  ...{ id: 7, nombre: 'Leche', codigo: '7771', unidad: 'unidad', precio: 700, existencia: 5_000, minimo: 0 },
  ...{ codigos: ['7771'], idCategoria: 1, favorito: 0, busqueda: 'leche', presentaciones: [], carga: 1 },
};

const ROSA: Identidad = {
  usuario: { id: 3, nombre: 'Rosa', rol: 'Operador' },
  sucursal: { id: 1, nombre: 'Centro', direccion: null, telefono: null, redondea: false },
  permisos: [],
  topes: {},
  sesion: null,
};

it('a scan that comes before the device has said who works here waits for its catalogue, and asks nobody', async () => {
  const fetch = vi.fn(() => Promise.reject(new TypeError('sin red')));
  vi.stubGlobal('fetch', fetch);
  const db = new OfflineDatabase();
  await cambiarLotes(db, { productos: [LECHE], existencias: [], borrados: [] });
  const corte = '2026-11-28T12:00:00.000Z';
  const estado = { cursor: 'c', idSucursal: 1, carga: 1, completo: true, total: 1, corte, sincronizadoEn: 0 };
  await writeMeta(db, 'catalogo', estado);
  db.close();

  const escaneado = buscarPorCodigo('7771');
  await localCounter().open();
  void localCounter().work(ROSA, 'prueba');
  expect((await escaneado)?.producto).toMatchObject({ id: 7, existencia: 5_000 });
  expect(await buscarPorCodigo('0000')).toBeNull();
  expect(JSON.stringify(fetch.mock.calls)).not.toContain('7771');
});
