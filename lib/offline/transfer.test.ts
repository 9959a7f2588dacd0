import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OfflineDatabase } from './database';
import { pendientes } from './outbox';
import { ArchivoInvalidoError, exportar, importar } from './transfer';

let aqui: OfflineDatabase;
let alla: OfflineDatabase;
beforeEach(async () => {
  aqui = new OfflineDatabase('prueba-aqui');
  alla = new OfflineDatabase('prueba-alla');
  const hecho = (orden: number) =>
    JSON.stringify({
      v: 1,
      tipo: 'venta',
      clave: `clave-${orden}`,
      orden,
      hecho_en: '2026-11-20T14:05:00.000Z',
      ñ: ' é',
    });
  await aqui.salida.bulkAdd(
    [1, 2, 3].map((orden) => ({
      clave: `clave-${orden}`,
      tipo: 'venta',
      orden,
      texto: hecho(orden),
      mac: `mac-${orden}`,
      estado: orden === 1 ? 'confirmado' : 'guardado',
      hechoEn: orden,
      salidas: [],
      venta: null,
      ajeno: false,
      intentos: 0,
      error: null,
      acusadoEn: null,
      idDocumento: null,
    })),
  );
});
afterEach(async () => {
  aqui.close();
  alla.close();
  await Promise.all([Dexie.delete('prueba-aqui'), Dexie.delete('prueba-alla')]);
});

describe('a file of what waits', () => {
  it('carries what is not delivered, byte by byte, and is taken in once', async () => {
    const archivo = JSON.stringify(await exportar(aqui, 'equipo-1'), null, 2);
    expect(await importar(alla, archivo)).toEqual({ nuevos: 2, repetidos: 0 });
    expect(await importar(alla, archivo)).toEqual({ nuevos: 0, repetidos: 2 });
    const [origen, copia] = [await pendientes(aqui), await pendientes(alla)];
    expect(copia.map(({ clave, texto, mac, orden }) => [clave, texto, mac, orden])).toEqual(
      origen.map(({ clave, texto, mac, orden }) => [clave, texto, mac, orden]),
    );
    expect(copia.every((e) => e.ajeno && e.estado === 'guardado')).toBe(true);
    expect(await pendientes(aqui)).toHaveLength(2);
  });

  it.each([
    '',
    '[]',
    '{"formato":"otro","hechos":[]}',
    '{"formato":"kantuta-hechos","v":1,"hechos":[]}',
    '{"formato":"kantuta-hechos","v":9,"hechos":[{"texto":"{}","mac":""}]}',
    '{"formato":"kantuta-hechos","v":1,"hechos":[{"texto":"{\\"clave\\":1}","mac":"x"}]}',
  ])('refuses what is none of ours before writing anything: %s', async (texto) => {
    await expect(importar(alla, texto)).rejects.toThrow(ArchivoInvalidoError);
    expect(await alla.salida.count()).toBe(0);
  });
});
