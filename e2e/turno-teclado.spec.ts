import { expect, type Locator, type Page, test } from '@playwright/test';
import { busqueda, cobrada, escanear, esperarProductos, linea, sinFallasDeAcceso, vigilar } from './helpers';
import { CONTRASENA, type Producto, Tienda } from './tienda';

test.use({ viewport: { width: 1366, height: 768 } });

/** A person's pause, so that no digit is taken for a scanner's. */
const PAUSA = 110;

async function pulsar(page: Page, ...teclas: string[]): Promise<void> {
  for (const tecla of teclas) {
    await page.keyboard.press(tecla);
    await page.waitForTimeout(PAUSA);
  }
}

/** Charges what is on the ticket with the keys given after F4, and goes on to the next one. */
async function cobrar(page: Page, ...teclas: string[]): Promise<void> {
  await pulsar(page, 'F4', ...teclas);
  // A letter chooses the method, and then Enter is the button's.
  if (/^[qt]$/.test(teclas.join(''))) await expect(page.getByRole('button', { name: /^Cobrado/ })).toBeFocused();
  await pulsar(page, 'Enter');
  await cobrada(page);
  await pulsar(page, 'Enter');
}

/** Goes by Tab until something has the focus, as who has no mouse does. */
async function tabHasta(page: Page, donde: Locator, tecla: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect(donde).toBeVisible();
  for (let i = 0; i < 60; i += 1) {
    if (await donde.evaluate((nodo) => nodo === document.activeElement)) return;
    await page.keyboard.press(tecla);
  }
  await expect(donde).toBeFocused();
}

/** Signs in and opens a caja on `fondo`, without a mouse. */
async function abrir(page: Page, email: string, caja: string, fondo: string): Promise<void> {
  await page.goto('/vender');
  await tabHasta(page, page.getByLabel('Correo'));
  await page.keyboard.type(email);
  await tabHasta(page, page.getByLabel('Contraseña', { exact: true }));
  await page.keyboard.type(CONTRASENA);
  await page.keyboard.press('Enter');
  await tabHasta(page, page.getByRole('link', { name: 'Abrir caja' }));
  await page.keyboard.press('Enter');
  const suya = page.getByRole('radio', { name: new RegExp(caja) });
  await expect(suya).toBeVisible();
  while (!(await page.evaluate(() => document.activeElement?.getAttribute('role') === 'radio'))) {
    await page.keyboard.press('Tab');
  }
  for (let i = 0; i < 60 && !(await suya.isChecked()); i += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Efectivo contado')).toBeFocused();
  await page.keyboard.type(fondo);
  await page.keyboard.press('Enter');
  await expect(busqueda(page)).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'En línea' })).toBeVisible();
}

