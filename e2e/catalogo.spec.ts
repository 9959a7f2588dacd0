import { randomInt } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import ExcelJS from 'exceljs';
import { TIPO_XLSX } from '@/lib/action/stream-xlsx';
import { impresiones, ingresar, irA, PANTALLAS, sinFallasDeAcceso, sinImpresora, vigilar } from './helpers';
import { marca as unaMarca } from './tienda';

type Archivo = { name: string; mimeType: string; buffer: Buffer };

/** A list whose header nobody would recognise, with a good row, a formula that is a name, and two bad ones. */
function lista(marca: string): string[][] {
  const codigo = `K${randomInt(1e9)}`;
  return [
    ['q1', 'q2', 'q3', 'q4'],
    [codigo, `Quinua ${marca}`, `Granos ${marca}`, '12,50'],
    [`${codigo}B`, `=Oferta ${marca}`, `Granos ${marca}`, '3'],
    [codigo, `Otra vez ${marca}`, `Granos ${marca}`, '3'],
    ['7771214001100', `Dígito ${marca}`, `Granos ${marca}`, '3'],
  ];
}

function comoCsv(marca: string): Archivo {
  const filas = lista(marca).map((fila) => fila.map((celda) => (celda.includes(',') ? `"${celda}"` : celda)).join(','));
  return { name: `lista-${marca}.csv`, mimeType: 'text/csv', buffer: Buffer.from(`${filas.join('\n')}\n`) };
}

async function comoExcel(marca: string): Promise<Archivo> {
  const libro = new ExcelJS.Workbook();
  libro.addWorksheet('Lista').addRows(lista(marca));
  const buffer = Buffer.from(await libro.xlsx.writeBuffer());
  return { name: `lista-${marca}.xlsx`, mimeType: TIPO_XLSX, buffer };
}

const ROLLO = 'Rollo, producto (50 × 25 mm)';
const MM = 96 / 25.4;

/** On paper there are labels and nothing else, of their size and from its corner. */
async function soloEtiquetas(page: Page): Promise<void> {
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('heading', { level: 1 })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Imprimir' })).toBeHidden();
  const caja = await page.locator('.papel-etiquetas > div').first().boundingBox();
  expect([caja?.x, caja?.y]).toEqual([0, 0]);
  expect(caja?.width).toBeCloseTo(50 * MM, 0);
  expect(caja?.height).toBeCloseTo(25 * MM, 0);
  await page.emulateMedia({ media: 'screen' });
}

async function elegirColumnas(page: Page): Promise<void> {
  await expect(page.getByText('No se sabe qué columna es')).toBeVisible({ timeout: 60_000 });
  await page.getByLabel('Código de barras').selectOption({ index: 1 });
  await page.getByLabel('Nombre', { exact: true }).selectOption({ index: 2 });
  await page.getByLabel('Categoría', { exact: true }).selectOption({ index: 3 });
  await page.getByLabel('Precio de venta').selectOption({ index: 4 });
}

for (const { nombre, uso } of PANTALLAS) {
  test.describe(`el catálogo, en ${nombre}`, () => {
    test.use(uso);
    test.setTimeout(240_000);

    test('un archivo entra con sus columnas elegidas, da etiquetas y se deshace', async ({ page }) => {
      const vigia = vigilar(page);
      const marca = unaMarca();
      await sinImpresora(page);
      await ingresar(page, 'admin@kantuta.bo', '/productos/importar');
      await page
        .getByLabel('Archivo de productos')
        .setInputFiles(await ('hasTouch' in uso ? comoCsv : comoExcel)(marca));

      await elegirColumnas(page);
      await sinFallasDeAcceso(page, 'las columnas de un archivo');
      await page.getByRole('button', { name: 'Leer con estas columnas' }).press('Enter');
      const importar = page.getByRole('button', { name: 'Importar 2 productos' });
      await expect(importar).toBeVisible({ timeout: 60_000 });
      await expect(page.getByText(/^El código K\d+ ya está en la línea 2\.$/)).toBeVisible({ timeout: 60_000 });
      await expect(page.getByText(/^El último dígito no corresponde/)).toBeVisible();
      await importar.press('Enter');
      await expect(page.getByRole('heading', { name: '2 productos creados' })).toBeVisible({ timeout: 60_000 });
      const importacion = page.url();

      await irA(page, `/productos?buscar=${marca}`);
      for (const cual of ['Quinua', '=Oferta']) {
        await page.getByRole('checkbox', { name: new RegExp(`${cual} ${marca}`) }).check();
      }
      await page.getByRole('link', { name: 'Etiquetas' }).click();
      await expect(page.getByRole('img', { name: new RegExp(`Quinua ${marca}`) })).toBeVisible();
      await expect(page.getByText('2 etiquetas en 1 hoja.')).toBeVisible();
      await sinFallasDeAcceso(page, 'las etiquetas');
      await page.getByLabel('Papel').selectOption({ label: ROLLO });
      await expect(page.getByText('2 etiquetas en el rollo.')).toBeVisible();
      await page.getByRole('button', { name: 'Más Copias de cada una' }).press('Enter');
      await expect(page.getByText('4 etiquetas en el rollo.')).toBeVisible();
      await page.getByRole('button', { name: 'Imprimir' }).press('Enter');
      await expect.poll(() => impresiones(page)).toBe(1);
      await soloEtiquetas(page);

      await page.goto(importacion);
      await page.getByRole('button', { name: 'Deshacer' }).click();
      const dialogo = page.getByRole('alertdialog');
      await expect(dialogo.getByText('2 productos creados se eliminan')).toBeVisible({ timeout: 60_000 });
      await dialogo.getByLabel('Motivo').fill('Era otra lista');
      await dialogo.getByRole('button', { name: 'Deshacer' }).click();
      await expect(page.getByText('Esta importación se deshizo')).toBeVisible({ timeout: 60_000 });
      await irA(page, `/productos?buscar=${marca}`);
      await expect(page.getByText('No hay productos así')).toBeVisible();
      vigia.limpio();
    });
  });
}
