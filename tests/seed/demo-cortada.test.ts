import { expect, test } from 'vitest';
import { sqlClient } from '@/db';
import { cargarDemo } from '@/db/seed/demo/cargar';
import { verificar } from '@/lib/verificacion/verificar';

const ahora = new Date('2026-11-24T15:00:00Z');

async function ventas(): Promise<number> {
  const [fila] = await sqlClient()<{ ventas: number }[]>`select count(*) as ventas from venta`;
  return fila?.ventas ?? 0;
}

test('a load cut short is taken up where it was, a day later too, and no act happens twice', async () => {
  const cortar = (linea: string) => {
    if (linea.startsWith('día 1')) throw new Error('power cut');
  };
  await expect(cargarDemo({ ahora, dias: 2, decir: cortar })).rejects.toThrow('power cut');
  const alCorte = await ventas();
  expect(alCorte).toBeGreaterThan(20);

  const manana = new Date(ahora.getTime() + 86_400_000);
  const carga = await cargarDemo({ ahora: manana, dias: 21 });
  expect(carga.situacion).toBe('continuada');
  expect(carga.ventas).toBeGreaterThan(alCorte);
  expect(await ventas()).toBe(carga.ventas);
  expect(await verificar(sqlClient())).toEqual([]);
  const repetidos = await sqlClient()`select nombre from producto group by nombre having count(*) > 1`;
  expect(repetidos).toHaveLength(0);
});
