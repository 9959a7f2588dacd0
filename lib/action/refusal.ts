import { randomBytes } from 'node:crypto';
import { ZodError } from 'zod';
import { sqlState } from '@/db/errors';
import { AppError } from '@/lib/errors';
import { log } from '@/lib/log';
import { sentencesOf } from './zod-sentences';

/** Any failure, reduced to what the outside may know of it. */
export type Refusal = {
  status: number;
  code: string;
  message: string | string[];
  campos: Readonly<Record<string, string>> | null;
  /** Only for the unexpected: the same text is in the log. */
  referencia?: string;
  /** What the refusal lets one do about it. */
  detalle?: Readonly<Record<string, unknown>>;
  /** Seconds to wait before trying again, for `Retry-After`. */
  reintentarEnS?: number;
};

const SIN_BASE = new Set([
  'sin_base',
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'ETIMEDOUT',
  'CONNECT_TIMEOUT',
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
]);
const BASE_CAIDA = new Set(['57P01', '57P02', '57P03', '53300', '08000', '08003', '08006']);
const DISCO_LLENO = '53100';
const OCUPADA = new Set(['40001', '40P01', '55P03']);

/**
 * Turns anything thrown into a refusal. Expected errors keep their sentence; a database that does not answer is 503;
 * the rest is a 500 with a reference, logged whole under it. Never returns a stack, SQL or a parameter.
 */
export function refusalOf(error: unknown, donde: { requestId: string; donde: string }): Refusal {
  if (error instanceof AppError) {
    const { status, code, message, campos, detalle } = error;
    const espera = 'reintentarEnS' in error && typeof error.reintentarEnS === 'number' ? error.reintentarEnS : null;
    return {
      status,
      code,
      message,
      campos,
      ...(detalle === null ? {} : { detalle }),
      ...(espera === null ? {} : { reintentarEnS: espera }),
    };
  }
  if (error instanceof ZodError) {
    const { mensajes, campos } = sentencesOf(error);
    return { status: 400, code: 'validacion', message: mensajes, campos };
  }
  const estado = sqlState(error);
  if (estado === '22021' || estado === '22P05') {
    return {
      status: 400,
      code: 'validacion',
      message: ['Un texto tiene caracteres que no se pueden guardar.'],
      campos: null,
    };
  }
  const referencia = randomBytes(4).toString('hex').toUpperCase();
  log().error({ ...donde, referencia, err: error }, 'unexpected error');
  if ((estado && BASE_CAIDA.has(estado)) || unreachable(error)) {
    const message = 'La base de datos no responde. Intente de nuevo en un momento.';
    return { status: 503, code: 'sin_base', message, campos: null, referencia };
  }
  if (estado === DISCO_LLENO) {
    const message = 'El disco del servidor está lleno. No se guardó nada; avise a quien cuida la máquina.';
    return { status: 503, code: 'disco_lleno', message, campos: null, referencia };
  }
  if (estado && OCUPADA.has(estado)) {
    const message = 'Hay demasiadas operaciones a la vez. Intente de nuevo.';
    return { status: 503, code: 'ocupado', message, campos: null, referencia };
  }
  const message = `Algo salió mal y quedó anotado. Referencia: ${referencia}.`;
  return { status: 500, code: 'interno', message, campos: null, referencia };
}

function unreachable(error: unknown): boolean {
  for (let e = error, i = 0; e instanceof Error && i < 5; e = e.cause, i++) {
    const { code } = e as { code?: unknown };
    if (typeof code === 'string' && SIN_BASE.has(code)) return true;
    if (e instanceof AggregateError && e.errors.some(unreachable)) return true;
  }
  return false;
}
