import { describe, expect, it } from 'vitest';
import { hashPassword, verifyPassword } from './password';

describe('passwords', () => {
  it('are stored as argon2id with the parameters that OWASP recommends', async () => {
    expect(await hashPassword('kantuta-demo')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('open only with the same text', async () => {
    const guardado = await hashPassword('ñandú 2026');
    expect(await verifyPassword('ñandú 2026', guardado)).toBe(true);
    expect(await verifyPassword('nandu 2026', guardado)).toBe(false);
  });

  it('of nobody are never right, and neither is a broken hash', async () => {
    expect(await verifyPassword('x', null)).toBe(false);
    expect(await verifyPassword('x', 'no es un hash')).toBe(false);
  });
});
