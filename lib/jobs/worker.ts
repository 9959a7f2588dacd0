import PgBoss from 'pg-boss';
import { log } from '@/lib/log';
import { COLAS, type Cola, NOMBRES_DE_COLAS, type Trabajos } from './colas';
import { prepareQueues } from './prepare';

/** One attempt at a job. `ultimo`: if this one fails there will be no other. */
export type Intento = { id: string; ultimo: boolean };

/** What the worker does with each queue. A handler that throws is tried again, as its queue says. */
export type Handlers = { [C in Cola]: (datos: Trabajos[C], intento: Intento) => Promise<unknown> };

/** A worker under way. */
export type JobWorker = {
  /** Takes no more jobs and waits for the one under way, at most `segundos`; what does not finish is tried again. */
  stop(segundos?: number): Promise<void>;
};

/**
 * Starts taking jobs from every queue, one at a time each, and keeps pg-boss's own house (expiry, archive, schedules).
 * Prepares the queues first. Several workers on one database share the jobs.
 */
export async function startJobWorker(url: string, handlers: Handlers): Promise<JobWorker> {
  await prepareQueues(url);
  const boss = new PgBoss({
    connectionString: url,
    max: 3,
    maintenanceIntervalSeconds: 30,
    application_name: 'kantuta-jobs',
  });
  boss.on('error', (error) => log().error({ err: error }, 'job queue error'));
  await boss.start();
  for (const cola of NOMBRES_DE_COLAS) await attend(boss, cola, handlers[cola] as Handlers[Cola]);
  return {
    stop: (segundos = 4) => boss.stop({ graceful: true, wait: true, timeout: segundos * 1000 }),
  };
}

async function attend<C extends Cola>(boss: PgBoss, cola: C, handler: Handlers[C]): Promise<void> {
  const opciones = { includeMetadata: true as const, pollingIntervalSeconds: COLAS[cola].pollingIntervalSeconds };
  await boss.work<Trabajos[C]>(cola, opciones, async (jobs) => {
    for (const job of jobs) {
      const inicio = performance.now();
      const intento = { id: job.id, ultimo: job.retryCount >= job.retryLimit };
      try {
        await handler(job.data, intento);
        log().info({ cola, job: job.id, ms: Math.round(performance.now() - inicio) }, 'job done');
      } catch (error) {
        log().error(
          { cola, job: job.id, intento: job.retryCount + 1, ultimo: intento.ultimo, err: error },
          'job failed',
        );
        throw error;
      }
    }
  });
}
