import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sqlClient } from '@/db';
import type { Ruta } from '@/lib/api/ruta';
import { RUTAS } from '@/lib/api/rutas';
import { closeStreams } from '@/lib/realtime/process-hub';
import { verificar } from '@/lib/verificacion/verificar';
import { CASOS } from '@/tests/contract/casos';
import { unosDe } from '@/tests/contract/malas';
import { llamarRuta, nombreDe, type Pedido } from '@/tests/contract/servidas';
import { abrirTienda, type Tienda } from '@/tests/contract/tienda';
import { camposDeTexto, con, HOSTILES } from './hostiles';

/** Every text that any route takes, with everything that a text should never do. */
let tienda: Tienda;
beforeAll(async () => {
  tienda = await abrirTienda();
});
afterAll(closeStreams);

const conTexto = RUTAS.filter(
  (r) => r.cuerpo === 'json' && !r.publica && r.camino !== '/eventos' && camposDeTexto(r, r.ejemplo.pedido).length > 0,
);
const conCasos = conTexto.filter((r) => CASOS[nombreDe(r)]?.length);
let probados = 0;
let aceptados = 0;

describe.each(conCasos.map((ruta) => ({ nombre: nombreDe(ruta), ruta })))('$nombre', ({ ruta, nombre }) => {
  it('takes each text as a text, or refuses it by name; it never runs, breaks or comes back changed', async () => {
    // A good request is good until it is done.
    let bueno: Pedido | null = null;
    for (const lugar of camposDeTexto(ruta, ruta.ejemplo.pedido)) {
      for (const [que, texto] of unosDe(HOSTILES, `${nombre} ${lugar.join('.')}`, 4)) {
        bueno ??= await pedidoBueno(nombre, await tiendaPara(ruta));
        const datos = con(bueno.datos ?? {}, lugar, texto);
        const { status, texto: cuerpo, headers } = await llamarRuta(ruta, { ...bueno, datos });
        probados++;
        expect([lugar.join('.'), que, status < 500 ? 'answered' : cuerpo]).toEqual([lugar.join('.'), que, 'answered']);
        expect(headers.get('content-type')).toMatch(/^(application\/(json|vnd\.openxmlformats)|text\/csv)/);
        if (status < 300) aceptados++;
        if (status < 300 && ruta.metodo !== 'GET') bueno = null;
        // What is said back is the very text, inside a JSON string, or nothing.
        if (status < 300 && ruta.metodo !== 'GET') expect(apariciones(JSON.parse(cuerpo), texto)).not.toBe('changed');
      }
    }
  });
});

/** Who asks for approvals may not have many waiting: each try is of another shop. */
async function tiendaPara(ruta: Ruta): Promise<Tienda> {
  return ruta.camino.startsWith('/aprobaciones') ? abrirTienda() : tienda;
}

async function pedidoBueno(nombre: string, tienda: Tienda) {
  const [caso] = CASOS[nombre] ?? [];
  if (!caso) throw new Error(`no good request of ${nombre}`);
  return caso(tienda);
}

/** Whether an answer holds the text whole, does not hold it, or holds what is left of it. */
function apariciones(valor: unknown, texto: string): 'whole' | 'absent' | 'changed' {
  const [marca] = texto.match(/__corrio|drop table|HYPERLINK|passwd/) ?? [];
  const textos: string[] = [];
  const andar = (v: unknown): void => {
    if (typeof v === 'string') textos.push(v);
    else if (v !== null && typeof v === 'object') Object.values(v).forEach(andar);
  };
  andar(valor);
  if (textos.some((t) => t.includes(texto))) return 'whole';
  return marca && textos.some((t) => t.includes(marca)) ? 'changed' : 'absent';
}

describe('after all of them', () => {
  it('something was tried and something was kept', () => {
    expect(conCasos.length).toBeGreaterThan(10);
    expect(probados).toBeGreaterThan(200);
    expect(aceptados).toBeGreaterThan(100);
  });

  it('the tables are there, the books agree and nothing ran', async () => {
    const [fila] = await sqlClient()<{ ventas: number }[]>`select count(*)::int as ventas from venta`;
    expect(fila?.ventas).toBeGreaterThan(0);
    expect(await sqlClient().begin((sql) => verificar(sql))).toEqual([]);
    expect(existsSync('/tmp/kantuta-corrio')).toBe(false);
  });
});

/** What a path or a query says back in an error is text too. */
describe('what is said back of an address', () => {
  const lista = RUTAS.filter((r: Ruta) => r.metodo === 'GET' && r.camino === '/ventas');
  it.each(HOSTILES)('%s comes back inside JSON, and short', async (_que, texto) => {
    for (const ruta of lista) {
      const respuesta = await llamarRuta(ruta, {
        token: tienda.tokenJefe,
        query: `${encodeURIComponent(texto)}=1&limite=${encodeURIComponent(texto)}`,
      });
      expect(respuesta.status).toBe(400);
      expect(respuesta.headers.get('content-type')).toMatch(/^application\/json/);
      expect(respuesta.texto.length).toBeLessThan(2_000);
      expect(() => JSON.parse(respuesta.texto)).not.toThrow();
    }
  });
});
