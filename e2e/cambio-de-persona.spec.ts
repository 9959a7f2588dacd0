import { expect, type Locator, type Page, test } from '@playwright/test';
import {
  abrirCobro,
  alMostrador,
  cobrada,
  escanear,
  esperarProductos,
  irA,
  linea,
  sinFallasEnAmbas,
  TELEFONO,
  vigilar,
} from './helpers';
import { CONTRASENA, type Producto, Tienda } from './tienda';

const PIN = { rosa: '482915', elmer: '739164' };

type Gente = { id: number; email: string; nombre: string };

let admin: Tienda;
let rosa: Gente;
let elmer: Gente;
let idSesion: number;
let producto: Producto;

/** Rosa has a caja open; Elmer is admitted to it. Both have their PIN. */
test.beforeEach(async () => {
  admin = await Tienda.admin();
  const { cajero, ...turno } = await admin.crearTurno();
  idSesion = turno.idSesion;
  [rosa, elmer] = [await conPin(cajero, PIN.rosa), await conPin(await admin.crearCajero(), PIN.elmer)];
  const suya = await Tienda.como(rosa.email);
  await suya.hacer('POST', `/api/cajas/sesion/${idSesion}/admitidos`, { id_usuario: elmer.id });
  producto = await admin.crearProducto({ precio_venta: 10 });
});

async function conPin(persona: { id: number; email: string }, pin: string): Promise<Gente> {
  const suya = await Tienda.como(persona.email);
  await suya.hacer('POST', '/api/auth/pin', { pin, password: CONTRASENA });
  const { name } = await suya.leer<{ name: string }>('/api/auth/profile');
  return { ...persona, nombre: name };
}

const menu = (page: Page) => page.getByRole('button', { name: /^Menú de/ });
const candado = (page: Page) => page.getByRole('heading', { name: 'Pantalla bloqueada', level: 1 });
const campoPin = (en: Page | Locator) => en.getByRole('textbox', { name: /^PIN de/ });

async function escribirPin(en: Page | Locator, pin: string): Promise<void> {
  await campoPin(en).fill(pin);
  await campoPin(en).press('Enter');
}

/** Everybody here has the same name: the second tile is the other person. */
const ficha = (en: Page | Locator, cual: number) =>
  en.getByRole('list', { name: 'Personas' }).getByRole('button').nth(cual);

async function cobrarExacto(page: Page): Promise<void> {
  await abrirCobro(page);
  await page.keyboard.press('Enter');
  await cobrada(page);
}

async function autores(): Promise<number[]> {
  const ventas = (await admin.ventasDe(idSesion)) as unknown as { id_usuario: number; id_sesion_caja: number }[];
  expect(new Set(ventas.map((v) => v.id_sesion_caja))).toEqual(new Set([idSesion]));
  return ventas.map((v) => v.id_usuario);
}

test('se cambia de persona con el ticket empezado: cada venta con su autor, en la misma caja', async ({ page }) => {
  const vigia = vigilar(page);
  await alMostrador(page, rosa.email);
  await escanear(page, producto.codigo_barras);
  await esperarProductos(page, 1);
  await cobrarExacto(page);
  await escanear(page, producto.codigo_barras, producto.codigo_barras);
  await expect(linea(page, producto.nombre)).toContainText('20,00');

  await menu(page).click();
  await page.getByRole('menuitem', { name: 'Cambiar de persona' }).click();
  const dialogo = page.getByRole('dialog', { name: 'Cambiar de persona' });
  const antes = await page.context().cookies();
  await escribirPin(dialogo, PIN.elmer);
  await expect(dialogo).toHaveCount(0);
  await expect(page.getByRole('status').filter({ hasText: 'En línea' })).toBeVisible();
  await expect(linea(page, producto.nombre)).toContainText('20,00');
  const cookie = (lista: typeof antes) => lista.find((c) => c.name.endsWith('session-token'))?.value;
  expect(cookie(await page.context().cookies())).not.toBe(cookie(antes));
  await cobrarExacto(page);
  expect(await autores()).toEqual([rosa.id, elmer.id]);

  // Elmer is at Rosa's caja: he sells in it, and the close is hers.
  await page.goto('/caja');
  await expect(page.getByRole('button', { name: 'Personas' })).toBeVisible();
  await expect(page.getByRole('link', { name: /^Cerrar caja/ })).toHaveCount(0);
  await page.goto('/cajas');
  await expect(page).not.toHaveURL(/\/cajas$/);
  vigia.limpio();
});

