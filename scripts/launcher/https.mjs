import { spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { createSecureContext } from 'node:tls';
import { Refusal } from '../../db/embedded/refusal.mjs';

const DAYS = 825;
const RENEW_BEFORE_MS = 30 * 86_400_000;

/**
 * HTTPS as it was asked for: its port, and the certificate and key given, if any.
 * @typedef {{ port: number, given?: { cert: string, key: string } }} HttpsOptions
 * @typedef {{ port: number, cert: string, key: string, fingerprint: string, selfMade: boolean }} Https ready to serve
 */

/**
 * What HTTPS, HTTPS_PORT, CERTIFICADO and CLAVE_CERTIFICADO ask for; null for plain http alone.
 * @param {NodeJS.ProcessEnv} env
 * @returns {HttpsOptions | null}
 * @throws {Refusal} half a certificate, a port that is not one or is the plain one's
 */
export function readHttps(env) {
  const { CERTIFICADO: cert, CLAVE_CERTIFICADO: key } = env;
  if (env.HTTPS && !['0', '1'].includes(env.HTTPS)) throw new Refusal('HTTPS debe ser 1 o 0');
  if (Boolean(cert) !== Boolean(key)) {
    throw new Refusal('CERTIFICADO y CLAVE_CERTIFICADO van juntos: los archivos PEM del certificado y de su clave');
  }
  if (env.HTTPS === '0' || (!env.HTTPS && !cert)) return null;
  const port = Number(env.HTTPS_PORT || 3443);
  if (!Number.isInteger(port) || port < 1 || port > 65_535 || port === Number(env.PORT || 3000)) {
    throw new Refusal(`HTTPS_PORT no es un puerto válido: ${port}`);
  }
  return { port, ...(cert && key ? { given: { cert, key } } : {}) };
}

/**
 * HTTPS ready to serve: the files of its certificate, and the fingerprint. A self-made one is kept beside the data and lasts until a
 * month before it expires.
 * @param {HttpsOptions} options
 * @param {string} home
 * @returns {Https}
 * @throws {Refusal} it cannot be read, its key is another's, or there is nothing to make one with
 */
export function openHttps({ port, given }, home) {
  const { cert, key } = given ?? selfMade(path.join(home, 'https'));
  try {
    const pem = fs.readFileSync(cert);
    createSecureContext({ cert: pem, key: fs.readFileSync(key) });
    return { port, cert, key, fingerprint: new X509Certificate(pem).fingerprint256, selfMade: !given };
  } catch (error) {
    throw new Refusal(
      `No se puede usar el certificado ${cert} con la clave ${key}: ${/** @type {Error} */ (error).message}`,
    );
  }
}

/** @param {string} dir */
function selfMade(dir) {
  const files = { cert: path.join(dir, 'certificado.pem'), key: path.join(dir, 'clave.pem') };
  if (stillGood(files.cert)) return files;
  fs.mkdirSync(dir, { recursive: true, mode: 0o700 });
  const names = ['localhost', os.hostname(), '127.0.0.1', ...localNetwork()];
  const alternatives = names.map((name) => `${net.isIP(name) ? 'IP' : 'DNS'}:${name}`).join(',');
  const draft = path.join(dir, 'nuevo');
  const request = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const about = ['-days', String(DAYS), '-subj', '/CN=Kantuta POS', '-addext', `subjectAltName=${alternatives}`];
  const uses = ['-addext', 'extendedKeyUsage=serverAuth'];
  const made = spawnSync('openssl', [...request, ...about, ...uses, '-keyout', `${draft}.clave`, '-out', draft], {
    encoding: 'utf8',
  });
  if (made.status !== 0) {
    const why = made.error ? 'falta el programa openssl' : made.stderr.trim().split('\n').at(-1);
    throw new Refusal(
      `No se pudo hacer un certificado (${why}): instalar openssl, o dar uno con CERTIFICADO y CLAVE_CERTIFICADO`,
    );
  }
  fs.chmodSync(`${draft}.clave`, 0o600);
  fs.renameSync(`${draft}.clave`, files.key);
  fs.renameSync(draft, files.cert);
  return files;
}

/** @param {string} cert */
function stillGood(cert) {
  try {
    return Date.parse(new X509Certificate(fs.readFileSync(cert)).validTo) - Date.now() > RENEW_BEFORE_MS;
  } catch {
    return false;
  }
}

/** The IPv4 addresses of this machine in its networks. */
export function localNetwork() {
  const all = Object.values(os.networkInterfaces()).flatMap((list) => list ?? []);
  return all.filter((one) => one.family === 'IPv4' && !one.internal).map((one) => one.address);
}

/**
 * What the door reads (`https-proxy.mjs`).
 * @param {Https} https
 * @param {{ host: string, port: number }} outside where people come by plain http
 * @param {number} web the web server's port on loopback
 * @returns {Record<string, string>}
 */
export function doorEnvironment({ port, cert, key }, outside, web) {
  return {
    PUERTA_WEB: String(web),
    PUERTA_HOST: outside.host,
    PUERTA_HTTP: String(outside.port),
    PUERTA_HTTPS: String(port),
    PUERTA_CERTIFICADO: cert,
    PUERTA_CLAVE: key,
  };
}

/**
 * What the person needs to know of it.
 * @param {Https} https
 * @param {string[]} names of this machine
 */
export function aboutHttps({ port, fingerprint, selfMade }, names) {
  const lines = ['', ...names.map((name) => `  con HTTPS:           https://${name}:${port}`)];
  lines.push('  Huella SHA-256 del certificado:');
  lines.push(`    ${fingerprint.slice(0, 47)}`, `    ${fingerprint.slice(48)}`);
  if (selfMade) {
    lines.push(
      '  Lo hizo esta máquina: la primera vez el navegador avisa que no lo conoce. Comparar la huella y aceptarlo.',
    );
  }
  return lines;
}
