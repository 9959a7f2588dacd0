import type { Formato } from '@/lib/recibo/rules';
import { newUuid } from '@/lib/uuid';
import type { VentaDto } from '@/lib/venta/schemas';
import type { OfflineDatabase } from './database';
import { guardarDirecta } from './direct-notes';
import { guardarHecho } from './facts';
import { localCounter } from './local';
import { readMeta, type SesionLocal } from './meta';

/** A line that was taken off a ticket, as the trail keeps it: units and bolivianos. */
export type Quitada = { id_producto?: number; nombre: string; cantidad: number; importe: number };

/**
 * Something that happened at this counter and the trail must know: `nota` is the body of its own route, without its session
 * and its time. `idSesion` is 0 for a session that was opened here.
 */
export type Nota =
  | { acto: 'caja.abrir_gaveta'; idSesion: number; nota: { motivo: string } }
  | { acto: 'venta.quitar_lineas'; idSesion: number; nota: { ticket: string; lineas: readonly Quitada[] } }
  | {
      acto: 'venta.reimprimir';
      /** Of the ticket. */
      idSucursal: number;
      nota: CualTicket & { numero: number; formato: Formato };
    };

/** A ticket charged at the device has no id until the server gives it one: its receipt token names it as well. */
type CualTicket = { id_venta: number } | { token_recibo: string | null };

/** The copy of a ticket that came out of a printer here. */
export function copiaDe(
  venta: Pick<VentaDto, 'id' | 'id_sucursal' | 'token_recibo'>,
  { numero, formato }: { numero: number; formato: Formato },
): Nota {
  const cual = venta.id > 0 ? { id_venta: venta.id } : { token_recibo: venta.token_recibo };
  return { acto: 'venta.reimprimir', idSucursal: venta.id_sucursal, nota: { ...cual, numero, formato } };
}

const RUTA = {
  'caja.abrir_gaveta': '/api/cajas/gaveta',
  'venta.quitar_lineas': '/api/ventas/quitadas',
  'venta.reimprimir': '/api/ventas/copias',
} as const satisfies Record<Nota['acto'], string>;

/**
 * Tells the trail what this person did here: a fact of the outbox, signed by them, which goes after the ticket it speaks of
 * and arrives once. Where this device cannot sign for them it is sent by its own route as soon as there is a server. It is
 * durable when this resolves; `false`: it could not be kept. Never throws.
 */
export async function anotar(idUsuario: number, nota: Nota): Promise<boolean> {
  const db = await localCounter().open();
  if (db && (await firmarNota(db, idUsuario, nota))) return true;
  const { idSesion } = { idSesion: null, ...nota };
  // The server does not know that session yet.
  if (idSesion !== null && idSesion <= 0) return false;
  guardarDirecta(idUsuario, RUTA[nota.acto], { ...nota.nota, ...(idSesion !== null && { id_sesion_caja: idSesion }) });
  return true;
}

/** Signs a note and keeps it with what is to be sent. `false` when nobody may sign at this device for that person. */
export async function firmarNota(db: OfflineDatabase, idUsuario: number, nota: Nota): Promise<boolean> {
  try {
    await db.transaction('rw', db.salida, db.meta, async () => {
      const sesion = await sesionDe(db, idUsuario, nota);
      const cuerpo = { acto: nota.acto, nota: nota.nota };
      await guardarHecho(db, { clave: newUuid(), tipo: 'registro', idUsuario, ...(sesion && { sesion }), cuerpo });
    });
    return true;
  } catch {
    return false;
  }
}

/** The session it is told of; a copy is told of its ticket. Throws when it is not one that this device may speak of. */
async function sesionDe(
  db: OfflineDatabase,
  idUsuario: number,
  nota: Nota,
): Promise<Pick<SesionLocal, 'id' | 'apertura'> | null> {
  if (nota.acto === 'venta.reimprimir') {
    const concesion = (await readMeta(db, 'concesiones'))?.[idUsuario];
    // The grant is of one branch, and so is all that is signed under it.
    if (concesion?.id_sucursal !== nota.idSucursal) throw new Error('a ticket of another branch');
    return null;
  }
  if (nota.idSesion > 0) return { id: nota.idSesion, apertura: null };
  const identidad = await readMeta(db, 'identidad');
  if (!identidad?.sesion || identidad.usuario.id !== idUsuario) throw new Error('not their session');
  return identidad.sesion;
}
