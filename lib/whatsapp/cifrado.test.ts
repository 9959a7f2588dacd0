import { describe, expect, it } from 'vitest';
import { cifrar, claveDeCifrado, descifrar } from './cifrado';

const clave = claveDeCifrado('un-secreto-de-treinta-y-dos-letras');

describe('what is sealed', () => {
  it('opens with its key and its name, and looks different each time', () => {
    const uno = cifrar(clave, 'creds', '{"llave":"ñandú"}');
    expect(descifrar(clave, 'creds', uno)).toBe('{"llave":"ñandú"}');
    expect(descifrar(clave, 'vacio', cifrar(clave, 'vacio', ''))).toBe('');
    expect(uno.includes('llave')).toBe(false);
    expect(cifrar(clave, 'creds', '{"llave":"ñandú"}').equals(uno)).toBe(false);
  });

  it('does not open with another key, under another name, altered or cut', () => {
    const sellado = cifrar(clave, 'session:591', 'secreto');
    const otra = claveDeCifrado('otro-secreto-de-treinta-y-dos-letr');
    expect(() => descifrar(otra, 'session:591', sellado)).toThrow();
    expect(() => descifrar(clave, 'session:592', sellado)).toThrow();
    for (const i of [0, 12, sellado.length - 1]) {
      const alterado = Buffer.from(sellado);
      alterado[i] = (alterado[i] ?? 0) ^ 1;
      expect(() => descifrar(clave, 'session:591', alterado)).toThrow();
    }
    expect(() => descifrar(clave, 'session:591', sellado.subarray(0, 20))).toThrow();
  });
});
