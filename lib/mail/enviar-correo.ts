import type { Tx } from '@/db/transaction';
import type { Context } from '@/lib/context';
import { enqueue } from '@/lib/jobs/enqueue';
import { asuntoLimpio, esDireccion } from './direccion';
import { type DatosDePlantilla, PLANTILLAS, type Plantilla } from './plantillas';

const SECRETO_MS = 7 * 86_400_000;

/** One mail, as the act that causes it asks for it. */
export type CorreoPorEnviar<P extends Plantilla> = {
  plantilla: P;
  para: string;
  /** Whom of the shop it is for. */
  idUsuario?: number | null;
  datos: DatosDePlantilla[P];
  /** After this it is not sent any more; a secret waits a week unless said. */
  venceEn?: Date | null;
  /** Names the mail: an act that is tried again writes it once. */
  clave?: string | null;
};

/**
 * Writes a mail and the job that sends it in the act's own transaction: it goes out if, and only if, the act commits. Keeps
 * what the template says and leaves the rendering to the worker, so that no lock waits for it. An address that is none
 * leaves the mail FALLIDO and the act goes on: no act fails for a bad mail. Returns the id of the mail; with a `clave` that
 * was already written, of that one.
 */
export async function enviarCorreo<P extends Plantilla>(
  tx: Tx,
  ctx: Pick<Context, 'ahora' | 'idSucursal'>,
  correo: CorreoPorEnviar<P>,
): Promise<number> {
  const { plantilla, datos, idUsuario = null, venceEn = null, clave = null } = correo;
  const para = correo.para.trim();
  const sirve = esDireccion(para);
  const { asunto, secreto } = PLANTILLAS[plantilla];
  const vence = venceEn ?? (secreto ? new Date(ctx.ahora.getTime() + SECRETO_MS) : null);
  const [escrito] = await tx.sql<{ id: number }[]>`
    insert into correo (id_sucursal, para, id_usuario, plantilla, asunto, datos, secreto, estado, ultimo_error, creado_en,
      vence_en, clave)
    values (${ctx.idSucursal}, ${asuntoLimpio(para)}, ${idUsuario}, ${plantilla}, ${asuntoLimpio(asunto(datos))},
      ${JSON.stringify(datos)}::text::jsonb, ${secreto}, ${sirve ? 'PENDIENTE' : 'FALLIDO'},
      ${sirve ? null : 'La dirección no es válida.'}, ${ctx.ahora.toISOString()}::timestamptz,
      ${vence?.toISOString() ?? null}::timestamptz, ${clave})
    on conflict (clave) do nothing returning id`;
  if (escrito) {
    // Somebody waits for a code in front of the screen; a close may come after.
    if (sirve) await enqueue(tx, 'correo', { idCorreo: escrito.id }, { prioridad: secreto ? 1 : 0 });
    return escrito.id;
  }
  const [previo] = await tx.sql<{ id: number }[]>`select id from correo where clave = ${clave}`;
  if (!previo) throw new Error('A mail was neither written nor found by its key');
  return previo.id;
}
