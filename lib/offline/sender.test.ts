import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { OfflineDatabase } from './database';
import type { TurnoWorld } from './lease';
import { type Acuse, type Respuesta, Sender } from './sender';
import type { Envio } from './types';

const NOMBRE = 'prueba-emisor';
let db: OfflineDatabase;
let emisores: Sender[];
beforeEach(() => {
  db = new OfflineDatabase(NOMBRE);
  emisores = [];
});
afterEach(async () => {
  for (const emisor of emisores) emisor.stop();
  vi.useRealTimers();
  db.close();
  await Dexie.delete(NOMBRE);
});

async function poner(...claves: string[]): Promise<void> {
  const base = {
    tipo: 'venta',
    mac: '',
    estado: 'guardado',
    hechoEn: 1,
    salidas: [],
    venta: null,
    ajeno: false,
  } as const;
  const resto = { intentos: 0, error: null, acusadoEn: null, idDocumento: null };
  const desde = await db.salida.count();
  await db.salida.bulkAdd(claves.map((clave, i) => ({ ...base, ...resto, clave, texto: clave, orden: desde + i + 1 })));
}

const bien: Acuse = { a: 'confirmado', frase: null, idDocumento: 1 };
const acuses = (envios: readonly Envio[], como: (e: Envio) => Acuse = () => bien): Respuesta => ({
  tipo: 'acuses',
  acuses: envios.map(como),
});

/** Web Locks of one browser, by hand. */
function candados(): TurnoWorld {
  let cola: Promise<unknown> = Promise.resolve();
  const request = (_: string, { signal }: { signal: AbortSignal }, work: () => Promise<unknown>) => {
    const mia = cola.then(() => (signal.aborted ? undefined : work()));
    cola = mia.catch(() => {});
    return mia;
  };
  return { locks: { request: request as unknown as LockManager['request'] }, now: () => Date.now() };
}
const SIN_CANDADOS: TurnoWorld = { locks: undefined, now: () => Date.now() };

function emisor(send: (envios: readonly Envio[]) => Promise<Respuesta>, world: TurnoWorld = candados()): Sender {
  const nuevo = new Sender({ db, send, world, azar: () => 1 });
  emisores.push(nuevo);
  void nuevo.run();
  return nuevo;
}

const estados = async () => (await db.salida.toArray()).map((e) => `${e.clave}:${e.estado}`);

