import { expect, test } from 'vitest';
import { sqlClient } from '@/db';
import { cargarDemo } from '@/db/seed/demo/cargar';
import { detectarAlertas } from '@/lib/alerta/detectar';
import { diaDe, finDelDia } from '@/lib/time';
import { verificar } from '@/lib/verificacion/verificar';

/** A Saturday at noon: the three weeks before it are whole. */
const AHORA = new Date('2026-11-21T16:00:00Z');
const DIAS = 21;
const DIA_MS = 86_400_000;

async function ventas(): Promise<number> {
  const [fila] = await sqlClient()<{ ventas: number }[]>`select count(*) as ventas from venta`;
  return fila?.ventas ?? 0;
}

test('a load cut short is taken up where it was, a day later too, and no act happens twice', async () => {
  const cortar = (linea: string) => {
    if (linea.startsWith('día 1 ')) throw new Error('power cut');
  };
  await expect(cargarDemo({ ahora: AHORA, dias: DIAS, decir: cortar })).rejects.toThrow('power cut');
  const alCorte = await ventas();
  expect(alCorte).toBeGreaterThan(20);

  const manana = new Date(AHORA.getTime() + DIA_MS);
  const carga = await cargarDemo({ ahora: manana, dias: DIAS });
  expect(carga.situacion).toBe('continuada');
  expect(carga.ventas).toBeGreaterThan(alCorte);
  expect(await ventas()).toBe(carga.ventas);
  expect(await verificar(sqlClient())).toEqual([]);
  const repetidos = await sqlClient()`select nombre from producto group by nombre having count(*) > 1`;
  expect(repetidos).toHaveLength(0);
});

test('its three weeks of an ordinary shop raise the one alert that was planted, and no other', async () => {
  for (let atras = DIAS; atras >= 0; atras--) {
    const dia = diaDe(new Date(AHORA.getTime() - atras * DIA_MS));
    await detectarAlertas(finDelDia(dia), dia);
  }
  const alertas = await sqlClient()<{ tipo: string; quien: string }[]>`
    select l.tipo, u.email as quien from alerta l join usuario u on u.id = l.id_usuario order by l.id`;
  expect(alertas).toEqual([{ tipo: 'anulaciones', quien: 'operador2@kantuta.bo' }]);
});
