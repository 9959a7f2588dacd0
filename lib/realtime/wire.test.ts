import { describe, expect, it } from 'vitest';
import type { Evento } from './eventos';
import { decodeMensaje, encodeMensajes } from './wire';

const evento = (idSucursal: number, cuantos = 0): Evento => ({
  tema: 'venta',
  idSucursal,
  ids: Array.from({ length: cuantos }, (_, i) => 2_000_000_000 + i),
  n: cuantos,
});

describe('messages between processes', () => {
  it('come back as they went, each event with its own id', () => {
    const eventos = [evento(1, 2), { ...evento(2), idSucursal: null, ids: null }];
    const [mensaje, ...otros] = encodeMensajes(eventos);
    expect(otros).toEqual([]);
    const leidos = decodeMensaje(String(mensaje));
    expect(leidos).toMatchObject(eventos);
    expect(new Set(leidos?.map(({ id }) => id)).size).toBe(2);
  });

  it('never exceed what NOTIFY takes, and lose nothing', () => {
    const eventos = Array.from({ length: 60 }, (_, i) => evento(i, 50));
    const mensajes = encodeMensajes(eventos);
    expect(Math.max(...mensajes.map((m) => Buffer.byteLength(m)))).toBeLessThan(8_000);
    expect(mensajes.flatMap((m) => decodeMensaje(m) ?? [])).toMatchObject(eventos);
  });

  it('that are none of ours are ignored', () => {
    for (const ajeno of ['', 'hola', '{}', '{"id":"1","eventos":[{"tema":"luna","idSucursal":1,"ids":null,"n":1}]}']) {
      expect(decodeMensaje(ajeno)).toBeNull();
    }
    expect(encodeMensajes([])).toEqual([]);
  });
});
