import { expect, test } from '@playwright/test';
import {
  abrirCobro,
  alMostrador,
  busqueda,
  cobrada,
  escanear,
  esperarProductos,
  linea,
  sinConcesion,
  teclear,
  vigilar,
} from './helpers';
import { ean13, type Producto, Tienda } from './tienda';

test.use({ viewport: { width: 1366, height: 768 } });

let admin: Tienda;
let cajero: { id: number; email: string };
let idSesion: number;
let productos: [Producto, Producto, Producto];

test.beforeEach(async () => {
  admin = await Tienda.admin();
  ({ cajero, idSesion } = await admin.crearTurno());
  productos = [
    await admin.crearProducto({ precio_venta: 10 }),
    await admin.crearProducto({ precio_venta: 5.5 }),
    await admin.crearProducto({ precio_venta: 1.25, stock_actual: 3 }),
  ];
});

const codigos = () => productos.map((p) => p.codigo_barras);

test('una venta en efectivo de tres productos se cobra con cuatro teclas', async ({ page }) => {
  const vigia = vigilar(page);
  await alMostrador(page, cajero.email);
  await escanear(page, ...codigos());
  await esperarProductos(page, 3);
  const teclas = ['F4', '5', '0', 'Enter'];
  for (const tecla of teclas) {
    await page.keyboard.press(tecla);
    // A person's pause, so that no digit is taken for a scanner's.
    await page.waitForTimeout(120);
  }
  expect(teclas.length).toBeLessThanOrEqual(5);
  await expect((await cobrada(page)).getByLabel('Vuelto', { exact: true })).toHaveText('33,30');
  const [venta] = await admin.ventasDe(idSesion);
  expect(venta).toMatchObject({ total: 16.75, redondeo: -0.05, vuelto: 33.3 });
  vigia.limpio();
});

test('Enter sin monto cobra el importe exacto, y el siguiente escaneo abre otra venta', async ({ page }) => {
  await alMostrador(page, cajero.email);
  await escanear(page, productos[0].codigo_barras);
  await esperarProductos(page, 1);
  await page.keyboard.press('F4');
  await page.keyboard.press('Enter');
  await cobrada(page);
  await escanear(page, productos[1].codigo_barras);
  await esperarProductos(page, 1);
  await expect(linea(page, productos[1].nombre)).toBeVisible();
  await expect(linea(page, productos[0].nombre)).toHaveCount(0);
});

test('veinte escaneos seguidos entran todos, en orden', async ({ page }) => {
  await alMostrador(page, cajero.email);
  const [a, b] = codigos();
  await escanear(page, ...Array.from({ length: 20 }, (_, i) => String(i % 2 === 0 ? a : b)));
  await expect(linea(page, productos[0].nombre).getByRole('button', { name: /: 10\. Cambiar/ })).toBeVisible();
  await expect(linea(page, productos[1].nombre).getByRole('button', { name: /: 10\. Cambiar/ })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Líneas del ticket' }).getByRole('listitem').first()).toContainText(
    productos[0].nombre,
  );
  await expect(busqueda(page)).toHaveValue('');
});

