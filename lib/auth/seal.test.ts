import { describe, expect, it, vi } from 'vitest';
import { seal, unseal } from './seal';

vi.hoisted(() => {
  vi.stubEnv('DATABASE_URL', 'postgres://nadie@127.0.0.1:1/nada');
  vi.stubEnv('AUTH_SECRET', 'secreto-de-prueba-secreto-de-prueba-0');
});

describe('a sealed secret', () => {
  it('opens for its owner, and looks different each time', () => {
    const [uno, otro] = [seal('GEZDGNBV', 'totp:1'), seal('GEZDGNBV', 'totp:1')];
    expect(uno).not.toBe(otro);
    expect(uno).not.toContain('GEZDGNBV');
    expect([unseal(uno, 'totp:1'), unseal(otro, 'totp:1')]).toEqual(['GEZDGNBV', 'GEZDGNBV']);
  });

  it('opens for nobody else, nor altered, cut or empty', () => {
    const sellado = seal('GEZDGNBV', 'totp:1');
    const otra = sellado.endsWith('A') ? 'B' : 'A';
    expect(unseal(sellado, 'totp:2')).toBeNull();
    expect(unseal(`${sellado.slice(0, -2)}${otra}${otra}`, 'totp:1')).toBeNull();
    expect(unseal(sellado.slice(0, 20), 'totp:1')).toBeNull();
    expect(unseal('', 'totp:1')).toBeNull();
  });
});
