import { type Browser, expect, type Page, test } from '@playwright/test';
import {
  abrirCobro,
  alMostrador,
  cobrada,
  entrar,
  escanear,
  esperarProductos,
  irA,
  PANTALLAS,
  sinFallasDeAcceso,
  vigilar,
} from './helpers';
import { CONTRASENA, type Producto, Tienda, type Venta } from './tienda';

test.use({ viewport: { width: 1366, height: 768 } });

/** The refusal of the first try is what the story is about, and the browser says it in its console. */
const RECHAZOS = /status of 403/;
const PIN = '482913';

type ConAprobaciones = Venta & {
  aprobaciones: { aprobador: string; motivo: string; respuesta: string | null; via: string }[];
};

let admin: Tienda;
let cajero: { id: number; email: string };
let idSesion: number;
let producto: Producto;

test.beforeEach(async () => {
  admin = await Tienda.admin();
  await admin.hacer('POST', '/api/auth/pin', { pin: PIN, password: CONTRASENA });
  ({ cajero, idSesion } = await admin.crearTurno());
  producto = await admin.crearProducto({ precio_venta: 10 });
});

/** A superior's phone. */
async function telefonoNuevo(browser: Browser): Promise<Page> {
  const contexto = await browser.newContext({ ...PANTALLAS[1].uso });
  return contexto.newPage();
}

/** Opens on it what waits for an administrator. */
async function verLoQueEspera(telefono: Page): Promise<void> {
  await entrar(telefono, 'admin@kantuta.bo', '/aprobaciones');
  await expect(telefono.getByRole('heading', { name: 'Aprobaciones' })).toBeVisible();
}

const campana = (page: Page) => page.getByRole('link', { name: /aprobaci(ón|ones) pendientes?$/ });

/** Holds back the program of the list until the bell of the bar, which asks the server the same, has its answer. */
async function conListaLenta(page: Page): Promise<void> {
  await page.route('**/_next/static/**/*.js', async (ruta) => {
    const respuesta = await ruta.fetch();
    const texto = await respuesta.text();
    if (texto.includes('Nada espera su aprobación')) await expect(campana(page)).not.toHaveAccessibleName(/^0 /);
    await ruta.fulfill({ response: respuesta, body: texto });
  });
}

/** A ticket with 30 % off, sent to be charged: the till says that it needs a superior. */
async function cobrarConDescuento(page: Page) {
  await alMostrador(page, cajero.email);
  await escanear(page, producto.codigo_barras);
  await esperarProductos(page, 1);
  await page.getByRole('button', { name: 'Descuento' }).click();
  const descuento = page.getByRole('dialog', { name: 'Descuento' });
  await descuento.getByRole('textbox').fill('30');
  await descuento.getByRole('button', { name: 'Aplicar' }).click();
  const cobro = await abrirCobro(page);
  await cobro.getByRole('button', { name: /^Cobrado/ }).click();
  const dialogo = page.getByRole('dialog', { name: 'Hace falta la aprobación de un superior' });
  await expect(dialogo).toBeVisible();
  await expect(dialogo.getByText(/Descuento de 30\s% \(Bs\s3,00\) en un ticket de Bs\s7,00/)).toBeVisible();
  return dialogo;
}

async function laVenta(): Promise<ConAprobaciones | undefined> {
  return ((await admin.ventasDe(idSesion)) as ConAprobaciones[])[0];
}