test('lo escaneado no se escribe en la cantidad, ni en el monto, ni en la búsqueda', async ({ page }) => {
  await alMostrador(page, cajero.email);
  await escanear(page, productos[0].codigo_barras);
  await esperarProductos(page, 1);

  await page.keyboard.press('F3');
  const cantidad = page.getByRole('textbox', { name: `Cantidad de ${productos[0].nombre}` });
  await cantidad.fill('4');
  await escanear(page, productos[1].codigo_barras);
  await esperarProductos(page, 2);
  await expect(linea(page, productos[0].nombre)).toContainText('40,00');

  await page.keyboard.press('F4');
  await teclear(page, '90');
  await escanear(page, productos[2].codigo_barras);
  await expect(page.getByRole('dialog', { name: /^Cobrar Bs\s46,75/ })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Efectivo recibido' })).toHaveValue('90');
  await page.keyboard.press('Escape');

  await busqueda(page).fill('algo');
  await escanear(page, productos[1].codigo_barras);
  await expect(linea(page, productos[1].nombre)).toContainText('11,00');
  await expect(busqueda(page)).toHaveValue('algo');
});

test('lo que se escanea mientras la página despierta entra en el ticket, y lo que se escribe, en la búsqueda', async ({
  browser,
}) => {
  const contexto = await browser.newContext({ serviceWorkers: 'block' });
  const page = await contexto.newPage();
  await alMostrador(page, cajero.email);
  let despertar = () => {};
  const dormida = new Promise<void>((resolve) => {
    despertar = resolve;
  });
  await page.route('**/_next/static/chunks/*.js', async (route) => {
    await dormida;
    await route.continue();
  });
  await page.reload({ waitUntil: 'commit' });
  await expect(busqueda(page)).toBeVisible();
  await teclear(page, '3*');
  await escanear(page, productos[0].codigo_barras, productos[1].codigo_barras);
  await busqueda(page).click();
  await teclear(page, 'aba');
  await escanear(page, productos[0].codigo_barras);
  despertar();
  await esperarProductos(page, 2);
  await expect(linea(page, productos[0].nombre).getByText('4', { exact: true })).toBeVisible();
  await expect(linea(page, productos[1].nombre).getByText('1', { exact: true })).toBeVisible();
  await expect(busqueda(page)).toHaveValue('aba');
  await contexto.close();
});

test('3* antes de escanear lleva tres; + y − cambian, Supr quita', async ({ page }) => {
  await alMostrador(page, cajero.email);
  await teclear(page, '3*');
  await escanear(page, productos[0].codigo_barras);
  await expect(linea(page, productos[0].nombre)).toContainText('30,00');
  await expect(busqueda(page)).toHaveValue('');
  await page.keyboard.press('+');
  await expect(linea(page, productos[0].nombre)).toContainText('40,00');
  await page.keyboard.press('-');
  await page.keyboard.press('-');
  await expect(linea(page, productos[0].nombre)).toContainText('20,00');
  await page.keyboard.press('Delete');
  await expect(page.getByText('Ticket vacío').filter({ visible: true })).toBeVisible();
});

test('lo que se pesa pide su peso y se vende con decimales', async ({ page }) => {
  const arroz = await admin.crearProducto({ unidad: 'kg', precio_venta: 9.8, stock_actual: 41.5 });
  await alMostrador(page, cajero.email);
  await escanear(page, arroz.codigo_barras);
  await expect(page.getByRole('textbox', { name: `Cantidad de ${arroz.nombre}` })).toBeFocused();
  await teclear(page, '1,35');
  await page.keyboard.press('Enter');
  await expect(linea(page, arroz.nombre)).toContainText('13,23');
});

test('un descuento por línea llega a la venta', async ({ page }) => {
  await alMostrador(page, cajero.email);
  await escanear(page, productos[0].codigo_barras);
  await esperarProductos(page, 1);
  await page.keyboard.press('F7');
  await expect(page.getByRole('dialog', { name: 'Descuento' })).toBeVisible();
  await teclear(page, '10');
  await page.keyboard.press('Enter');
  await expect(linea(page, productos[0].nombre)).toContainText('9,00');
  await page.keyboard.press('F4');
  await page.keyboard.press('Enter');
  await cobrada(page);
  const [venta] = await admin.ventasDe(idSesion);
  expect(venta?.detalles[0]).toMatchObject({ descuento: 1, subtotal: 9 });
});

test('un código desconocido avisa y no se agrega', async ({ page }) => {
  const vigia = vigilar(page);
  const nadie = ean13();
  await alMostrador(page, cajero.email);
  await escanear(page, nadie, productos[0].codigo_barras);
  await expect(page.getByRole('alert').filter({ hasText: nadie })).toContainText('Código desconocido');
  await esperarProductos(page, 1);
  await page.keyboard.press('Escape');
  await expect(page.getByText('Código desconocido')).toHaveCount(0);
  vigia.limpio();
});

test('recargar la página no pierde el ticket', async ({ page }) => {
  await alMostrador(page, cajero.email);
  await escanear(page, ...codigos(), productos[0].codigo_barras);
  // The last scan is one more of the first product.
  await expect(linea(page, productos[0].nombre)).toContainText('20,00');
  await page.reload();
  await esperarProductos(page, 3);
  await expect(linea(page, productos[0].nombre)).toContainText('20,00');
  await page.keyboard.press('F4');
  await page.keyboard.press('Enter');
  await cobrada(page);
  await page.reload();
  await expect(page.getByText('Ticket vacío').filter({ visible: true })).toBeVisible();
  expect(await admin.ventasDe(idSesion)).toHaveLength(1);
});

test('dos Enter seguidos con la red lenta son una venta', async ({ page }) => {
  await sinConcesion(page);
  await alMostrador(page, cajero.email);
  await page.route('**/api/ventas', async (route) => {
    await new Promise((listo) => setTimeout(listo, 700));
    await route.continue();
  });
  await escanear(page, productos[0].codigo_barras);
  await esperarProductos(page, 1);
  await page.keyboard.press('F4');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await cobrada(page);
  expect(await admin.ventasDe(idSesion)).toHaveLength(1);
});

test('si se pierde la respuesta, se reintenta con la misma clave y es una venta', async ({ page }) => {
  await sinConcesion(page);
  await alMostrador(page, cajero.email);
  const claves: (string | null)[] = [];
  await page.route('**/api/ventas', async (route) => {
    claves.push(await route.request().headerValue('idempotency-key'));
    if (claves.length > 2) return route.continue();
    // The server does it, and the answer never arrives.
    await route.fetch();
    return route.abort('connectionreset');
  });
  await escanear(page, productos[0].codigo_barras);
  await esperarProductos(page, 1);
  await page.keyboard.press('F4');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Por confirmar', { exact: true })).toBeVisible();
  await cobrada(page);
  expect(claves.length).toBeGreaterThanOrEqual(3);
  expect(new Set(claves).size).toBe(1);
  expect(await admin.ventasDe(idSesion)).toHaveLength(1);
});

test('recargar con un cobro sin respuesta pregunta qué pasó y no cobra dos veces', async ({ page }) => {
  await sinConcesion(page);
  await alMostrador(page, cajero.email);
  await page.route('**/api/ventas', async (route) => {
    await route.fetch();
    await route.abort('connectionreset');
  });
  await escanear(page, productos[1].codigo_barras);
  await esperarProductos(page, 1);
  await page.keyboard.press('F4');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Por confirmar', { exact: true })).toBeVisible();
  await page.unroute('**/api/ventas');
  await page.reload();
  await cobrada(page);
  expect(await admin.ventasDe(idSesion)).toHaveLength(1);
});

test('cambiar el ticket después de un cobro que sí llegó muestra lo que se cobró', async ({ page }) => {
  await sinConcesion(page);
  await alMostrador(page, cajero.email);
  let perdida = false;
  await page.route('**/api/ventas', async (route) => {
    if (perdida) return route.continue();
    perdida = true;
    await route.fetch();
    // From here on the automatic retries would find the answer: the network is down until the cashier goes back.
    return route.abort('connectionreset');
  });
  await escanear(page, productos[0].codigo_barras);
  await esperarProductos(page, 1);
  await page.keyboard.press('F4');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Volver al ticket' }).click();
  await escanear(page, productos[1].codigo_barras);
  await esperarProductos(page, 2);
  await page.keyboard.press('F4');
  await page.keyboard.press('Enter');
  await expect((await cobrada(page)).getByText('El ticket ya se había cobrado')).toBeVisible();
  const ventas = await admin.ventasDe(idSesion);
  expect(ventas.map((v) => v.total)).toEqual([10]);
});

test('si el precio cambió, se ofrece cobrar al precio actual', async ({ page }) => {
  await sinConcesion(page);
  await alMostrador(page, cajero.email);
  await escanear(page, productos[0].codigo_barras);
  await esperarProductos(page, 1);
  // The device has not heard of the change when the server refuses.
  await page.route('**/api/mostrador/catalogo?*', (route) => route.abort());
  await admin.hacer('PATCH', `/api/inventario/producto/${productos[0].id}`, { precio_venta: 12 });
  const cobro = await abrirCobro(page);
  await page.keyboard.press('Enter');
  await expect(cobro.getByRole('alert')).toContainText('ahora es Bs\u00a012,00');
  await cobro.getByRole('button', { name: 'Usar el precio actual' }).click();
  await expect(page.getByRole('dialog', { name: /^Cobrar Bs\s12,00/ })).toBeVisible();
  await page.getByRole('button', { name: /^Cobrado/ }).click();
  await cobrada(page);
  expect((await admin.ventasDe(idSesion)).map((v) => v.total)).toEqual([12]);
});

test('si no alcanza la existencia, se dice cuánto queda y se corrige', async ({ page }) => {
  await alMostrador(page, cajero.email);
  await teclear(page, '5*');
  await escanear(page, productos[2].codigo_barras);
  await expect(linea(page, productos[2].nombre)).toContainText('solo quedan 3');
  const cobro = await abrirCobro(page);
  await page.keyboard.press('Enter');
  await expect(cobro.getByRole('alert')).toContainText('Solo quedan 3');
  await cobro.getByRole('button', { name: 'Corregir la cantidad' }).click();
  await page.getByRole('textbox', { name: `Cantidad de ${productos[2].nombre}` }).fill('3');
  await page.keyboard.press('Enter');
  await page.keyboard.press('F4');
  await page.keyboard.press('Enter');
  await cobrada(page);
  expect((await admin.ventasDe(idSesion)).map((v) => v.total)).toEqual([3.75]);
});
