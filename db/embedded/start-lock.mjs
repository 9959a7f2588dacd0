import { createHash } from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { Refusal } from './refusal.mjs';

/** @param {string} home */
function addressOf(home) {
  const name = `kantuta-pos-${createHash('sha256').update(fs.realpathSync(home)).digest('hex').slice(0, 24)}`;
  if (process.platform === 'linux') return `\0${name}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : path.join(os.tmpdir(), `${name}.sock`);
}

/** @param {string} address @returns {Promise<net.Server | null>} */
const tryListen = (address) =>
  new Promise((resolve) => {
    const server = net.createServer((socket) => socket.destroy());
    server.once('error', () => resolve(null)).listen(address, () => resolve(server.unref()));
  });

/** @param {string} address @returns {Promise<boolean>} */
const answers = (address) =>
  new Promise((resolve) => {
    const socket = net.connect(address, () => socket.destroy());
    socket.once('close', (failed) => resolve(!failed)).once('error', () => {});
  });

/**
 * Keeps two launchers from preparing the same folder at once, before there is a database to hold a lock
 * in. It is a local socket's name: the kernel grants it to one process and takes it back when that dies.
 * @param {string} home
 * @returns {Promise<() => void>} the release
 * @throws {Refusal} another start is under way
 */
export async function holdStart(home) {
  const address = addressOf(home);
  let server = await tryListen(address);
  if (!server && !address.startsWith('\0') && !(await answers(address))) {
    fs.rmSync(address, { force: true });
    server = await tryListen(address);
  }
  if (!server) throw new Refusal(`Ya hay otro Kantuta POS arrancando con los datos de ${home}`);
  return () => server.close();
}
