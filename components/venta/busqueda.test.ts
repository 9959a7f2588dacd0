import { describe, expect, it } from 'vitest';
import { leerPedido, pareceCodigo } from './busqueda';

describe('leerPedido', () => {
  it('reads how many before what', () => {
    expect(leerPedido('3*')).toEqual({ cantidad: 3000, texto: '' });
    expect(leerPedido(' 1,35 * arroz ')).toEqual({ cantidad: 1350, texto: 'arroz' });
    expect(leerPedido('coca 2 l')).toEqual({ cantidad: null, texto: 'coca 2 l' });
  });

  it('leaves alone what is not a quantity', () => {
    expect(leerPedido('0*coca')).toEqual({ cantidad: null, texto: '0*coca' });
    expect(leerPedido('1,2345*')).toEqual({ cantidad: null, texto: '1,2345*' });
  });
});

describe('pareceCodigo', () => {
  it('takes for a code only what is as long as the shortest one', () => {
    expect(pareceCodigo('7771214001109')).toBe(true);
    expect(pareceCodigo('96385074')).toBe(true);
    expect(pareceCodigo('1250')).toBe(false);
    expect(pareceCodigo('coca 2000000')).toBe(false);
  });
});
