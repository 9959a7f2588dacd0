import { expect } from 'vitest';
import { ErrorApi } from '@/lib/api/modelos/operacion';
import { type Respuesta, textoDe } from './servidas';

/** What must never reach a client: a stack, a path of ours, SQL, the driver's or the schema library's own words. */
const FUGAS = [
  /\bat \w+ \(|\.(?:ts|js|mjs):\d+|node_modules|\/work\//,
  /\b(?:select|insert into|update \w+ set|delete from)\b.+\b(?:from|values|where)\b/i,
  /violates|relation "|syntax error|PostgresError|DrizzleQueryError|ZodError|TypeError|out of range for type/,
  /Invalid input|expected \w+, received|Unrecognized key|Required\b|Too (?:big|small)/,
  /\[object Object\]|\bundefined\b|\bNaN\b(?! )/,
];

/** Longer than any honest list of sentences: a bad request must not buy a huge answer. */
const MAXIMO = 8_000;

/**
 * Checks that an answer is a refusal in the contract's envelope: its own status and path, Spanish sentences, no leak.
 * `enviado` is what the caller wrote, which a sentence may name.
 */
export function esperarSobre(respuesta: Respuesta, path: string, enviado: unknown = null): void {
  const { status, json, headers } = respuesta;
  // The path is the caller's own text.
  const texto = respuesta.texto.replace(JSON.stringify(path), '""');
  expect(texto.length).toBeLessThan(MAXIMO);
  expect([status >= 400 && status < 500, status, status < 500 ? '' : texto]).toEqual([true, status, '']);
  const leido = ErrorApi.safeParse(json);
  expect([leido.error, texto && '']).toEqual([undefined, '']);
  if (!leido.success) return;
  const { statusCode, timestamp, message, code, referencia } = leido.data;
  expect([statusCode, leido.data.path, referencia]).toEqual([status, path, undefined]);
  expect(Math.abs(Date.parse(timestamp) - Date.now())).toBeLessThan(60_000);
  expect(code).toMatch(/^[a-z_]+$/);
  const frases = [message].flat();
  expect(frases.length).toBeGreaterThan(0);
  for (const frase of frases) expect(frase).toMatch(/^\S.*\.$/su);
  for (const fuga of FUGAS.filter((f) => f.test(texto)))
    if (!fuga.test(dicho(enviado))) expect(texto).not.toMatch(fuga);
  expect(headers.get('content-type')).toContain('application/json');
  if (status === 401) expect(headers.get('www-authenticate')).toBe('Bearer');
}

/** All that a caller wrote, as text. */
const dicho = (enviado: unknown) =>
  `${JSON.stringify(enviado)} ${Object.values(enviado ?? {})
    .map(textoDe)
    .join(' ')}`;
