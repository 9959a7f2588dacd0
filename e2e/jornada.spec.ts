import { expect, test } from '@playwright/test';
import {
  abrirCobro,
  busqueda,
  cobrada,
  escanear,
  esperarProductos,
  impresiones,
  ingresar,
  irA,
  PANTALLAS,
  sinImpresora,
  teclear,
  vigilar,
} from './helpers';
import { ean13, marca, type Producto, type Sesion, Tienda } from './tienda';

/** Prices that make rounding show: the cash of 32,43 is 32,40. */
const CATALOGO = [
  ['Alfa', 12.5],
  ['Beta', 7.43],
  ['Gama', 3],
  ['Delta', 20],
] as const;
const FONDO = 250;

for (const { nombre, uso } of PANTALLAS) {
  test.describe(`la jornada de una cajera, en ${nombre}`, () => {
    test.use(uso);

    test('del catálogo importado al cierre que cuadra al centavo', async ({ page, browser }) => {
      test.setTimeout(240_000);
      const admin = await Tienda.admin();
      const cajero = await admin.crearCajero();
      const caja = await admin.crearCaja(FONDO);

      const lote = marca();
      const productos = CATALOGO.map(([letra, precio]) => ({ codigo: ean13(), nombre: `${letra} ${lote}`, precio }));
      await test.step('el administrador importa el catálogo', async () => {
        const contexto = await browser.newContext(uso);
        const oficina = await contexto.newPage();
        const vigia = vigilar(oficina);
        await ingresar(oficina, 'admin@kantuta.bo', '/productos/importar');
        const filas = productos.map((p) => `${p.codigo},${p.nombre},Abarrotes,${p.precio.toFixed(2)},2.00,30,5`);
        const csv = ['codigo_barras,nombre,categoria,precio_venta,costo_compra,stock_actual,stock_minimo', ...filas];
        await oficina.getByLabel('Archivo de productos').setInputFiles({
          name: `catalogo-${lote}.csv`,
          mimeType: 'text/csv',
          buffer: Buffer.from(csv.join('\n')),
        });
        await oficina.getByRole('button', { name: 'Importar 4 productos' }).click();
        await expect(oficina.getByRole('heading', { name: '4 productos creados' })).toBeVisible({ timeout: 60_000 });
        vigia.limpio();
        await contexto.close();
      });

      const vigia = vigilar(page);
      await sinImpresora(page);
      await test.step('la cajera ingresa y abre su caja', async () => {
        await ingresar(page, cajero.email);
        await expect(page).toHaveURL(/\/vender$/);
        await page.getByRole('link', { name: 'Abrir caja' }).click();
        await page.getByRole('radio', { name: new RegExp(caja.nombre) }).click();
        await page.getByLabel('Efectivo contado').fill(String(FONDO));
        await page.getByRole('button', { name: /^Abrir caja/ }).click();
        await expect(busqueda(page)).toBeVisible();
      });
      const [uno, dos, tres, cuatro] = productos;
      if (!uno || !dos || !tres || !cuatro) throw new Error('four products were made');

      await test.step('vende por escáner y da el vuelto', async () => {
        await expect(page.getByRole('status').filter({ hasText: 'En línea' })).toBeVisible();
        await escanear(page, uno.codigo, dos.codigo, uno.codigo);
        await esperarProductos(page, 2);
        const cobro = await abrirCobro(page);
        await expect(cobro.getByText('En efectivo se redondea a 32,40')).toBeVisible();
        await cobro.getByRole('textbox', { name: 'Efectivo recibido' }).fill('50');
        await expect(cobro.getByLabel('Vuelto', { exact: true })).toHaveText('17,60');
        await cobro.getByRole('button', { name: /^Cobrado/ }).click();
        const panel = await cobrada(page);
        await expect(panel.getByLabel('Vuelto', { exact: true })).toHaveText('17,60');
      });

      await test.step('imprime el recibo, y la segunda vez es copia', async () => {
        const panel = await cobrada(page);
        await panel.getByRole('button', { name: /^Imprimir recibo/ }).click();
        await expect.poll(() => impresiones(page)).toBe(1);
        const papel = page.frameLocator('iframe[title="Recibo para imprimir"]').last();
        await expect(papel.locator('.recibo')).toContainText(uno.nombre);
        await expect(papel.locator('.recibo')).toContainText('2 × 12,50');
        await expect(papel.locator('.recibo')).toContainText('Redondeo de efectivo−0,03');
        await expect(papel.locator('.recibo')).toContainText('Vuelto17,60');
        await expect(papel.locator('.recibo')).not.toContainText('COPIA');
        await panel.getByRole('button', { name: /^Imprimir recibo/ }).click();
        await expect(papel.locator('.recibo')).toContainText('COPIA');
      });

      await test.step('vende por búsqueda y cobra por QR', async () => {
        await (await cobrada(page)).getByRole('button', { name: /^Siguiente venta/ }).click();
        await busqueda(page).click();
        await teclear(page, `delta ${lote}`);
        await expect(page.getByRole('list', { name: 'Productos' }).getByRole('button')).toHaveCount(1);
        await page.keyboard.press('Enter');
        await esperarProductos(page, 1);
        const cobro = await abrirCobro(page);
        await cobro.getByRole('radio', { name: /^QR/ }).click();
        await cobro.getByRole('button', { name: /^Cobrado/ }).click();
        await cobrada(page);
      });

      await test.step('cobra por transferencia con su referencia', async () => {
        await escanear(page, tres.codigo);
        await esperarProductos(page, 1);
        const cobro = await abrirCobro(page);
        await cobro.getByRole('radio', { name: /^Transferencia/ }).click();
        await cobro.getByLabel('Referencia').fill('TR-4711');
        await cobro.getByRole('button', { name: /^Cobrado/ }).click();
        await cobrada(page);
      });

      await test.step('divide el pago entre QR y efectivo', async () => {
        await escanear(page, uno.codigo, dos.codigo);
        await esperarProductos(page, 2);
        const cobro = await abrirCobro(page);
        await cobro.getByRole('button', { name: /^Dividir el pago/ }).click();
        await cobro.getByRole('textbox', { name: 'Monto del pago 1' }).fill('10');
        await cobro.getByRole('textbox', { name: 'Referencia del pago 1' }).fill('QR-88');
        await cobro.getByRole('textbox', { name: 'Efectivo recibido' }).fill('20');
        await expect(cobro.getByLabel('Vuelto', { exact: true })).toHaveText('10,10');
        await cobro.getByRole('button', { name: /^Cobrado/ }).click();
        await cobrada(page);
      });

      const sesion = await admin.leer<Sesion>(`/api/cajas/sesion-activa/${cajero.id}`);
      await test.step('anula un ticket con motivo', async () => {
        await escanear(page, cuatro.codigo);
        await esperarProductos(page, 1);
        const cobro = await abrirCobro(page);
        await cobro.getByRole('button', { name: 'Exacto' }).click();
        await cobro.getByRole('button', { name: /^Cobrado/ }).click();
        await (await cobrada(page)).getByRole('link', { name: 'Ver ticket' }).click();
        await page.getByRole('button', { name: 'Anular' }).click();
        const pregunta = page.getByRole('alertdialog');
        await pregunta.getByLabel('Motivo').fill('El cliente devolvió todo');
        await pregunta.getByRole('button', { name: 'Anular' }).click();
        await expect(page.getByText('Ticket anulado', { exact: true }).first()).toBeVisible();
        await expect(page.getByText('El cliente devolvió todo')).toBeVisible();
        await expect(page.getByRole('button', { name: 'Anular' })).toHaveCount(0);
      });

      await test.step('encuentra sus tickets en la lista', async () => {
        const ventas = await admin.ventasDe(sesion.id);
        expect(ventas).toHaveLength(5);
        const dividida = ventas[3];
        await page.getByRole('link', { name: 'Ventas' }).filter({ visible: true }).first().click();
        await page.getByRole('textbox', { name: 'Número o producto' }).fill(`${dividida?.serie}-${dividida?.numero}`);
        const fila = page.getByRole('row').filter({ hasText: `${dividida?.serie}-` });
        await expect(fila).toHaveCount(1);
        await expect(fila).toContainText('QR + Efectivo');
        await expect(fila).toContainText('19,90');
      });

      await test.step('cierra a ciegas y cuadra', async () => {
        await irA(page, '/caja');
        await page.getByRole('link', { name: /^Cerrar caja/ }).click();
        await page.getByRole('radio', { name: 'Solo el total' }).click();
        // 250 of the opening + 32,40 + the cash of the split, 9,90
        await page.getByLabel('Efectivo contado').fill('292,30');
        await page.getByRole('button', { name: /^Sellar y cerrar/ }).click();
        await page.getByRole('alertdialog').getByRole('button', { name: 'Sellar y cerrar' }).click();
        await expect(page.getByRole('heading', { name: 'Cuadra al centavo' })).toBeVisible();
      });
      await test.step('los libros dicen lo mismo', async () => {
        const balance = await admin.balance(sesion.id);
        expect(balance.ventas).toEqual({ efectivo: 42.3, qr: 30, transferencia: 3 });
        expect(balance.monto_final_teorico).toBe(292.3);
        const cerrada = await admin.leer<Sesion>(`/api/cajas/sesion/${sesion.id}`);
        expect(cerrada).toMatchObject({ estado_sesion: 'CERRADA', diferencia: 0 });
        const quedan = await Promise.all(
          productos.map((p) => admin.leer<Producto>(`/api/inventario/producto/barcode/${p.codigo}`)),
        );
        expect(quedan.map((p) => p.stock_actual)).toEqual([27, 28, 29, 29]);
        const ventas = await admin.ventasDe(sesion.id);
        expect(ventas.map((v) => v.estado_venta)).toEqual([
          'COMPLETADA',
          'COMPLETADA',
          'COMPLETADA',
          'COMPLETADA',
          'ANULADA',
        ]);
        expect(ventas[2]?.pagos).toEqual([{ metodo: 'TRANSFERENCIA', monto: 3, referencia: 'TR-4711' }]);
      });

      await test.step('el recibo es una hoja de 80 mm con solo el ticket', async () => {
        const [venta] = await admin.ventasDe(sesion.id);
        await page.goto(`/ventas/${venta?.id}/recibo`);
        await expect.poll(() => impresiones(page)).toBe(1);
        await expect(page.locator('.recibo')).toContainText(uno.nombre);
        await expect(page.locator('.recibo')).toContainText('Recibido50,00');
        await expect(page.locator('.recibo')).toContainText('COPIA');
        await expect(page.getByRole('navigation')).toHaveCount(0);
        await page.emulateMedia({ media: 'print' });
        const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
        const [, ancho] = /MediaBox \[0 0 ([\d.]+)/.exec(pdf) ?? [];
        expect(Math.round((Number(ancho) / 72) * 25.4)).toBe(80);
        expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1);
      });
      vigia.limpio();
    });
  });
}
