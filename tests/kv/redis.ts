import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { REDIS_PLACES } from '@/scripts/testing/redis.mjs';

const PROGRAMA = REDIS_PLACES.find((lugar) => existsSync(lugar)) ?? '';

/** Whether this machine has a Redis; `npm test` installs it when it can. */
export const hayRedis = PROGRAMA !== '';

/** A Redis of this test's own. */
export type RedisDePrueba = { url: string; puerto: number; detener(): Promise<void> };

/** Starts a Redis that keeps nothing, on loopback and a free port unless one is given; resolves once it answers. */
export async function startRedis(puerto?: number): Promise<RedisDePrueba> {
  const port = puerto ?? (await puertoLibre());
  const dir = mkdtempSync(path.join(process.env.TEST_DIR ?? os.tmpdir(), 'kantuta-redis-'));
  const opciones = ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', dir];
  const proceso = spawn(PROGRAMA, opciones, { stdio: 'ignore' });
  const url = `redis://127.0.0.1:${port}`;
  await answers(url);
  return { url, puerto: port, detener: () => end(proceso, dir) };
}

async function answers(url: string): Promise<void> {
  const sonda = new Redis(url, { maxRetriesPerRequest: null, retryStrategy: () => 50 });
  sonda.on('error', () => {});
  await sonda.ping();
  sonda.disconnect();
}

async function end(proceso: ChildProcess, dir: string): Promise<void> {
  const fin = new Promise((resolve) => proceso.once('exit', resolve));
  proceso.kill('SIGKILL');
  await Promise.race([fin, sleep(5_000)]);
  rmSync(dir, { recursive: true, force: true });
}

/** A port of loopback where nobody listens. */
export async function puertoLibre(): Promise<number> {
  const { puerto, detener } = await escuchar(() => {});
  await detener();
  return puerto;
}

/** A server that takes connections and does with them what it is told; by default never answers. */
export async function escuchar(alConectar: (socket: Socket) => void = () => {}) {
  const sockets = new Set<Socket>();
  const servidor: Server = createServer((socket) => {
    sockets.add(socket);
    alConectar(socket);
  });
  await new Promise<void>((resolve) => servidor.listen(0, '127.0.0.1', resolve));
  const direccion = servidor.address();
  if (direccion === null || typeof direccion === 'string') throw new Error('the server has no port');
  const detener = () => {
    for (const socket of sockets) socket.destroy();
    return new Promise<void>((resolve) => servidor.close(() => resolve()));
  };
  return { puerto: direccion.port, detener };
}
