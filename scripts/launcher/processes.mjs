import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const PRELOAD = fileURLToPath(new URL('./die-with-parent.mjs', import.meta.url));
const TERM_LIMIT_MS = 8000;

/** A child that ended badly, with all it said. */
export class ChildFailure extends Error {
  /** @param {string} name @param {string} output @param {number | null} code */
  constructor(name, output, code) {
    super(`${name} terminó con error`);
    this.output = output;
    this.code = code;
  }
}

/**
 * The Node processes of one launcher. Each leads its own group, so that Ctrl-C reaches the launcher alone
 * and closing is in its hands; each dies with it whatever happens.
 */
export class Processes {
  /** @type {Set<import('node:child_process').ChildProcess>} */
  #alive = new Set();
  stopping = false;

  /**
   * Starts one and reports every line it prints.
   * @param {string[]} args script and arguments
   * @param {{ env?: Record<string, string | undefined>, onLine?: (line: string) => void, inherit?: boolean }} [o]
   *   inherit: it writes on our terminal itself
   * @returns {{ pid: number | undefined, ended: Promise<number | null> }} `ended` gives its exit code
   */
  open(args, { env = {}, onLine, inherit = false } = {}) {
    if (this.stopping) return { pid: undefined, ended: Promise.resolve(null) };
    const child = spawn(process.execPath, ['--import', PRELOAD, ...args], {
      env: { ...process.env, ...env },
      stdio: inherit ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    this.#alive.add(child);
    if (onLine) for (const stream of [child.stdout, child.stderr]) readLines(stream, onLine);
    const ended = new Promise((/** @type {(code: number | null) => void} */ resolve) => {
      const end = (/** @type {number | null} */ code) => {
        this.#alive.delete(child);
        resolve(code);
      };
      child.once('error', () => end(null)).once('close', end);
    });
    return { pid: child.pid, ended };
  }

  /**
   * Starts one and waits for its end.
   * @param {string[]} args
   * @param {{ env?: Record<string, string | undefined>, onLine?: (line: string) => void, inherit?: boolean }} [o]
   * @returns {Promise<number | null>} its exit code
   */
  start(args, o) {
    return this.open(args, o).ended;
  }

  /**
   * Runs one to its end.
   * @param {string} name how a person calls it
   * @param {string[]} args
   * @param {{ env?: Record<string, string | undefined>, onLine?: (line: string) => void }} [o]
   * @throws {ChildFailure} it did not end well; carries its output
   */
  async run(name, args, { env, onLine } = {}) {
    /** @type {string[]} */
    const said = [];
    const code = await this.start(args, {
      env,
      onLine(line) {
        said.push(line);
        onLine?.(line);
      },
    });
    if (code !== 0) throw new ChildFailure(name, said.join('\n'), code);
  }

  /** Closes them all: asked first, forced after eight seconds. Nothing can be started any more. */
  async stopAll() {
    this.stopping = true;
    this.#signal('SIGTERM');
    for (const limit = Date.now() + TERM_LIMIT_MS; this.#alive.size > 0 && Date.now() < limit; ) await sleep(30);
    this.#signal('SIGKILL');
  }

  /** @param {NodeJS.Signals} signal */
  #signal(signal) {
    for (const { pid } of this.#alive) {
      try {
        if (pid) process.kill(-pid, signal);
      } catch {
        // it ended meanwhile
      }
    }
  }
}

/**
 * @param {import('node:stream').Readable | null} stream
 * @param {(line: string) => void} onLine
 */
function readLines(stream, onLine) {
  let rest = '';
  stream?.setEncoding('utf8').on('data', (chunk) => {
    const lines = (rest + chunk).split(/\r?\n|\r/);
    rest = lines.pop() ?? '';
    for (const line of lines) if (line.trim()) onLine(line);
  });
  stream?.on('end', () => rest.trim() && onLine(rest));
}
