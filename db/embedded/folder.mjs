import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { canEnter, giveTo, serverAccount } from './account.mjs';
import { DURABLE_ROOT } from './binaries.mjs';
import { Refusal } from './refusal.mjs';

/**
 * One shop's data: `pg` is PostgreSQL's own directory, `keyFile` its password. A key file says that
 * a shop lived here; it is written only after its database exists.
 * @typedef {{ home: string, pg: string, keyFile: string, log: string, account: import('./account.mjs').Account }} Folder
 */

/**
 * @param {string} home
 * @param {import('./account.mjs').Account} [account]
 * @returns {Folder}
 */
function folderAt(home, account) {
  const pg = path.join(home, 'pg');
  const at = (/** @type {string} */ name) => path.join(home, name);
  return { home, pg, keyFile: at('clave'), log: at('postgres.log'), account: account ?? serverAccount(pg) };
}

/** @param {string} dir */
function makeOpen(dir) {
  if (fs.existsSync(dir)) return;
  try {
    fs.mkdirSync(dir, { recursive: true });
    fs.chmodSync(dir, 0o755);
  } catch (error) {
    throw new Refusal(
      `No se puede crear la carpeta de datos ${dir} (${/** @type {NodeJS.ErrnoException} */ (error).code})`,
    );
  }
}

/**
 * Finds the folder that really holds the data asked for at `dir`, creating it if there is none. When
 * PostgreSQL's account cannot enter `dir`, the data lives in a durable folder and `dir/lugar` says which,
 * so that moving the checkout does not lose the shop.
 * @param {string} dir
 * @param {{ fixed?: boolean }} [o] fixed: the person chose `dir`; refuse instead of going elsewhere
 * @returns {Folder}
 * @throws {Refusal} unreachable, unwritable, or the folder that `lugar` names is gone
 */
export function openFolder(dir, { fixed = false } = {}) {
  const asked = path.resolve(dir);
  const known = readPlace(asked);
  if (known) return known;
  makeOpen(asked);
  const here = folderAt(asked);
  if (canEnter(asked, here.account)) return here;
  if (fixed || fs.existsSync(here.keyFile) || fs.existsSync(here.pg)) {
    throw new Refusal(
      `La cuenta ${here.account.name} de PostgreSQL no puede entrar en ${asked}: dar permiso de paso (chmod o+x) a sus carpetas`,
    );
  }
  const hash = createHash('sha256').update(asked).digest('hex').slice(0, 16);
  const elsewhere = path.join(DURABLE_ROOT, hash);
  makeOpen(DURABLE_ROOT);
  makeOpen(elsewhere);
  fs.writeFileSync(path.join(asked, 'lugar'), `${elsewhere}\n`);
  return folderAt(elsewhere);
}

/**
 * The folder of data that exist already, or null; never creates anything.
 * @param {string} dir
 * @returns {Folder | null}
 */
export function findFolder(dir) {
  const asked = path.resolve(dir);
  return readPlace(asked) ?? (fs.existsSync(path.join(asked, 'pg')) ? folderAt(asked) : null);
}

/** @param {string} asked */
function readPlace(asked) {
  const note = path.join(asked, 'lugar');
  if (!fs.existsSync(note)) return null;
  const place = fs.readFileSync(note, 'utf8').trim();
  if (!fs.existsSync(place)) {
    throw new Refusal(
      `Los datos de esta tienda están en ${place}, que ya no existe: restaurar la copia de seguridad; no se creó ninguna base nueva`,
    );
  }
  return folderAt(place);
}

/**
 * The superuser's password of an existing database.
 * @param {Folder} folder
 * @throws {Refusal} missing, or owned by somebody else
 */
export function readKey({ keyFile }) {
  try {
    return fs.readFileSync(keyFile, 'utf8').trim();
  } catch (error) {
    const missing = /** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT';
    throw new Refusal(
      missing
        ? `Falta el archivo ${keyFile}, la clave de la base: restaurarlo de la copia de seguridad`
        : `Los datos de ${path.dirname(keyFile)} son de otra cuenta del sistema: abrirlos con ella`,
    );
  }
}

/**
 * Makes the database once. It is prepared under another name and takes its own in two renames, so a
 * cut at any moment leaves either nothing or a whole database with its key.
 * @param {Folder} folder
 * @param {(pgData: string, passwordFile: string) => Promise<void>} initdb
 * @throws {Refusal} a key file says that a shop existed and its database is not there
 */
export async function ensureDatabase(folder, initdb) {
  const draft = `${folder.pg}.nueva`;
  const draftKey = `${folder.keyFile}.nueva`;
  if (fs.existsSync(folder.pg)) {
    if (!fs.existsSync(folder.keyFile) && fs.existsSync(draftKey)) fs.renameSync(draftKey, folder.keyFile);
    return;
  }
  if (fs.existsSync(folder.keyFile)) {
    throw new Refusal(
      `En ${folder.home} hubo una tienda y falta su base (${folder.pg}): restaurar la copia de seguridad; no se creó ninguna base nueva`,
    );
  }
  fs.rmSync(draft, { recursive: true, force: true });
  fs.rmSync(draftKey, { force: true });
  const password = randomBytes(24).toString('base64url');
  fs.writeFileSync(draftKey, `${password}\n`, { mode: 0o600 });
  const passwordFile = `${draftKey}.tmp`;
  fs.writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  try {
    giveTo(passwordFile, folder.account);
    fs.mkdirSync(draft, { mode: 0o700 });
    giveTo(draft, folder.account);
    await initdb(draft, passwordFile);
  } finally {
    fs.rmSync(passwordFile, { force: true });
  }
  fs.renameSync(draft, folder.pg);
  fs.renameSync(draftKey, folder.keyFile);
}
