import { readFileSync } from 'node:fs';
import { POST as entrar } from '@/app/api/auth/login/route';
import { GET as listar } from '@/app/api/productos/route';
import { closeDb, sqlClient } from '@/db';
import { systemContext } from '@/lib/auth/system-context';
import type { Context } from '@/lib/context';
import { prepareQueues } from '@/lib/jobs/prepare';
import { confirmarImportacion } from '@/lib/producto/importacion/confirmar';
import { deshacerImportacion } from '@/lib/producto/importacion/deshacer';
import { prepararImportacion } from '@/lib/producto/importacion/preparar';
import { leerImportacion } from '@/lib/producto/queries';
import type { Situacion } from '@/lib/producto/rules-importacion';
import { verificar } from '@/lib/verificacion/verificar';
import { importarProductos } from '@/workers/importaciones';
import { runSession } from '../launcher/session.mjs';
import { catalogoCsv } from './archivo';
import { abrirBase } from './base';
import { meta, percentiles } from './cifras';
import { montarTienda, type TiendaDeBench } from './tienda';

const FILAS = 20_000;
const META_IMPORTAR_S = 30;
const META_LISTA_MS = 150;
const VUELTAS = 15;

/** What people ask of a list, as the query of its route; `hondo` goes on for so many pages. */
const PEDIDOS: readonly { nombre: string; query: string; hondo?: number }[] = [
  { nombre: 'los más nuevos, 20 páginas', query: '', hondo: 20 },
  { nombre: 'por nombre, 10 páginas', query: 'orden=nombre', hondo: 10 },
  { nombre: 'por nombre al revés', query: 'orden=-nombre' },
  { nombre: 'por precio', query: 'orden=precio', hondo: 3 },
  { nombre: 'por stock, de más a menos', query: 'orden=-stock', hondo: 3 },
  { nombre: 'buscar una palabra', query: 'buscar=cafe', hondo: 3 },
  { nombre: 'buscar dos letras', query: 'buscar=ca' },
  { nombre: 'buscar dos palabras', query: 'buscar=leche%20yungas' },
  { nombre: 'buscar un código', query: 'buscar=7790000012345' },
  { nombre: 'buscar lo que no hay', query: 'buscar=zzzqqq' },
  { nombre: 'una categoría, por precio', query: 'id_categoria=2&orden=-precio' },
  { nombre: 'con poco stock', query: 'bajo_stock=true', hondo: 3 },
  { nombre: 'agotados, por nombre', query: 'agotado=true&orden=nombre' },
  { nombre: 'favoritos', query: 'favorito=true' },
  { nombre: 'sin código', query: 'sin_codigo=true' },
];

/**
 * `npm run bench:productos [-- --archivo lista.csv]`: a catalogue of 20,000 rows from its upload to its last row in the kardex,
 * as the worker does it, and the list of products over it: the time of the server, from the request to its JSON. It prints each
 * figure against its target; it does not fail because of them.
 */
await runSession(async (session) => {
  const { url } = await abrirBase(session, 'bench-productos');
  const tienda = await montarTienda({ cajeros: 1, productos: 3 });
  const ctx = systemContext({ ahora: new Date(), idSucursal: tienda.idSucursal, actor: { idUsuario: 1 } });
  await prepareQueues(url);
  const i = process.argv.indexOf('--archivo');
  const bytes = i > 0 ? readFileSync(process.argv[i + 1] ?? '') : catalogoCsv(FILAS);
  const importado = await importar(url, ctx, bytes);
  await sqlClient()`analyze`;
  const lista = await medirLista(tienda);
  const deshacer = await reloj(async () => {
    await deshacerImportacion(ctx, { id: importado.id, motivo: 'Banco de pruebas' });
    await atender(url, ctx, importado.id, 'DESHECHA');
  });

  console.log(`\n  ${importado.filas.toLocaleString('es-BO')} filas, ${importado.malas} con error`);
  const total = importado.leer + importado.aplicar;
  console.log(meta('Importar, s', total, 1, total <= META_IMPORTAR_S, `≤ ${META_IMPORTAR_S} s`));
  console.log(
    `  (leer y revisar ${decimal(importado.leer)} s, entrar ${decimal(importado.aplicar)} s; deshacer ${decimal(deshacer)} s)`,
  );
  console.log('\n  Lista de productos, tiempo del servidor       p50       p95');
  for (const { nombre, ms } of lista) {
    const { p50, p95 } = percentiles(ms);
    console.log(`  ${nombre.padEnd(38)}${decimal(p50).padStart(7)} ms${decimal(p95).padStart(7)} ms`);
  }
  const { p95 } = percentiles(lista.flatMap((l) => l.ms));
  console.log(meta('Todo junto, p95, ms', p95, 1, p95 <= META_LISTA_MS, `≤ ${META_LISTA_MS} ms`));
  const peor = Math.max(...lista.map((l) => percentiles(l.ms).p95));
  console.log(meta('El peor pedido, p95, ms', peor, 1, peor <= META_LISTA_MS, `≤ ${META_LISTA_MS} ms`));
  const discrepancias = await verificar(sqlClient());
  for (const d of discrepancias) console.log(`✗ ${d.detalle}`);
  console.log(`\n  Al final verificar halla ${discrepancias.length} discrepancias.\n`);
  await closeDb();
  return 0;
});

