import fs from 'node:fs';
import path from 'node:path';
import { locateBinaries } from './embedded/binaries.mjs';
import { connect, findRunning, holdData, urlOf } from './embedded/connect.mjs';
import { ensureDatabase, findFolder, openFolder, readKey } from './embedded/folder.mjs';
import { Refusal } from './embedded/refusal.mjs';
import { initdb, launchServer, stopServer } from './embedded/server.mjs';
import { holdStart } from './embedded/start-lock.mjs';

/**
 * The PostgreSQL that npm brings, run over a shop's own folder. This is plain JavaScript because the
 * launcher uses it before anything is built.
 */

/**
 * A server of ours. `exited` settles when it ends or its connection is lost; `home` is where the data really are.
 * @typedef {{ home: string, port: number, pid: number, adopted: boolean, url: (database: string) => string,
 *   exited: Promise<void>, stop: () => Promise<void> }} Embedded
 */

/**
 * Starts PostgreSQL over a data folder, creating its database the first time, or adopts the server that a
 * killed launcher left running there; either way the data are held for this process until `stop`.
 * @param {object} o
 * @param {string} o.dir the data folder
 * @param {boolean} [o.fixed] the person chose `dir`: never go elsewhere
 * @param {number} [o.port] default: any free one
 * @param {Record<string, string>} [o.settings] PostgreSQL settings over the till's
 * @param {string} [o.bin] another PostgreSQL's `bin` folder
 * @returns {Promise<Embedded>}
 * @throws {Refusal} in use by another launcher, of another major version, incomplete, or unreachable
 */
export async function startEmbedded({ dir, fixed, port, settings, bin: given }) {
  const folder = openFolder(dir, { fixed });
  const releaseStart = await holdStart(folder.home);
  try {
    const { bin, major } = locateBinaries(folder.account, given);
    await ensureDatabase(folder, (pgData, passwordFile) =>
      initdb(bin, folder.account, pgData, passwordFile, settings?.fsync !== 'off'),
    );
    const password = readKey(folder);
    checkVersion(folder.pg, major);
    const running = await findRunning(folder.pg, password);
    const server = running ?? (await launchServer({ bin, folder, port, settings }));
    const lost = deferred();
    const release = await holdData(urlOf(server.port, password), () => lost.resolve());
    if (!release) {
      throw new Refusal(
        `Ya hay otro Kantuta POS en marcha con los datos de ${folder.home}: cerrarlo primero, o usar otra carpeta con DATOS_DIR`,
      );
    }
    return {
      home: folder.home,
      port: server.port,
      pid: server.pid,
      adopted: running !== null,
      url: (database) => urlOf(server.port, password, database),
      exited: 'exited' in server ? Promise.race([server.exited, lost.promise]) : lost.promise,
      async stop() {
        await release();
        await stopServer(bin, folder);
      },
    };
  } finally {
    releaseStart();
  }
}

/**
 * The server that already serves a data folder, verified, or null. Nothing is started, created or held.
 * @param {string} dir
 * @returns {Promise<{ home: string, url: (database: string) => string } | null>}
 */
export async function findEmbedded(dir) {
  const folder = findFolder(dir);
  if (!folder || !fs.existsSync(folder.keyFile)) return null;
  const password = readKey(folder);
  const running = await findRunning(folder.pg, password);
  return running && { home: folder.home, url: (database) => urlOf(running.port, password, database) };
}

/**
 * Creates the database a URL names if its server does not have it.
 * @param {string} url
 * @throws {Refusal} the server does not answer or the account may not create it
 */
export async function ensureDatabaseOf(url) {
  const sql = await connect(url);
  try {
    await sql`select 1`;
  } catch (error) {
    const { code, message } = /** @type {Error & { code?: string }} */ (error);
    if (code !== '3D000') throw new Refusal(`PostgreSQL no aceptó la conexión de DATABASE_URL: ${message}`);
    await createDatabase(url);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** @param {string} url */
async function createDatabase(url) {
  const name = decodeURIComponent(new URL(url).pathname.slice(1));
  const admin = await connect(Object.assign(new URL(url), { pathname: '/postgres' }).href);
  try {
    await admin`create database ${admin(name)} encoding 'UTF8' template template0`;
  } catch (error) {
    throw new Refusal(`Falta la base «${name}» y no se pudo crear: ${/** @type {Error} */ (error).message}`);
  } finally {
    await admin.end({ timeout: 1 });
  }
}

/**
 * @param {string} pgData
 * @param {number} major
 */
function checkVersion(pgData, major) {
  const file = path.join(pgData, 'PG_VERSION');
  if (!fs.existsSync(file)) throw new Refusal(`La base de ${pgData} está incompleta: restaurar la copia de seguridad`);
  const stored = Number.parseInt(fs.readFileSync(file, 'utf8'), 10);
  if (stored === major) return;
  throw new Refusal(
    `Los datos de ${pgData} son de PostgreSQL ${stored} y este programa trae PostgreSQL ${major}: exportarlos con la versión ${stored} (pg_dump) e importarlos en una carpeta nueva; no se tocó nada`,
  );
}

function deferred() {
  /** @type {(value: void) => void} */
  let resolve = () => {};
  const promise = new Promise((/** @type {(value: void) => void} */ done) => {
    resolve = done;
  });
  return { promise, resolve };
}
