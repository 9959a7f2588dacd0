import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { type CDPSession, chromium, type Page } from '@playwright/test';
import { closeDb } from '@/db';
import { freePort } from '@/db/embedded/server.mjs';
import { runSession } from '../launcher/session.mjs';
import { ensureChromium } from '../testing/chromium.mjs';
import { abrirBase } from './base';
import { llenarCatalogo, palabraDe } from './catalogo';
import { meta, percentiles } from './cifras';
import { montarTienda, type TiendaDeBench } from './tienda';
import { abrirWeb } from './web';

const LENTITUD = 4;
const ESCANEOS = 40;
const LETRAS = 60;
const META_JS_KB = 250;

/** What a size of catalogue must meet, in milliseconds; `null`: measured without a target. */
const TAMANOS = [
  { productos: 20_000, escaneo: 100, busqueda: 50, caliente: 2_000, primera: 15_000 },
  { productos: 100_000, escaneo: 150, busqueda: null, caliente: null, primera: null },
] as const;

/** Notes in the page itself when it can sell, and how long each key took until the page was painted with what it did. */
const OBSERVADOR = `
  // tsx wraps functions in it; what is sent to the page has none.
  globalThis.__name ??= (f) => f;
  window.listo = 0; window.tiempos = []; window.entro = 0;
  // Before the page's own: the counter keeps a scan's Enter from everybody else.
  window.addEventListener('keydown', (e) => { if (e.key === 'Enter') window.entro = performance.now(); }, { capture: true });
  const mirar = () => {
    if (!window.listo && document.querySelector('ul[aria-label=Productos] li')) window.listo = performance.now();
  };
  new MutationObserver(mirar).observe(document, { childList: true, subtree: true });
`;

/**
 * `npm run bench:mostrador`: the counter in Chromium slowed four times, over a catalogue of 20,000 and of 100,000 products:
 * from the scanner's Enter to the line on the ticket, from a letter to its first row of results painted and to all of them,
 * from a load to a counter that sells. It prints each figure against its target; it does not fail because of them.
 */
await runSession(async (session) => {
  console.log('Construyendo la aplicación, si algo cambió…');
  await session.processes.run('La construcción', ['scripts/build.mjs']);
  const programa = await ensureChromium(session.voice);
  const { url, dir } = await abrirBase(session, 'bench-mostrador');
  const tienda = await montarTienda({ cajeros: 1, productos: 3 });
  const env = { DATABASE_URL: url, AUTH_SECRET: process.env.AUTH_SECRET ?? '', JWT_EXPIRES_IN: '12h' };
  let js: number | null = null;
  const lineas: string[] = [];
  for (const tamano of TAMANOS) {
    console.log(`Llenando el catálogo hasta ${tamano.productos.toLocaleString('es-BO')} productos…`);
    await llenarCatalogo(tamano.productos);
    const web = await abrirWeb(session.processes, { puerto: await freePort(), env, tienda });
    const medido = await medir(`http://127.0.0.1:${web.puerto}`, programa, tienda, dir);
    await web.cerrar();
    js ??= medido.js;
    lineas.push(`\n  ${tamano.productos.toLocaleString('es-BO')} productos, procesador ${LENTITUD} veces más lento`);
    lineas.push(fila('Escaneo → línea, p95', medido.escaneo, tamano.escaneo));
    lineas.push(fila('Letra → primeros resultados, p95', medido.primeros, tamano.busqueda));
    lineas.push(fila('Letra → todos los resultados, p95', medido.todos, null));
    lineas.push(fila('Listo para vender, en caliente', medido.caliente, tamano.caliente));
    lineas.push(fila('Catálogo entero en memoria', medido.entero, null));
    lineas.push(fila('Primera carga completa', medido.primera, tamano.primera));
  }
  for (const linea of lineas) console.log(linea);
  console.log(
    `\n${meta('JS de la primera carga de /vender', js ?? 0, 0, (js ?? 0) <= META_JS_KB, `≤ ${META_JS_KB} kB gzip`)}\n`,
  );
  await closeDb();
  return 0;
});

function fila(nombre: string, ms: number, objetivo: number | null): string {
  if (objetivo === null) return `  ${nombre.padEnd(34)}${ms.toFixed(0).padStart(8)} ms`;
  return meta(nombre, ms, 0, ms <= objetivo, `≤ ${objetivo} ms`);
}

/** One browser with an empty profile: signs in, loads everything, starts again warm, scans and searches. */
async function medir(url: string, programa: string, tienda: TiendaDeBench, dir: string) {
  const perfil = mkdtempSync(path.join(dir, 'perfil-'));
  const contexto = await chromium.launchPersistentContext(perfil, {
    executablePath: programa,
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
    viewport: { width: 1366, height: 768 },
  });
  try {
    const page = contexto.pages()[0] ?? (await contexto.newPage());
    await page.addInitScript(OBSERVADOR);
    await page.goto(`${url}/ingresar`);
    await page.getByLabel('Correo').fill(tienda.cajeros[0]?.email ?? '');
    await page.getByLabel('Contraseña', { exact: true }).fill(tienda.password);
    const cdp = await contexto.newCDPSession(page);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: LENTITUD });
    await page.getByRole('button', { name: 'Ingresar' }).click();
    await page.waitForURL((donde) => donde.pathname !== '/ingresar');
    await page.goto(`${url}/vender`);
    const primera = await alEstar(page, 'completo', 300_000);
    const js = await pesoDeScripts(page, `${url}/vender`);
    await page.reload();
    const entero = await alEstar(page, 'completo', 120_000);
    // The catalogue may be whole in memory before the page has drawn any of it.
    const lista = await page.waitForFunction(() => (window as unknown as Marcas).listo || null);
    const caliente = Number(await lista.jsonValue());
    const escaneo = percentiles(await escanear(page, cdp)).p95;
    const letras = await buscar(page, cdp);
    const primeros = percentiles(letras.primeros).p95;
    const todos = percentiles(letras.todos).p95;
    return { primera, entero, caliente, escaneo, primeros, todos, js };
  } finally {
    await contexto.close();
    rmSync(perfil, { recursive: true, force: true });
  }
}

