import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { EventoDto } from '../eventos';
import type { EstadoConexion, Toque } from './connection';
import { type Source, SseConnection } from './sse';

/** A stream in the hands of the test. */
class Fuente implements Source {
  cerrada = false;
  readonly #oyentes = new Map<string, ((e: { data?: unknown; lastEventId?: string }) => void)[]>();

  constructor(readonly url: string) {}

  addEventListener(tipo: string, alLlegar: (e: { data?: unknown; lastEventId?: string }) => void): void {
    this.#oyentes.set(tipo, [...(this.#oyentes.get(tipo) ?? []), alLlegar]);
  }

  close(): void {
    this.cerrada = true;
  }

  decir(tipo: string, data?: unknown, lastEventId = ''): void {
    const e = data === undefined ? {} : { data: JSON.stringify(data), lastEventId };
    for (const alLlegar of this.#oyentes.get(tipo) ?? []) alLlegar(e);
  }
}

let fuentes: Fuente[];
let estados: EstadoConexion[];
let cambios: EventoDto[];
let resincronizadas: number;
let toque: Toque;
let conexion: SseConnection;
let abrir: (desde: string | null) => void;

const ultima = (): Fuente => {
  const fuente = fuentes.at(-1);
  if (!fuente) throw new Error('no stream was opened');
  return fuente;
};
const saludar = (id = 'a') => ultima().decir('hola', { latido_ms: 15_000, base: true }, id);

beforeEach(() => {
  vi.useFakeTimers();
  [fuentes, estados, cambios, resincronizadas, toque] = [[], [], [], 0, 'bien'];
  const open = (url: string) => {
    const fuente = new Fuente(url);
    fuentes.push(fuente);
    return fuente;
  };
  const oyente = {
    cambio: (evento: EventoDto) => cambios.push(evento),
    resincronizar: () => {
      resincronizadas++;
    },
    estado: (estado: EstadoConexion) => estados.push(estado),
  };
  abrir = (desde) => {
    conexion = new SseConnection(oyente, desde, { open, knock: async () => toque });
  };
  abrir(null);
});
afterEach(() => {
  conexion.close();
  vi.useRealTimers();
});

describe('SseConnection', () => {
  it('is online by what the server says, and offline when its database is away', () => {
    expect(estados).toEqual([]);
    saludar();
    ultima().decir('latido', { base: false });
    ultima().decir('latido', { base: true });
    expect(estados).toEqual(['en_linea', 'sin_conexion', 'en_linea']);
  });

  it('begins where the page was drawn, and goes on from what it hears', async () => {
    expect(ultima().url).toBe('/api/eventos');
    conexion.close();
    abrir('m-1');
    expect(ultima().url).toBe('/api/eventos?desde=m-1');
    saludar('m-1');
    ultima().decir('cambio', { tema: 'venta', id_sucursal: 1, ids: [7], n: 1 }, 'b');
    ultima().decir('error');
    await vi.advanceTimersByTimeAsync(1_100);
    expect(ultima().url).toBe('/api/eventos?desde=b');
  });

  it('hands on changes and what may have been missed', () => {
    saludar();
    const evento = { tema: 'venta', id_sucursal: 1, ids: [7], n: 1 };
    ultima().decir('cambio', evento, 'b');
    ultima().decir('resincronizar', {}, 'c');
    expect([cambios, resincronizadas]).toEqual([[evento], 1]);
  });

  it('a beat that does not come: asks, says so, and opens again where it was', async () => {
    saludar('id 7');
    toque = 'nada';
    await vi.advanceTimersByTimeAsync(19_000);
    expect(estados).toEqual(['en_linea']);
    await vi.advanceTimersByTimeAsync(1_500);
    expect(estados).toEqual(['en_linea', 'sin_conexion']);
    expect(fuentes[0]?.cerrada).toBe(true);
    await vi.advanceTimersByTimeAsync(1_100);
    expect(ultima().url).toBe('/api/eventos?desde=id%207');
    saludar();
    expect(estados.at(-1)).toBe('en_linea');
  });

  it('beats keep it open', async () => {
    saludar();
    for (let i = 0; i < 10; i++) {
      await vi.advanceTimersByTimeAsync(15_000);
      ultima().decir('latido', { base: true });
    }
    expect(fuentes).toHaveLength(1);
  });

  it('waits longer after each failure, up to half a minute, and starts over once it is in', async () => {
    toque = 'nada';
    const aperturas: number[] = [];
    for (let i = 0; i < 9; i++) {
      const antes = Date.now();
      const cuantas = fuentes.length;
      ultima().decir('error');
      while (fuentes.length === cuantas) await vi.advanceTimersByTimeAsync(100);
      aperturas.push(Date.now() - antes);
    }
    expect(aperturas[0]).toBeLessThanOrEqual(1_100);
    expect(Math.max(...aperturas)).toBeLessThanOrEqual(30_100);
    expect(aperturas.at(-1)).toBeGreaterThan(14_000);
    saludar();
    ultima().decir('error');
    await vi.advanceTimersByTimeAsync(1_100);
    expect(fuentes).toHaveLength(11);
  });

  it('a refused stream does not mean that the server is away', async () => {
    saludar();
    ultima().decir('error');
    await vi.advanceTimersByTimeAsync(0);
    expect(estados).toEqual(['en_linea', 'en_linea']);
  });

  it('stops for good when the sign-in ended, told or found out', async () => {
    saludar();
    ultima().decir('fin', { motivo: 'sesion' });
    expect(estados.at(-1)).toBe('sin_sesion');
    await vi.advanceTimersByTimeAsync(120_000);
    expect(fuentes).toHaveLength(1);
  });

  it('stops when a knock finds that nobody is signed in', async () => {
    toque = 'sin_sesion';
    ultima().decir('error');
    await vi.advanceTimersByTimeAsync(60_000);
    expect([estados, fuentes.length]).toEqual([['sin_sesion'], 1]);
  });

  it('comes back after the server restarts', async () => {
    saludar('z');
    ultima().decir('fin', { motivo: 'reinicio' });
    await vi.advanceTimersByTimeAsync(1_100);
    expect(fuentes).toHaveLength(2);
  });

  it('out of sight lets go after a minute, and comes back with the page', async () => {
    saludar('q');
    conexion.setVisible(false);
    await vi.advanceTimersByTimeAsync(30_000);
    ultima().decir('latido', { base: true });
    expect(ultima().cerrada).toBe(false);
    await vi.advanceTimersByTimeAsync(31_000);
    expect(ultima().cerrada).toBe(true);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(fuentes).toHaveLength(1);
    conexion.setVisible(true);
    expect(fuentes).toHaveLength(2);
    expect(ultima().url).toContain('desde=q');
  });

  it('a glance at another window opens nothing anew', async () => {
    saludar();
    conexion.setVisible(false);
    await vi.advanceTimersByTimeAsync(5_000);
    conexion.setVisible(true);
    expect(fuentes).toHaveLength(1);
    toque = 'nada';
    await vi.advanceTimersByTimeAsync(21_000);
    expect(estados.at(-1)).toBe('sin_conexion');
  });

  it('asks at once when the network may have changed', async () => {
    saludar();
    toque = 'nada';
    conexion.check();
    await vi.advanceTimersByTimeAsync(0);
    expect(estados.at(-1)).toBe('sin_conexion');
  });

  it('says nothing more once closed', async () => {
    saludar();
    conexion.close();
    fuentes[0]?.decir('latido', { base: false });
    conexion.check();
    await vi.advanceTimersByTimeAsync(60_000);
    expect([estados, fuentes.length]).toEqual([['en_linea'], 1]);
  });
});
