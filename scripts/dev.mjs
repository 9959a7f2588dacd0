import { authSecret, imageFolder, openBase } from './launcher/base.mjs';
import { install } from './launcher/install.mjs';
import { checkPort, readOptions } from './launcher/options.mjs';
import { runSession } from './launcher/session.mjs';
import { supervise } from './launcher/supervise.mjs';

const TSX = 'node_modules/tsx/dist/cli.mjs';

/** `npm run dev`: the demonstration's data, Next in development and the workers, all reading the sources. */
await runSession(async (session) => {
  const { voice, processes } = session;
  const options = readOptions({ demo: true });
  await checkPort(options.port, options.host);
  await install(processes, voice);
  const base = await voice.step('Abriendo la base de datos', () => session.own(openBase(options, voice.say)));
  const env = {
    NODE_ENV: 'development',
    DATABASE_URL: base.url,
    AUTH_SECRET: authSecret(base.home),
    ARCHIVOS_DIR: imageFolder(base.home),
    PORT: String(options.port),
    HOST: options.host,
  };
  for (const [title, script] of [
    ['Actualizando la base', 'db/migrate.ts'],
    ['Cargando la demostración', 'db/seed/demo.ts'],
  ]) {
    await voice.step(title, (detail) => processes.run(title, [TSX, script], { env, onLine: detail }));
  }

  const next = ['node_modules/next/dist/bin/next', 'dev', '-p', String(options.port), '-H', options.host];
  const workers = ['workers/jobs.ts', ...(options.whatsapp ? ['workers/whatsapp.ts'] : [])];
  for (const args of [next, ...workers.map((worker) => [TSX, 'watch', '--clear-screen=false', worker])]) {
    supervise({
      start: () => processes.start(args, { env, inherit: true }),
      stopping: () => processes.stopping,
      onEnd: (waitMs) => voice.say(`${args[0]} terminó; arranca de nuevo en ${waitMs / 1000} s`),
    });
  }
  return undefined;
});
