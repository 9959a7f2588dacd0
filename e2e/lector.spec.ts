import { expect, type Page } from '@playwright/test';
import { alMostrador, busqueda, detener, escanear, esperarProductos, linea, teclear, vigilar } from './helpers';
import { ean13 } from './tienda';
import { test } from './turno';

test.use({ viewport: { width: 1366, height: 768 } });

/** Takes the lines off the ticket, one by one. */
async function vaciar(page: Page): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('Delete');
    await expect(page.getByText('Ticket vacío').filter({ visible: true })).toBeVisible({ timeout: 500 });
  }).toPass();
}

test('lo que se escanea entra en el ticket, en orden, y en ninguna otra parte', async ({
  page,
  turno: { admin, cajero, productos },
}) => {
  const vigia = vigilar(page);
  const arroz = await admin.crearProducto({ unidad: 'kg', precio_venta: 9.8, stock_actual: 41.5 });
  await alMostrador(page, cajero.email);
  await test.step('veinte escaneos seguidos entran todos, en orden', async () => {
    const [a, b] = productos.map((p) => p.codigo_barras);
    await escanear(page, ...Array.from({ length: 20 }, (_, i) => String(i % 2 === 0 ? a : b)));
    await expect(linea(page, productos[0].nombre).getByRole('button', { name: /: 10\. Cambiar/ })).toBeVisible();
    await expect(linea(page, productos[1].nombre).getByRole('button', { name: /: 10\. Cambiar/ })).toBeVisible();
    await expect(page.getByRole('list', { name: 'Líneas del ticket' }).getByRole('listitem').first()).toContainText(
      productos[0].nombre,
    );
    await expect(busqueda(page)).toHaveValue('');
    await vaciar(page);
  });
  await test.step('lo escaneado no se escribe en la cantidad, ni en el monto, ni en la búsqueda', async () => {
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
    await busqueda(page).fill('');
    await vaciar(page);
  });
  await test.step('3* antes de escanear lleva tres; + y − cambian, Supr quita', async () => {
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
  await test.step('lo que se pesa pide su peso y se vende con decimales', async () => {
    await escanear(page, arroz.codigo_barras);
    await expect(page.getByRole('textbox', { name: `Cantidad de ${arroz.nombre}` })).toBeFocused();
    await teclear(page, '1,35');
    await page.keyboard.press('Enter');
    await expect(linea(page, arroz.nombre)).toContainText('13,23');
    await vaciar(page);
  });
  await test.step('un código desconocido avisa y no se agrega', async () => {
    const nadie = ean13();
    await escanear(page, nadie, productos[0].codigo_barras);
    await expect(page.getByRole('alert').filter({ hasText: nadie })).toContainText('Código desconocido');
    await esperarProductos(page, 1);
    await page.keyboard.press('Escape');
    await expect(page.getByText('Código desconocido')).toHaveCount(0);
  });
  vigia.limpio();
});

test('lo que se escanea mientras la página despierta entra en el ticket, y lo que se escribe, en la búsqueda', async ({
  browser,
  turno: { cajero, productos },
}) => {
  const contexto = await browser.newContext({ serviceWorkers: 'block' });
  const page = await contexto.newPage();
  await alMostrador(page, cajero.email);
  const despertar = await detener(page, '**/_next/static/chunks/*.js');
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
