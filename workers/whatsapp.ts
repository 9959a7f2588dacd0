import { setTimeout } from 'node:timers/promises';
import { closeDb } from '@/db';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { connectBaileys } from '@/lib/whatsapp/baileys';
import { runWhatsappWorker } from '@/lib/whatsapp/worker';

/**
 * The WhatsApp process: the only one that speaks to WhatsApp, and the only one that loads the library that does. One is in charge
 * of a database at a time; it may die at any moment, and what was under way is taken up again at the next start.
 */
const { DATABASE_URL: url, AUTH_SECRET: authSecret } = env();
const stop = new AbortController();
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    log().info({ signal }, 'WhatsApp worker closing');
    stop.abort();
  });
}
// One that the library might leave must not cut the connection, which tells its own end.
process.on('unhandledRejection', (error) => log().error({ err: error }, 'unhandled in the WhatsApp worker'));

let code = 0;
try {
  await runWhatsappWorker({ url, authSecret, connect: connectBaileys() }, stop.signal);
} catch (error) {
  log().error({ err: error }, 'WhatsApp worker ended');
  code = 1;
}
await Promise.race([closeDb(), setTimeout(1_000)]);
process.exit(code);
