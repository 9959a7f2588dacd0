import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { OfflineDatabase } from './database';
import { espacio, pedirPersistencia } from './storage';

const NOMBRE = 'prueba-persistencia';
const HORA = 3_600_000;
let db: OfflineDatabase;
let concede: boolean;
let yaConcedida: boolean;
const persist = vi.fn(async () => concede);
const persisted = vi.fn(async () => yaConcedida);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 10, 20) });
  db = new OfflineDatabase(NOMBRE);
  concede = false;
  yaConcedida = false;
  persist.mockClear();
  vi.stubGlobal('navigator', { storage: { persist, persisted } });
});
afterEach(async () => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  db.close();
  await Dexie.delete(NOMBRE);
});
const pasar = (ms: number) => vi.setSystemTime(Date.now() + ms);
/** The page is closed and comes back another time. */
async function volver(ms: number): Promise<boolean | null> {
  db.close();
  pasar(ms);
  db = new OfflineDatabase(NOMBRE);
  return pedirPersistencia(db);
}

describe('the promise of never dropping the store', () => {
  it('is asked for once a day while the browser says no', async () => {
    expect(await pedirPersistencia(db)).toBe(false);
    expect(await volver(HORA)).toBe(false);
    expect(await volver(22 * HORA)).toBe(false);
    expect(persist).toHaveBeenCalledTimes(1);
    concede = true;
    expect(await volver(2 * HORA)).toBe(true);
    expect(persist).toHaveBeenCalledTimes(2);
  });

  it('once given is never asked for again', async () => {
    concede = true;
    expect(await pedirPersistencia(db)).toBe(true);
    concede = false;
    expect(await volver(400 * 24 * HORA)).toBe(true);
    expect(persist).toHaveBeenCalledTimes(1);
  });

  it('that an installed browser had given already asks nobody', async () => {
    yaConcedida = true;
    expect(await pedirPersistencia(db)).toBe(true);
    expect(persist).not.toHaveBeenCalled();
  });

  it('is of nobody where there is no store, nothing to ask, or what is asked fails', async () => {
    expect(await pedirPersistencia(null)).toBeNull();
    persist.mockRejectedValueOnce(new Error('blocked'));
    expect(await pedirPersistencia(db)).toBeNull();
    // A failure is no answer: it is asked for again.
    expect(await pedirPersistencia(db)).toBe(false);
    for (const sin of [{}, { storage: {} }]) {
      vi.stubGlobal('navigator', sin);
      expect(await pedirPersistencia(db)).toBeNull();
    }
  });
});

describe('espacio', () => {
  it('says what the browser says, or nothing', async () => {
    const de = (estimate: unknown) => vi.stubGlobal('navigator', { storage: { estimate } });
    de(async () => ({ usage: 5, quota: 100 }));
    expect(await espacio()).toEqual({ usado: 5, maximo: 100 });
    de(async () => ({ usage: 5 }));
    expect(await espacio()).toBeNull();
    de(() => Promise.reject(new Error('no')));
    expect(await espacio()).toBeNull();
  });
});
