import { expect, it, vi } from 'vitest';
import { processWide } from './process-wide';

it('is made once, whoever asks, also from another copy of the module', async () => {
  const make = vi.fn(() => ({}));
  const first = processWide('prueba: uno', make);
  vi.resetModules();
  const copy = await import('./process-wide');
  expect(copy.processWide).not.toBe(processWide);
  expect(copy.processWide('prueba: uno', make)).toBe(first);
  expect(make).toHaveBeenCalledOnce();
  expect(copy.processWide('prueba: otro', make)).not.toBe(first);
});

it('keeps what is nothing, and nothing of what failed', () => {
  const empty = vi.fn(() => null);
  expect([processWide('prueba: nada', empty), processWide('prueba: nada', empty)]).toEqual([null, null]);
  expect(empty).toHaveBeenCalledOnce();
  const fails = () => processWide('prueba: mal', failing);
  expect(fails).toThrow('mal');
  expect(processWide('prueba: mal', () => 1)).toBe(1);
});

function failing(): never {
  throw new Error('mal');
}
