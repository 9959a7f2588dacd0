import 'fake-indexeddb/auto';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { firmar } from '@/lib/firma';
import { newUuid } from '@/lib/uuid';
import type { VentaDto } from '@/lib/venta/schemas';
import type { OfflineDatabase } from './database';
import { directasDe, enviarDirectas, verDirectas } from './direct-notes';
import { guardarHecho } from './facts';
import { salirDelEquipo } from './leaving';
import { localCounter } from './local';
import { type Concesion, type Identidad, readMeta, writeMeta } from './meta';
import { anotar, copiaDe, type Nota } from './notes';

const CLAVE_MAC = 'ab'.repeat(32);
const ROSA = 3;
const identidad = {
  usuario: { id: ROSA, nombre: 'Rosa', rol: 'Operador' },
  sucursal: { id: 1, nombre: 'Centro', direccion: null, telefono: null, redondea: true },
  permisos: ['venta:cobrar'],
  topes: {},
  sesion: { id: 18, apertura: null, cierre: null },
} as unknown as Identidad;

/** What reached the server by a note's own route. */
let pedidos: { camino: string; clave: string; cuerpo: Record<string, unknown> }[];
let servidor: () => Response | Promise<Response>;
const local = localCounter();
let db: OfflineDatabase;

const guardado = new Map<string, string>();
vi.stubGlobal('localStorage', {
  getItem: (k: string) => guardado.get(k) ?? null,
  setItem: (k: string, v: string) => guardado.set(k, v),
  removeItem: (k: string) => guardado.delete(k),
});
vi.stubGlobal('fetch', async (camino: string, init: RequestInit) => {
  if (!camino.startsWith('/api/mostrador')) {
    const clave = new Headers(init.headers).get('idempotency-key') ?? '';
    pedidos.push({ camino, clave, cuerpo: JSON.parse(String(init.body)) });
  }
  return servidor();
});
const sinRed = () => Promise.reject(new TypeError('fetch failed'));
const bien = () => Response.json({});

beforeEach(async () => {
  pedidos = [];
  servidor = sinRed;
  guardado.clear();
  const abierta = await local.open();
  if (!abierta) throw new Error('no store');
  db = abierta;
  await Promise.all([db.salida.clear(), db.meta.clear()]);
  await writeMeta(db, 'dispositivo', { id: newUuid(), nombre: null, serie: 'D7', numero: 11, orden: 40 });
  await writeMeta(db, 'identidad', identidad);
  await conceder();
  local.heard('sin_conexion');
  await local.refresh();
});
afterAll(() => {
  db.close();
  vi.unstubAllGlobals();
});

async function conceder(idSucursal = 1): Promise<void> {
  const vence_en = new Date(Date.now() + 8 * 86_400_000).toISOString();
  const una = { id: newUuid(), id_usuario: ROSA, id_sucursal: idSucursal, clave_mac: CLAVE_MAC, vence_en };
  await writeMeta(db, 'concesiones', { [ROSA]: una as Concesion });
}
const sinConcesion = () => writeMeta(db, 'concesiones', {});
const vender = () =>
  guardarHecho(db, {
    clave: newUuid(),
    tipo: 'venta',
    idUsuario: ROSA,
    sesion: { id: 18, apertura: null },
    cuerpo: { total: 10 },
    venta: (folio) => ({ ...folio, id: 0, id_sucursal: 1, token_recibo: 'T'.repeat(22) }) as unknown as VentaDto,
  });
const gaveta = (idSesion = 18): Nota => ({ acto: 'caja.abrir_gaveta', idSesion, nota: { motivo: 'Dar cambio' } });
const quitadas = (idSesion = 18): Nota => ({
  acto: 'venta.quitar_lineas',
  idSesion,
  nota: { ticket: newUuid(), lineas: [{ nombre: 'Leche', cantidad: 1, importe: 7.5 }] },
});
const enSalida = async () => (await db.salida.toArray()).map((e) => ({ ...e, dicho: JSON.parse(e.texto) }));

