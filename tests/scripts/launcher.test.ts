import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { isAlive } from '@/db/embedded/connect.mjs';
import { installMatches, npmScript, withAddresses } from '@/scripts/launcher/install.mjs';
import { checkPort, loadDotEnv, readOptions } from '@/scripts/launcher/options.mjs';
import { welcome } from '@/scripts/launcher/serve.mjs';
import { supervise } from '@/scripts/launcher/supervise.mjs';

const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'kantuta-launcher-'));
afterAll(() => fs.rmSync(dir, { recursive: true, force: true }));

describe('what a start was asked for', () => {
  it('a demonstration listens on this machine alone and has its own folder; a shop, neither', () => {
    expect(readOptions({ demo: true }, env({}))).toMatchObject({ host: '127.0.0.1', port: 3000 });
    expect(readOptions({ demo: true }, env({ HOST: '0.0.0.0' })).host).toBe('0.0.0.0');
    expect(readOptions({ demo: true }, env({})).dir).toBe(path.resolve('.datos-demo'));
    expect(readOptions({ demo: false }, env({}))).toMatchObject({ host: '0.0.0.0', dir: path.resolve('.datos') });
  });

  it('PORT, DATOS_DIR and DATABASE_URL are respected; empty ones are as if unset', () => {
    const asked = readOptions(
      { demo: true },
      env({ PORT: '8080', DATOS_DIR: '/srv/k', DATABASE_URL: 'postgres://x/y' }),
    );
    expect(asked).toMatchObject({ port: 8080, dir: '/srv/k', fixed: true, databaseUrl: 'postgres://x/y' });
    expect(readOptions({ demo: true }, env({ PORT: '', DATABASE_URL: '' }))).toMatchObject({
      port: 3000,
      fixed: false,
    });
  });

  it.each(['abc', '0', '70000', '80.5'])('PORT=%s ends the start with one sentence', (PORT) => {
    const run = spawnSync(process.execPath, ['scripts/start.mjs', '--demo'], {
      env: { ...process.env, PORT },
      encoding: 'utf8',
    });
    expect(run.status).toBe(1);
    expect(run.stderr.trim()).toBe(`PORT no es un puerto válido: ${PORT}`);
  });

  it('DATABASE_URL of another kind of database is named', () => {
    expect(() => readOptions({ demo: true }, env({ DATABASE_URL: 'mysql://x/y' }))).toThrow(
      /^DATABASE_URL debe empezar/,
    );
  });

  it('WhatsApp runs only when it is asked for, and anything but yes or no is refused', () => {
    const whatsapp = (WHATSAPP: string) => readOptions({ demo: false }, env({ WHATSAPP })).whatsapp;
    expect(['', '0', '1'].map(whatsapp)).toEqual([false, false, true]);
    expect(() => whatsapp('sí')).toThrow('WHATSAPP debe ser 1 o 0');
  });

  it('a taken port ends the start with one sentence', async () => {
    const server = net.createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as net.AddressInfo;
    await expect(checkPort(port, '127.0.0.1')).rejects.toThrow(/^El puerto \d+ está ocupado por otro programa/);
    server.close();
    await once(server, 'close');
    await checkPort(port, '127.0.0.1');
  });

  it('.env gives what the environment does not say', () => {
    const file = path.join(dir, '.env');
    fs.writeFileSync(file, '# nota\nUNA_VARIABLE="con espacios"\nOTRA_VARIABLE=del archivo # nota\nLC_PRUEBA=\n');
    process.env.OTRA_VARIABLE = 'del entorno';
    loadDotEnv(file);
    expect([process.env.UNA_VARIABLE, process.env.OTRA_VARIABLE, process.env.LC_PRUEBA]).toEqual([
      'con espacios',
      'del entorno',
      '',
    ]);
  });

  it('the welcome of a demonstration names the address, the six accounts and their password', () => {
    const text = welcome({ ...readOptions({ demo: true }, env({})), port: 8123 });
    expect(text).toContain('http://localhost:8123');
    expect(text).toContain('kantuta-demo');
    expect(text.match(/\S+@kantuta\.bo/g)).toHaveLength(6);
    expect(welcome(readOptions({ demo: false }, env({})))).not.toContain('kantuta-demo');
  });

  it('the welcome of a new shop says where to install it and with which key; of an installed one, nothing of that', () => {
    const shop = { ...readOptions({ demo: false }, env({ HOST: '127.0.0.1' })), port: 8123 };
    const text = welcome(shop, 'ABCDE-FGHJK-MNPQR-STVWX');
    expect(text).toMatch(/http:\/\/localhost:8123\/instalar\n.*una sola vez:\n\n {4}ABCDE-FGHJK-MNPQR-STVWX\n/);
    expect(welcome(shop)).not.toContain('instalar');
  });
});

