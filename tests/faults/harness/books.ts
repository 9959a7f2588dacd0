import { expect } from 'vitest';
import type { Stream } from './cashier';
import type { Launcher } from './launcher';
import { bookedSales } from './shop';

/**
 * Every acknowledged ticket is in the books exactly once, under its clave and with its total, there is no other, and
 * `verificar` finds nothing.
 */
export async function expectBooks(launcher: Launcher, { acknowledged, refusals }: Stream): Promise<void> {
  const { ventas, acts } = await bookedSales(launcher);
  const byClave = (a: { clave: string }, b: { clave: string }) => (a.clave < b.clave ? -1 : 1);
  expect(refusals).toEqual([]);
  expect([...acts].sort(byClave)).toEqual([...acknowledged].sort(byClave));
  expect(ventas).toBe(acknowledged.length);
  expect(new Set(acts.map((act) => act.id)).size).toBe(acts.length);
  expect(await launcher.verificar()).toMatchObject({ clean: true });
}
