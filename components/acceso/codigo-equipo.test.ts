import { beforeEach, describe, expect, it, vi } from 'vitest';
import { guardarCodigo, probarCodigo } from './codigo-equipo';
import { perdonarFallos, tieneCodigo } from './codigos-guardados';

const [ROSA, ELMER] = [7, 8];

beforeEach(() => {
  const guardado = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (llave: string) => guardado.get(llave) ?? null,
    setItem: (llave: string, valor: string) => guardado.set(llave, valor),
  });
});

describe('the code of a person at this device', () => {
  it('opens for that person and nobody else, and is not kept as it was typed', () => {
    expect(tieneCodigo(ROSA)).toBe(false);
    expect(probarCodigo(ROSA, '4829')).toBe('cerrado');
    expect(guardarCodigo(ROSA, '4829')).toBe(true);
    expect([probarCodigo(ROSA, '4829'), probarCodigo(ROSA, '9284'), probarCodigo(ELMER, '4829')]).toEqual([
      'bien',
      'mal',
      'cerrado',
    ]);
    expect(localStorage.getItem('kantuta-codigos')).not.toContain('4829');
  });

  it('five wrong ones close it, the right one included, until the server knew the person', () => {
    guardarCodigo(ROSA, '4829');
    const intentos = ['0000', '1111', '2222', '3333', '4444', '4829'].map((codigo) => probarCodigo(ROSA, codigo));
    expect(intentos).toEqual(['mal', 'mal', 'mal', 'mal', 'cerrado', 'cerrado']);
    expect(tieneCodigo(ROSA)).toBe(false);
    perdonarFallos(ROSA);
    expect(probarCodigo(ROSA, '4829')).toBe('bien');
  });

  it('a right one forgives the wrong ones before it, and another code takes its place', () => {
    guardarCodigo(ROSA, '4829');
    for (let i = 0; i < 3; i++) {
      expect(probarCodigo(ROSA, '0000')).toBe('mal');
      expect(probarCodigo(ROSA, '0001')).toBe('mal');
      expect(probarCodigo(ROSA, '4829')).toBe('bien');
    }
    guardarCodigo(ROSA, '1357');
    expect([probarCodigo(ROSA, '4829'), probarCodigo(ROSA, '1357')]).toEqual(['mal', 'bien']);
  });
});