async function importar(url: string, ctx: Context, bytes: Uint8Array) {
  let id = 0;
  const leer = await reloj(async () => {
    ({ id } = await prepararImportacion(ctx, { archivo: { nombre: 'catalogo.csv', tipo: 'text/csv', bytes } }));
    await atender(url, ctx, id, 'REVISADA');
  });
  const aplicar = await reloj(async () => {
    await confirmarImportacion(ctx, { id });
    await atender(url, ctx, id, 'APLICADA');
  });
  const { filas, filas_malas: malas } = await leerImportacion(ctx, { id });
  return { id, filas, malas, leer, aplicar };
}

/** What the worker does with its job, on its own connection of progress. */
async function atender(url: string, ctx: Context, id: number, queda: Situacion): Promise<void> {
  await importarProductos(url, id, { id: 'bench', ultimo: true });
  const { situacion, falla } = await leerImportacion(ctx, { id });
  if (situacion !== queda) throw new Error(`La importación quedó ${situacion}: ${falla ?? ''}`);
}

async function medirLista(tienda: TiendaDeBench): Promise<{ nombre: string; ms: number[] }[]> {
  const credenciales = { email: tienda.cajeros[0]?.email, password: tienda.password };
  const ingreso = await entrar(
    new Request('http://bench/api/auth/login', { method: 'POST', body: JSON.stringify(credenciales) }),
    { params: Promise.resolve({}) },
  );
  const { access_token: ficha } = (await ingreso.json()) as { access_token: string };
  for (const { query } of PEDIDOS) await pedir(ficha, query);
  const medidas = PEDIDOS.map(({ nombre }) => ({ nombre, ms: [] as number[] }));
  for (let vuelta = 0; vuelta < VUELTAS; vuelta++) {
    for (const [i, { query, hondo = 1 }] of PEDIDOS.entries()) {
      let cursor: string | null = null;
      for (let pagina = 0; pagina < hondo && (pagina === 0 || cursor); pagina++) {
        const pedido = await pedir(ficha, cursor ? `${query}&cursor=${encodeURIComponent(cursor)}` : query);
        medidas[i]?.ms.push(pedido.ms);
        cursor = pedido.cursor;
      }
    }
  }
  return medidas;
}

async function pedir(ficha: string, query: string): Promise<{ ms: number; cursor: string | null }> {
  const inicio = performance.now();
  const headers = { authorization: `Bearer ${ficha}` };
  const respuesta = await listar(new Request(`http://bench/api/productos?limite=50&${query}`, { headers }), {
    params: Promise.resolve({}),
  });
  await respuesta.text();
  const ms = performance.now() - inicio;
  if (respuesta.status !== 200) throw new Error(`La lista respondió ${respuesta.status} a ${query}`);
  return { ms, cursor: respuesta.headers.get('x-next-cursor') };
}

async function reloj(hacer: () => Promise<unknown>): Promise<number> {
  const inicio = performance.now();
  await hacer();
  return (performance.now() - inicio) / 1_000;
}

function decimal(n: number): string {
  return n.toFixed(1).replace('.', ',');
}
