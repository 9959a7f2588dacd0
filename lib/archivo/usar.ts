import type { Tx } from '@/db/transaction';
import type { Context } from '@/lib/context';
import { ArchivoNoDisponibleError } from './errors';

/** What an image belongs to. */
export type DocumentoConArchivo = { tipo: string; id: number };

/**
 * Locks an image that the actor uploaded and nobody used, before the document that will name it is written.
 * Throws ArchivoNoDisponibleError.
 */
export async function lockArchivo(tx: Tx, ctx: Context, id: number): Promise<void> {
  const libres = await tx.sql`
    select 1 from archivo where id = ${id} and usado_en is null and id_user_create = ${ctx.actor.idUsuario} for update`;
  if (libres.length === 0) throw new ArchivoNoDisponibleError();
}

/**
 * Gives an image to its document, in the document's own transaction: only whoever uploaded it, only once. The write is the
 * check. Throws ArchivoNoDisponibleError.
 */
export async function usarArchivo(tx: Tx, ctx: Context, id: number, documento: DocumentoConArchivo): Promise<void> {
  const tomados = await tx.sql`
    update archivo set usado_en = ${ctx.ahora.toISOString()}::timestamptz, tipo_documento = ${documento.tipo},
      id_documento = ${documento.id}
    where id = ${id} and usado_en is null and id_user_create = ${ctx.actor.idUsuario} returning 1`;
  if (tomados.length === 0) throw new ArchivoNoDisponibleError();
}

/** Lets an image go: its document has another, or none. It is erased a day later. Refused by the database for cash documents. */
export async function soltarArchivo(tx: Tx, ctx: Context, id: number): Promise<void> {
  await tx.sql`
    update archivo set usado_en = null, tipo_documento = null, id_documento = null, creado_en = ${ctx.ahora.toISOString()}::timestamptz
    where id = ${id}`;
}
