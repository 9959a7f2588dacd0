import { hash, type Options, verify } from '@node-rs/argon2';
import { processWide } from '@/lib/process-wide';

/**
 * argon2id with 19 MiB, 2 passes, 1 lane: the first recommendation of the OWASP Password Storage Cheat Sheet.
 * The figures travel inside each hash, so raising them here leaves the old ones valid.
 */
const ARGON2ID = 2;
const OPCIONES: Options = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The argon2id hash of a password, as a PHC string. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, OPCIONES);
}

/**
 * Whether the password is the one behind the hash. With no hash (nobody has that mail) it does the same work against a
 * hash of nobody's and answers no, so that the clock does not tell which mails exist. A broken hash is a no.
 */
export async function verifyPassword(password: string, guardado: string | null): Promise<boolean> {
  const deNadie = processWide('hash de nadie', () => hashPassword(crypto.randomUUID()));
  const contra = guardado ?? (await deNadie);
  try {
    return (await verify(contra, password)) && guardado !== null;
  } catch {
    return false;
  }
}
