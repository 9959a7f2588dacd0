import { sqlClient } from '@/db';

// On globalThis: the middleware, pages and routes are bundled apart.
const global = globalThis as typeof globalThis & { __kantutaInstalada?: boolean };

/** Whether somebody can sign in here. Once yes, it is yes for the rest of the process and asks nothing more. */
export async function estaInstalada(): Promise<boolean> {
  if (global.__kantutaInstalada) return true;
  const [gente] = await sqlClient()<{ hay: boolean }[]>`select exists (select 1 from usuario) as hay`;
  if (gente?.hay) global.__kantutaInstalada = true;
  return global.__kantutaInstalada === true;
}
