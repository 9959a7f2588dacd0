import { beforeEach, describe, expect, it, vi } from 'vitest';
import { anotarPedido } from './anotar';
import { metricasHttp } from './http';
import { contarPedido, pedidosContados, rutaDe } from './pedidos';
import { metricasDelProceso } from './proceso';
import { metrica } from './texto';

const registro = vi.hoisted(() => ({ isLevelEnabled: vi.fn(() => true), debug: vi.fn(), warn: vi.fn() }));
vi.mock('@/lib/log', () => ({ log: () => registro }));

beforeEach(() => {
  (globalThis as { __kantuta?: unknown }).__kantuta = undefined;
  for (const fn of Object.values(registro)) fn.mockClear();
});

describe('the name of a route', () => {
  it.each([
    ['/api/ventas', {}, '/api/ventas'],
    ['/api/ventas', undefined, '/api/ventas'],
    ['/api/cajas/7', { id: '7' }, '/api/cajas/:id'],
    ['/api/cajas/sesion/7/balance', { id: '7' }, '/api/cajas/sesion/:id/balance'],
    ['/api/x/1/y/1', { a: '1', b: '1' }, '/api/x/:a/y/:b'],
    ['/api/productos/barcode/a%20b', { codigo: 'a b' }, '/api/productos/barcode/:codigo'],
    ['/api/productos/barcode/a%20b', { codigo: 'a%20b' }, '/api/productos/barcode/:codigo'],
    ['/api/productos/barcode/x', { codigo: '\ud800' }, 'otra'],
    ['/api/productos/barcode/%61', { codigo: 'a' }, 'otra'],
    ['/api/todo/1/2', { resto: ['1', '2'] }, 'otra'],
  ])('of %s is %3$s', (pathname, params, ruta) => {
    expect(rutaDe(pathname, params)).toBe(ruta);
  });

  it('are never more than a few hundred, whatever is asked', () => {
    for (let i = 0; i < 1000; i++) contarPedido('GET', `/api/${i}`, 200, 1);
    expect(pedidosContados().length).toBeLessThanOrEqual(301);
    expect(
      pedidosContados()
        .find(({ ruta }) => ruta === 'otra')
        ?.porStatus.get(200),
    ).toBe(700);
  });
});

describe('the counts', () => {
  it('are by route and status, and the histogram is cumulative up to its count', () => {
    contarPedido('POST', '/api/ventas', 201, 4);
    contarPedido('POST', '/api/ventas', 201, 60);
    contarPedido('POST', '/api/ventas', 409, 20_000);
    const lineas = metricasHttp().split('\n');
    expect(lineas).toContain('kantuta_http_pedidos_total{metodo="POST",ruta="/api/ventas",status="201"} 2');
    expect(lineas).toContain('kantuta_http_pedidos_total{metodo="POST",ruta="/api/ventas",status="409"} 1');
    const cubo = (le: string) => `kantuta_http_segundos_bucket{metodo="POST",ruta="/api/ventas",le="${le}"}`;
    expect(lineas).toEqual(expect.arrayContaining([`${cubo('0.005')} 1`, `${cubo('0.1')} 2`, `${cubo('10')} 2`]));
    expect(lineas).toContain(`${cubo('+Inf')} 3`);
    expect(lineas).toContain('kantuta_http_segundos_count{metodo="POST",ruta="/api/ventas"} 3');
  });
});

describe('the line of a request', () => {
  const pedido = { metodo: 'GET', pathname: '/api/cajas/7', params: { id: '7' }, ms: 12.345, requestId: 'pedido-1' };

  it('says who asked what and how it went, at debug; at warn when the server failed', () => {
    anotarPedido({ ...pedido, status: 200, idUsuario: 4 });
    const linea = { requestId: 'pedido-1', metodo: 'GET', ruta: '/api/cajas/:id', status: 200, ms: 12.3, idUsuario: 4 };
    expect(registro.debug.mock.calls).toEqual([[linea, 'request']]);
    anotarPedido({ ...pedido, status: 503, idUsuario: null });
    expect(registro.warn).toHaveBeenCalledOnce();
  });

  it('is not even made when nobody reads it', () => {
    registro.isLevelEnabled.mockReturnValueOnce(false);
    anotarPedido({ ...pedido, status: 200, idUsuario: 4 });
    expect(registro.debug).not.toHaveBeenCalled();
    expect(pedidosContados()).toHaveLength(1);
  });
});

describe('the text', () => {
  it('escapes what a label may not hold', () => {
    expect(metrica('uno', 'gauge', 'One', [{ etiquetas: { a: 'x"y\\z\n' }, valor: 1 }])).toBe(
      '# HELP uno One\n# TYPE uno gauge\nuno{a="x\\"y\\\\z\\n"} 1\n',
    );
  });

  it('of the process has only numbers', () => {
    for (const linea of `${metricasDelProceso()}${metricasDelProceso()}`.trim().split('\n')) {
      if (!linea.startsWith('#')) expect(linea).toMatch(/^kantuta_proceso_\w+(\{[^}]+\})? \d+(\.\d+)?(e[+-]\d+)?$/);
    }
  });
});