/** Counts `contado` and seals, without a mouse. */
async function cerrar(page: Page, contado: string): Promise<void> {
  await page.keyboard.press('F2');
  const aCaja = page.getByRole('link', { name: 'Caja', exact: true }).filter({ visible: true }).first();
  await tabHasta(page, aCaja, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await tabHasta(page, page.getByRole('link', { name: /^Cerrar caja/ }));
  await page.keyboard.press('Enter');
  const porPiezas = page.getByRole('radio', { name: 'Billetes y monedas' });
  await expect(porPiezas).toBeVisible();
  await tabHasta(page, porPiezas, 'Shift+Tab');
  await page.keyboard.press('ArrowRight');
  await tabHasta(page, page.getByLabel('Efectivo contado'));
  await page.keyboard.type(contado);
  await page.keyboard.press('F4');
  await tabHasta(page, page.getByRole('alertdialog').getByRole('button', { name: 'Sellar y cerrar' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Cuadra al centavo' })).toBeVisible();
}

test('un turno entero solo con el teclado: abrir, treinta ventas de toda clase, anular y cerrar', async ({ page }) => {
  test.setTimeout(240_000);
  const vigia = vigilar(page);
  // Nothing of it is done with a mouse or a finger.
  await page.addInitScript(() => {
    window.addEventListener('pointerdown', () => sessionStorage.setItem('puntero', 'usado'), true);
  });
  const admin = await Tienda.admin();
  const [cajero, caja] = await Promise.all([admin.crearCajero(), admin.crearCaja(200)]);
  const productos: Producto[] = [];
  for (const precio of [10, 5.5, 2.43]) {
    productos.push(await admin.crearProducto({ precio_venta: precio, stock_actual: 500 }));
  }
  const arroz = await admin.crearProducto({ unidad: 'kg', precio_venta: 9.8, stock_actual: 400 });
  const [a, b, c] = productos.map((p) => p.codigo_barras);
  if (!a || !b || !c) throw new Error('three products were made');
  await abrir(page, cajero.email, caja.nombre, '200');
  const { id: idSesion } = await admin.leer<{ id: number }>(`/api/cajas/sesion-activa/${cajero.id}`);

  await test.step('veinte ventas en efectivo, QR y transferencia', async () => {
    for (let i = 0; i < 20; i += 1) {
      await escanear(page, i % 2 ? a : b, c);
      await esperarProductos(page, 2);
      if (i % 5 === 0) await cobrar(page, 'q');
      else if (i % 5 === 1) await cobrar(page, 't');
      else await cobrar(page, '5', '0');
    }
  });

  await test.step('cantidad, peso, descuentos y notas', async () => {
    await pulsar(page, '3', '*');
    await escanear(page, a);
    await expect(linea(page, productos[0]?.nombre ?? '')).toContainText('30,00');
    await pulsar(page, 'F7', '5', 'Enter');
    await pulsar(page, 'Alt+n');
    await page.keyboard.type('Sin bolsa', { delay: 60 });
    await pulsar(page, 'Enter');
    await expect(linea(page, productos[0]?.nombre ?? '')).toContainText('Sin bolsa');
    await pulsar(page, 'Shift+F7', '3', 'Enter');
    await cobrar(page);
    await escanear(page, arroz.codigo_barras);
    await page.keyboard.type('1,35', { delay: PAUSA });
    await pulsar(page, 'Enter');
    await cobrar(page);
  });

  await test.step('en espera, y de vuelta', async () => {
    await escanear(page, a, b);
    await esperarProductos(page, 2);
    await pulsar(page, 'F8');
    await page.keyboard.type('Marta', { delay: PAUSA });
    await pulsar(page, 'Enter');
    await expect(page.getByText('Ticket vacío').filter({ visible: true })).toBeVisible();
    await escanear(page, c);
    await cobrar(page);
    await pulsar(page, 'F8');
    const espera = page.getByRole('dialog', { name: 'Tickets en espera' });
    const suyo = espera.getByRole('button', { name: /^Retomar Marta, Bs/ });
    await expect(suyo).toBeVisible();
    // Others of the branch may wait before it.
    for (let i = 0; i < 20 && !(await suyo.evaluate((b) => b === document.activeElement)); i++)
      await pulsar(page, 'Tab');
    await expect(suyo).toBeFocused();
    await sinFallasDeAcceso(page, 'tickets en espera');
    await pulsar(page, 'Enter');
    await esperarProductos(page, 2);
    await expect(espera).toBeHidden();
    await cobrar(page, '2', '0');
  });

  await test.step('repetir el último y anularlo', async () => {
    for (let i = 0; i < 6; i += 1) {
      await pulsar(page, 'Alt+r');
      await esperarProductos(page, 2);
      await cobrar(page);
    }
    await expect.poll(async () => (await admin.ventasDe(idSesion)).length).toBe(30);
    await pulsar(page, 'Alt+a');
    await page.getByRole('alertdialog').getByLabel('Motivo').pressSequentially('El cliente devolvió', { delay: 40 });
    await pulsar(page, 'Tab', 'Tab', 'Enter');
    await expect(page.getByText(/anulado/).first()).toBeVisible();
  });

  await test.step('cerrar', async () => {
    await expect
      .poll(async () => (await admin.ventasDe(idSesion)).some((v) => v.estado_venta === 'ANULADA'))
      .toBe(true);
    const { monto_final_teorico } = await admin.balance(idSesion);
    await cerrar(page, monto_final_teorico.toFixed(2).replace('.', ','));
  });
  expect(await page.evaluate(() => sessionStorage.getItem('puntero'))).toBeNull();

  const ventas = await admin.ventasDe(idSesion);
  expect(ventas.filter((v) => v.estado_venta === 'ANULADA')).toHaveLength(1);
  expect(ventas.filter((v) => v.metodo_pago === 'QR')).toHaveLength(4);
  vigia.limpio();
});
