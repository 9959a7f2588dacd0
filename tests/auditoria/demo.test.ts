import { beforeAll, expect, it } from 'vitest';
import { sqlClient } from '@/db';
import { cargarDemo } from '@/db/seed/demo/cargar';
import { detectarAlertas } from '@/lib/alerta/detectar';
import { diaDe, finDelDia } from '@/lib/time';

/** A Saturday at noon: the three weeks before it are whole. */
const AHORA = new Date('2026-11-21T16:00:00Z');
const DIA_MS = 86_400_000;

beforeAll(async () => {
  await cargarDemo({ ahora: AHORA, dias: 21 });
}, 240_000);

it('three weeks of an ordinary shop raise the one alert that was planted, and no other', async () => {
  for (let atras = 21; atras >= 0; atras--) {
    const dia = diaDe(new Date(AHORA.getTime() - atras * DIA_MS));
    await detectarAlertas(finDelDia(dia), dia);
  }
  const alertas = await sqlClient()<{ tipo: string; quien: string }[]>`
    select l.tipo, u.email as quien from alerta l join usuario u on u.id = l.id_usuario order by l.id`;
  expect(alertas).toEqual([{ tipo: 'anulaciones', quien: 'operador2@kantuta.bo' }]);
});
