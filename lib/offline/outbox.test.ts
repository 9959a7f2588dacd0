import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { firmar } from '@/lib/firma';
import { newUuid } from '@/lib/uuid';
import type { VentaDto } from '@/lib/venta/schemas';
import { OfflineDatabase } from './database';
import { type Folio, guardarHecho, SinConcesionError } from './facts';
import { type Concesion, writeMeta } from './meta';
import {
  avanzar,
  cercaDelLimite,
  limpiar,
  marcarEnviados,
  pendientes,
  porEnviar,
  resumir,
  type SalidasLeidas,
  salidasPendientes,
} from './outbox';
import { type EstadoEnvio, PASOS, puedePasar } from './states';

const NOMBRE = 'prueba-salida';
const CLAVE_MAC = '00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff';
const DIA = 86_400_000;
let db: OfflineDatabase;

beforeEach(async () => {
  db = new OfflineDatabase(NOMBRE);
  await writeMeta(db, 'dispositivo', { id: newUuid(), nombre: null, serie: 'D7', numero: 11, orden: 40 });
  const vence = new Date(Date.now() + 8 * DIA).toISOString();
  const concesion = { id: newUuid(), id_usuario: 3, clave_mac: CLAVE_MAC, vence_en: vence } as Concesion;
  await writeMeta(db, 'concesiones', { 3: concesion });
  await writeMeta(db, 'reloj', { desfase: -5_000, medidoEn: Date.now() });
});
afterEach(async () => {
  db.close();
  await Dexie.delete(NOMBRE);
});

const papel = (folio: Folio) => folio as unknown as VentaDto;
const vender = (clave = newUuid(), ahora = new Date()) =>
  guardarHecho(
    db,
    {
      clave,
      tipo: 'venta',
      idUsuario: 3,
      sesion: { id: 18, apertura: null },
      cuerpo: { total: 10 },
      salidas: [{ idProducto: 5, cantidad: 2_000 }],
      venta: papel,
    },
    ahora,
  );

describe('guardarHecho', () => {
  it('numbers by the series of the device and signs the exact text that is kept', async () => {
    const envio = await vender();
    const hecho = JSON.parse(envio.texto);
    expect(hecho).toMatchObject({
      v: 1,
      tipo: 'venta',
      clave: envio.clave,
      orden: 41,
      folio: { serie: 'D7', numero: 12 },
      desfase: -5_000,
      sesion: { id: 18 },
      cuerpo: { total: 10 },
    });
    expect(envio.mac).toBe(firmar(CLAVE_MAC, envio.texto));
    expect(envio.venta).toEqual({ serie: 'D7', numero: 12 });
    expect(envio.estado).toBe('guardado');
  });

  it('counts without gaps or repeats however many tabs sell at once', async () => {
    const otra = new OfflineDatabase(NOMBRE);
    const ventas = await Promise.all(
      Array.from({ length: 30 }, (_, i) => {
        const en = i % 2 ? db : otra;
        const hecho = {
          tipo: 'venta',
          idUsuario: 3,
          sesion: { id: 1, apertura: null },
          cuerpo: {},
          venta: papel,
        } as const;
        return guardarHecho(en, { ...hecho, clave: newUuid() });
      }),
    );
    const ordenes = ventas.map((v) => v.orden).sort((a, b) => a - b);
    expect(ordenes).toEqual(Array.from({ length: 30 }, (_, i) => 41 + i));
    expect(new Set(ventas.map((v) => JSON.parse(v.texto).folio.numero)).size).toBe(30);
    otra.close();
  });

  it('the same clave is the same sale, and takes no other number', async () => {
    const clave = newUuid();
    const [una, otra] = await Promise.all([vender(clave), vender(clave)]);
    expect(otra).toEqual(una);
    expect((await vender()).orden).toBe(42);
  });

  it('an opening takes an order and no ticket number; what follows names it by its clave', async () => {
    const apertura = await guardarHecho(db, {
      clave: newUuid(),
      tipo: 'apertura',
      idUsuario: 3,
      cuerpo: { id_caja: 1 },
    });
    const hecho = JSON.parse(apertura.texto);
    expect(hecho).not.toHaveProperty('sesion');
    expect(hecho).not.toHaveProperty('folio');
    const sesion = { id: null, apertura: apertura.clave };
    const venta = await guardarHecho(db, {
      clave: newUuid(),
      tipo: 'venta',
      idUsuario: 3,
      sesion,
      cuerpo: {},
      venta: papel,
    });
    expect(JSON.parse(venta.texto)).toMatchObject({
      sesion: { apertura: apertura.clave },
      folio: { numero: 12 },
      orden: 42,
    });
  });

  it('signs nothing without a grant in force, by the corrected clock, and keeps nothing of it', async () => {
    await expect(vender(newUuid(), new Date(Date.now() + 8 * DIA + 60_000))).rejects.toThrow(SinConcesionError);
    const ajeno = { clave: newUuid(), tipo: 'venta', idUsuario: 99, cuerpo: {}, venta: papel } as const;
    await expect(guardarHecho(db, ajeno)).rejects.toThrow(SinConcesionError);
    // The device's clock is five days ahead; corrected, the grant is still good.
    await writeMeta(db, 'reloj', { desfase: -5 * DIA, medidoEn: Date.now() });
    const venta = await vender(newUuid(), new Date(Date.now() + 12 * DIA));
    expect(venta.orden).toBe(41);
    expect(await db.salida.count()).toBe(1);
  });
});

