import pino, { type Logger } from 'pino';
import { env } from '@/lib/env';

const SECRETOS = ['password', 'newPassword', 'currentPassword', 'passwordHash', 'password_hash', 'access_token'];
const DE_CABECERA = ['authorization', 'cookie', 'refresh_token', 'token'];
const OCULTOS = [...SECRETOS, ...DE_CABECERA].flatMap((campo) => [campo, `*.${campo}`, `*.*.${campo}`]);

const global = globalThis as typeof globalThis & { __kantutaLog?: Logger };

/** The process's log: one JSON object a line, secrets replaced by `[oculto]`. Created at first use, level `LOG_LEVEL`. */
export function log(): Logger {
  global.__kantutaLog ??= pino({ level: env().LOG_LEVEL, redact: { paths: OCULTOS, censor: '[oculto]' } });
  return global.__kantutaLog;
}
