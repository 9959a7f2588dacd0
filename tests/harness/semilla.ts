import fc from 'fast-check';

/**
 * The seed of every random test. On a desk each run tries another, printed with what it finds; `SEMILLA=123` repeats one.
 * A build that must say whether a change is good (`CI`) always tries the same, so that it says the same of the same tree.
 */
export const SEMILLA: number | null = process.env.SEMILLA
  ? Number(process.env.SEMILLA)
  : process.env.CI
    ? 20_261_121
    : null;

if (SEMILLA !== null) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: SEMILLA });
