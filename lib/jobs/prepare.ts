import PgBoss from 'pg-boss';
import { COLAS, NOMBRES_DE_COLAS } from './colas';

const ZONA = 'America/La_Paz';

/**
 * Creates or updates what the queues need in the database: pg-boss's own schema, every queue with its options, and the
 * nightly schedules. Running it again, or in two processes at once, changes nothing more.
 */
export async function prepareQueues(url: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: url,
    max: 1,
    supervise: false,
    schedule: false,
    application_name: 'kantuta',
  });
  const fallas: unknown[] = [];
  boss.on('error', (error) => fallas.push(error));
  await boss.start();
  try {
    for (const cola of NOMBRES_DE_COLAS) {
      const { cron, retryLimit, retryDelay, expireInSeconds } = COLAS[cola];
      const opciones = { name: cola, retryLimit, retryDelay, retryBackoff: true, expireInSeconds };
      await boss.createQueue(cola, opciones);
      await boss.updateQueue(cola, opciones);
      if (cron) await boss.schedule(cola, cron, {}, { tz: ZONA });
    }
  } finally {
    await boss.stop({ graceful: false });
  }
  if (fallas.length > 0) throw fallas[0];
}
