import { sqlClient } from '@/db';
import type { Tx } from '@/db/transaction';

/**
 * Marks VENCIDO what waited, or failed, beyond its time, and erases the secrets of what nobody may send any more. Of one
 * mail, or of all. Returns how many passed.
 */
export async function vencerCorreos(ahora: Date, id: number | null = null): Promise<number> {
  const vencidos = await sqlClient()`
    update correo set estado = 'VENCIDO', tomado_hasta = null, datos = case when secreto then null else datos end,
      html = case when secreto then null else html end, texto = case when secreto then null else texto end
    where estado in ('PENDIENTE', 'FALLIDO') and vence_en <= ${ahora.toISOString()}::timestamptz
      and (${id}::int is null or id = ${id})`;
  return vencidos.count;
}

/**
 * What the codes mailed to a person said is no good any more (another was asked for, or the password changed): those that
 * still wait are never sent, and nobody reads them in the outbox.
 */
export async function vencerCodigos(tx: Tx, idUsuario: number): Promise<void> {
  await tx.sql`
    update correo set estado = 'VENCIDO', tomado_hasta = null, datos = null, html = null, texto = null
    where id_usuario = ${idUsuario} and plantilla = 'codigo' and estado in ('PENDIENTE', 'FALLIDO')`;
}

/** Days that the outbox keeps a mail that is over. */
const DIAS_DE_CORREOS = 180;

/** Deletes mails that were over half a year ago; what waits stays. Returns how many. */
export async function borrarCorreosViejos(tx: Tx, ahora: Date): Promise<number> {
  const limite = new Date(ahora.getTime() - DIAS_DE_CORREOS * 86_400_000).toISOString();
  const viejos = await tx.sql`
    delete from correo where estado <> 'PENDIENTE' and creado_en < ${limite}::timestamptz`;
  return viejos.count;
}
