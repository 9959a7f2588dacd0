import { describe, expect, it } from 'vitest';
import { nuevoSecreto, pasoDeCodigo, uriDeSecreto } from './totp';

/** The secret of RFC 6238, appendix B: "12345678901234567890" in base 32. */
const SECRETO = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

describe('the vectors of RFC 6238, with six digits', () => {
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('at %i s the code is %s', (segundos, codigo) => {
    expect(pasoDeCodigo(SECRETO, codigo, new Date(segundos * 1000))).toBe(Math.floor(segundos / 30));
  });
});

describe('a code', () => {
  const paso = Math.floor(1_111_111_111 / 30);
  const en = (segundos: number) => new Date((paso * 30 + segundos) * 1000);

  it('is taken one step before and one after, and is always of its own step', () => {
    for (const segundos of [-30, -1, 0, 29, 30, 59]) {
      expect(pasoDeCodigo(SECRETO, '050471', en(segundos))).toBe(paso);
    }
  });

  it('is not taken further away, nor when it is another', () => {
    expect(pasoDeCodigo(SECRETO, '050471', en(-31))).toBeNull();
    expect(pasoDeCodigo(SECRETO, '050471', en(60))).toBeNull();
    expect(pasoDeCodigo(SECRETO, '050472', en(0))).toBeNull();
    expect(pasoDeCodigo(SECRETO, '', en(0))).toBeNull();
  });
});

it('a new secret has 160 bits, never twice the same, and its address names the shop and the mail', () => {
  const [uno, otro] = [nuevoSecreto(), nuevoSecreto()];
  expect(uno).toMatch(/^[A-Z2-7]{32}$/);
  expect(uno).not.toBe(otro);
  expect(uriDeSecreto(uno, 'rosa@kantuta.bo')).toMatch(
    /^otpauth:\/\/totp\/Kantuta:rosa(%40|@)kantuta\.bo\?issuer=Kantuta&secret=[A-Z2-7]{32}&algorithm=SHA1&digits=6&period=30$/,
  );
});
