import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { EventoDto } from '../eventos';
import type { EstadoConexion } from './connection';
import { PusherConnection } from './pusher';

/** The library in the hands of the test: what was asked of it, and what it says. */
const libreria = vi.hoisted(() => ({
  abiertas: 0,
  cortadas: 0,
  oyentes: new Map<string, (dato?: unknown) => void>(),
}));

vi.mock('pusher-js', () => {
  const oir = (de: string) => ({
    bind: (que: string, alLlegar: (dato?: unknown) => void) => libreria.oyentes.set(`${de} ${que}`, alLlegar),
  });
  class Pusher {
    readonly connection = oir('conexion');
    constructor() {
      libreria.abiertas++;
    }
    subscribe(canal: string) {
      return oir(canal);
    }
    disconnect() {
      libreria.cortadas++;
    }
  }
  return { default: Pusher };
});

const CANAL = {
  tipo: 'pusher',
  key: 'llave',
  cluster: 'mt1',
  host: null,
  port: null,
  tls: true,
  canales: ['private-sucursal-1', 'private-sucursal-2'],
} as const;

let estados: EstadoConexion[];
let cambios: EventoDto[];
let resincronizadas: number;
let conexion: PusherConnection;

const decir = (quien: string, dato?: unknown) => libreria.oyentes.get(quien)?.(dato);
const escuchando = () => vi.waitFor(() => expect(libreria.oyentes.has('private-sucursal-2 cambio')).toBe(true));

function abrir(status = 200): void {
  vi.stubGlobal('fetch', async () => new Response(null, { status }));
  conexion = new PusherConnection(CANAL, {
    cambio: (evento) => cambios.push(evento),
    resincronizar: () => {
      resincronizadas++;
    },
    estado: (estado) => estados.push(estado),
  });
}

beforeEach(() => {
  Object.assign(libreria, { abiertas: 0, cortadas: 0, oyentes: new Map() });
  [estados, cambios, resincronizadas] = [[], [], 0];
});
afterEach(() => {
  conexion.close();
  vi.unstubAllGlobals();
});

it('looks at everything again each time it connects: what came since the page was drawn, or while it was away, is not said', async () => {
  abrir();
  await escuchando();
  expect(resincronizadas).toBe(0);
  decir('conexion connected');
  expect(resincronizadas).toBe(1);
  decir('conexion connected');
  expect(resincronizadas).toBe(2);
});

it('tells the changes of each of its channels', async () => {
  abrir();
  await escuchando();
  const evento = { tema: 'venta' };
  for (const canal of CANAL.canales) decir(`${canal} cambio`, evento);
  expect(cambios).toEqual([evento, evento]);
});

it('is online by what the shop’s own server says, asked again when Pusher comes or goes', async () => {
  abrir();
  await escuchando();
  await vi.waitFor(() => expect(estados).toEqual(['en_linea']));
  vi.stubGlobal('fetch', async () => new Response(null, { status: 503 }));
  decir('conexion state_change');
  await vi.waitFor(() => expect(estados).toEqual(['en_linea', 'sin_conexion']));
});

it('ends when nobody is signed in any more', async () => {
  abrir();
  await escuchando();
  vi.stubGlobal('fetch', async () => new Response(null, { status: 401 }));
  conexion.check();
  await vi.waitFor(() => expect(estados.at(-1)).toBe('sin_sesion'));
  expect(libreria.cortadas).toBe(1);
});

it('closed before the library came, never connects', async () => {
  abrir();
  conexion.close();
  await vi.dynamicImportSettled();
  expect(libreria.abiertas).toBe(0);
});
