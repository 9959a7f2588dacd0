import { describe, expect, it } from 'vitest';
import { aspectoDe } from './aspecto';

const MINUTO = 60_000;
const AHORA = 100 * MINUTO;

describe('what the chip says', () => {
  const salida = { pendientes: 2, observados: 0, masAntiguo: AHORA - 10 * MINUTO };
  const vacia = { pendientes: 0, observados: 0, masAntiguo: null };

  it('counts the notes that wait beside the outbox as the rest, since the oldest of all', () => {
    const de = (cuantas: number, minutos: number | null) =>
      aspectoDe({ conexion: 'sin_conexion', falla: null, salida }, AHORA, {
        cuantas,
        desde: minutos === null ? null : AHORA - minutos * MINUTO,
      }).texto;
    expect(de(0, null)).toBe('Sin conexión · 2 por enviar · 10 min');
    expect(de(3, 5)).toBe('Sin conexión · 5 por enviar · 10 min');
    expect(de(3, 20)).toBe('Sin conexión · 5 por enviar · 20 min');
  });

  it('is in line only when nothing has been waiting for a while', () => {
    const de = (desde: number | null) =>
      aspectoDe({ conexion: 'en_linea', falla: null, salida: vacia }, AHORA, {
        cuantas: desde === null ? 0 : 1,
        desde,
      });
    expect(de(null)).toEqual({ tone: 'hecho', texto: 'En línea' });
    expect(de(AHORA - 1_000).texto).toBe('En línea');
    expect(de(AHORA - 5 * MINUTO)).toEqual({ tone: 'aviso', texto: 'En línea · 1 por enviar · 5 min' });
  });
});
