import { withTransaction } from '@/db/transaction';
import { enqueue } from '@/lib/jobs/enqueue';
import { vencerCorreos } from './vencer';

/** What a look over the outbox did. */
export type Repaso = { vencidos: number; encolados: number };

/** As many jobs as one look sends; the rest wait for the next. */
const TANDA = 500;

/**
 * Looks over the outbox: what is past its time expires, and what waits without a job gets one. That is how mail written
 * while there was no SMTP, or while no worker ran, goes out. A job under way of a mail that nobody holds is a dead worker's:
 * it is not waited for, and a job too many is harmless. Run at the worker's start and every five minutes.
 */
export async function repasarCorreos(ahora: Date, hayMailer: boolean): Promise<Repaso> {
  const vencidos = await vencerCorreos(ahora);
  const encolados = await withTransaction({}, async (tx) => {
    const filas = await tx.sql<{ id: number }[]>`
      select c.id from correo c
      where c.estado = 'PENDIENTE' and (${hayMailer} or c.html is null)
        and (c.tomado_hasta is null or c.tomado_hasta < clock_timestamp())
        and not exists (select 1 from pgboss.job j where j.name = 'correo' and j.state < 'active'
          and j.data->>'idCorreo' = c.id::text)
      order by c.id limit ${TANDA} for update of c skip locked`;
    for (const { id } of filas) await enqueue(tx, 'correo', { idCorreo: id });
    return filas.length;
  });
  return { vencidos, encolados };
}
