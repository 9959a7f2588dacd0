import type { OfflineDatabase } from './database';
import { type EstadoEnvio, puedePasar, SIN_ACUSE } from './states';
import type { Envio } from './types';

/** How long a delivered entry is kept, so that its paper can be printed again. */
const GUARDAR_MS = 7 * 86_400_000;

/** What the outbox promises: so many days and tickets without a server. */
export const PROMESA = { dias: 7, tickets: 5_000 } as const;

/** What waits, for the chip. `masAntiguo` in milliseconds of this device's clock. */
export type ResumenSalida = { pendientes: number; observados: number; masAntiguo: number | null };

/** From here on it is said that the promise is about to end: so much of its tickets, and all its days but one. */
const CERCA = { tickets: PROMESA.tickets * 0.8, ms: (PROMESA.dias - 1) * 86_400_000 } as const;

/** What of the promise is about to end, or has ended. Nothing is refused for it: a ticket that was paid is always kept. */
export function cercaDelLimite(
  { pendientes, masAntiguo }: Pick<ResumenSalida, 'pendientes' | 'masAntiguo'>,
  ahora: number,
): { tickets: boolean; dias: boolean } {
  return { tickets: pendientes > CERCA.tickets, dias: masAntiguo !== null && ahora - masAntiguo > CERCA.ms };
}

export const SALIDA_VACIA: ResumenSalida = { pendientes: 0, observados: 0, masAntiguo: null };

/** The next entries to send, in the order in which they happened: what is not delivered nor refused. */
export async function porEnviar(db: OfflineDatabase, limite: number): Promise<Envio[]> {
  const [enviados, guardados] = await Promise.all([
    db.salida.where('estado').equals('enviado').limit(limite).toArray(),
    db.salida.where('estado').equals('guardado').limit(limite).toArray(),
  ]);
  return enOrden([...enviados, ...guardados]).slice(0, limite);
}

/** What was refused, oldest first. */
export async function observados(db: OfflineDatabase): Promise<Envio[]> {
  return enOrden(await db.salida.where('estado').equals('observado').toArray());
}

/** Notes, before they leave, that they left. Only the first time touches the device: a retry changes nothing durable. */
export async function marcarEnviados(db: OfflineDatabase, envios: readonly Envio[]): Promise<void> {
  const nuevos = envios.filter((e) => e.estado === 'guardado');
  if (nuevos.length > 0)
    await avanzar(
      db,
      nuevos.map((envio) => ({ envio, a: 'enviado', cambio: {} })),
    );
}

/** A move of one entry, and what else changes with it. */
export type Avance = {
  envio: Envio;
  a: EstadoEnvio;
  cambio: Partial<Pick<Envio, 'error' | 'codigo' | 'acusadoEn' | 'idDocumento'>>;
};

/**
 * Moves entries forward in one transaction, whatever another tab did with them meanwhile: a move that is not in `PASOS` is
 * left out, so that nothing comes back.
 */
export async function avanzar(db: OfflineDatabase, avances: readonly Avance[]): Promise<void> {
  await db.transaction('rw', db.salida, async () => {
    const actuales = await db.salida.bulkGet(avances.map(({ envio }) => envio.id ?? 0));
    const nuevos = avances.flatMap(({ a, cambio }, i) => {
      const actual = actuales[i];
      if (!actual || !(actual.estado === a || puedePasar(actual.estado, a))) return [];
      const intentos = actual.intentos + (a === 'enviado' ? 0 : 1);
      return [{ ...actual, ...cambio, estado: a, intentos }];
    });
    await db.salida.bulkPut(nuevos);
  });
}

/** What only this device has, in the order in which it happened. */
export async function pendientes(db: OfflineDatabase): Promise<Envio[]> {
  return enOrden(await db.salida.where('estado').anyOf(SIN_ACUSE).toArray());
}

/** How much waits, and since when. */
export async function resumir(db: OfflineDatabase): Promise<ResumenSalida> {
  const de = (estado: EstadoEnvio) => db.salida.where('estado').equals(estado);
  const [cuentas, primeros] = await Promise.all([
    Promise.all(SIN_ACUSE.map((estado) => de(estado).count())),
    // Equal keys of an index come by primary key, which is the order in which they were written.
    Promise.all(SIN_ACUSE.map((estado) => de(estado).first())),
  ]);
  const fechas = primeros.flatMap((e) => (e ? [e.hechoEn] : []));
  return {
    pendientes: cuentas.reduce((a, b) => a + b, 0),
    observados: cuentas[SIN_ACUSE.indexOf('observado')] ?? 0,
    masAntiguo: fechas.length > 0 ? Math.min(...fechas) : null,
  };
}

/** So many of each kind. */
export type PorTipo = Partial<Record<Envio['tipo'], number>>;

/** What only this device has, counted by kind. */
export async function pendientesPorTipo(db: OfflineDatabase): Promise<PorTipo> {
  const cuentas: PorTipo = {};
  for (const { tipo } of await pendientes(db)) cuentas[tipo] = (cuentas[tipo] ?? 0) + 1;
  return cuentas;
}

/** What has been read of the entries that wait, by their id: what a sale takes out never changes. */
export type SalidasLeidas = Map<number, Envio['salidas']>;

/**
 * What the sales that only this device knows take out of the branch, by product, in thousandths. Of thousands that wait it
 * reads only those that are not in `leidas`, and leaves there what it has read.
 */
export async function salidasPendientes(
  db: OfflineDatabase,
  leidas: SalidasLeidas = new Map(),
): Promise<Map<number, number>> {
  const ids = await db.salida.where('estado').anyOf(SIN_ACUSE).primaryKeys();
  const esperan = new Set(ids);
  for (const id of leidas.keys()) if (!esperan.has(id)) leidas.delete(id);
  for (const envio of await db.salida.bulkGet(ids.filter((id) => !leidas.has(id)))) {
    if (envio?.id !== undefined) leidas.set(envio.id, envio.ajeno ? [] : envio.salidas);
  }
  const sumas = new Map<number, number>();
  for (const salidas of leidas.values()) {
    for (const { idProducto, cantidad } of salidas) sumas.set(idProducto, (sumas.get(idProducto) ?? 0) + cantidad);
  }
  return sumas;
}

/** Lets go of what was delivered long ago. What was not stays, however old. */
export async function limpiar(db: OfflineDatabase, ahora = Date.now()): Promise<number> {
  return db.salida
    .where('estado')
    .anyOf('confirmado', 'retenido')
    .filter((e) => (e.acusadoEn ?? ahora) < ahora - GUARDAR_MS)
    .delete();
}

/** By when they happened at each device; entries of a file come after what is of here. */
function enOrden(envios: Envio[]): Envio[] {
  return envios.sort((a, b) => (a.id ?? 0) - (b.id ?? 0));
}
