import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import postgres from 'postgres';
import { afterAll, afterEach, expect, it } from 'vitest';
import { isAlive } from '@/db/embedded/connect.mjs';
import { ensureDatabaseOf, findEmbedded, startEmbedded } from '@/db/embedded.mjs';

/** Whole life of a data folder, on real servers. Commits need not reach the disk here. */
const FAST = { fsync: 'off' };
const root = fs.mkdtempSync(path.join(process.env.TEST_DIR ?? os.tmpdir(), 'kantuta-embedded-'));
fs.chmodSync(root, 0o755);
const bin = process.env.TEST_PG_BIN;

type Server = Awaited<ReturnType<typeof startEmbedded>>;
const open: Server[] = [];
const at = (dir: string, ...rest: string[]) => path.join(root, dir, ...rest);
async function start(dir: string): Promise<Server> {
  const server = await startEmbedded({ dir: at(dir), fixed: true, settings: FAST, bin });
  open.push(server);
  return server;
}
/** A folder where a shop has been, closed. Made once and copied: an initdb costs seconds, and is not what these are about. */
async function hubo(dir: string): Promise<void> {
  if (!fs.existsSync(at('modelo'))) await (await start('modelo')).stop();
  execFileSync('cp', ['-a', at('modelo'), at(dir)]);
}
async function ask(url: string, query: string): Promise<unknown> {
  const sql = postgres(url, { max: 1, onnotice() {} });
  try {
    return Object.values((await sql.unsafe(query))[0] ?? {})[0];
  } finally {
    await sql.end();
  }
}

afterEach(async () => {
  for (const server of open.splice(0)) await server.stop();
});
afterAll(() => fs.rmSync(root, { recursive: true, force: true }));

it('makes a database with UTF-8 and Spanish order, keeps it between starts, and leaves nothing running', async () => {
  const first = await start('vida');
  await ensureDatabaseOf(first.url('tienda'));
  expect(await ask(first.url('tienda'), "select 'ñandú' < 'oso' and lower('ÁÑÜ') = 'áñü'")).toBe(true);
  await ask(first.url('tienda'), 'create table prueba as select 42 as n');
  await first.stop();
  expect(isAlive(first.pid)).toBe(false);
  expect(fs.existsSync(at('vida', 'pg', 'postmaster.pid'))).toBe(false);
  const second = await start('vida');
  expect(await ask(second.url('tienda'), 'select n from prueba')).toBe(42);
});

it('only its owner can read the key', async () => {
  await start('vida');
  expect(fs.statSync(at('vida', 'clave')).mode & 0o077).toBe(0);
});

it('a second launcher on the same data gets one sentence, and the first goes on', async () => {
  const first = await start('vida');
  await expect(start('vida')).rejects.toThrow(/^Ya hay otro Kantuta POS en marcha/);
  expect(await ask(first.url('postgres'), 'select 1')).toBe(1);
});

it('two launchers that make the same folder at once: one does, the other gets one sentence', async () => {
  const both = await Promise.allSettled([start('juntos'), start('juntos')]);
  const refused = both.filter((one) => one.status === 'rejected');
  expect(refused).toHaveLength(1);
  expect(String(refused[0]?.reason.message)).toMatch(/^Ya hay otro Kantuta POS arrancando/);
});

it('a server left by a killed launcher is found and adopted, and closes with its new owner', async () => {
  await hubo('huerfano');
  const script = `
    const { startEmbedded } = await import(${JSON.stringify(path.resolve('db/embedded.mjs'))});
    const server = await startEmbedded(${JSON.stringify({ dir: at('huerfano'), fixed: true, settings: FAST, bin })});
    console.log(server.pid);
    setInterval(() => {}, 1000);`;
  const launcher = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [printed] = await once(launcher.stdout, 'data');
  const pid = Number(String(printed));
  launcher.kill('SIGKILL');
  await once(launcher, 'exit');
  expect(isAlive(pid)).toBe(true);
  expect(await findEmbedded(at('huerfano'))).not.toBeNull();

  const heir = await start('huerfano');
  expect(heir).toMatchObject({ adopted: true, pid });
  await heir.stop();
  expect(isAlive(pid)).toBe(false);
});

it('a postmaster.pid that names a stranger is not believed: nobody is adopted and nobody is harmed', async () => {
  await hubo('extrano');
  const stranger = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  writePidFile('extrano', stranger.pid ?? 0, 1);
  expect(await findEmbedded(at('extrano'))).toBeNull();
  const server = await start('extrano');
  expect(server.adopted).toBe(false);
  await server.stop();
  expect(stranger.exitCode).toBeNull();
  stranger.kill('SIGKILL');
});

it("a postmaster.pid that names another shop's server does not open that shop", async () => {
  await hubo('propia');
  const other = await start('ajena');
  writePidFile('propia', other.pid, other.port);
  expect(await findEmbedded(at('propia'))).toBeNull();
  const own = await start('propia');
  expect(own.adopted).toBe(false);
  expect(await ask(own.url('postgres'), 'show data_directory')).toBe(at('propia', 'pg'));
  expect(await ask(other.url('postgres'), 'show data_directory')).toBe(at('ajena', 'pg'));
});

it('where a key says that a shop existed, no empty database takes its place', async () => {
  await hubo('perdida');
  fs.renameSync(at('perdida', 'pg'), at('perdida', 'lejos'));
  await expect(start('perdida')).rejects.toThrow(/hubo una tienda y falta su base/);
  expect(fs.existsSync(at('perdida', 'pg'))).toBe(false);
});

it('a first start cut short is begun again', async () => {
  fs.mkdirSync(at('cortada', 'pg.nueva'), { recursive: true });
  fs.chmodSync(at('cortada'), 0o755);
  fs.writeFileSync(at('cortada', 'clave.nueva'), 'a medias\n');
  const server = await start('cortada');
  expect(await ask(server.url('postgres'), 'select 1')).toBe(1);
});

it('a cut between the database and its key loses neither', async () => {
  await (await start('cortada')).stop();
  fs.renameSync(at('cortada', 'clave'), at('cortada', 'clave.nueva'));
  const server = await start('cortada');
  expect(await ask(server.url('postgres'), 'select 1')).toBe(1);
});

it('data of another major version are named and left alone', async () => {
  await hubo('vieja');
  fs.writeFileSync(at('vieja', 'pg', 'PG_VERSION'), '12\n');
  await expect(start('vieja')).rejects.toThrow(/son de PostgreSQL 12 y este programa trae/);
});

function writePidFile(dir: string, pid: number, port: number): void {
  const lines = [pid, at(dir, 'pg'), 1_700_000_000, port, '', '127.0.0.1', '', 'ready   '];
  const { uid, gid } = fs.statSync(at(dir, 'pg'));
  const file = at(dir, 'pg', 'postmaster.pid');
  fs.writeFileSync(file, `${lines.join('\n')}\n`, { mode: 0o600 });
  fs.chownSync(file, uid, gid);
}