test('el candado: se echa solo, vale en todas las pestañas, y cinco PIN equivocados lo cierran un cuarto de hora', async ({
  page,
}) => {
  await alMostrador(page, rosa.email);
  await escanear(page, producto.codigo_barras);
  await esperarProductos(page, 1);
  await test.step('la pantalla se bloquea sola, sigue bloqueada al recargar y el ticket vuelve con la persona', async () => {
    await page.evaluate(() => localStorage.setItem('kantuta-bloqueo-minutos', '0.05'));
    await expect(candado(page)).toBeVisible();
    await expect(page.getByText(producto.nombre).filter({ visible: true })).toHaveCount(0);
    await page.reload();
    await expect(candado(page)).toBeVisible();
    expect(await page.content()).not.toContain(producto.nombre);
    await page.evaluate(() => localStorage.setItem('kantuta-bloqueo-minutos', '5'));
    await escribirPin(page, PIN.rosa);
    await expect(linea(page, producto.nombre)).toBeVisible();
  });
  await test.step('bloqueada en una pestaña lo está en todas; lo escaneado no entra; se abre con la contraseña', async () => {
    const otra = await page.context().newPage();
    await otra.goto('/caja');
    await expect(otra.getByRole('status').filter({ hasText: 'En línea' })).toBeVisible();
    await page.bringToFront();
    await page.keyboard.press('F10');
    await expect(candado(page)).toBeVisible();
    await expect(candado(otra)).toBeVisible();
    await expect(campoPin(page)).toBeFocused();
    await escanear(page, producto.codigo_barras);
    await page.getByRole('button', { name: 'Usar la contraseña' }).click();
    await page.getByLabel(/^Contraseña de/).fill(CONTRASENA);
    await page.getByRole('button', { name: 'Entrar' }).click();
    await expect(candado(page)).toHaveCount(0);
    await expect(candado(otra)).toHaveCount(0);
    await expect(linea(page, producto.nombre)).toContainText('10,00');
    await otra.close();
  });
  await test.step('cinco PIN equivocados cierran el paso por un cuarto de hora', async () => {
    await page.keyboard.press('F10');
    await ficha(page, 1).click();
    for (let i = 0; i < 5; i++) {
      await escribirPin(page, '555666');
      await expect(page.getByRole('alert').filter({ hasText: 'El PIN no es correcto.' })).toBeVisible();
      await expect(campoPin(page)).toHaveValue('');
    }
    await escribirPin(page, PIN.elmer);
    await expect(page.getByRole('alert').filter({ hasText: 'Demasiados intentos fallidos' })).toBeVisible();
    await ficha(page, 0).click();
    await escribirPin(page, PIN.rosa);
    await expect(candado(page)).toHaveCount(0);
  });
});

test.describe('las pantallas', () => {
  test.use(TELEFONO);

  test('el candado, el cambio y las personas de la caja se usan con teclado y sin vista', async ({ page }) => {
    test.setTimeout(180_000);
    await alMostrador(page, rosa.email);
    await menu(page).click();
    await page.getByRole('menuitem', { name: 'Cambiar de persona' }).click();
    await expect(campoPin(page)).toBeVisible();
    await sinFallasEnAmbas(page, 'cambiar de persona');
    await page.keyboard.press('Escape');
    await irA(page, '/caja');
    await page.getByRole('button', { name: 'Personas' }).click();
    const personas = page.getByRole('dialog', { name: 'Personas en esta caja' });
    await expect(personas.getByText('Responde por la caja')).toBeVisible();
    await sinFallasEnAmbas(page, 'personas de la caja');
    await personas.getByRole('button', { name: /^Retirar a/ }).click();
    await expect(personas.getByRole('button', { name: /^Retirar a/ })).toHaveCount(0);
    await page.keyboard.press('Escape');
    await menu(page).click();
    await page.getByRole('menuitem', { name: /^Bloquear/ }).click();
    await expect(campoPin(page)).toBeVisible();
    await sinFallasEnAmbas(page, 'pantalla bloqueada');
    for (const digito of PIN.rosa) await page.getByRole('button', { name: digito, exact: true }).click();
    await page.getByRole('button', { name: 'Entrar' }).click();
    await expect(candado(page)).toHaveCount(0);
  });
});