test('un descuento de 30 % se pide por teléfono, el superior lo aprueba con dos toques y la venta sigue sola', async ({
  page,
  browser,
}) => {
  const vigia = vigilar(page, RECHAZOS);
  const telefono = await telefonoNuevo(browser);
  const vigiaTelefono = vigilar(telefono);
  await verLoQueEspera(telefono);
  const dialogo = await cobrarConDescuento(page);
  await dialogo.getByRole('radio', { name: 'Pedir por teléfono' }).click();
  await dialogo.getByLabel('Motivo').fill('Cliente de siempre');
  await dialogo.getByRole('button', { name: 'Pedir aprobación' }).click();
  await expect(dialogo.getByText('Esperando la respuesta')).toBeVisible();
  await expect(dialogo.getByText(/Quedan \d+:\d\d/)).toBeVisible();
  await sinFallasDeAcceso(page, 'esperando la aprobación');

  const pedido = telefono
    .getByRole('article')
    .filter({ hasText: 'Cliente de siempre' })
    .filter({ hasText: producto.nombre });
  await expect(pedido).toBeVisible();
  await expect(campana(telefono)).not.toHaveAccessibleName(/^0 /);
  await sinFallasDeAcceso(telefono, 'pedidos pendientes');
  await pedido.getByRole('button', { name: 'Aprobar' }).click();
  const respuesta = telefono.getByRole('dialog', { name: /^Aprobar/ });
  await sinFallasDeAcceso(telefono, 'responder');
  await respuesta.getByRole('button', { name: 'Por esta vez' }).click();
  await expect(telefono.getByText(/puede seguir/)).toBeVisible();
  await expect(pedido).toHaveCount(0);

  await cobrada(page);
  const venta = await laVenta();
  expect(venta).toMatchObject({ total: 7, estado_venta: 'COMPLETADA' });
  expect(venta?.aprobaciones).toMatchObject([
    { motivo: 'Cliente de siempre', respuesta: 'Por esta vez', via: 'PANTALLA' },
  ]);
  await irA(telefono, `/ventas/${venta?.id}`);
  await expect(telefono.getByText(/^Aprobado por .+: Cliente de siempre · Por esta vez/)).toBeVisible();
  await irA(telefono, '/aprobaciones?vista=historial');
  await expect(telefono.getByRole('row').filter({ hasText: 'Por esta vez' }).first()).toBeVisible();
  await sinFallasDeAcceso(telefono, 'historial de aprobaciones');
  vigia.limpio();
  vigiaTelefono.limpio();
});

test('un superior que está en la tienda aprueba en el momento con su PIN, con teclado o tocando', async ({ page }) => {
  const vigia = vigilar(page, RECHAZOS);
  const dialogo = await cobrarConDescuento(page);
  await dialogo.getByLabel('Motivo').fill('Producto golpeado');
  await dialogo.getByLabel('Quién aprueba').selectOption({ index: 1 });
  await sinFallasDeAcceso(page, 'aprobar con PIN');
  const quienes = dialogo.getByLabel('Quién aprueba');
  const nombre = (await quienes.locator('option').allTextContents()).findIndex((t) => /Administrador/.test(t));
  await quienes.selectOption({ index: nombre });
  await dialogo.getByLabel('PIN', { exact: true }).fill('000111');
  await dialogo.getByRole('button', { name: 'Aprobar' }).click();
  await expect(dialogo.getByRole('alert')).toContainText('PIN');
  for (const digito of PIN) await dialogo.getByRole('button', { name: digito, exact: true }).click();
  await dialogo.getByRole('button', { name: 'Aprobar' }).click();
  await cobrada(page);
  expect((await laVenta())?.aprobaciones).toMatchObject([{ motivo: 'Producto golpeado', via: 'PIN' }]);
  vigia.limpio();
});

test('un rechazo dice quién y por qué, y la venta no se hace; cancelar devuelve al ticket', async ({
  page,
  browser,
}) => {
  const dialogo = await cobrarConDescuento(page);
  await dialogo.getByRole('radio', { name: 'Pedir por teléfono' }).click();
  await dialogo.getByLabel('Motivo').fill('Me lo pidió');
  await dialogo.getByRole('button', { name: 'Pedir aprobación' }).click();
  await expect(dialogo.getByText('Esperando la respuesta')).toBeVisible();
  const telefono = await telefonoNuevo(browser);
  const vigiaTelefono = vigilar(telefono);
  await conListaLenta(telefono);
  await verLoQueEspera(telefono);
  const pedido = telefono.getByRole('article').filter({ hasText: producto.nombre });
  await pedido.getByRole('button', { name: 'Rechazar' }).click();
  await telefono
    .getByRole('dialog', { name: /^Rechazar/ })
    .getByRole('button', { name: 'Es demasiado' })
    .click();
  await expect(dialogo.getByText('Es demasiado')).toBeVisible();
  await dialogo.getByRole('button', { name: 'Entendido' }).click();
  const cobro = page.getByRole('dialog', { name: /^Cobrar/ });
  await expect(cobro.getByText(/lo rechazó: Es demasiado/)).toBeVisible();
  await cobro.getByRole('button', { name: /^Cobrado/ }).click();
  await page
    .getByRole('dialog', { name: /^Hace falta/ })
    .getByRole('button', { name: 'Cancelar' })
    .click();
  await expect(cobro.getByText(/Hace falta la aprobación/)).toBeVisible();
  expect(await laVenta()).toBeUndefined();
  vigiaTelefono.limpio();
});
