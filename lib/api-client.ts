import type { ErrorEnvelope } from '@/lib/action/error-envelope';

/** The server answered and refused. `message` is the sentence for the person; `status` decides whether to ask again. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly campos: Readonly<Record<string, string>>,
    /** What the refusal lets one do about it. */
    readonly detalle: Readonly<Record<string, unknown>> | null = null,
  ) {
    super(message);
    this.name = 'ApiError';
  }
}

/** Nobody answered: no network, no server, or too late. What was asked may have happened or not. */
export class SinRespuestaError extends Error {
  constructor() {
    super('El servidor no responde. Revise la conexión.');
    this.name = 'SinRespuestaError';
  }
}

/** What the window hears when the server answers that this sign-in is locked. */
export const EVENTO_BLOQUEADA = 'kantuta:bloqueada';

/** What the server says besides the body. */
export type ApiAnswer<T> = { data: T; nextCursor: string | null; total: number | null; replayed: boolean };

type Ask = {
  method?: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Sent as JSON, but for a file, which goes as it is. */
  body?: unknown;
  /** The act's UUID: the same one answers the same. */
  clave?: string;
  signal?: AbortSignal;
  /** Milliseconds until `SinRespuestaError`. */
  timeout?: number;
};

/**
 * Calls a route of this product from the browser, with the session's cookie. Throws `ApiError` for a refusal,
 * `SinRespuestaError` when no answer came; an abort by `signal` passes through as it is.
 */
export async function askApi<T>(path: string, ask: Ask = {}): Promise<ApiAnswer<T>> {
  const { method = 'GET', body, clave, signal, timeout = 20_000 } = ask;
  const late = AbortSignal.timeout(timeout);
  let response: Response;
  let text: string;
  try {
    response = await fetch(path, {
      method,
      headers: {
        accept: 'application/json',
        ...(body !== undefined && { 'content-type': contentType(body) }),
        ...(clave && { 'idempotency-key': clave }),
      },
      body: body === undefined ? null : body instanceof Blob ? body : JSON.stringify(body),
      signal: signal ? AbortSignal.any([signal, late]) : late,
      cache: 'no-store',
    });
    text = await response.text();
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new SinRespuestaError();
  }
  const data = parse(text);
  if (!response.ok) {
    const error = refusal(response.status, data);
    if (error instanceof ApiError && error.code === 'sesion_bloqueada')
      window.dispatchEvent(new Event(EVENTO_BLOQUEADA));
    throw error;
  }
  if (data === undefined) throw new SinRespuestaError();
  return {
    data: data as T,
    nextCursor: response.headers.get('x-next-cursor'),
    total: numberOrNull(response.headers.get('x-total-count')),
    replayed: response.headers.get('idempotent-replayed') === 'true',
  };
}

function contentType(body: unknown): string {
  return body instanceof Blob ? body.type || 'application/octet-stream' : 'application/json';
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refusal(status: number, data: unknown): Error {
  // Not our envelope: something between this browser and the server answered in its place.
  if (typeof data !== 'object' || data === null || !('code' in data)) return new SinRespuestaError();
  const { code, message, campos, error_detail: detalle } = data as ErrorEnvelope;
  return new ApiError(status, code, Array.isArray(message) ? message.join(' ') : message, campos ?? {}, detalle);
}

function numberOrNull(text: string | null): number | null {
  return text === null || text === '' || Number.isNaN(Number(text)) ? null : Number(text);
}
