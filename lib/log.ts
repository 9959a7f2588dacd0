import pino, { type Logger } from 'pino';
import { env } from '@/lib/env';
import { processWide } from '@/lib/process-wide';

const SECRETOS = ['password', 'newPassword', 'currentPassword', 'passwordHash', 'password_hash', 'access_token'];
const DE_CABECERA = ['authorization', 'cookie', '["set-cookie"]', 'refresh_token', 'token'];
const DE_PERSONA = [
  'pin',
  'pin_hash',
  'codigo',
  'codigos',
  'desafio',
  'secreto',
  'totp_secreto',
  'pimienta',
  'smtp_url',
];
const OCULTOS = [...SECRETOS, ...DE_CABECERA, ...DE_PERSONA].flatMap((campo) => {
  const paso = campo.startsWith('[') ? campo : `.${campo}`;
  return [campo, `*${paso}`, `*.*${paso}`];
});

/** The process's log: one JSON object a line, secrets replaced by `[oculto]`. Created at first use, level `LOG_LEVEL`. */
export function log(): Logger {
  return processWide('log', () => pino({ level: env().LOG_LEVEL, redact: { paths: OCULTOS, censor: '[oculto]' } }));
}
