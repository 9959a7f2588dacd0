import { closeDb } from '@/db';
import { limitarLecturas } from '@/lib/action/deadline';
import { type Env, env } from '@/lib/env';
import { log } from '@/lib/log';
import { closeStreams } from '@/lib/realtime/process-hub';

/** Time for requests under way to send their next statement before the pool stops taking them. */
const GRACIA_MS = 500;

const { LOG_LEVEL, NODE_ENV } = envOrExit();
limitarLecturas();
log().info({ nivel: LOG_LEVEL, entorno: NODE_ENV }, 'kantuta web');

// Next waits for every answer under way, and a stream of events is one that never ends by itself.
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void closeStreams());

process.once('SIGTERM', () => {
  setTimeout(() => {
    closeDb().catch((error: unknown) => log().warn({ err: error }, 'the pool did not close'));
  }, GRACIA_MS).unref();
});

/** The environment, or the end: Next would go on listening and answer every request with an error. */
function envOrExit(): Env {
  try {
    return env();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}
