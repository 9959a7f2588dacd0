import { ApiError, askApi } from '@/lib/api-client';

/** Asks for a code. Throws ApiError, SinRespuestaError. */
export async function pedirCodigo(email: string): Promise<void> {
  await askApi('/api/auth/reset/code', { method: 'POST', body: { email } });
}

/** What a right code earns. Throws ApiError, SinRespuestaError. */
export async function confirmarCodigo(email: string, code: string): Promise<string> {
  const { data } = await askApi<{ reset_token: string }>('/api/auth/confirm-code', {
    method: 'POST',
    body: { email, code },
  });
  return data.reset_token;
}

/** Chooses the password. Throws ApiError, SinRespuestaError. */
export async function cambiarClave(email: string, newPassword: string, reset_token: string): Promise<void> {
  await askApi('/api/auth/reset-confirm', { method: 'POST', body: { email, newPassword, reset_token } });
}

/** A refusal as a form shows it: the sentence of a field at its field, any other above. */
export type Rechazo = { message: string; campos: Readonly<Record<string, string>> };

/** What went wrong, in words. */
export function rechazoDe(error: unknown): Rechazo {
  const campos = error instanceof ApiError ? error.campos : {};
  const message = error instanceof Error && error.message ? error.message : 'Algo falló. Vuelva a intentarlo.';
  return { message, campos };
}
