import { describe, expect, it } from 'vitest';
import type { EstadoLocal } from '@/lib/offline/local';
import { aspectoDe } from './aspecto';

const MINUTO = 60_000;
const AHORA = 100 * MINUTO;

describe('what the chip says', () => {
  const vacia = { pendientes: 0, observados: 0, masAntiguo: null };
  const salida = { pendientes: 2, observados: 0, masAntiguo: AHORA - 10 * MINUTO };

  it('counts the notes that wait beside the outbox as the rest, since the oldest of all', () => {
    const de = (cuantas: number, minutos: number | null) =>
      aspectoDe({ conexion: 'sin_conexion', falla: null, salida }, AHORA, {
        cuantas,
        desde: minutos === null ? null : AHORA - minutos * MINUTO,
      });
    const sinConexion = { tone: 'falta', estado: 'Sin conexión' };
    expect(de(0, null)).toEqual({ ...sinConexion, detalle: '2 por enviar · 10 min' });
    expect(de(3, 5)).toEqual({ ...sinConexion, detalle: '5 por enviar · 10 min' });
    expect(de(3, 20)).toEqual({ ...sinConexion, detalle: '5 por enviar · 20 min' });
  });

  it('is in line only when nothing has been waiting for a while', () => {
    const de = (desde: number | null) =>
      aspectoDe({ conexion: 'en_linea', falla: null, salida: vacia }, AHORA, {
        cuantas: desde === null ? 0 : 1,
        desde,
      });
    const enLinea = { tone: 'hecho', estado: 'En línea', detalle: null };
    expect(de(null)).toEqual(enLinea);
    expect(de(AHORA - 1_000)).toEqual(enLinea);
    expect(de(AHORA - 5 * MINUTO)).toEqual({ tone: 'aviso', estado: 'En línea', detalle: '1 por enviar · 5 min' });
  });

  it('says with each state what waits, and nothing beside it when nothing does', () => {
    const de = (conexion: EstadoLocal['conexion'], mas: object = {}) =>
      aspectoDe({ conexion, falla: null, salida: vacia, ...mas }, AHORA);
    expect(de('sin_conexion')).toEqual({ tone: 'falta', estado: 'Sin conexión', detalle: null });
    expect(de('sin_sesion')).toEqual({ tone: 'aviso', estado: 'Sesión terminada', detalle: null });
    expect(de('conectando')).toEqual({ tone: 'neutro', estado: 'Conectando…', detalle: null });
    const esperan = '2 por enviar · 10 min';
    expect(de('sin_sesion', { salida })).toEqual({ tone: 'aviso', estado: 'Sesión terminada', detalle: esperan });
    expect(de('conectando', { salida })).toEqual({ tone: 'neutro', estado: 'Conectando…', detalle: esperan });
  });

  it('puts what somebody must look at before what only waits', () => {
    const conDos = { ...salida, observados: 1 };
    expect(aspectoDe({ conexion: 'en_linea', falla: null, salida: conDos }, AHORA)).toEqual({
      tone: 'falta',
      estado: 'En línea',
      detalle: '1 por revisar',
    });
    expect(aspectoDe({ conexion: 'en_linea', falla: 'lleno', salida: conDos }, AHORA)).toEqual({
      tone: 'falta',
      estado: 'Disco lleno',
      detalle: null,
    });
  });
});
