import { describe, expect, it } from 'vitest';
import { asuntoLimpio, direccionOculta, esDireccion } from './direccion';

describe('an address', () => {
  it.each(['rosa@tienda.bo', 'rosa.q+caja@correo.tienda.com.bo', "o'brien@tienda.bo", 'rosa@ñandú.bo'])(
    '%s is one',
    (si) => {
      expect(esDireccion(si)).toBe(true);
    },
  );

  it.each([
    'rosa',
    '@tienda.bo',
    'rosa@tienda',
    'rosa@-tienda.bo',
    'rosa@tienda..bo',
    'rosa quispe@tienda.bo',
    'rosa@tienda.bo\nBcc: x@y.bo',
    'Rosa <rosa@tienda.bo>',
    'rosa@tienda.bo,ana@tienda.bo',
    `${'r'.repeat(65)}@tienda.bo`,
    `rosa@${'t.'.repeat(100)}bo`,
  ])('%j is none', (no) => {
    expect(esDireccion(no)).toBe(false);
  });

  it('shows little of itself in a log', () => {
    expect(direccionOculta('rosa@tienda.bo')).toBe('r…@tienda.bo');
    expect(direccionOculta('nada')).toBe('…');
  });
});

it('a subject is one line of 150 characters at most', () => {
  expect(asuntoLimpio('Uno\r\nBcc: x@y.bo\u2028dos\u202e  tres\0')).toBe('Uno Bcc: x@y.bo dos tres');
  expect([...asuntoLimpio('ñ'.repeat(400))]).toHaveLength(150);
});
