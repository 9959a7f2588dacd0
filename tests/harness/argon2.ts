import { createRequire } from 'node:module';
import { processWide } from '@/lib/process-wide';

/**
 * argon2id as the product calls it, at a thousandth of its cost: a person of a test is made in a millisecond, not in twenty of a
 * core and 19 MiB. The figures travel inside each hash, so what was hashed at either cost is verified. What the product asks for
 * is proved with the real one (`lib/auth/password.test.ts`).
 */
const real = createRequire(import.meta.url)('@node-rs/argon2') as typeof import('@node-rs/argon2');

const BARATO = { memoryCost: 64, timeCost: 1 };
const uso = () => processWide('uso de argon2', () => ({ veces: 0 }));

/** How many times this file hashed or verified. */
export const cuentas = (): number => uso().veces;

/** `hash` of the library. */
export const hash: typeof real.hash = (password, opciones, señal) => {
  uso().veces++;
  return real.hash(password, { ...opciones, ...BARATO }, señal);
};

/** `verify` of the library. */
export const verify: typeof real.verify = (...args) => {
  uso().veces++;
  return real.verify(...args);
};
