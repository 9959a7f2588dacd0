import type { Refusal } from './refusal';

/** The contract's body for every error. */
export type ErrorEnvelope = {
  statusCode: number;
  timestamp: string;
  path: string;
  code: string;
  message: string | string[];
  error_detail: Readonly<Record<string, unknown>> | null;
  campos: Readonly<Record<string, string>> | null;
  referencia?: string;
};

/** The contract's envelope of a refusal. */
export function errorEnvelope(refusal: Refusal, path: string, ahora = new Date()): ErrorEnvelope {
  const { status, code, message, campos, detalle, referencia } = refusal;
  return {
    statusCode: status,
    timestamp: ahora.toISOString(),
    path,
    code,
    message,
    error_detail: detalle ?? null,
    campos,
    ...(referencia ? { referencia } : {}),
  };
}