describe('Sender', () => {
  it('sends in order, in small lots, and each is acknowledged by its own answer', async () => {
    const claves = Array.from({ length: 45 }, (_, i) => `t${i}`);
    await poner(...claves);
    const lotes: string[][] = [];
    emisor(async (envios) => {
      lotes.push(envios.map((e) => e.clave));
      return acuses(envios);
    });
    await vi.waitFor(async () => expect(await db.salida.where('estado').equals('confirmado').count()).toBe(45));
    expect(lotes.flat()).toEqual(claves);
    expect(Math.max(...lotes.map((l) => l.length))).toBe(20);
  });

  it('is noted as sent before it leaves', async () => {
    await poner('a');
    let alSalir: string[] = [];
    emisor(async (envios) => {
      alSalir = await estados();
      return acuses(envios);
    });
    await vi.waitFor(async () => expect(await estados()).toEqual(['a:confirmado']));
    expect(alSalir).toEqual(['a:enviado']);
  });

  it('one that is refused does not hold up the rest, and is tried again only when somebody asks', async () => {
    await poner('a', 'b', 'c');
    const enviados: string[] = [];
    let acepta = false;
    const quien = emisor(async (envios) => {
      enviados.push(...envios.map((e) => e.clave));
      return acuses(envios, (e) =>
        e.clave === 'b' && !acepta ? { a: 'observado', frase: 'Firma mala', idDocumento: null } : bien,
      );
    });
    await vi.waitFor(async () => expect(await estados()).toEqual(['a:confirmado', 'b:observado', 'c:confirmado']));
    expect((await db.salida.get(2))?.error).toBe('Firma mala');
    acepta = true;
    quien.kick();
    await poner('d');
    quien.kick();
    await vi.waitFor(async () => expect(await estados()).toContain('d:confirmado'));
    expect(enviados.filter((c) => c === 'b')).toHaveLength(1);
    quien.kick(true);
    await vi.waitFor(async () => expect(await estados()).toContain('b:confirmado'));
  });

  it('what the server keeps for somebody to resolve is delivered, with its sentence', async () => {
    await poner('a');
    emisor(async (envios) =>
      acuses(envios, () => ({ a: 'retenido', frase: 'Espera a su apertura', idDocumento: null })),
    );
    await vi.waitFor(async () => expect(await estados()).toEqual(['a:retenido']));
    expect(await db.salida.get(1)).toMatchObject({ error: 'Espera a su apertura', acusadoEn: expect.any(Number) });
  });

  it('an answer that does not come is waited for longer each time, up to half a minute, and the same is sent again', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
    await poner('a', 'b');
    const veces: number[] = [];
    const desde = Date.now();
    emisor(async (envios) => {
      veces.push(Date.now() - desde);
      expect(envios.map((e) => e.texto)).toEqual(['a', 'b']);
      return { tipo: 'sin_respuesta', frase: 'nadie' };
    });
    for (let i = 0; i < 200; i++) await vi.advanceTimersByTimeAsync(1_000);
    const esperas = veces.slice(1).map((v, i) => Math.round((v - (veces[i] ?? 0)) / 1_000));
    expect(esperas.slice(0, 5)).toEqual([1, 2, 4, 8, 16]);
    expect(Math.max(...esperas)).toBe(30);
    expect(await estados()).toEqual(['a:enviado', 'b:enviado']);
  });

  it('goes on at once when the server is back', async () => {
    await poner('a');
    let hay = false;
    let veces = 0;
    const quien = emisor(async (envios) => {
      veces++;
      return hay ? acuses(envios) : { tipo: 'sin_respuesta', frase: 'nadie' };
    });
    await vi.waitFor(() => expect(veces).toBe(1));
    hay = true;
    quien.kick();
    await vi.waitFor(async () => expect(await estados()).toEqual(['a:confirmado']), { timeout: 500 });
  });

  it('a failure of one keeps that one, in its place', async () => {
    await poner('a', 'b', 'c');
    let falla = true;
    const lotes: string[] = [];
    const quien = emisor(async (envios) => {
      lotes.push(envios.map((e) => e.clave).join(''));
      return acuses(envios, (e) =>
        e.clave === 'b' && falla ? { a: 'fallo', frase: 'Error', idDocumento: null } : bien,
      );
    });
    await vi.waitFor(async () => expect(await estados()).toEqual(['a:confirmado', 'b:enviado', 'c:confirmado']));
    falla = false;
    quien.kick();
    await vi.waitFor(async () => expect(await estados()).toContain('b:confirmado'));
    expect(lotes).toEqual(['abc', 'b']);
  });

  it('a lot that the server cannot read is sent one by one, and only the one at fault is refused', async () => {
    await poner('a', 'mala', 'c');
    emisor(async (envios) =>
      envios.some((e) => e.clave === 'mala') ? { tipo: 'partir', frase: 'No se puede leer.' } : acuses(envios),
    );
    await vi.waitFor(async () => expect(await estados()).toEqual(['a:confirmado', 'mala:observado', 'c:confirmado']));
  });

  it('without a sign-in nothing is lost nor refused', async () => {
    await poner('a');
    let sesion = false;
    const quien = emisor(async (envios) => (sesion ? acuses(envios) : { tipo: 'sin_sesion', frase: 'Ingrese' }));
    await vi.waitFor(async () => expect(await estados()).toEqual(['a:enviado']));
    sesion = true;
    quien.kick();
    await vi.waitFor(async () => expect(await estados()).toEqual(['a:confirmado']));
  });
});

describe.each([
  ['Web Locks', candados()],
  ['a lease, where there are none', SIN_CANDADOS],
])('two tabs, by %s', (_, world) => {
  it('one sends, and the other takes over when it closes', async () => {
    await poner('a');
    const por: string[] = [];
    const de = (nombre: string) => async (envios: readonly Envio[]) => {
      por.push(...envios.map((e) => `${nombre}:${e.clave}`));
      return acuses(envios);
    };
    const uno = emisor(de('uno'), world);
    const dos = emisor(de('dos'), world);
    await vi.waitFor(() => expect(por).toHaveLength(1));
    await poner('b');
    uno.kick();
    dos.kick();
    await vi.waitFor(() => expect(por).toHaveLength(2));
    expect(new Set(por.map((p) => p.split(':')[0])).size).toBe(1);
    (por[0]?.startsWith('uno') ? uno : dos).stop();
    await poner('c');
    await vi.waitFor(() => expect(por).toHaveLength(3), { timeout: 9_000 });
    expect(por[2]?.split(':')[0]).not.toBe(por[0]?.split(':')[0]);
    expect(por.map((p) => p.split(':')[1])).toEqual(['a', 'b', 'c']);
  });
});
