import fs from 'node:fs';

/** The programs that run without TypeScript: name in `.build` → source. */
export const ENTRIES = {
  env: 'lib/env.ts',
  jobs: 'workers/jobs.ts',
  whatsapp: 'workers/whatsapp.ts',
  migrate: 'db/migrate.ts',
  demo: 'db/seed/demo.ts',
  inicial: 'db/seed/inicial.ts',
  verificar: 'scripts/verificar.ts',
  backup: 'scripts/backup.ts',
  restore: 'scripts/restore.ts',
};

/** Pure packages that load faster from inside the bundle: each start waits for these programs. */
const INSIDE = ['drizzle-orm', 'postgres', 'zod'];

/**
 * Bundles every entry into `.build`; the other npm packages stay in node_modules.
 * @throws {Error} an entry is missing or does not compile; esbuild has printed why
 */
export async function bundle() {
  const { build } = await import('esbuild');
  const { dependencies, optionalDependencies } = JSON.parse(fs.readFileSync('package.json', 'utf8'));
  const outside = Object.keys({ ...dependencies, ...optionalDependencies }).filter((name) => !INSIDE.includes(name));
  fs.mkdirSync('.build', { recursive: true });
  await build({
    entryPoints: Object.entries(ENTRIES).map(([out, source]) => ({ in: source, out })),
    outdir: '.build',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    external: outside.flatMap((name) => [name, `${name}/*`]),
    platform: 'node',
    format: 'esm',
    target: 'node20',
    tsconfig: 'tsconfig.json',
    logLevel: 'warning',
  });
}
