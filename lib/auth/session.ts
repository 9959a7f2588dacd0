import type { Route } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { type Espera, esperaDe } from '@/lib/auth/gate';
import { buildContext } from '@/lib/auth/principal';
import { authenticate, requestFacts } from '@/lib/auth/request';
import type { Context } from '@/lib/context';

/** The context of the person whose cookie came with this page or server action, or `null`. */
export async function currentContext(clave: string | null = null): Promise<Context | null> {
  const cabeceras = await headers();
  const quien = await authenticate(cabeceras);
  if (!quien) return null;
  const { ahora, requestId, ip, dispositivo } = requestFacts(cabeceras);
  return buildContext(quien.actor, { ahora, requestId, ip, dispositivo, clave, sid: quien.sid });
}

/** Where each wait is dealt with. */
const SALAS: Record<Espera, string> = {
  bloqueada: '/bloqueada',
  cambiar_clave: '/cambiar-clave',
  segundo_factor: '/segundo-factor',
};

/**
 * As `currentContext`; whoever is not signed in goes to /ingresar, and whoever has something to do first goes there. Both
 * come back to this page afterwards.
 */
export async function requireContext(durante: readonly Espera[] = []): Promise<Context> {
  const ctx = await currentContext();
  const volver = encodeURIComponent((await headers()).get('x-ruta') ?? '/');
  if (!ctx) redirect(`/ingresar?motivo=sesion&volver=${volver}` as Route);
  const espera = esperaDe(ctx.actor, durante);
  if (espera) redirect(`${SALAS[espera]}?volver=${volver}` as Route);
  return ctx;
}