describe('states', () => {
  it('only go forward: from no state is an earlier one reached', () => {
    const rango: EstadoEnvio[] = ['guardado', 'enviado', 'observado', 'retenido', 'confirmado'];
    for (const [de, hacia] of Object.entries(PASOS)) {
      for (const a of hacia) expect(rango.indexOf(a)).toBeGreaterThan(rango.indexOf(de as EstadoEnvio));
    }
    expect(puedePasar('confirmado', 'enviado')).toBe(false);
  });

  it('a late answer does not bring back what was acknowledged, and the text is never touched', async () => {
    const envio = await vender();
    await marcarEnviados(db, [envio]);
    await avanzar(db, [{ envio, a: 'confirmado', cambio: { acusadoEn: 1, idDocumento: 9 } }]);
    await avanzar(db, [{ envio, a: 'observado', cambio: { error: 'tarde' } }]);
    await marcarEnviados(db, [envio]);
    expect(await db.salida.get(envio.id ?? 0)).toMatchObject({
      estado: 'confirmado',
      error: null,
      idDocumento: 9,
      texto: envio.texto,
      mac: envio.mac,
    });
  });
});

describe('the queue', () => {
  it('gives the oldest first, whether it left already or not, and sums what it takes from the stock', async () => {
    const [a, b, c] = [await vender(), await vender(), await vender()];
    await marcarEnviados(db, [b]);
    expect((await porEnviar(db, 2)).map((e) => e.clave)).toEqual([a.clave, b.clave]);
    await avanzar(db, [{ envio: b, a: 'observado', cambio: { error: 'No' } }]);
    expect((await porEnviar(db, 5)).map((e) => e.clave)).toEqual([a.clave, c.clave]);
    expect((await pendientes(db)).map((e) => e.clave)).toEqual([a.clave, b.clave, c.clave]);
    expect(await resumir(db)).toMatchObject({ pendientes: 3, observados: 1, masAntiguo: a.hechoEn });
    expect(await salidasPendientes(db)).toEqual(new Map([[5, 6_000]]));
  });

  it('forgets after a week what was delivered, and never what was not', async () => {
    const [vieja, nueva, sola] = [await vender(), await vender(), await vender()];
    await marcarEnviados(db, [vieja, nueva]);
    const ahora = Date.now();
    await avanzar(db, [
      { envio: vieja, a: 'confirmado', cambio: { acusadoEn: ahora - 8 * DIA } },
      { envio: nueva, a: 'retenido', cambio: { acusadoEn: ahora - DIA } },
    ]);
    await db.salida.update(sola.id ?? 0, { hechoEn: ahora - 90 * DIA });
    expect(await limpiar(db, ahora)).toBe(1);
    expect((await db.salida.toArray()).map((e) => e.clave)).toEqual([nueva.clave, sola.clave]);
  });
});

describe('a long queue', () => {
  it('of which the next sale reads and sends no more than it needs', async () => {
    const LARGA = 300;
    const una = await vender();
    const { id: _, ...fila } = una;
    await db.salida.bulkAdd(
      Array.from({ length: LARGA - 1 }, (_, i) => ({ ...fila, clave: newUuid(), orden: una.orden + 1 + i })),
    );
    const leidas: SalidasLeidas = new Map();
    expect((await salidasPendientes(db, leidas)).get(5)).toBe(LARGA * 2_000);
    const leer = vi.spyOn(db.salida, 'bulkGet');
    await vender();
    expect((await salidasPendientes(db, leidas)).get(5)).toBe((LARGA + 1) * 2_000);
    expect(leer.mock.calls.map(([ids]) => ids.length)).toEqual([1]);
    expect(await resumir(db)).toMatchObject({ pendientes: LARGA + 1, observados: 0 });
    const primeras = await porEnviar(db, 20);
    expect(primeras).toHaveLength(20);
    expect(primeras[0]?.clave).toBe(una.clave);
    // What arrived takes nothing out any more.
    await marcarEnviados(db, primeras);
    const cambio = { acusadoEn: Date.now() };
    await avanzar(
      db,
      primeras.map((envio) => ({ envio, a: 'confirmado' as const, cambio })),
    );
    expect((await salidasPendientes(db, leidas)).get(5)).toBe((LARGA - 19) * 2_000);
  });
});

describe('cercaDelLimite', () => {
  const AHORA = 100 * DIA;
  it.each([
    [4_000, null, false, false],
    [4_001, AHORA - 1, true, false],
    [5_001, AHORA - 6 * DIA, true, false],
    [1, AHORA - 6 * DIA - 1, false, true],
  ])('%i that wait since %s', (pendientes, masAntiguo, tickets, dias) => {
    expect(cercaDelLimite({ pendientes, masAntiguo }, AHORA)).toEqual({ tickets, dias });
  });
});
