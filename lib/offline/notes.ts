import type { HechoEscritoInput } from '@/lib/mostrador/schemas';
import { newUuid } from '@/lib/uuid';
import { guardarHecho } from './facts';
import { localCounter } from './local';
import { readMeta } from './meta';

type Registro = Extract<HechoEscritoInput, { tipo: 'registro' }>['cuerpo'];

/**
 * Tells the trail of something that happened here in a session that the server may not know yet: a fact of the outbox, signed
 * by who is here. `false` when this device cannot sign for them, or its store failed.
 */
export async function registrarAqui(cuerpo: Registro): Promise<boolean> {
  const db = await localCounter().open();
  if (!db) return false;
  try {
    await db.transaction('rw', db.salida, db.meta, async () => {
      const identidad = await readMeta(db, 'identidad');
      if (!identidad?.sesion) throw new Error('nobody works here');
      const { usuario, sesion } = identidad;
      await guardarHecho(db, { clave: newUuid(), tipo: 'registro', idUsuario: usuario.id, sesion, cuerpo });
    });
    return true;
  } catch {
    return false;
  }
}
