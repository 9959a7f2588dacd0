import { spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { aboutHttps, openHttps, readHttps } from './https.mjs';

const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'kantuta-https-'));
afterAll(() => fs.rmSync(dir, { recursive: true, force: true }));
const sinOpenssl = spawnSync('openssl', ['version']).status !== 0;

const env = (values: Record<string, string>): NodeJS.ProcessEnv => ({ NODE_ENV: 'test', ...values });

describe('what was asked for', () => {
  it('nothing unless it is said; a certificate given says it', () => {
    expect(readHttps(env({}))).toBeNull();
    expect(readHttps(env({ HTTPS: '', CERTIFICADO: '' }))).toBeNull();
    expect(readHttps(env({ HTTPS: '1' }))).toEqual({ port: 3443 });
    const given = { CERTIFICADO: '/a.pem', CLAVE_CERTIFICADO: '/b.pem', HTTPS_PORT: '8443' };
    expect(readHttps(env(given))).toEqual({ port: 8443, given: { cert: '/a.pem', key: '/b.pem' } });
    expect(readHttps(env({ ...given, HTTPS: '0' }))).toBeNull();
  });

  it.each([
    [{ HTTPS: 'si' }, 'HTTPS debe ser 1 o 0'],
    [{ CERTIFICADO: '/a.pem' }, 'CERTIFICADO y CLAVE_CERTIFICADO van juntos'],
    [{ HTTPS: '1', HTTPS_PORT: '0' }, 'HTTPS_PORT no es un puerto válido: 0'],
    [{ HTTPS: '1', HTTPS_PORT: '3000' }, 'HTTPS_PORT no es un puerto válido: 3000'],
  ])('%o is refused in a sentence', (values, sentence) => {
    expect(() => readHttps(env(values))).toThrow(sentence);
  });
});

describe.skipIf(sinOpenssl)('a certificate of its own', () => {
  it('is made once for this machine’s names, closed to others, and its fingerprint is told', () => {
    const made = openHttps({ port: 3443 }, dir);
    expect(made.selfMade).toBe(true);
    expect(fs.statSync(made.key).mode & 0o077).toBe(0);
    const { subjectAltName } = new X509Certificate(fs.readFileSync(made.cert));
    expect(subjectAltName).toContain('DNS:localhost');
    expect(subjectAltName).toContain('IP Address:127.0.0.1');
    expect(openHttps({ port: 3443 }, dir)).toEqual(made);
    const about = aboutHttps(made, ['localhost']).join('\n');
    expect(about).toContain('https://localhost:3443');
    expect(about).toContain('el navegador avisa');
  });

  it('one given is used as it is; with the key of another it is refused', () => {
    const mine = openHttps({ port: 1 }, dir);
    const other = openHttps({ port: 1 }, path.join(dir, 'otra'));
    const given = { cert: mine.cert, key: mine.key };
    expect(openHttps({ port: 1, given }, dir)).toMatchObject({ ...given, selfMade: false });
    expect(() => openHttps({ port: 1, given: { ...given, key: other.key } }, dir)).toThrow(/^No se puede usar/);
    expect(() => openHttps({ port: 1, given: { ...given, key: '/no/hay' } }, dir)).toThrow(/^No se puede usar/);
  });
});
