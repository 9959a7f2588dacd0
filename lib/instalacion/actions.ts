'use server';

import type { Route } from 'next';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { refusalOf } from '@/lib/action/refusal';
import type { ActionResult } from '@/lib/action/result';
import { signIn } from '@/lib/auth/next-auth';
import { requestFacts } from '@/lib/auth/request';
import { destino } from '@/lib/auth/route-table';
import { readSessionCookie } from '@/lib/auth/session-cookie';
import { instalar } from './instalar';

/** What the wizard sends; the verb parses it. */
export type FormularioInstalar = Record<string, string>;

/** Installs the shop with what the wizard holds, signs its owner in and goes to the start; or says why not. */
export async function instalarAction(raw: FormularioInstalar): Promise<ActionResult<never>> {
  const hechos = requestFacts(await headers());
  try {
    const { email } = await instalar(hechos, raw);
    await signIn('credentials', { email, password: raw.password, redirect: false });
  } catch (error) {
    const { code, message, campos } = refusalOf(error, { requestId: hechos.requestId, donde: 'action instalar' });
    const frase = typeof message === 'string' ? message : message.join(' ');
    return campos ? { ok: false, code, message: frase, campos } : { ok: false, code, message: frase };
  }
  const sesion = await readSessionCookie((await cookies()).toString());
  redirect(destino(null, new Set(sesion?.permisos)) as Route);
}