type Marcas = { listo: number; tiempos: number[]; todos: number[]; entro: number };

async function alEstar(page: Page, estado: string, timeout: number): Promise<number> {
  const manija = await page.waitForFunction(
    (e) => document.documentElement.dataset.catalogo === e && performance.now(),
    estado,
    { timeout, polling: 50 },
  );
  return Number(await manija.jsonValue());
}

async function pesoDeScripts(page: Page, url: string): Promise<number> {
  const html = await (await page.request.get(url)).text();
  const etiquetas = [...html.matchAll(/<script[^>]*src="(\/_next\/static\/[^"]+\.js)"[^>]*>/g)];
  const rutas = new Set(etiquetas.filter(([todo]) => !todo.includes('noModule')).map(([, ruta]) => ruta ?? ''));
  let bytes = 0;
  for (const ruta of rutas) bytes += gzipSync(await (await page.request.get(new URL(ruta, url).href)).text()).length;
  return bytes / 1024;
}

/** Scans codes, one at a time; milliseconds from the scanner's Enter to the line on the ticket. */
async function escanear(page: Page, cdp: CDPSession): Promise<number[]> {
  await page.evaluate(() => {
    const w = window as unknown as Marcas;
    w.tiempos = [];
    const lista = () => document.querySelectorAll('aside [aria-label="Líneas del ticket"] > li').length;
    let habia = lista();
    new MutationObserver(() => {
      const hay = lista();
      if (hay > habia && w.entro) w.tiempos.push(performance.now() - w.entro);
      habia = hay;
    }).observe(document.body, { childList: true, subtree: true });
  });
  for (let i = 0; i < ESCANEOS; i++) {
    const codigo = String(7_780_000_000_000 + i * 397);
    let hora = Date.now();
    for (const tecla of [...codigo, 'Enter']) {
      const enter = tecla === 'Enter';
      const texto = enter ? '\r' : tecla;
      hora += 8;
      const comun = { key: tecla, windowsVirtualKeyCode: enter ? 13 : tecla.charCodeAt(0), timestamp: hora / 1000 };
      await cdp.send('Input.dispatchKeyEvent', { type: 'keyDown', text: texto, unmodifiedText: texto, ...comun });
      await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...comun });
    }
    await page.waitForFunction((n) => (window as unknown as Marcas).tiempos.length > n, i, { timeout: 10_000 });
  }
  return page.evaluate(() => (window as unknown as Marcas).tiempos);
}

/**
 * Types words letter by letter; milliseconds from each key to the frame that shows its first results, and to the last one
 * that changes a tile. Clearing the field for the next word is an act of its own, so that its drawing is not counted as the
 * letter's: nobody does both at once.
 */
async function buscar(page: Page, cdp: CDPSession): Promise<{ primeros: number[]; todos: number[] }> {
  await page.evaluate(() => {
    const w = window as unknown as Marcas;
    w.tiempos = [];
    w.todos = [];
    let desde = 0;
    let letra = -1;
    const alPintar = (tiempos: number[]) => {
      const suya = letra;
      requestAnimationFrame(() => {
        const canal = new MessageChannel();
        canal.port1.onmessage = () => (tiempos[suya] = performance.now() - desde);
        canal.port2.postMessage(0);
      });
    };
    window.addEventListener(
      'keydown',
      ({ key }) => {
        // The field is cleared with Delete.
        desde = key.length === 1 ? performance.now() : 0;
        if (desde === 0) return;
        letra++;
        alPintar(w.tiempos);
      },
      { capture: true },
    );
    new MutationObserver(() => {
      if (desde) alPintar(w.todos);
    }).observe(document.querySelector('ul[aria-label=Productos]')?.parentElement ?? document.body, {
      childList: true,
      subtree: true,
      characterData: true,
    });
  });
  const campo = page.getByRole('textbox', { name: 'Escanear o buscar producto' });
  for (let letras = 0, n = 0; letras < LETRAS; n++) {
    await campo.fill('');
    await page.waitForTimeout(180);
    for (const letra of palabraDe(n)) {
      await cdp.send('Input.dispatchKeyEvent', { type: 'keyDown', key: letra, text: letra, unmodifiedText: letra });
      await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', key: letra });
      await page.waitForTimeout(180);
      letras++;
    }
  }
  return page.evaluate(() => {
    const { tiempos, todos } = window as unknown as Marcas;
    // A letter that changes no tile shows all there is in its own frame.
    return { primeros: tiempos, todos: tiempos.map((ms, letra) => todos[letra] ?? ms) };
  });
}
