import { env } from '@/lib/env';

/** A page of the shop as a mail may link it; without the shop's address (`AUTH_URL`) there is none that works from there. */
export function enlaceA(ruta: string): string | null {
  const { AUTH_URL } = env();
  return AUTH_URL ? new URL(ruta, AUTH_URL).href : null;
}