describe('a note of the trail', () => {
  it('is a fact that who works here signs, after the ticket it speaks of', async () => {
    const { venta } = await vender();
    if (!venta) throw new Error('no paper');
    for (const nota of [copiaDe(venta, { numero: 1, formato: 'ROLLO' }), gaveta(), quitadas()])
      expect(await anotar(ROSA, nota)).toBe(true);
    const [, copia, abierta, lineas] = await enSalida();
    expect([copia?.orden, abierta?.orden, lineas?.orden]).toEqual([42, 43, 44]);
    expect(copia).toMatchObject({
      tipo: 'registro',
      estado: 'guardado',
      idUsuario: ROSA,
      dicho: {
        cuerpo: {
          acto: 'venta.reimprimir',
          nota: { token_recibo: 'T'.repeat(22), numero: 1, formato: 'ROLLO' },
        },
      },
    });
    expect(copia?.mac).toBe(firmar(CLAVE_MAC, copia?.texto ?? ''));
    expect(abierta?.dicho).toMatchObject({
      sesion: { id: 18 },
      cuerpo: { acto: 'caja.abrir_gaveta', nota: { motivo: 'Dar cambio' } },
    });
    expect(lineas?.dicho.cuerpo.nota.lineas).toEqual([{ nombre: 'Leche', cantidad: 1, importe: 7.5 }]);
    // Nothing of it is where anybody can clear it, nor is it sent twice.
    expect(guardado.size).toBe(0);
    expect(pedidos).toEqual([]);
  });

  it('of a session opened here names its opening, and of nobody else’s', async () => {
    const apertura = newUuid();
    await writeMeta(db, 'identidad', { ...identidad, sesion: { id: null, apertura } } as unknown as Identidad);
    expect(await anotar(ROSA, gaveta(0))).toBe(true);
    expect((await enSalida())[0]?.dicho.sesion).toEqual({ apertura });
    await sinConcesion();
    expect(await anotar(ROSA, gaveta(0))).toBe(false);
    expect(await anotar(9, quitadas(0))).toBe(false);
    expect(await db.salida.count()).toBe(1);
    expect(directasDe(ROSA) + directasDe(9)).toBe(0);
  });

  it.each([
    ['without a grant', sinConcesion],
    ['with one of another branch', () => conceder(2)],
  ])('%s it goes by its own route, once, as soon as somebody answers', async (_, preparar) => {
    await preparar();
    const venta = { id: 90, id_sucursal: 1, token_recibo: null };
    expect(await anotar(ROSA, copiaDe(venta, { numero: 2, formato: 'TERMICA' }))).toBe(true);
    await enviarDirectas(ROSA);
    expect(await db.salida.count()).toBe(0);
    expect(directasDe(ROSA)).toBe(1);
    servidor = bien;
    await enviarDirectas(ROSA);
    await enviarDirectas(ROSA);
    expect(new Set(pedidos.map((p) => p.clave)).size).toBe(1);
    expect(pedidos.at(-1)).toMatchObject({
      camino: '/api/ventas/copias',
      cuerpo: { id_venta: 90, numero: 2, formato: 'TERMICA', fecha: expect.stringMatching(/Z$/) },
    });
    expect(directasDe(ROSA)).toBe(0);
    expect(guardado.size).toBe(0);
  });

  it('that the server refuses for good is dropped, and one whose ticket is not there lets the others by', async () => {
    await sinConcesion();
    await anotar(ROSA, copiaDe({ id: 90, id_sucursal: 1, token_recibo: null }, { numero: 1, formato: 'ROLLO' }));
    await anotar(ROSA, gaveta());
    const negar = (status: number) => Response.json({ code: 'x', message: 'No.' }, { status });
    await enviarDirectas(ROSA);
    servidor = () => negar(pedidos.at(-1)?.camino === '/api/ventas/copias' ? 404 : 403);
    await enviarDirectas(ROSA);
    expect(verDirectas().cuantas).toBe(1);
    // It waits for a ticket, which is counted itself.
    expect(directasDe(ROSA)).toBe(0);
  });

  it('of another person waits for them, and is in nobody’s way', async () => {
    await sinConcesion();
    await anotar(9, gaveta());
    await enviarDirectas(9);
    pedidos = [];
    servidor = bien;
    await enviarDirectas(ROSA);
    expect(pedidos).toEqual([]);
    expect([directasDe(ROSA), directasDe(9), verDirectas().cuantas]).toEqual([0, 1, 1]);
    await enviarDirectas(9);
    expect([pedidos.length, directasDe(9)]).toEqual([1, 0]);
  });
});

describe('what has not arrived', () => {
  const enviado = () => db.salida.toCollection().modify({ estado: 'confirmado' });

  it('keeps its person from leaving, and the sentence says how many of what', async () => {
    await anotar(ROSA, gaveta());
    expect(await salirDelEquipo(ROSA)).toMatch(/^Queda 1 anotación por enviar\. .*se exporta/);
    await vender();
    await vender();
    await anotar(ROSA, quitadas());
    expect(await salirDelEquipo(ROSA)).toMatch(/^Quedan 2 tickets y 2 anotaciones por enviar\./);
    expect(await readMeta(db, 'identidad')).toEqual(identidad);
    await enviado();
    expect(await salirDelEquipo(ROSA)).toBeNull();
    expect(await readMeta(db, 'identidad')).toBeNull();
  });

  it('counts also what waits beside the outbox, and only of who leaves', async () => {
    await sinConcesion();
    await anotar(ROSA, gaveta());
    await enviarDirectas(ROSA);
    expect(await salirDelEquipo(ROSA)).toBe(
      'Queda 1 anotación por enviar. Antes de salir se envía todo: hace falta el servidor.',
    );
    expect(await salirDelEquipo(9)).toBeNull();
  });

  it('that is on its way is given a moment', async () => {
    local.heard('en_linea');
    await anotar(ROSA, gaveta());
    setTimeout(() => void enviado(), 300);
    expect(await salirDelEquipo(ROSA)).toBeNull();
  });
});
