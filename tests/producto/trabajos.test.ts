import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { sqlClient } from '@/db';
import type { Context } from '@/lib/context';
import { env } from '@/lib/env';
import { prepareQueues } from '@/lib/jobs/prepare';
import { confirmarImportacion } from '@/lib/producto/importacion/confirmar';
import { leerImportacion } from '@/lib/producto/queries';
import type { ImportacionDto } from '@/lib/producto/schemas-importacion';
import { verificar } from '@/lib/verificacion/verificar';
import { ctxSistema, nuevaSucursal } from '@/tests/harness/factories';
import { programa, quitarProgramas } from '@/tests/harness/programas';
import { subirYLeer } from './fixtures';

/** The worker as a process of its own, on real queues. */
const JOBS = await programa('workers/jobs.ts');
afterAll(quitarProgramas);

const vivos = new Set<ChildProcess>();
let ctx: Context;

beforeAll(async () => {
  await prepareQueues(env().DATABASE_URL);
  ctx = ctxSistema(await nuevaSucursal());
});

afterEach(() => {
  for (const proceso of vivos) proceso.kill('SIGKILL');
});

function arrancar(): ChildProcess {
  const proceso = spawn(process.execPath, [JOBS], { stdio: 'ignore' });
  vivos.add(proceso);
  proceso.once('exit', () => vivos.delete(proceso));
  return proceso;
}

async function confirmada(filas: number, prefijo: string): Promise<number> {
  const lineas = Array.from({ length: filas }, (_, i) => `${prefijo}${i},Producto ${prefijo} ${i},Otros,5,3,2,1`);
  const texto = ['codigo_barras,nombre,categoria,precio_venta,costo_compra,stock_actual,stock_minimo', ...lineas].join(
    '\n',
  );
  const { id } = await subirYLeer(ctx, Buffer.from(texto));
  await confirmarImportacion(ctx, { id });
  return id;
}

async function hasta(id: number, listo: (i: ImportacionDto) => boolean): Promise<ImportacionDto> {
  for (const limite = Date.now() + 45_000; Date.now() < limite; await sleep(20)) {
    const importacion = await leerImportacion(ctx, { id });
    if (listo(importacion)) return importacion;
  }
  throw new Error('the import did not get there');
}

const creados = async (prefijo: string) =>
  (await sqlClient()`select 1 from producto where codigo_barras like ${`${prefijo}%`}`).length;

test('a worker killed half way leaves nothing, and the next one finishes what it found', async () => {
  const id = await confirmada(5_000, 'K');
  const primero = arrancar();
  await hasta(id, (i) => i.situacion === 'APLICANDO' && i.filas_hechas > 0);
  primero.kill('SIGKILL');
  await once(primero, 'exit');
  expect(await creados('K')).toBe(0);

  arrancar();
  const hecha = await hasta(id, (i) => i.situacion === 'APLICADA');
  expect(hecha.filas_hechas).toBe(5_000);
  expect(await creados('K')).toBe(5_000);
  expect(await verificar(sqlClient())).toEqual([]);
});

test('asked to end, it ends within a few seconds and the import waits for the next', async () => {
  const id = await confirmada(3_000, 'Z');
  const proceso = arrancar();
  await hasta(id, (i) => i.situacion !== 'EN_COLA');
  const desde = Date.now();
  proceso.kill('SIGTERM');
  const [codigo] = await once(proceso, 'exit');
  expect(codigo).toBe(0);
  expect(Date.now() - desde).toBeLessThan(8_000);
  const { situacion } = await leerImportacion(ctx, { id });
  expect(await creados('Z')).toBe(situacion === 'APLICADA' ? 3_000 : 0);
});
