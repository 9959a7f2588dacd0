import { PROGRAMS_READY } from './launcher/begin-build.mjs';
import { bundle } from './launcher/bundle.mjs';
import { ROOT } from './launcher/options.mjs';
import { Processes } from './launcher/processes.mjs';
import { isBuilt, stamped } from './launcher/stamp.mjs';

const NEXT = 'node_modules/next/dist/bin/next';

/**
 * `npm run build`: the web application (`.next`) and the programs that run beside it (`.build`), so that
 * serving needs no development tool. Nothing is done while no source has changed; `--force` builds anyway.
 */
process.chdir(ROOT);
process.env.NEXT_TELEMETRY_DISABLED = '1';
if (isBuilt() && !process.argv.includes('--force')) {
  console.log('La construcción está al día');
} else {
  await stamped(async () => {
    await bundle();
    console.log(PROGRAMS_READY);
    const code = await new Processes().start([NEXT, 'build'], { env: { NODE_ENV: 'production' }, inherit: true });
    if (code !== 0) process.exit(code ?? 1);
  });
}
