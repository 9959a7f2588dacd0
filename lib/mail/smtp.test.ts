import { describe, expect, it } from 'vitest';
import { opcionesSmtp } from './smtp';

describe('the options of a connection', () => {
  it.each([
    ['smtp://smtp.tienda.bo', { host: 'smtp.tienda.bo', port: 587, secure: false, requireTLS: true }],
    ['smtp://smtp.tienda.bo:80', { port: 80, secure: false, requireTLS: true }],
    ['smtps://smtp.tienda.bo', { port: 465, secure: true }],
    ['smtps://smtp.tienda.bo:443', { port: 443, secure: true }],
    ['smtp://127.0.0.1:1025', { port: 1025, secure: false, requireTLS: false, ignoreTLS: false }],
    ['smtp://[::1]:1025', { host: '::1', requireTLS: false }],
    ['smtp://correo:1025?tls=nunca', { host: 'correo', port: 1025, requireTLS: false, ignoreTLS: true }],
    ['smtp://127.0.0.1.malo.bo', { requireTLS: true }],
  ])('%s', (url, esperadas) => {
    expect(opcionesSmtp(url)).toMatchObject(esperadas);
  });

  it('check the certificate of whatever is not this machine', () => {
    const verifica = (url: string) => (opcionesSmtp(url).tls as { rejectUnauthorized: boolean }).rejectUnauthorized;
    expect([verifica('smtps://smtp.tienda.bo'), verifica('smtp://localhost'), verifica('smtp://localhost.bo')]).toEqual(
      [true, false, true],
    );
  });

  it('read a user and a password with any character', () => {
    expect(opcionesSmtp('smtp://caja%40tienda.bo:c%2Fl%40v%3Ae@h.bo').auth).toEqual({
      user: 'caja@tienda.bo',
      pass: 'c/l@v:e',
    });
  });

  it('never read files or addresses that a message names', () => {
    expect(opcionesSmtp('smtp://h.bo')).toMatchObject({ disableFileAccess: true, disableUrlAccess: true });
  });
});
