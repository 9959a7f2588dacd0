import { errorEnvelope } from './error-envelope';

/**
 * The 400 for a path whose escapes are no text (`%ff`, a lone `%`), which Next would answer with a bare 500; `null` for a
 * path that can be read.
 */
export function rejectUnreadablePath(pathname: string): Response | null {
  try {
    decodeURIComponent(pathname);
    return null;
  } catch {
    const message = 'La dirección está mal escrita.';
    const cuerpo = errorEnvelope({ status: 400, code: 'validacion', message, campos: null }, pathname);
    return Response.json(cuerpo, { status: 400, headers: { 'cache-control': 'no-store' } });
  }
}
