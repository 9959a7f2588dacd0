import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newUuid } from '@/lib/uuid';
import { OfflineDatabase } from './database';
import { type Concesion, type Identidad, readMeta, writeMeta } from './meta';
import { abrirAqui, acusarSesion, CajaDeOtroEquipoError, cerrarAqui, conSesionDeAqui } from './session';

const NOMBRE = 'prueba-sesion';
const identidad: Identidad = {
  usuario: { id: 3, nombre: 'Rosa', rol: 'Operador' },
  sucursal: { id: 1, nombre: 'Centro', direccion: null, telefono: null, redondea: true },
  permisos: ['venta:cobrar', 'caja:abrir'],
  topes: {},
  sesion: null,
};
let db: OfflineDatabase;

beforeEach(async () => {
  db = new OfflineDatabase(NOMBRE);
  await writeMeta(db, 'dispositivo', { id: newUuid(), nombre: null, serie: 'D7', numero: 11, orden: 40 });
  const vence = new Date(Date.now() + 8 * 86_400_000).toISOString();
  const concesion = { id: newUuid(), id_usuario: 3, clave_mac: 'ab'.repeat(32), vence_en: vence } as Concesion;
  await writeMeta(db, 'concesiones', { 3: concesion });
  await writeMeta(db, 'identidad', identidad);
});
afterEach(async () => {
  db.close();
  await Dexie.delete(NOMBRE);
});

const atender = () => writeMeta(db, 'arriendo', { idCaja: 5, caja: 'Caja 1', especialidad: 'SOLO_VENTAS' });

describe('a caja opened without the server', () => {
  it('is only the one that this device attends: without its lease nothing is signed', async () => {
    await expect(abrirAqui(db, 20_000)).rejects.toBeInstanceOf(CajaDeOtroEquipoError);
    await writeMeta(db, 'arriendo', null);
    await expect(abrirAqui(db, 20_000)).rejects.toBeInstanceOf(CajaDeOtroEquipoError);
    expect(await db.salida.count()).toBe(0);
    expect((await readMeta(db, 'identidad'))?.sesion).toBeNull();
  });

  it('is a fact of the outbox, and the session is there after a reload', async () => {
    await atender();
    const sesion = await abrirAqui(db, 20_050);
    const [envio] = await db.salida.toArray();
    expect(JSON.parse(envio?.texto ?? '{}')).toMatchObject({
      tipo: 'apertura',
      clave: sesion.apertura,
      orden: 41,
      cuerpo: { id_caja: 5, monto_inicial: 200.5 },
    });
    db.close();
    await db.open();
    expect((await readMeta(db, 'identidad'))?.sesion).toEqual(sesion);
    // The server's page knows nothing of it yet, and does not take it away.
    expect((await conSesionDeAqui(db, identidad)).sesion).toEqual(sesion);
  });

  it('is closed once, provisionally: the second count is none, and the server’s word ends it', async () => {
    await atender();
    const { apertura } = await abrirAqui(db, 0);
    const cerrada = await cerrarAqui(db, 15_000, { '50': 3 });
    expect(await cerrarAqui(db, 99_900, null)).toEqual(cerrada);
    const envios = await db.salida.toArray();
    expect(envios.map((e) => e.tipo)).toEqual(['apertura', 'cierre']);
    expect(JSON.parse(envios[1]?.texto ?? '{}')).toMatchObject({
      sesion: { apertura },
      cuerpo: { monto_final_real: 150, denominaciones: { '50': 3 } },
    });
    const acuse = envios.map((envio, i) => ({ envio, idDocumento: 70 + i }));
    expect(await acusarSesion(db, acuse.slice(0, 1))).toBe(true);
    expect((await readMeta(db, 'identidad'))?.sesion).toMatchObject({ id: 70, cierre: cerrada.cierre });
    expect(await acusarSesion(db, acuse.slice(1))).toBe(true);
    expect((await readMeta(db, 'identidad'))?.sesion).toBeNull();
  });
});
