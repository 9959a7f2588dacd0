import { randomInt } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { centavosDeJson, formatMonto } from '@/lib/money';
import { catalogoCsv, filaDeCatalogo } from '@/scripts/bench/archivo';
import {
  abrirCobro,
  alMostrador,
  cobrada,
  ESCRITORIO,
  entrar,
  escanear,
  esperarProductos,
  impresiones,
  irA,
  sinImpresora,
  vigilar,
} from './helpers';
import { type Sesion, Tienda } from './tienda';

const FILAS = 20_000;
/** The shop may have those of an earlier run. */
const DESDE = randomInt(4_000) * FILAS;
const FONDO = 200;

/** Some of the file that can be sold and whose sum in cash is not rounded. */
const ELEGIDOS = Array.from({ length: FILAS }, (_, i) => filaDeCatalogo(DESDE + i + 1))
  .filter(([, , , precio, , stock]) => precio.endsWith('0') && Number(stock) > 2)
  .filter((_, i) => i % 1_000 === 0)
  .slice(0, 3)
  .map(([codigo, nombre, , precio]) => ({ codigo, nombre, centavos: Math.round(Number(precio) * 100) }));

/** After all the other stories: their counters would carry these products too. */
test.use(ESCRITORIO);

test('veinte mil productos entran de un archivo, se venden por su código y la caja cuadra al centavo', async ({
  page,
  browser,
}) => {
  test.setTimeout(240_000);
  const admin = await Tienda.admin();
  const { cajero, idSesion } = await admin.crearTurno(FONDO);

  await test.step('se importan viéndolos antes', async () => {
    const contexto = await browser.newContext(ESCRITORIO);
    const oficina = await contexto.newPage();
    const vigia = vigilar(oficina);
    await entrar(oficina, 'admin@kantuta.bo', '/productos/importar');
    await oficina
      .getByLabel('Archivo de productos')
      .setInputFiles({ name: 'catalogo.csv', mimeType: 'text/csv', buffer: catalogoCsv(FILAS, DESDE) });
    await oficina.getByRole('button', { name: 'Importar 20.000 productos' }).click({ timeout: 60_000 });
    await expect(oficina.getByRole('heading', { name: '20.000 productos creados' })).toBeVisible({ timeout: 120_000 });
    vigia.limpio();
    await contexto.close();
  });

  const vigia = vigilar(page);
  await sinImpresora(page);
  await test.step('se venden con el lector y se imprime el recibo', async () => {
    await alMostrador(page, cajero.email);
    await escanear(page, ...ELEGIDOS.map(({ codigo }) => codigo));
    await esperarProductos(page, ELEGIDOS.length);
    const cobro = await abrirCobro(page);
    await cobro.getByRole('button', { name: 'Exacto' }).click();
    await cobro.getByRole('button', { name: /^Cobrado/ }).click();
    const panel = await cobrada(page);
    await panel.getByRole('button', { name: /^Imprimir recibo/ }).click();
    await expect.poll(() => impresiones(page)).toBe(1);
    const papel = page.frameLocator('iframe[title="Recibo para imprimir"]').last();
    for (const { nombre } of ELEGIDOS) await expect(papel.locator('.recibo')).toContainText(nombre);
  });

  const total = ELEGIDOS.reduce((suma, { centavos }) => suma + centavos, 0);
  await test.step('se cierra, y los números son los del archivo', async () => {
    await irA(page, '/caja/cerrar');
    await page.getByRole('radio', { name: 'Solo el total' }).click();
    await page.getByLabel('Efectivo contado').fill(formatMonto(FONDO * 100 + total));
    await page.getByRole('button', { name: /^Sellar y cerrar/ }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Sellar y cerrar' }).click();
    await expect(page.getByRole('heading', { name: 'Cuadra al centavo' })).toBeVisible();
    const cerrada = await admin.leer<Sesion>(`/api/cajas/sesion/${idSesion}`);
    expect(cerrada).toMatchObject({ estado_sesion: 'CERRADA', diferencia: 0 });
    expect(centavosDeJson((await admin.balance(idSesion)).ventas.efectivo)).toBe(total);
  });
  vigia.limpio();
});
