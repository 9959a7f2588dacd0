import { randomUUID } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import { Corte } from './corte';
import { entregado, guardada, guardados, listoSinRed, venderUno } from './equipo';
import { alMostrador, entrar, irA, PANTALLAS, sinFallasDeAcceso, vigilar } from './helpers';
import { BASE, marca, type Producto, Tienda } from './tienda';

/** What is seen of something in the office, as a row of a table or as a card. */
const visible = (page: Page, texto: string) => page.getByText(texto).filter({ visible: true }).first();

/** One of what did not agree is resolved, with its reason. */
async function resolver(page: Page, producto: Producto, motivo: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Buscar incidencias' }).fill(producto.nombre);
  await expect(visible(page, producto.nombre)).toBeVisible();
  await sinFallasDeAcceso(page, 'incidencias');
  await page.getByRole('button', { name: 'Resolver' }).filter({ visible: true }).first().click();
  const dialogo = page.getByRole('alertdialog');
  // Without a reason there is nothing to resolve.
  await expect(dialogo.getByRole('button', { name: 'Resolver' })).toBeDisabled();
  await dialogo.getByLabel('Motivo').fill(motivo);
  await sinFallasDeAcceso(page, 'resolver una incidencia');
  await dialogo.getByRole('button', { name: 'Resolver' }).click();
  await expect(page.getByText('No hay nada por resolver')).toBeVisible();
  await page.getByRole('radio', { name: 'Resueltas' }).click();
  await expect(visible(page, motivo)).toBeVisible();
}

test('lo que se vendió sin red y no cuadra se resuelve con su motivo, y el equipo tiene nombre y se revoca', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const [admin, corte] = await Promise.all([Tienda.admin(), Corte.abrir()]);
  const turno = await admin.crearTurno();
  const productos = await Promise.all(PANTALLAS.map(() => admin.crearProducto({ precio_venta: 4, stock_actual: 1 })));
  const mostrador = await browser.newContext({ baseURL: corte.url, viewport: { width: 1366, height: 768 } });
  const caja = await mostrador.newPage();
  await alMostrador(caja, turno.cajero.email);
  await listoSinRed(caja);
  await guardada(caja);
  corte.poner('cortada');
  // Of each there is one, and two are sold.
  for (const { codigo_barras } of [...productos, ...productos]) await venderUno(caja, codigo_barras);
  corte.poner('buena');
  await entregado(caja);
  const [serie] = (await guardados(caja)).map((e) => e.folio?.split('-')[0]);
  const cajera = await Tienda.como(turno.cajero.email);
  const { dispositivo } = await cajera.hacer<{ dispositivo: { serie: string } }>('POST', '/api/mostrador/dispositivo', {
    id_dispositivo: randomUUID(),
  });
  // The counter's own comes last: it sells until then.
  const series = [dispositivo.serie, serie];

  for (const [i, { nombre, uso }] of PANTALLAS.entries()) {
    await test.step(`en la oficina, en ${nombre}`, async () => {
      const oficina = await browser.newContext({ ...uso, baseURL: BASE });
      const page = await oficina.newPage();
      const vigia = vigilar(page);
      await entrar(page, 'admin@kantuta.bo', '/incidencias');
      const producto = productos[i];
      if (!producto) throw new Error('there is one for each screen');
      await resolver(page, producto, `Faltaba registrar la compra del lunes: ${nombre}`);

      await irA(page, '/dispositivos');
      const suyo = `Mostrador ${marca()}`;
      const suya = page.getByRole('row').filter({ hasText: `Serie ${series[i]} ·` });
      await suya.getByRole('button', { name: 'Nombrar' }).filter({ visible: true }).first().click();
      await page.getByRole('textbox', { name: 'Nombre' }).fill(suyo);
      await page.keyboard.press('Enter');
      await expect(visible(page, suyo)).toBeVisible();
      await sinFallasDeAcceso(page, 'dispositivos');
      await suya.getByRole('button', { name: 'Revocar' }).filter({ visible: true }).first().click();
      const revocar = page.getByRole('alertdialog');
      await revocar.getByLabel('Motivo').fill(`Se perdió la tableta: ${suyo}`);
      await revocar.getByRole('button', { name: 'Revocar' }).click();
      await expect(visible(page, `Se perdió la tableta: ${suyo}`)).toBeVisible();
      vigia.limpio();
      await oficina.close();
    });
  }

  // Whoever looks is told at once.
  await caja.getByRole('status').filter({ hasText: 'En línea' }).getByRole('button').click();
  await expect(caja.getByText('Este equipo fue dado de baja')).toBeVisible();
  await Promise.all([mostrador.close(), corte.cerrar()]);
});
