import { expect, type Page, test } from '@playwright/test';
import { alMostrador, cobrada, escanear, esperarProductos, linea, sinFallasDeAcceso, vigilar } from './helpers';
import { type Producto, Tienda } from './tienda';

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

test('un turno entero solo con el teclado: treinta ventas de toda clase, una anulación y nada queda a medias', async ({
  page,
}) => {
  test.setTimeout(240_000);
  const vigia = vigilar(page);
  const admin = await Tienda.admin();
  const { cajero, idSesion } = await admin.crearTurno();
  const productos: Producto[] = [];
  for (const precio of [10, 5.5, 2.43]) {
    productos.push(await admin.crearProducto({ precio_venta: precio, stock_actual: 500 }));
  }
  const arroz = await admin.crearProducto({ unidad: 'kg', precio_venta: 9.8, stock_actual: 400 });
  const [a, b, c] = productos.map((p) => p.codigo_barras);
  if (!a || !b || !c) throw new Error('three products were made');
  await alMostrador(page, cajero.email);

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
    await expect(espera.getByRole('button', { name: /^Retomar Marta/ })).toBeFocused();
    await sinFallasDeAcceso(page, 'tickets en espera');
    await pulsar(page, 'Enter');
    await esperarProductos(page, 2);
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

  const ventas = await admin.ventasDe(idSesion);
  expect(ventas.filter((v) => v.estado_venta === 'ANULADA')).toHaveLength(1);
  expect(ventas.filter((v) => v.metodo_pago === 'QR')).toHaveLength(4);
  vigia.limpio();
});
