const FRAMES = '⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏';
const QUIET_MS = 5000;

/**
 * The launcher's voice: each line carries the seconds since the start, and a long step always shows that
 * it advances (a spinner on a terminal, a line every few seconds elsewhere).
 * @param {NodeJS.WriteStream} [out]
 */
export function createConsole(out = process.stdout) {
  const began = performance.now();
  const seconds = (/** @type {number} */ since) => ((performance.now() - since) / 1000).toFixed(1);
  out.on('error', () => {}); // the terminal was closed: the signal handlers do the rest

  const wipe = out.isTTY ? '\r\x1b[2K' : '';
  /** A line as it is, over the spinner if there is one. @param {string} text */
  const print = (text) => out.write(`${wipe}${text}\n`);
  /** @param {string} text */
  const say = (text) => print(`[${seconds(began).padStart(6)} s] ${text}`);

  /**
   * Runs one step under its title.
   * @template T
   * @param {string} title
   * @param {(detail: (text: string) => void) => Promise<T>} work gets a function to show what it is at
   * @returns {Promise<T>}
   */
  async function step(title, work) {
    const since = performance.now();
    let detail = '';
    let frame = 0;
    const line = () => `${title}… ${seconds(since)} s${detail && ` · ${detail}`}`;
    const draw = () => {
      frame = (frame + 1) % FRAMES.length;
      out.write(`${wipe}${FRAMES[frame]} ${line().slice(0, (out.columns || 80) - 3)}`);
    };
    if (!out.isTTY) say(`${title}…`);
    const timer = setInterval(out.isTTY ? draw : () => say(`  ${line()}`), out.isTTY ? 120 : QUIET_MS);
    try {
      const result = await work((text) => {
        detail = text.trim();
      });
      clearInterval(timer);
      say(`${title}: listo (${seconds(since)} s)`);
      return result;
    } catch (error) {
      clearInterval(timer);
      out.write(wipe);
      throw error;
    }
  }

  return { print, say, step };
}

/** @typedef {ReturnType<typeof createConsole>} Console */
