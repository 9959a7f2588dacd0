import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprint } from './write-once';
import '@/tests/harness/semilla';

describe('fingerprint', () => {
  it('does not depend on the order of properties nor on absent ones', () => {
    const a = fingerprint({ verbo: 'v', input: { x: 1, y: { b: [1, 2], a: null } } });
    const b = fingerprint({ verbo: 'v', input: { y: { a: null, b: [1, 2] }, x: 1, z: undefined } });
    expect(a).toBe(b);
  });

  it('depends on the verb, the values and the order of lists', () => {
    const base = fingerprint({ verbo: 'v', input: { x: [1, 2] } });
    expect(fingerprint({ verbo: 'w', input: { x: [1, 2] } })).not.toBe(base);
    expect(fingerprint({ verbo: 'v', input: { x: [2, 1] } })).not.toBe(base);
    expect(fingerprint({ verbo: 'v', input: { x: ['1', 2] } })).not.toBe(base);
    expect(fingerprint({ verbo: 'v', input: { x: [1, 2], y: null } })).not.toBe(base);
  });

  it('equal inputs have equal prints, whatever they went through', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (input) => {
        const viaje: unknown = JSON.parse(JSON.stringify(input));
        expect(fingerprint({ verbo: 'v', input: viaje })).toBe(fingerprint({ verbo: 'v', input }));
      }),
    );
  });
});
