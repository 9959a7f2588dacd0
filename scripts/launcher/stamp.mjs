import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { ENTRIES } from './bundle.mjs';

/** What the build is made of. Tests and migrations (read from disk when they run) are not. */
const PROGRAMS = ['verificar.ts', 'backup.ts', 'restore.ts', 'respaldo'].map((name) => `scripts/${name}`);
const SOURCES = ['app', 'components', 'db', 'emails', 'lib', 'public', 'workers', ...PROGRAMS];
const FILES = [
  'middleware.ts',
  'instrumentation.ts',
  'instrumentation-node.ts',
  'next.config.ts',
  'postcss.config.mjs',
  'package.json',
  'package-lock.json',
  'scripts/launcher/bundle.mjs',
];
const IGNORED = /\.test\.tsx?$|^db\/(migrations|embedded)|\.md$/;

/** @param {string} where @returns {string[]} */
function filesUnder(where) {
  const stat = fs.statSync(where, { throwIfNoEntry: false });
  if (!stat) return [];
  if (!stat.isDirectory()) return [where];
  return fs.readdirSync(where).flatMap((name) => filesUnder(path.posix.join(where, name)));
}

/**
 * A digest of every source of the build under the current folder. tsconfig.json enters by the options that
 * change the output, because `next build` rewrites its text.
 */
function sourceStamp() {
  const hash = createHash('sha256');
  const files = [...SOURCES, ...FILES].flatMap(filesUnder).filter((file) => !IGNORED.test(file));
  for (const file of files.sort()) hash.update(`${file}\0`).update(fs.readFileSync(file)).update('\0');
  const { target, jsx, paths } = JSON.parse(fs.readFileSync('tsconfig.json', 'utf8')).compilerOptions;
  return hash.update(JSON.stringify([target, jsx, paths, process.version])).digest('hex');
}

const STAMP_FILE = '.build/sello';

/** Whether the build that is there was made of today's sources. */
export function isBuilt() {
  const outputs = [STAMP_FILE, '.next/BUILD_ID', ...Object.keys(ENTRIES).map((name) => `.build/${name}.mjs`)];
  return outputs.every((file) => fs.existsSync(file)) && fs.readFileSync(STAMP_FILE, 'utf8') === sourceStamp();
}

/**
 * Runs a build and remembers what it was made of. A build that fails, or under which a source changed, is not
 * remembered.
 * @param {() => Promise<void>} work
 */
export async function stamped(work) {
  fs.rmSync(STAMP_FILE, { force: true });
  const sources = sourceStamp();
  await work();
  if (sourceStamp() === sources) fs.writeFileSync(STAMP_FILE, sources);
}
