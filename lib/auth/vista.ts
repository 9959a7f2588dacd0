import { sqlClient } from '@/db';
import { TtlCache } from '@/lib/auth/ttl-cache';
import { log } from '@/lib/log';
import { processWide } from '@/lib/process-wide';

const CADA_MS = 5 * 60_000;

const vistas = () => processWide('vistas', () => new TtlCache<true>(5_000, CADA_MS));

/**
 * Notes that a sign-in was used just now, at most every five minutes. Nobody waits for it, and a failure is only logged: it
 * tells a person which of their sign-ins is alive, and decides nothing.
 */
export function anotarVista(sid: string): void {
  if (vistas().get(sid)) return;
  vistas().set(sid, true);
  void sqlClient()`
    update sesion_acceso set vista_en = now()
    where sid = ${sid}::uuid and (vista_en is null or vista_en < now() - ${`${CADA_MS} milliseconds`}::interval)`.catch(
    (err: unknown) => log().warn({ err }, 'when a sign-in was last used could not be noted'),
  );
}
