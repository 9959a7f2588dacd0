import { expect, test } from '@playwright/test';
import { Corte } from './corte';
import { entregado, guardada, guardados, listoSinRed, venderUno } from './equipo';
import { alMostrador, ingresar, PANTALLAS, sinFallasDeAcceso, vigilar } from './helpers';
import { marca, Tienda } from './tienda';

for (const { nombre, uso } of PANTALLAS) {
  test.describe(`en ${nombre}`, () => {
    test('lo que se vendió sin red y no cuadra se resuelve con su motivo, y el equipo tiene nombre y se revoca', async ({
      browser,
    }) => {
      test.setTimeout(120_000);
      const [admin, corte] = await Promise.all([Tienda.admin(), Corte.abrir()]);
      const turno = await admin.crearTurno();
      const producto = await admin.crearProducto({ precio_venta: 4, stock_actual: 1 });
      const mostrador = await browser.newContext({ baseURL: corte.url, viewport: { width: 1366, height: 768 } });
      const caja = await mostrador.newPage();
      await alMostrador(caja, turno.cajero.email);
      await listoSinRed(caja);
      await guardada(caja);
      corte.poner('cortada');
      for (let i = 0; i < 2; i++) await venderUno(caja, producto.codigo_barras);
      corte.poner('buena');
      await entregado(caja);

      const oficina = await browser.newContext({
        ...uso,
        ...(process.env.BASE_URL && { baseURL: process.env.BASE_URL }),
      });
      const page = await oficina.newPage();
      const vigia = vigilar(page);
      await ingresar(page, 'admin@kantuta.bo', '/incidencias');
      await page.getByRole('textbox', { name: 'Buscar incidencias' }).fill(producto.nombre);
      const fila = page.getByText(producto.nombre).filter({ visible: true }).first();
      await expect(fila).toBeVisible();
      await sinFallasDeAcceso(page, 'incidencias');
      await page.getByRole('button', { name: 'Resolver' }).filter({ visible: true }).first().click();
      const dialogo = page.getByRole('alertdialog');
      // Without a reason there is nothing to resolve.
      await expect(dialogo.getByRole('button', { name: 'Resolver' })).toBeDisabled();
      await dialogo.getByLabel('Motivo').fill('Faltaba registrar la compra del lunes');
      await sinFallasDeAcceso(page, 'resolver una incidencia');
      await dialogo.getByRole('button', { name: 'Resolver' }).click();
      await expect(page.getByText('No hay nada por resolver')).toBeVisible();
      await page.getByRole('radio', { name: 'Resueltas' }).click();
      await expect(
        page.getByText('Faltaba registrar la compra del lunes').filter({ visible: true }).first(),
      ).toBeVisible();

      await page.goto('/dispositivos');
      const suyo = `Mostrador ${marca()}`;
      const [serie] = (await guardados(caja)).map((e) => e.folio?.split('-')[0]);
      const suya = page.getByRole('row').filter({ hasText: `Serie ${serie} ·` });
      await suya.getByRole('button', { name: 'Nombrar' }).filter({ visible: true }).first().click();
      await page.getByRole('textbox', { name: 'Nombre' }).fill(suyo);
      await page.keyboard.press('Enter');
      await expect(page.getByText(suyo).filter({ visible: true }).first()).toBeVisible();
      await sinFallasDeAcceso(page, 'dispositivos');
      await suya.getByRole('button', { name: 'Revocar' }).filter({ visible: true }).first().click();
      const revocar = page.getByRole('alertdialog');
      await revocar.getByLabel('Motivo').fill('Se perdió la tableta');
      await revocar.getByRole('button', { name: 'Revocar' }).click();
      await expect(page.getByText('Se perdió la tableta').filter({ visible: true }).first()).toBeVisible();
      vigia.limpio();

      await caja.getByRole('status').filter({ hasText: 'En línea' }).getByRole('button').click();
      await expect(caja.getByText('Este equipo fue dado de baja')).toBeVisible({ timeout: 45_000 });
      await Promise.all([mostrador.close(), oficina.close(), corte.cerrar()]);
    });
  });
}
