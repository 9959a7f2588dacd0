import type { OfflineDatabase } from './database';
import { readMeta, writeMeta } from './meta';

/** Asked again after this long: a browser may say yes once the product is used every day. */
const PREGUNTAR_MS = 86_400_000;

/** Asks the browser never to drop this store to make room, and keeps its answer. Never throws. */
export async function pedirPersistencia(db: OfflineDatabase | null): Promise<boolean | null> {
  try {
    if (!db || !navigator.storage?.persist) return null;
    const antes = await readMeta(db, 'persistencia');
    if (antes && (antes.concedida || Date.now() - antes.preguntadaEn < PREGUNTAR_MS)) return antes.concedida;
    const concedida = (await navigator.storage.persisted()) || (await navigator.storage.persist());
    await writeMeta(db, 'persistencia', { concedida, preguntadaEn: Date.now() });
    return concedida;
  } catch {
    return null;
  }
}

/** How much of the disk the store takes and may take, in bytes; `null` where the browser does not say. */
export async function espacio(): Promise<{ usado: number; maximo: number } | null> {
  try {
    const { usage, quota } = await navigator.storage.estimate();
    return usage === undefined || quota === undefined ? null : { usado: usage, maximo: quota };
  } catch {
    return null;
  }
}
