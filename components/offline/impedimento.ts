import { localCounter } from '@/lib/offline/local';
import { resumir } from '@/lib/offline/outbox';

/**
 * Ends what this device remembers of the person, or says in a sentence why they cannot leave: tickets that only this
 * device has would wait for somebody else to sign in here.
 */
export async function salirDelEquipo(): Promise<string | null> {
  const db = await localCounter().open();
  if (!db) return null;
  const { pendientes } = await resumir(db);
  if (pendientes > 0) {
    const cuantos = pendientes === 1 ? 'Queda 1 ticket' : `Quedan ${pendientes} tickets`;
    return `${cuantos} por enviar. Para salir hay que enviarlos antes, o exportarlos desde el aviso de arriba.`;
  }
  await localCounter().forget();
  return null;
}
