import { sqlClient } from '@/db';

const LIMITE_MS = 2000;

/** Whether the database answers a trivial query within two seconds. Never throws. */
export async function baseResponde(): Promise<boolean> {
  let reloj: NodeJS.Timeout | undefined;
  const tarde = new Promise<false>((resolve) => {
    reloj = setTimeout(() => resolve(false), LIMITE_MS);
  });
  const consulta = async () => {
    await sqlClient()`select 1`;
    return true;
  };
  try {
    return await Promise.race([consulta(), tarde]);
  } catch {
    return false;
  } finally {
    clearTimeout(reloj);
  }
}
