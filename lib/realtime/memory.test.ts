import { describe, expect, it } from 'vitest';
import type { EventoNumerado } from './eventos';
import { Memory } from './memory';

const evento = (id: string): EventoNumerado => ({ id, tema: 'venta', idSucursal: 1, ids: null, n: 1 });
const ids = (eventos: EventoNumerado[] | null) => eventos?.map(({ id }) => id) ?? null;

describe('Memory', () => {
  it('goes on from any event it still holds, and from its start', () => {
    const memoria = new Memory(3);
    const inicio = memoria.ultimo;
    expect(memoria.since(inicio)).toEqual([]);
    for (const id of ['a', 'b']) memoria.add(evento(id));
    expect(ids(memoria.since(inicio))).toEqual(['a', 'b']);
    expect(ids(memoria.since('a'))).toEqual(['b']);
    expect(memoria.since('b')).toEqual([]);
    expect(memoria.ultimo).toBe('b');
  });

  it('does not go on from what it no longer holds or never heard', () => {
    const memoria = new Memory(2);
    const inicio = memoria.ultimo;
    for (const id of ['a', 'b', 'c', 'd']) memoria.add(evento(id));
    expect(ids(memoria.since('b'))).toEqual(['c', 'd']);
    expect(memoria.since('a')).toBeNull();
    expect(memoria.since(inicio)).toBeNull();
    expect(memoria.since('otro')).toBeNull();
  });

  it('goes on from nothing earlier once it forgot', () => {
    const memoria = new Memory(5);
    memoria.add(evento('a'));
    const antes = memoria.ultimo;
    memoria.clear();
    expect(memoria.since(antes)).toBeNull();
    expect(memoria.since(memoria.ultimo)).toEqual([]);
  });
});
