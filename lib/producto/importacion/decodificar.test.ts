import { describe, expect, test } from 'vitest';
import { decodificar } from './decodificar';

const TEXTO = 'nombre\nPiña colada\n';
const latin1 = (texto: string) => Buffer.from(texto, 'latin1');

describe('decodificar', () => {
  test.each([
    ['UTF-8', Buffer.from(TEXTO), 'UTF-8'],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${TEXTO}`), 'UTF-8'],
    ['UTF-16 with a mark', Buffer.from(`\ufeff${TEXTO}`, 'utf16le'), 'UTF-16'],
    ['Windows-1252', latin1(TEXTO), 'Windows-1252'],
  ])('%s', (_, bytes, codificacion) => {
    expect(decodificar(bytes)).toEqual({ texto: TEXTO, codificacion });
  });

  test('the signs that only Windows-1252 has', () => {
    expect(decodificar(Buffer.from([0x80, 0x93, 0x61, 0x94])).texto).toBe('€“a”');
  });

  test('one pasted line does not spoil a UTF-8 file: only its own letters are lost', () => {
    const bytes = Buffer.concat([Buffer.from('Té\nPiña\n'), latin1('Maní\n'), Buffer.from('Ají\n')]);
    expect(decodificar(bytes)).toEqual({ texto: 'Té\nPiña\nMan\ufffd\nAjí\n', codificacion: 'UTF-8' });
  });

  test.each([['an image', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), 'no es de texto']])(
    '%s is refused by its name',
    (_, bytes, frase) => {
      expect(() => decodificar(bytes)).toThrow(frase);
    },
  );
});