describe('packages', () => {
  const locked = {
    '': {},
    'node_modules/a': { version: '1.0.0' },
    'node_modules/b': { version: '2.0.0', optional: true },
  };

  it('an install is right when every package has its version, but for other platforms', () => {
    expect(installMatches(locked, { 'node_modules/a': { version: '1.0.0' } })).toBe(true);
    expect(installMatches(locked, { 'node_modules/a': { version: '1.0.1' } })).toBe(false);
    expect(installMatches(locked, { 'node_modules/b': { version: '2.0.0' } })).toBe(false);
  });

  it('npm is told where each package is, by its name in the registry; the shop and its folders are nowhere', () => {
    const integrity = 'sha512-x';
    const packages = {
      '': { version: '1.0.0' },
      'node_modules/a': { version: '1.2.3', integrity },
      'node_modules/a/node_modules/@de/b': { version: '2.0.0-rc.1', integrity },
      'node_modules/otro': { name: 'suyo', version: '3.0.0' },
      'node_modules/propio': { version: '4.0.0', resolved: 'https://x/propio.tgz' },
      'node_modules/carpeta': { version: '1.0.0', link: true },
    };
    const addressed = withAddresses({ packages }).packages;
    expect(Object.entries(addressed).map(([where, one]) => [where, 'resolved' in one && one.resolved])).toEqual([
      ['', false],
      ['node_modules/a', 'https://registry.npmjs.org/a/-/a-1.2.3.tgz'],
      ['node_modules/a/node_modules/@de/b', 'https://registry.npmjs.org/@de/b/-/b-2.0.0-rc.1.tgz'],
      ['node_modules/otro', 'https://registry.npmjs.org/suyo/-/suyo-3.0.0.tgz'],
      ['node_modules/propio', 'https://x/propio.tgz'],
      ['node_modules/carpeta', false],
    ]);
    expect(addressed['node_modules/a']).toMatchObject({ version: '1.2.3', integrity });
  });
});

describe('what dies is started again', () => {
  it('waits twice as long each time, up to half a minute, and not at all once it is told to stop', async () => {
    const waits: number[] = [];
    let left = 9;
    await supervise({
      start: async () => left--,
      stopping: () => left === 0,
      onEnd: (ms) => waits.push(ms),
      wait: async () => {},
    });
    expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
  });
});

describe('however it is closed, nothing is left', () => {
  // the launcher's own session, over a program that would run for ever
  const script = path.join(dir, 'servir.mjs');
  const session = path.resolve('scripts/launcher/session.mjs');
  const forever = path.join(dir, 'siempre.mjs');
  fs.writeFileSync(forever, 'console.log("hijo", process.pid); setInterval(() => {}, 1000);\n');
  fs.writeFileSync(
    script,
    `import { runSession } from ${JSON.stringify(session)};
    await runSession(async ({ processes, own }) => {
      console.log('lanzador', process.pid);
      processes.start([${JSON.stringify(forever)}], { inherit: true });
    });\n`,
  );
  fs.writeFileSync(path.join(dir, 'package.json'), JSON.stringify({ scripts: { start: `exec node ${script}` } }));

  async function launch(args: string[]) {
    const top = spawn(process.execPath, args, { cwd: dir, stdio: ['ignore', 'pipe', 'ignore'] });
    let said = '';
    for await (const chunk of top.stdout) {
      said += chunk;
      if (said.includes('hijo')) break;
    }
    const pid = (name: string) => Number(new RegExp(`${name} (\\d+)`).exec(said)?.[1]);
    return { top, launcher: pid('lanzador'), child: pid('hijo') };
  }

  it.each(['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGKILL'] as const)('%s to npm', async (signal) => {
    const { top, launcher, child } = await launch([npmScript(), 'start']);
    expect([isAlive(launcher), isAlive(child)]).toEqual([true, true]);
    top.kill(signal);
    await expect.poll(() => [isAlive(launcher), isAlive(child)], { timeout: 12_000 }).toEqual([false, false]);
  });

  it.each(['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGKILL'] as const)('%s to the launcher', async (signal) => {
    const { top, child } = await launch([script]);
    top.kill(signal);
    await expect.poll(() => isAlive(child), { timeout: 12_000 }).toBe(false);
  });
});

function env(values: Record<string, string>): NodeJS.ProcessEnv {
  return { NODE_ENV: 'test', ...values };
}
