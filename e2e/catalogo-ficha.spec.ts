import { expect, type Page, test } from '@playwright/test';
import { entrar, irA, sinFallasEnAmbas, TELEFONO, vigilar } from './helpers';
import { ean13, Tienda, marca as unaMarca } from './tienda';

/** The smallest picture there is: what is kept is another one, made from it. */
const FOTO = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

type Precios = { precio_base: number };

const ver = (page: Page, lado: string) =>
  page.getByRole('navigation', { name: 'Ficha' }).getByRole('link', { name: lado }).click();
/** The list of the products of this run, with both chosen. */
async function elegirLosDos(page: Page, marca: string): Promise<void> {
  await page.goto(`/productos?buscar=${marca}`);
  for (const cual of ['Quinua', 'Amaranto']) {
    await page.getByRole('checkbox', { name: `Elegir ${cual} ${marca}` }).check();
  }
}

test.describe('la ficha de un producto', () => {
  test.use(TELEFONO);
  test.setTimeout(120_000);

  test('muestra sus códigos, presentaciones, precios, foto e historia; y muchos se cambian viéndolo antes', async ({
    page,
  }) => {
    const vigia = vigilar(page);
    const marca = unaMarca();
    const [codigo, otro, dePack] = [ean13(), ean13(), ean13()];
    const admin = await Tienda.admin();
    await admin.crearProducto({ nombre: `Amaranto ${marca}`, precio_venta: 20, costo_compra: 12 });
    await entrar(page, 'admin@kantuta.bo', '/productos/nuevo');

    await page.getByRole('button', { name: 'Guardar', exact: true }).click();
    await expect(page.getByText('Falta el nombre.', { exact: true })).toBeVisible();
    await page.getByLabel('Código de barras').fill(codigo);
    await page.getByLabel('Nombre', { exact: true }).fill(`Quinua ${marca}`);
    await page.getByLabel('Categoría', { exact: true }).selectOption({ index: 1 });
    await page.getByLabel('Precio de venta por unidad').fill('10');
    await page.getByLabel('Costo de compra por unidad').fill('6');
    await page.getByLabel('Stock inicial').fill('12');
    await expect(page.getByText(/^Deja Bs 4,00/)).toBeVisible();
    await sinFallasEnAmbas(page, 'un producto nuevo');
    await page.getByLabel('Stock inicial').press('Enter');
    await page.waitForURL((url) => url.pathname === '/productos');

    await irA(page, `/productos?buscar=${codigo}`);
    await page.getByRole('link', { name: new RegExp(`Quinua ${marca}`) }).click();
    await expect(page.getByRole('heading', { level: 1, name: `Quinua ${marca}` })).toBeVisible();
    await page
      .getByLabel('Foto del producto')
      .setInputFiles({ name: 'quinua.png', mimeType: 'image/png', buffer: FOTO });
    await expect(page.getByRole('img', { name: `Quinua ${marca}` })).toBeVisible();

    await ver(page, 'Códigos y presentaciones');
    await page.getByLabel('Otro código').fill(otro);
    await page.getByLabel('Otro código').press('Enter');
    await expect(page.getByRole('button', { name: `Quitar el código ${otro}` })).toBeVisible();
    await page.getByRole('button', { name: 'Nueva presentación' }).click();
    const nueva = page.getByRole('dialog', { name: 'Nueva presentación' });
    await nueva.getByLabel('Nombre').fill('Caja de 6');
    await nueva.getByLabel('Cuánto lleva').fill('6');
    await nueva.getByLabel('Precio').fill('54');
    await nueva.getByLabel('Código de barras').fill(dePack);
    await sinFallasEnAmbas(page, 'una presentación nueva');
    await nueva.getByLabel('Código de barras').press('Enter');
    await expect(page.getByText('Lleva 6 u · Bs 54,00 · sale a Bs 9,00 por unidad (suelto Bs 10,00)')).toBeVisible();
    await sinFallasEnAmbas(page, 'códigos y presentaciones');

    await ver(page, 'Precios');
    const propio = page.getByLabel('Miraflores').first();
    await propio.fill('11');
    await propio.press('Enter');
    await expect(page.getByText('Tiene precio propio.')).toBeVisible();
    await expect(page.getByRole('listitem').filter({ hasText: 'Por unidad · Miraflores' })).toContainText('Bs 11,00');
    await sinFallasEnAmbas(page, 'precios');

    await ver(page, 'Existencias');
    // On a phone the open side has to be brought into sight.
    await expect(page.getByRole('link', { name: 'Existencias' })).toBeInViewport({ ratio: 0.95 });
    await page.getByLabel('Vence el').fill('2031-05-20');
    await page.getByLabel('Lote').fill('L-77');
    await page.getByRole('button', { name: 'Anotar' }).click();
    await expect(page.getByText('lote L-77', { exact: false })).toBeVisible();
    await sinFallasEnAmbas(page, 'existencias y vencimientos');

    await ver(page, 'Historia');
    // Not what a toast still says.
    const cambios = page.getByRole('main').getByRole('listitem');
    await expect(cambios.filter({ hasText: otro })).toBeVisible();
    await expect(cambios.filter({ hasText: 'Caja de 6' })).toBeVisible();
    await sinFallasEnAmbas(page, 'historia');

    await elegirLosDos(page, marca);
    await sinFallasEnAmbas(page, 'la lista con elegidos');
    await page.getByRole('button', { name: 'Editar 2 elegidos' }).press('Enter');
    const edicion = page.getByRole('dialog', { name: 'Editar 2 productos' });
    await edicion.getByLabel('Porcentaje').fill('10');
    await edicion.getByRole('button', { name: 'Ver qué cambiaría' }).press('Enter');
    await expect(edicion.getByRole('listitem').filter({ hasText: 'Quinua' })).toContainText(/10,00.* → .*11,00/);
    await expect(edicion.getByRole('listitem').filter({ hasText: 'Amaranto' })).toContainText(/20,00.* → .*22,00/);
    await expect(edicion).toContainText('tiene precio propio en alguna sucursal, que no cambia');
    await sinFallasEnAmbas(page, 'qué cambiaría');
    await edicion.getByRole('button', { name: 'Cambiar 2 productos' }).press('Enter');
    await expect(edicion).toBeHidden();
    const precios = async () =>
      (await admin.leer<Precios[]>(`/api/productos?buscar=${marca}`)).map((p) => p.precio_base).sort();
    expect(await precios()).toEqual([11, 22]);

    await irA(page, '/productos/ediciones');
    const hecha = page.getByRole('listitem').filter({ hasText: '2 productos' }).first();
    await sinFallasEnAmbas(page, 'ediciones');
    await hecha.getByRole('button', { name: 'Deshacer' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Deshacer' }).click();
    await expect.poll(precios).toEqual([10, 20]);
    vigia.limpio();
  });
});
