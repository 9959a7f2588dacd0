import type { Route } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
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

/** As `currentContext`; whoever is not signed in goes to /ingresar and comes back to this page afterwards. */
export async function requireContext(): Promise<Context> {
  const ctx = await currentContext();
  if (ctx) return ctx;
  const ruta = (await headers()).get('x-ruta') ?? '/';
  redirect(`/ingresar?motivo=sesion&volver=${encodeURIComponent(ruta)}` as Route);
}
