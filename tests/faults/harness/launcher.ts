import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readPidFile } from '@/db/embedded/connect.mjs';
import { freePort } from '@/db/embedded/server.mjs';
import { findEmbedded } from '@/db/embedded.mjs';
import { DATABASE } from '@/scripts/launcher/base.mjs';
import { Processes } from '@/scripts/launcher/processes.mjs';
import { survivors } from '@/scripts/testing/product.mjs';

const START_LIMIT_MS = 5 * 60_000;

const NEUTRAL = ['DATABASE_URL', 'REDIS_URL', 'AUTH_SECRET', 'AUTH_URL', 'HTTPS', 'CERTIFICADO', 'CLAVE_CERTIFICADO'];

/** What of the product can be killed. */
export type Part = 'web' | 'postgres' | 'launcher';

/** A folder for a shop's data, which PostgreSQL's account can enter. */
export function dataFolder(): string {
  const dir = fs.mkdtempSync(path.join(process.env.TEST_DIR || os.tmpdir(), 'kantuta-faults-'));
  fs.chmodSync(dir, 0o755);
  return dir;
}

/** The product as `npm start` leaves it, over a data folder of its own and always on the same port. */
export class Launcher {
  readonly said: string[] = [];
  #child: ChildProcess | undefined;

  private constructor(
    readonly dir: string,
    readonly port: number,
    readonly env: Record<string, string>,
  ) {}

  /** Starts it over `dir` and returns once it serves. Throws with what it said if it does not. */
  static async open(dir: string, env: Record<string, string> = {}): Promise<Launcher> {
    const launcher = new Launcher(dir, await freePort(), env);
    await launcher.start();
    return launcher;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Starts the launcher again, as a service manager would: also when the port is still being let go. */
  async start(): Promise<void> {
    for (const limit = Date.now() + START_LIMIT_MS; Date.now() < limit; await sleep(500)) {
      const from = this.said.length;
      if (await this.#startOnce()) return;
      const said = this.said.slice(from).join('\n');
      if (!/está ocupado|Ya hay otro Kantuta/.test(said)) throw new Error(`It did not start:\n${said}`);
    }
    throw new Error(`It did not start in time:\n${this.said.slice(-40).join('\n')}`);
  }

  async #startOnce(): Promise<boolean> {
    const given = { DATOS_DIR: this.dir, PORT: String(this.port), HOST: '127.0.0.1', JWT_EXPIRES_IN: '12h' };
    // a developer's .env must not decide for the tests
    const unset = Object.fromEntries(NEUTRAL.map((name) => [name, '']));
    const child = spawn(process.execPath, ['scripts/start.mjs'], {
      env: { ...process.env, ...unset, NODE_ENV: 'production', LOG_LEVEL: 'warn', ...given, ...this.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    let serves = false;
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        this.said.push(...text.split('\n').filter(Boolean));
        serves ||= text.includes('Ctrl-C');
      });
    }
    const limit = Date.now() + START_LIMIT_MS;
    while (!serves && child.exitCode === null && Date.now() < limit) await sleep(50);
    return serves;
  }

  /** The process id of a part, or 0 while it is not there. */
  pid(part: Part): number {
    if (part === 'launcher') return this.#child?.pid ?? 0;
    if (part === 'postgres') return readPidFile(path.join(this.dir, 'pg'))?.pid ?? 0;
    return survivors(this.dir).find(({ command }) => command.startsWith('next-server'))?.pid ?? 0;
  }

  /** `kill -9`. A killed launcher is started again. Answers whether there was something to kill. */
  async kill(part: Part): Promise<boolean> {
    const pid = this.pid(part);
    if (!pid) return false;
    process.kill(pid, 'SIGKILL');
    if (part === 'launcher') await this.start();
    return true;
  }

  /** SIGTERM, as a service manager does. Answers how many milliseconds the launcher took to end. */
  async stop(): Promise<number> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return 0;
    const since = performance.now();
    child.kill('SIGTERM');
    await once(child, 'exit');
    return performance.now() - since;
  }

  /** Ends everything, whatever state it is in, and deletes the data. */
  async destroy(): Promise<void> {
    await this.stop();
    for (const { pid } of survivors(this.dir)) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // it ended meanwhile
      }
    }
    fs.rmSync(this.dir, { recursive: true, force: true });
  }

  /** The address of the shop's database while it runs. */
  async databaseUrl(): Promise<string> {
    const found = await findEmbedded(this.dir);
    if (!found) throw new Error('PostgreSQL is not running');
    return found.url(DATABASE);
  }

  /** `npm run verificar` over these data: what it said, and whether everything agrees. */
  async verificar(): Promise<{ clean: boolean; said: string }> {
    const said: string[] = [];
    const code = await new Processes().start(['scripts/con-base.mjs', 'verificar'], {
      env: { DATOS_DIR: this.dir, DATABASE_URL: '' },
      onLine: (line) => said.push(line),
    });
    return { clean: code === 0, said: said.join('\n') };
  }
}
