import { SinDatos } from '@/lib/auth/input';
import type { Context } from '@/lib/context';
import { NoEncontradoError } from '@/lib/errors';
import { paginaDeDocs, paginaSinIngreso } from './docs/pagina';
import { documentoJson } from './documento';

/** `GET /openapi.json`, for whoever is signed in. */
export function leerDocumento(_ctx: Context, raw: unknown): Response {
  SinDatos.parse(raw);
  return new Response(documentoJson(), { headers: { 'content-type': 'application/json' } });
}

/** `GET /docs`: the same, for people. Its policy lets in nothing but its own style and script. */
export function leerDocs(_ctx: Context, raw: unknown): Response {
  SinDatos.parse(raw);
  const nonce = nuevoNonce();
  return new Response(paginaDeDocs(nonce), { headers: cabecerasDePagina(nonce) });
}

/** What a path that nobody serves answers, once one is signed in. Throws NoEncontradoError. */
export function rutaDesconocida(): never {
  throw new NoEncontradoError('No hay nada en esta dirección de la API.');
}

/** A 401 as a page, for a browser that came by the address bar; the answer as it was for anybody else. */
export function invitarAIngresar(req: Request, respuesta: Response): Response {
  const esNavegador = req.headers.get('accept')?.includes('text/html') ?? false;
  if (respuesta.status !== 401 || !esNavegador) return respuesta;
  const nonce = nuevoNonce();
  const headers = new Headers(respuesta.headers);
  for (const [nombre, valor] of Object.entries(cabecerasDePagina(nonce))) headers.set(nombre, valor);
  return new Response(paginaSinIngreso(nonce), { status: 401, headers });
}

const nuevoNonce = () => crypto.randomUUID().replaceAll('-', '');

function cabecerasDePagina(nonce: string): Record<string, string> {
  const politica = [
    "default-src 'none'",
    `style-src 'nonce-${nonce}'`,
    `script-src 'nonce-${nonce}'`,
    "img-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
  ];
  return { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': politica.join('; ') };
}
