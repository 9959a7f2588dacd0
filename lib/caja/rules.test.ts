import { describe, expect, test } from 'vitest';
import { admite, claveDenominacion, denominacionDe, ESPECIALIDADES, fraseDiferencia, sumarConteo } from './rules';

test('every kind of caja takes movements; only SOLO_AGENTES takes no sales', () => {
  expect(ESPECIALIDADES.filter((e) => admite(e, 'movimiento'))).toEqual([...ESPECIALIDADES]);
  expect(ESPECIALIDADES.filter((e) => admite(e, 'venta'))).toEqual(['SOLO_VENTAS', 'MIXTA']);
  expect(ESPECIALIDADES.filter((e) => admite(e, 'agente'))).toEqual(['SOLO_AGENTES', 'MIXTA']);
});

describe('counting', () => {
  test('adds whole centavos, coins included', () => {
    expect(sumarConteo({ 20000: 1, 50: 3, 20: 1, 10: 1 })).toBe(20_180);
    expect(sumarConteo({})).toBe(0);
  });

  test.each([
    ['200', 20_000],
    ['0.5', 50],
    ['0.50', 50],
    ['0.1', 10],
    ['3', null],
    ['', null],
    ['x', null],
  ])('the key %j names %s centavos', (clave, centavos) => {
    expect(denominacionDe(clave)).toBe(centavos);
    if (centavos !== null) expect(denominacionDe(claveDenominacion(centavos))).toBe(centavos);
  });
});

test('a difference is said in words', () => {
  expect(fraseDiferencia(0)).toBe('Cuadra al centavo');
  expect(fraseDiferencia(-200)).toBe('Faltan Bs\u00a02,00 en la gaveta');
  expect(fraseDiferencia(123_450)).toBe('Sobran Bs\u00a01.234,50 en la gaveta');
});
