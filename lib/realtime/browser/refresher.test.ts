import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Tema } from '../eventos';
import { Refresher } from './refresher';

let pedidas: string[];
let refresher: Refresher;

beforeEach(() => {
  vi.useFakeTimers();
  pedidas = [];
  const client = {
    invalidateQueries: async (filtro?: { queryKey?: readonly unknown[] }) => {
      pedidas.push(String(filtro?.queryKey));
    },
  };
  refresher = new Refresher(client, () => 0.5);
});
afterEach(() => {
  refresher.close();
  vi.useRealTimers();
});

describe('Refresher', () => {
  it('makes old what a tema concerns, once for many changes', async () => {
    for (let i = 0; i < 20; i++) refresher.add('venta');
    refresher.add('producto');
    expect(pedidas).toEqual([]);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(pedidas).toEqual(['ventas', 'cajas', 'productos', 'categorias']);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(pedidas).toHaveLength(4);
    refresher.add('caja');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(pedidas).toHaveLength(5);
  });

  it('after a gap everything is old', async () => {
    refresher.all();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(pedidas.sort()).toEqual([
      'alertas',
      'aparcados',
      'aprobaciones',
      'cajas',
      'categorias',
      'cliente',
      'clientes',
      'dispositivos',
      'incidencias',
      'inventario',
      'productos',
      'tareas',
      'ventas',
      'whatsapp',
    ]);
  });

  it('leaves alone what it does not know, and does nothing once closed', async () => {
    refresher.add('luna' as Tema);
    refresher.add('constructor' as Tema);
    refresher.add('venta');
    refresher.close();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(pedidas).toEqual([]);
  });
});
