import type { OfflineDatabase } from './database';
import { pendientes } from './outbox';
import type { Envio } from './types';

const FORMATO = 'kantuta-hechos';

/** What waits at a device, to be carried to another. Each fact is signed: an edited file is refused by the server. */
export type ArchivoDeHechos = {
  formato: typeof FORMATO;
  v: 1;
  id_dispositivo: string;
  exportado_en: string;
  hechos: { texto: string; mac: string }[];
};

/** A file that is none of ours, or that is cut short. */
export class ArchivoInvalidoError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ArchivoInvalidoError';
  }
}

/** What waits, as a file's content. They go on waiting here: whichever way arrives first counts, and only once. */
export async function exportar(
  db: OfflineDatabase,
  idDispositivo: string,
  ahora = new Date(),
): Promise<ArchivoDeHechos> {
  const envios = await pendientes(db);
  return {
    formato: FORMATO,
    v: 1,
    id_dispositivo: idDispositivo,
    exportado_en: ahora.toISOString(),
    hechos: envios.map(({ texto, mac }) => ({ texto, mac })),
  };
}

/**
 * Takes in the facts of another device's file, unaltered, to be sent from here. What is here already is left as it is, so
 * that the same file twice adds nothing. Throws ArchivoInvalidoError, before anything is written.
 */
export async function importar(db: OfflineDatabase, texto: string): Promise<{ nuevos: number; repetidos: number }> {
  const envios = leerArchivo(texto).hechos.map(envioDe);
  return db.transaction('rw', db.salida, async () => {
    const hay = new Set<string>();
    await db.salida
      .where('clave')
      .anyOf(envios.map((e) => e.clave))
      .each((e) => hay.add(e.clave));
    const nuevos = envios.filter((e) => !hay.has(e.clave));
    await db.salida.bulkAdd(nuevos);
    return { nuevos: nuevos.length, repetidos: envios.length - nuevos.length };
  });
}

function leerArchivo(texto: string): ArchivoDeHechos {
  const leido = parse(texto) as Partial<ArchivoDeHechos> | null;
  if (typeof leido !== 'object' || leido === null || leido.formato !== FORMATO || !Array.isArray(leido.hechos)) {
    throw new ArchivoInvalidoError('No es un archivo de tickets de Kantuta.');
  }
  if (leido.v !== 1) throw new ArchivoInvalidoError('El archivo es de otra versión de Kantuta.');
  const sanos = leido.hechos.every((h) => typeof h?.texto === 'string' && typeof h.mac === 'string');
  if (!sanos || leido.hechos.length === 0) throw new ArchivoInvalidoError('El archivo está vacío o incompleto.');
  return leido as ArchivoDeHechos;
}

function envioDe({ texto, mac }: { texto: string; mac: string }): Envio {
  const hecho = parse(texto) as { clave?: unknown; tipo?: unknown; orden?: unknown; hecho_en?: unknown } | null;
  const hechoEn = Date.parse(String(hecho?.hecho_en));
  if (typeof hecho?.clave !== 'string' || typeof hecho.orden !== 'number' || Number.isNaN(hechoEn)) {
    throw new ArchivoInvalidoError('El archivo tiene un ticket que no se puede leer.');
  }
  return {
    clave: hecho.clave.toLowerCase(),
    tipo: hecho.tipo as Envio['tipo'],
    orden: hecho.orden,
    texto,
    mac,
    estado: 'guardado',
    hechoEn,
    salidas: [],
    venta: null,
    ajeno: true,
    intentos: 0,
    error: null,
    acusadoEn: null,
    idDocumento: null,
  };
}

function parse(texto: string): unknown {
  try {
    return JSON.parse(texto);
  } catch {
    return null;
  }
}
