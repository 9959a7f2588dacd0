import { expect, it } from 'vitest';
import cruiser from '@/.dependency-cruiser.mjs';
import { checkBoundaries, strangeRooms } from '@/scripts/checks/boundaries.mjs';

const FIXTURE = 'tests/fixtures/boundaries';
const report = await checkBoundaries(FIXTURE);
const found = report.violations.map(({ rule, from, to }) => `${rule}: ${from} → ${to}`);

it('reads every module of the tree, and sees every import that the TypeScript parser sees', () => {
  expect(report.modules).toBeGreaterThan(20);
  expect(report.unseen).toEqual([]);
});

it.each(cruiser.forbidden.map((rule) => rule.name))('the wrong import of rule %s is reported', (name) => {
  expect(report.violations.map((violation) => violation.rule)).toContain(name);
});

it.each([
  'show-never-db: components/venta/tipo.ts → db/schema/venta.ts',
  'show-never-db: components/venta/boton.tsx → db/schema/venta.ts',
  'show-never-db: app/tablero/page.tsx → db/index.ts',
  'components-never-pages: components/venta/boton.tsx → app/tablero/page.tsx',
  'room-order-venta: lib/venta/cobrar.ts → lib/cliente/steps.ts',
  'room-order-caja: lib/caja/steps.ts → lib/venta/steps.ts',
  'rooms-know-no-transport: lib/venta/cobrar.ts → server-only',
])('through the alias, by type alone or by import(): %s', (violation) => {
  expect(found).toContain(violation);
});

it.each([
  'app/tablero/page.tsx → lib/venta/rules.ts',
  'app/api/ventas/route.ts → lib/venta/cobrar.ts',
  'lib/venta/cobrar.ts → lib/libro/asentar.ts',
])('a right import stays silent: %s', (edge) => {
  expect(found.filter((violation) => violation.endsWith(edge))).toEqual([]);
});

it('a tree with nothing to read is an error, not a success', async () => {
  await expect(checkBoundaries('docs')).rejects.toThrow('ningún módulo');
});

it('every room of the product has its place in the order', async () => {
  expect(await strangeRooms('.')).toEqual([]);
});
