import { expect, test } from '@playwright/test';
import {
  abrirCobro,
  alMostrador,
  busqueda,
  cobrada,
  ESCRITORIO,
  entrar,
  escanear,
  esperarProductos,
  irA,
  sinFallasDeAcceso,
  sinFallasEnAmbas,
  sinImpresora,
  TELEFONO,
  vigilar,
} from './helpers';
import { ean13, Tienda } from './tienda';

test.describe('accesibilidad', () => {
  test.use(ESCRITORIO);

  test('el mostrador y el cobro', async ({ page }) => {
    test.setTimeout(240_000);
    const vigia = vigilar(page);
    const admin = await Tienda.admin();
    const { cajero } = await admin.crearTurno();
    const productos = [await admin.crearProducto(), await admin.crearProducto({ stock_actual: 0 })];
    await page.goto('/ingresar');
    await sinFallasEnAmbas(page, 'ingresar');
    await alMostrador(page, cajero.email);
    await expect(page.getByRole('list', { name: 'Productos' })).toBeVisible();
    await sinFallasEnAmbas(page, 'vender vacío');

    await escanear(page, ...productos.map((p) => p.codigo_barras), ean13());
    await esperarProductos(page, 2);
    await expect(page.getByText('Código desconocido')).toBeVisible();
    await sinFallasEnAmbas(page, 'vender con ticket');
    await busqueda(page).fill('agotado que no existe');
    await expect(page.getByText('Nada se llama')).toBeVisible();
    await sinFallasEnAmbas(page, 'búsqueda sin resultados');
    await busqueda(page).fill('');

    // On a phone the ticket is a sheet that is drawn up.
    await page.setViewportSize(TELEFONO.viewport);
    await page.emulateMedia({ colorScheme: TELEFONO.colorScheme });
    await page.getByRole('button', { name: /^Ticket · 2 productos/ }).click();
    await expect(page.getByRole('dialog', { name: 'Ticket' })).toBeVisible();
    await sinFallasDeAcceso(page, 'ticket desplegado');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.setViewportSize(ESCRITORIO.viewport);
    await page.getByRole('button', { name: 'Quitar la línea' }).click();
    await page.getByRole('button', { name: 'Descuento' }).click();
    await expect(page.getByRole('dialog', { name: 'Descuento' })).toBeVisible();
    await sinFallasEnAmbas(page, 'descuento');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);

    const cobro = await abrirCobro(page);
    await cobro.getByRole('button', { name: 'Billete de 20', exact: true }).click();
    await sinFallasEnAmbas(page, 'cobro en efectivo');
    await cobro.getByRole('button', { name: /^Dividir el pago/ }).click();
    await sinFallasEnAmbas(page, 'cobro dividido');
    await cobro.getByRole('button', { name: /^Un solo método/ }).click();
    await cobro.getByRole('radio', { name: /^QR/ }).click();
    await sinFallasEnAmbas(page, 'cobro por QR');
    await cobro.getByRole('button', { name: /^Cobrado/ }).click();
    await cobrada(page);
    await sinFallasEnAmbas(page, 'venta cobrada');
    vigia.limpio();
  });

  test('la gestión y el recibo', async ({ page }) => {
    test.setTimeout(240_000);
    const vigia = vigilar(page);
    await sinImpresora(page);
    const admin = await Tienda.admin();
    const [venta] = await admin.leer<{ id: number }[]>('/api/ventas?limite=1');
    await entrar(page, 'admin@kantuta.bo', '/ventas?desde=2020-01-01');
    await expect(page.getByRole('row').nth(1)).toBeVisible();
    await sinFallasEnAmbas(page, 'ventas');
    const paginas: [ruta: string, titulo: RegExp][] = [
      [`/ventas/${venta?.id}`, /^Ticket/],
      ['/ventas?desde=2020-01-01&hasta=2020-01-02', /^Ventas/],
      ['/productos', /^Productos/],
      ['/productos/importar', /./],
      ['/cajas', /^Cajas/],
      ['/auditoria', /^Auditoría/],
      ['/auditoria/inventario', /^Auditoría/],
      ['/auditoria/alertas?vista=todas', /^Auditoría/],
    ];
    for (const [ruta, titulo] of paginas) {
      await irA(page, ruta);
      await expect(page.getByRole('heading', { level: 1, name: titulo })).toBeVisible();
      await expect(page.getByRole('status').filter({ hasText: /^Cargando/ })).toHaveCount(0);
      await sinFallasEnAmbas(page, ruta);
    }
    await page.goto(`/ventas/${venta?.id}/recibo`);
    await expect(page.locator('.recibo')).toBeVisible();
    await sinFallasEnAmbas(page, 'recibo');
    vigia.limpio();
  });
});
