import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Locator, type Page } from '@playwright/test';
import { leerAlmacen } from './almacen';
import { CONTRASENA } from './tienda';

/** What goes into the page to look at it: half of it to read than the one with comments. */
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Rules of axe whose findings are never serious: it works through the whole page for them, and nothing is done with it. */
const LEVES = [
  'aria-allowed-role',
  'aria-deprecated-role',
  'empty-heading',
  'empty-table-header',
  'heading-order',
  'image-redundant-alt',
  'landmark-banner-is-top-level',
  'landmark-complementary-is-top-level',
  'landmark-contentinfo-is-top-level',
  'landmark-main-is-top-level',
  'landmark-no-duplicate-banner',
  'landmark-no-duplicate-contentinfo',
  'landmark-no-duplicate-main',
  'landmark-one-main',
  'landmark-unique',
  'page-has-heading-one',
  'presentation-role-conflict',
  'region',
];

/** The counter's laptop by day. A story that is told once is told on the screen where its people work. */
export const ESCRITORIO = { viewport: { width: 1366, height: 768 }, colorScheme: 'light' } as const;
/** A cheap phone in the dark. */
export const TELEFONO = {
  viewport: { width: 390, height: 844 },
  colorScheme: 'dark',
  isMobile: true,
  hasTouch: true,
} as const;
/** The two screens of the product. */
export const PANTALLAS = [
  { nombre: 'escritorio', uso: ESCRITORIO },
  { nombre: 'teléfono', uso: TELEFONO },
] as const;

/** Signs in through the page, as a person does, and waits for where the day begins. */
export async function ingresar(page: Page, email: string, ruta?: string, base = ''): Promise<void> {
  await page.goto(`${base}${ruta ?? '/ingresar'}`);
  await page.getByLabel('Correo').fill(email);
  await page.getByLabel('Contraseña', { exact: true }).fill(CONTRASENA);
  await page.getByRole('button', { name: 'Ingresar' }).click();
  await page.waitForURL((url) => url.pathname !== '/ingresar');
}

/** Signs in by the request that the page makes. For stories that are not about signing in: the form is a page more. */
export async function identificar(page: Page, email: string, base = ''): Promise<void> {
  const pedidos = page.context().request;
  const { csrfToken } = (await (await pedidos.get(`${base}/api/auth/csrf`)).json()) as { csrfToken: string };
  const respuesta = await pedidos.post(`${base}/api/auth/callback/credentials`, {
    headers: { 'x-auth-return-redirect': '1' },
    form: { csrfToken, email, password: CONTRASENA },
  });
  expect([respuesta.status(), await respuesta.text()]).toEqual([200, expect.not.stringContaining('error=')]);
}

/** Signs in without the form, and goes to a page. */
export async function entrar(page: Page, email: string, ruta: string, base = ''): Promise<void> {
  await identificar(page, email, base);
  await page.goto(`${base}${ruta}`);
}

/** Goes to another page of the product as its links do, in the same document: a new one is read and woken whole. */
export async function irA(page: Page, ruta: string): Promise<void> {
  // A page that was drawn and is not awake yet follows no link of its own.
  await page.waitForFunction((a) => {
    try {
      (window as unknown as { next: { router: { push: (ruta: string) => void } } }).next.router.push(a);
      return true;
    } catch {
      return false;
    }
  }, ruta);
  await page.waitForURL((url) => url.pathname + url.search === ruta);
}

/** Signs a cashier in and waits until the counter is ready to scan. */
export async function alMostrador(page: Page, email: string, base = ''): Promise<void> {
  await entrar(page, email, '/vender', base);
  await expect(page.getByRole('textbox', { name: 'Escanear o buscar producto' })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'En línea' })).toBeVisible();
  // Painted is not awake: the scanner is heard once the page says that it listens.
  await page.waitForFunction(() => (window as { kantutaTeclas?: { oye: boolean } }).kantutaTeclas?.oye);
}

/** Milliseconds between two characters of a scanner. */
const RITMO = 8;

/**
 * Types codes as a scanner does: key down and key up of each character, then Enter, stamped by the hardware every few
 * milliseconds whatever the machine is doing. Several codes follow one another without pause.
 */
export async function escanear(page: Page, ...codigos: string[]): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  const teclas = codigos.flatMap((codigo) => [...codigo, 'Enter']);
  const inicio = Date.now();
  await Promise.all(
    teclas.flatMap((tecla, i) => {
      const enter = tecla === 'Enter';
      const texto = enter ? '\r' : tecla;
      const comun = {
        key: tecla,
        code: enter ? 'Enter' : '',
        windowsVirtualKeyCode: enter ? 13 : tecla.charCodeAt(0),
        timestamp: (inicio + i * RITMO) / 1000,
      };
      return [
        cdp.send('Input.dispatchKeyEvent', { type: 'keyDown', text: texto, unmodifiedText: texto, ...comun }),
        cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...comun }),
      ];
    }),
  );
  await cdp.detach();
}

/** Types as a person does. */
export async function teclear(page: Page, texto: string): Promise<void> {
  await page.keyboard.type(texto, { delay: 110 });
}

/** The search field of the counter. */
export function busqueda(page: Page): Locator {
  return page.getByRole('textbox', { name: 'Escanear o buscar producto' });
}

/** The line of a product on the ticket; on a phone the ticket must be unfolded. */
export function linea(page: Page, nombre: string): Locator {
  return page.getByRole('list', { name: 'Líneas del ticket' }).getByRole('listitem').filter({ hasText: nombre });
}

