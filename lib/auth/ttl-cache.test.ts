import { describe, expect, it } from 'vitest';
import { TtlCache } from './ttl-cache';

describe('TtlCache', () => {
  it('forgets after its time, or earlier when the entry says so', () => {
    const cache = new TtlCache<number>(10, 1000);
    cache.set('a', 1, undefined, 0);
    cache.set('b', 2, 500, 0);
    expect([cache.get('a', 999), cache.get('b', 499)]).toEqual([1, 2]);
    expect([cache.get('a', 1000), cache.get('b', 500)]).toEqual([undefined, undefined]);
  });

  it('keeps the most recently used when it is full', () => {
    const cache = new TtlCache<number>(2, 1000);
    cache.set('a', 1);
    cache.set('b', 2);
    cache.get('a');
    cache.set('c', 3);
    expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual([1, undefined, 3]);
  });
});
