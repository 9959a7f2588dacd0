import { Refusal } from '../../db/embedded/refusal.mjs';
import { createConsole } from './console.mjs';
import { loadDotEnv, ROOT } from './options.mjs';
import { watchParent } from './parent-watch.mjs';
import { ChildFailure, Processes } from './processes.mjs';

/**
 * Runs one command that owns processes and perhaps a database, and guarantees that nothing of it is left:
 * on a signal, when npm is gone, when the work ends or fails. Prints a refusal as its one sentence.
 * Ends this process: 0 when asked to stop, else what the work says.
 * @param {(session: Session) => Promise<number | undefined>} work gives the exit code; undefined keeps serving
 */
export async function runSession(work) {
  process.chdir(ROOT);
  loadDotEnv();
  process.env.NEXT_TELEMETRY_DISABLED = '1';
  const session = new Session();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => session.leave());
  // npm does not pass every signal on; elsewhere a parent that leaves (nohup, setsid) is no reason to stop
  if (process.env.npm_lifecycle_event) watchParent(() => session.leave());
  try {
    const code = await work(session);
    if (code !== undefined) await session.end(code);
  } catch (error) {
    session.explain(error);
    await session.end(1);
  }
}

/** What a command has open while it runs. */
export class Session {
  voice = createConsole();
  processes = new Processes();
  /** @type {Promise<{ stop: () => Promise<void> }>[]} */
  #resources = [];
  /** @type {Promise<never> | undefined} */
  #ending;

  /**
   * Has something closed with the session, also if the end comes while it is still opening.
   * @template {{ stop: () => Promise<void> }} T
   * @param {Promise<T>} opening
   * @returns {Promise<T>}
   */
  own(opening) {
    this.#resources.push(opening);
    // once the end has begun, the work stops here
    return opening.then((resource) => (this.#ending ? new Promise(() => {}) : resource));
  }

  /** Ends because somebody asked for it. */
  leave() {
    if (!this.#ending) this.voice.say('Cerrando…');
    return this.end(0);
  }

  /** Closes everything, processes before the database they use, and exits. @param {number} code */
  end(code) {
    this.#ending ??= this.#close(code);
    return this.#ending;
  }

  /** @param {number} code @returns {Promise<never>} */
  async #close(code) {
    await this.processes.stopAll();
    for (const opening of this.#resources.reverse()) {
      const resource = await opening.catch(() => null);
      await resource?.stop().catch((error) => console.error(error));
    }
    process.exit(code);
  }

  /** Tells a failure to the person, unless it is the echo of having been told to stop. @param {unknown} error */
  explain(error) {
    if (this.#ending) return;
    if (error instanceof Refusal) console.error(`\n${error.message}\n`);
    else if (error instanceof ChildFailure) console.error(`\n${error.output}\n\n${error.message}\n`);
    else console.error(error);
  }
}