/** How many products the ticket has, as its foot says it. */
export async function esperarProductos(page: Page, cuantos: number): Promise<void> {
  const texto = `${cuantos} ${cuantos === 1 ? 'producto' : 'productos'}`;
  await expect(page.getByText(new RegExp(`(Subtotal|Ticket) · ${texto}$`)).filter({ visible: true })).toBeVisible();
}

/** Scans one product on an empty ticket and asks to charge it, by the keyboard. */
export async function pedirCobro(page: Page, codigo: string): Promise<void> {
  await escanear(page, codigo);
  await esperarProductos(page, 1);
  await page.keyboard.press('F4');
  await page.keyboard.press('Enter');
}

/** Opens the charge by the button at hand. */
export async function abrirCobro(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: /^Cobrar/ }).click();
  const dialogo = page.getByRole('dialog', { name: /^Cobrar/ });
  await expect(dialogo).toBeVisible();
  return dialogo;
}

/** Waits for the sale to be done, and gives its panel. */
export async function cobrada(page: Page): Promise<Locator> {
  const panel = page.getByRole('region', { name: 'Venta cobrada' });
  await expect(panel).toBeVisible();
  await expect.poll(() => porEnviar(page), { timeout: 30_000 }).toBe(0);
  return panel;
}

/** How much of what this browser sold is not in the server's books yet. */
async function porEnviar(page: Page): Promise<number> {
  const envios = await leerAlmacen<{ estado: string }>(page, 'salida');
  return envios.filter((e) => e.estado !== 'confirmado').length;
}

/** Keeps the device without a grant: each sale is then a request that the server answers, and may refuse. */
export async function sinConcesion(page: Page): Promise<void> {
  await page.route('**/api/mostrador/dispositivo', (route) => route.abort());
}

/** Holds what the page asks of a door until what this gives is called. */
export async function detener(page: Page, puerta: string): Promise<() => void> {
  let soltar = () => {};
  const suelto = new Promise<void>((listo) => {
    soltar = listo;
  });
  await page.route(puerta, async (route) => {
    await suelto;
    await route.continue();
  });
  return () => soltar();
}

/** Collects what the browser complains about; `limpio` fails with it. `tolerar` leaves out what the test provokes. */
export function vigilar(page: Page, tolerar?: RegExp): { limpio: () => void } {
  const quejas: string[] = [];
  page.on('console', (mensaje) => {
    const texto = `${mensaje.text()} ${mensaje.location().url}`;
    if (mensaje.type() === 'error' && !tolerar?.test(texto)) quejas.push(texto);
  });
  page.on('pageerror', (error) => quejas.push(`${page.url()}: ${error.message}`));
  return { limpio: () => expect(quejas).toEqual([]) };
}

/**
 * Fails with every serious or critical finding of axe on the page as it is, in the theme of its screen. axe goes in once per
 * document: its own driver sends it at each look, and takes ten times as long. Of a long table or list the first rows are looked
 * at: the rest are made like them.
 */
export async function sinFallasDeAcceso(page: Page, donde: string): Promise<void> {
  // A page that the server draws again is without its title for a moment.
  await expect(page).toHaveTitle(/./);
  const repetidas = ['tbody > tr:nth-child(n+9)', 'li:nth-child(n+13)'];
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  const rules = Object.fromEntries(LEVES.map((id) => [id, { enabled: false }]));
  const graves = await page.evaluate(
    async ({ exclude, rules }) => {
      // What is still fading in has the contrast of half a fade; a ring that turns while something is waited for never ends.
      const terminan = document
        .getAnimations()
        .filter((a) => Number.isFinite(Number(a.effect?.getComputedTiming().endTime)));
      await Promise.all(terminan.map((a) => a.finished.catch(() => {})));
      const { axe } = window as unknown as { axe: typeof import('axe-core') };
      const opciones = { preload: false, resultTypes: ['violations' as const], iframes: false, rules };
      const { violations } = await axe.run({ exclude }, opciones);
      return violations
        .filter((v) => v.impact === 'serious' || v.impact === 'critical')
        .flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.target.join(' ')} ${n.failureSummary}`));
    },
    { exclude: repetidas, rules },
  );
  expect(graves.map((falla) => `${donde}: ${falla}`)).toEqual([]);
}

/**
 * The page as it is, on each of the two screens: nothing serious to axe, nothing wider than the screen. For stories whose steps
 * are the same on both, told once; what is only on one has its own.
 */
export async function sinFallasEnAmbas(page: Page, donde: string): Promise<void> {
  const ancho = page.viewportSize()?.width;
  // Its own comes last, and is the one that stays.
  const porTurno = ancho === ESCRITORIO.viewport.width ? PANTALLAS.toReversed() : PANTALLAS;
  for (const { nombre, uso } of porTurno) {
    await page.setViewportSize(uso.viewport);
    await page.emulateMedia({ colorScheme: uso.colorScheme });
    await sinFallasDeAcceso(page, `${donde}, en ${nombre}`);
    const mide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(mide, `${donde}, en ${nombre}: its width`).toBeLessThanOrEqual(uso.viewport.width);
  }
}

/** Makes `window.print` count instead of opening the system's dialog, in every frame. */
export async function sinImpresora(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.print = () => {
      const raiz = window.top ?? window;
      raiz.document.documentElement.dataset.impresiones = String(
        Number(raiz.document.documentElement.dataset.impresiones ?? 0) + 1,
      );
    };
  });
}

/** How many times something was printed. */
export async function impresiones(page: Page): Promise<number> {
  return Number((await page.locator('html').getAttribute('data-impresiones')) ?? 0);
}
