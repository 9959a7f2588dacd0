import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../db/embedded/server.mjs';
import { npmScript } from '../launcher/install.mjs';

const START_LIMIT_MS = 8 * 60_000;
const STOP_LIMIT_MS = 20_000;

/**
 * The product in demonstration mode over its own data, started by the command a person types.
 */
export class Product {
  #pid = 0;
  /** @type {Promise<number | null>} */
  #ended = Promise.resolve(null);
  /** @type {string[]} */
  said = [];
  url = '';

  /**
   * @param {import('../launcher/processes.mjs').Processes} processes
   * @param {string} dir where the data go
   */
  constructor(processes, dir) {
    this.processes = processes;
    this.dir = dir;
  }

  /**
   * `npm run demo` until it answers.
   * @param {(line: string) => void} onLine
   * @returns {Promise<number>} the seconds it took
   * @throws {Error} it ended or never answered; carries what it said
   */
  async start(onLine) {
    const began = performance.now();
    const port = await freePort();
    this.url = `http://127.0.0.1:${port}`;
    this.said = [];
    const { pid, ended } = this.processes.open([npmScript(), 'run', 'demo'], {
      env: { DATOS_DIR: this.dir, PORT: String(port), HOST: '', DATABASE_URL: '' },
      onLine: (line) => {
        this.said.push(line);
        onLine(line.replace(/^\[[^\]]*\]\s*/, ''));
      },
    });
    this.#pid = pid ?? 0;
    this.#ended = ended;
    let over = false;
    ended.then(() => {
      over = true;
    });
    while (!over && performance.now() - began < START_LIMIT_MS) {
      if (this.said.some((line) => line.includes('Ctrl-C'))) return (performance.now() - began) / 1000;
      await sleep(50);
    }
    throw new Error(`El producto no arrancó:\n${this.said.slice(-60).join('\n')}`);
  }

  /**
   * SIGTERM to npm alone, as a service manager sends it.
   * @returns {Promise<string[]>} the command lines of what is still running after a while
   */
  async stop() {
    process.kill(this.#pid, 'SIGTERM');
    await this.#ended;
    for (const limit = Date.now() + STOP_LIMIT_MS; Date.now() < limit && survivors(this.dir).length > 0; )
      await sleep(100);
    return survivors(this.dir).map(({ pid, command }) => `${pid} ${command}`);
  }
}

/**
 * The processes that have a folder in their command line or environment, found in /proc (none elsewhere).
 * @param {string} dir
 * @returns {{ pid: number, command: string }[]}
 */
export function survivors(dir) {
  if (!fs.existsSync('/proc/self/environ')) return [];
  const pids = fs
    .readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && pid !== process.pid);
  return pids.flatMap((pid) => {
    const read = (/** @type {string} */ what) => {
      try {
        return fs.readFileSync(path.join('/proc', String(pid), what), 'utf8').replaceAll('\0', ' ');
      } catch {
        return '';
      }
    };
    const command = read('cmdline');
    return command && `${command} ${read('environ')}`.includes(dir) ? [{ pid, command: command.trim() }] : [];
  });
}
