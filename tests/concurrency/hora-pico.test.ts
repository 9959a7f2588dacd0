import { it } from 'vitest';
import { horaPico } from './hora-pico';

it('32 cashiers over 50 scarce products: no negative stock, drawers right, no deadlock', { timeout: 180_000 }, () =>
  horaPico(15),
);
