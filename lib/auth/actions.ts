'use server';

import type { Route } from 'next';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { AuthError } from 'next-auth';
import { refusalOf } from '@/lib/action/refusal';
import { sentencesOf } from '@/lib/action/zod-sentences';
import { CodigoIncorrectoError, SegundoFactorError } from '@/lib/auth/errors';
import { CompletarIngresoInput, IngresarInput } from '@/lib/auth/input';
import { IngresoRechazado, signIn, signOut } from '@/lib/auth/next-auth';
import { destino, INGRESAR } from '@/lib/auth/route-table';
import { salir } from '@/lib/auth/salir';
import { currentContext } from '@/lib/auth/session';
import { readSessionCookie } from '@/lib/auth/session-cookie';

/**
 * What the sign-in form shows after a try that failed: the sentence, the fields at fault, and the mail as typed. With
 * `desafio` the password was right and the code comes next.
 */
export type EstadoIngreso = {
  intento: number;
  email: string;
  desafio?: string;
  message?: string;
  campos?: Record<string, string>;
};

/** Signs in with what the form holds and goes to the page asked for, or says why not. */
export async function ingresarAction(previo: EstadoIngreso, datos: FormData): Promise<EstadoIngreso> {
  if (previo.desafio) {
    return datos.has('otra') ? { intento: previo.intento + 1, email: previo.email } : segundoPaso(previo, datos);
  }
  const crudo = { email: datos.get('email'), password: datos.get('password') };
  const estado = {
    intento: previo.intento + 1,
    email: typeof crudo.email === 'string' ? crudo.email.slice(0, 200) : '',
  };
  const leido = IngresarInput.safeParse(crudo);
  if (!leido.success) return { ...estado, campos: sentencesOf(leido.error).campos };
  try {
    await signIn('credentials', { ...leido.data, redirect: false });
  } catch (error) {
    const motivo = error instanceof IngresoRechazado ? error.motivo : null;
    if (motivo instanceof SegundoFactorError) return { ...estado, desafio: motivo.desafio };
    return { ...estado, message: sentenceOf(error) };
  }
  return entrar(datos);
}

/** The code of the second factor. When it came too late the form starts again. */
async function segundoPaso(previo: EstadoIngreso, datos: FormData): Promise<EstadoIngreso> {
  const { desafio = '', email } = previo;
  const estado = { intento: previo.intento + 1, email };
  const leido = CompletarIngresoInput.safeParse({ desafio, codigo: datos.get('codigo') });
  if (!leido.success) return { ...estado, desafio, campos: sentencesOf(leido.error).campos };
  try {
    await signIn('credentials', { ...leido.data, redirect: false });
  } catch (error) {
    const sigue = error instanceof IngresoRechazado && error.motivo instanceof CodigoIncorrectoError;
    return { ...estado, ...(sigue && { desafio }), message: sentenceOf(error) };
  }
  return entrar(datos);
}

async function entrar(datos: FormData): Promise<never> {
  const volver = datos.get('volver');
  const sesion = await readSessionCookie((await cookies()).toString());
  redirect(destino(typeof volver === 'string' ? volver : null, new Set(sesion?.permisos)) as Route);
}

function sentenceOf(error: unknown): string {
  if (error instanceof IngresoRechazado) return error.motivo.message;
  const causa = error instanceof AuthError ? (error.cause?.err ?? error) : error;
  const { message } = refusalOf(causa, { requestId: 'action', donde: 'action ingresar' });
  return String(message);
}

/** Ends the browser's sign-in (its row is revoked, so a copied cookie dies too) and goes to the sign-in page. */
export async function salirAction(): Promise<void> {
  const ctx = await currentContext();
  if (ctx) await salir(ctx);
  await signOut({ redirect: false });
  redirect(INGRESAR as Route);
}
