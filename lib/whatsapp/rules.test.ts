import { describe, expect, it } from 'vitest';
import { esGrupo, esperaMs, hayTrabajador, nombreDelDestino, normalizarTelefono } from './rules';

describe('a telephone number', () => {
  it.each([
    ['591', '71234567', '59171234567'],
    ['+591', '712 34 567', '59171234567'],
    ['00591', '7123-4567', '59171234567'],
    ['591', '+591 71234567', '59171234567'],
    ['591', '0059171234567', '59171234567'],
    ['591', '591071234567', '59171234567'],
    ['591', '59123456', '59159123456'],
    ['591', '22445566', '59122445566'],
    ['54', '9 11 2345-6789', '5491123456789'],
    ['51', '51987654321', '51987654321'],
    ['1', '(415) 555-2671', '14155552671'],
  ])('%s %s is %s', (codigo, telefono, esperado) => {
    expect(normalizarTelefono(codigo, telefono)).toBe(esperado);
  });

  it.each([
    ['591', '7123456'],
    ['591', '712345678'],
    ['591', '11234567'],
    ['591', '91234567'],
    ['591', ''],
    ['591', 'setenta'],
    ['591', '71234567a'],
    ['591', '٧١٢٣٤٥٦٧'],
    ['', '71234567'],
    ['0', '71234567'],
    ['59100', '71234567'],
    ['54', '1234'],
    ['54', '12345678901234'],
  ])('%j %j is none', (codigo, telefono) => {
    expect(normalizarTelefono(codigo, telefono)).toBeNull();
  });
});

it('a group has its own form, and a destination a name for people', () => {
  expect(esGrupo('120363012345678901@g.us')).toBe(true);
  expect(esGrupo('59171234567-1400000000@g.us')).toBe(true);
  expect(esGrupo('59171234567')).toBe(false);
  expect(esGrupo('59171234567@s.whatsapp.net')).toBe(false);
  expect(nombreDelDestino('59171234567')).toBe('+591 71234567');
  expect(nombreDelDestino('14155552671')).toBe('+14155552671');
  const grupos = [{ id: '120363012345678901@g.us', nombre: 'Cajeros' }];
  expect(nombreDelDestino('120363012345678901@g.us', grupos)).toBe('Cajeros');
  expect(nombreDelDestino('120363012345678902@g.us', grupos)).toBe('Grupo');
});

it('waits longer after each try, and not for ever', () => {
  expect([1, 2, 3, 4, 5, 9].map(esperaMs)).toEqual([5_000, 20_000, 80_000, 320_000, 600_000, 600_000]);
});

it('a worker is there while it was heard of lately', () => {
  const ahora = new Date('2026-11-20T14:00:20Z');
  expect(hayTrabajador(null, ahora)).toBe(false);
  expect(hayTrabajador(new Date('2026-11-20T14:00:00Z'), ahora)).toBe(false);
  expect(hayTrabajador(new Date('2026-11-20T14:00:05Z'), ahora)).toBe(true);
});
