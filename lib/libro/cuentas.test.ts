import { expect, it } from 'vitest';
import { cuentaDe, cuentaGaveta } from './cuentas';

it('account codes say what they are and of whom', () => {
  expect(cuentaDe('ventas', 1)).toBe('ventas.S1');
  expect(cuentaDe('diferencia_inventario', 12)).toBe('diferencia_inventario.S12');
  expect(cuentaGaveta(3)).toBe('gaveta.C3');
});
