import { randomInt } from 'node:crypto';
import { expect } from '@playwright/test';
import { entregado, listoSinRed, venderUno } from './equipo';
import {
  alMostrador,
  escanear,
  esperarProductos,
  impresiones,
  sinFallasDeAcceso,
  sinImpresora,
  vigilar,
} from './helpers';
import { chip, test } from './sin-red';

test.use({ viewport: { width: 1366, height: 768 } });

test('cincuenta ventas sin red, recarga, y al volver cada una llega una sola vez', async ({ tienda }) => {
  test.setTimeout(240_000);
  const { admin, corte, turno, producto } = tienda;
  const { context, page } = await tienda.equipo();
  const vigia = vigilar(page, /Failed to load resource|ERR_|net::/);
  await sinImpresora(page);
  corte.poner('cortada');
  for (let i = 0; i < 25; i++) await venderUno(page, producto.codigo_barras);
  await expect(chip(page)).toContainText(/25 por enviar/);
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Escanear o buscar producto' })).toBeVisible();
  for (let i = 0; i < 24; i++) await venderUno(page, producto.codigo_barras);

  await test.step('sin red sale el recibo, se anula el último ticket y uno queda en espera', async () => {
    await page.keyboard.press('F9');
    await expect.poll(() => impresiones(page)).toBe(1);
    const papel = page.frameLocator('iframe[title="Recibo para imprimir"]').last();
    await expect(papel.locator('.recibo')).toContainText(producto.nombre);
    await page.keyboard.press('F9');
    await expect.poll(() => impresiones(page)).toBe(2);
    await page.keyboard.press('Alt+a');
    await page.getByRole('alertdialog').getByLabel('Motivo').fill('El cliente se arrepintió');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Anular' }).click();
    await expect(page.getByText(/anulado/).first()).toBeVisible();
    await escanear(page, producto.codigo_barras);
    await esperarProductos(page, 1);
    await page.keyboard.press('F8');
    await page.keyboard.type('Rosa', { delay: 110 });
    await page.keyboard.press('Enter');
    await expect(page.getByText('Ticket vacío').filter({ visible: true })).toBeVisible();
    await page.reload();
    await page.getByRole('textbox', { name: 'Escanear o buscar producto' }).waitFor();
    await page.keyboard.press('Shift+F8');
    await page.getByRole('button', { name: /^Retomar Rosa/ }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await esperarProductos(page, 1);
    await page.keyboard.press('F4');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('region', { name: 'Venta cobrada' })).toBeVisible();
  });
  await test.step('la copia, la gaveta y lo que se quita esperan firmados con lo vendido: borrar lo del navegador no los borra', async () => {
    await page.keyboard.press('Alt+g');
    const gaveta = page.getByRole('alertdialog');
    await gaveta.getByLabel('Motivo').fill('Dar cambio');
    await gaveta.getByRole('button', { name: 'Anotar' }).click();
    await expect(gaveta).toHaveCount(0);
    await escanear(page, producto.codigo_barras);
    await esperarProductos(page, 1);
    await page.keyboard.press('F4');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.keyboard.press('Delete');
    await expect(page.getByText('Ticket vacío').filter({ visible: true })).toBeVisible();
    await expect(chip(page)).toContainText(/54 por enviar/);
    await page.evaluate(() => localStorage.clear());
    await page.reload();
    await page.getByRole('textbox', { name: 'Escanear o buscar producto' }).waitFor();
  });
  // Fifty tickets, the void of one, and three notes.
  await expect(chip(page)).toContainText(/54 por enviar/);
  await chip(page).getByRole('button').click();
  await expect(page.getByRole('dialog', { name: 'Este equipo' })).toContainText('54 por enviar');
  await sinFallasDeAcceso(page, 'panel de lo que espera');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Menú de/ }).click();
  await page.getByRole('menuitem', { name: 'Cerrar sesión' }).click();
  await expect(page.getByText('Quedan 50 tickets, 1 anulación y 3 anotaciones por enviar')).toBeVisible();
  corte.poner('buena');
  expect(await tienda.todoUnaVez(page)).toBe(50);
  const anuladas = (await admin.ventasDe(turno.idSesion)).filter((v) => v.estado_venta === 'ANULADA');
  expect(anuladas).toHaveLength(1);
  const actos = await admin.leer<{ accion: string }[]>(`/api/auditoria?usuario=${turno.cajero.id}&limite=100`);
  const rastro = ['caja.abrir_gaveta', 'venta.reimprimir', 'venta.quitar_lineas'];
  for (const accion of rastro) expect(actos.filter((a) => a.accion === accion)).toHaveLength(1);
  expect(await admin.leer<unknown[]>(`/api/ventas/${anuladas[0]?.id}/copias`)).toHaveLength(1);
  vigia.limpio();
  await context.close();
});

test('el servidor responde 500, se cuelga o muere antes de contestar: nada se pierde ni se duplica', async ({
  tienda,
}) => {
  test.setTimeout(240_000);
  const { corte, producto } = tienda;
  const { context, page } = await tienda.equipo();
  for (const modo of ['error', 'colgada', 'muere', 'cortada'] as const) {
    corte.poner(modo);
    for (let i = 0; i < 3; i++) await venderUno(page, producto.codigo_barras);
    if (modo === 'muere') await expect.poll(() => corte.perdidas, { timeout: 60_000 }).toBeGreaterThan(0);
    corte.poner('buena');
    await expect(chip(page)).toContainText('En línea', { timeout: 60_000 });
  }
  expect(await tienda.todoUnaVez(page)).toBe(12);
  await context.close();
});

test('dos equipos en la misma caja venden sin red y los dos llegan', async ({ tienda }) => {
  test.setTimeout(180_000);
  const { admin, corte, turno, producto } = tienda;
  const [uno, dos] = [await tienda.equipo(), await tienda.equipo()];
  corte.poner('cortada');
  for (let i = 0; i < 4; i++) {
    await venderUno(uno.page, producto.codigo_barras);
    await venderUno(dos.page, producto.codigo_barras);
  }
  corte.poner('buena');
  await Promise.all([entregado(uno.page), entregado(dos.page)]);
  const ventas = await admin.ventasDe(turno.idSesion);
  expect(ventas).toHaveLength(8);
  expect(new Set(ventas.map((v) => v.serie)).size).toBe(2);
  await Promise.all([uno.context.close(), dos.context.close()]);
});

test('con el reloj una hora adelantado la venta entra con la hora del servidor', async ({ tienda, browser }) => {
  test.setTimeout(120_000);
  const { admin, corte, turno, producto } = tienda;
  const context = await browser.newContext({ baseURL: corte.url, viewport: { width: 1366, height: 768 } });
  const page = await context.newPage();
  await page.addInitScript(() => {
    const real = Date.now.bind(Date);
    const Real = Date;
    const hora = 3_600_000;
    class Adelantado extends Real {
      constructor(...args: unknown[]) {
        super(...((args.length === 0 ? [real() + hora] : args) as [number]));
      }
      static override now = () => real() + hora;
    }
    window.Date = Adelantado as DateConstructor;
  });
  await alMostrador(page, turno.cajero.email);
  await listoSinRed(page);
  corte.poner('cortada');
  await venderUno(page, producto.codigo_barras);
  corte.poner('buena');
  expect(await tienda.todoUnaVez(page)).toBe(1);
  const [venta] = await admin.leer<{ fecha: string }[]>(`/api/ventas?id_sesion_caja=${turno.idSesion}`);
  expect(Math.abs(Date.parse(venta?.fecha ?? '') - Date.now())).toBeLessThan(180_000);
  await context.close();
});

test('lo que espera se exporta, otro equipo lo importa una vez, y el original no lo repite', async ({
  tienda,
  browser,
}) => {
  test.setTimeout(180_000);
  const { corte, turno, producto } = tienda;
  const { context, page } = await tienda.equipo();
  corte.poner('cortada');
  for (let i = 0; i < 3; i++) await venderUno(page, producto.codigo_barras);
  await chip(page).getByRole('button').click();
  const [archivo] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Exportar' }).click(),
  ]);
  const ruta = await archivo.path();
  corte.poner('buena');
  const otro = await browser.newContext({
    baseURL: process.env.BASE_URL ?? '',
    viewport: { width: 1366, height: 768 },
  });
  const suya = await otro.newPage();
  await alMostrador(suya, turno.cajero.email);
  await listoSinRed(suya);
  await chip(suya).getByRole('button').click();
  for (const dicho of ['3 importados', 'Ese archivo ya se había importado']) {
    await suya.getByLabel('Archivo de tickets').setInputFiles(ruta);
    await expect(suya.getByText(dicho)).toBeVisible();
  }
  await entregado(suya);
  expect(await tienda.todoUnaVez(page)).toBe(3);
  await Promise.all([context.close(), otro.close()]);
});

test('sin red se cierra la caja y se abre de nuevo en el equipo que la atiende; al volver todo queda asentado', async ({
  tienda,
}) => {
  test.setTimeout(180_000);
  const { admin, corte, turno, producto } = tienda;
  const { context, page } = await tienda.equipo();
  corte.poner('cortada');
  await venderUno(page, producto.codigo_barras);
  await page.goto('/caja');
  await page.getByRole('link', { name: 'Contar y cerrar' }).click();
  await page.getByRole('textbox', { name: 'Billetes de 200' }).fill('1');
  await page.getByRole('button', { name: 'Sellar y cerrar' }).click();
  await page
    .getByRole('alertdialog')
    .or(page.getByRole('dialog'))
    .getByRole('button', { name: 'Sellar y cerrar' })
    .click();
  await expect(page.getByText('Cierre provisional')).toBeVisible();
  corte.poner('buena');
  await entregado(page);
  const sesion = await admin.leer<{ estado_sesion: string; monto_final_real: number }>(
    `/api/cajas/sesion/${turno.idSesion}`,
  );
  expect(sesion).toMatchObject({ estado_sesion: 'CERRADA', monto_final_real: 200 });
  await expect(page.getByText('Cierre provisional')).toHaveCount(0, { timeout: 30_000 });

  corte.poner('cortada');
  await page.goto('/vender');
  await page.getByRole('textbox', { name: 'Efectivo contado' }).fill('200');
  await page.getByRole('button', { name: 'Abrir caja' }).click();
  await expect(page.getByRole('textbox', { name: 'Escanear o buscar producto' })).toBeVisible();
  const cuantas = randomInt(1, 4);
  for (let i = 0; i < cuantas; i++) await venderUno(page, producto.codigo_barras);
  corte.poner('buena');
  await entregado(page);
  const abierta = await admin.leer<{ id: number }>(`/api/cajas/sesion-activa/${turno.cajero.id}`);
  expect(abierta.id).toBeGreaterThan(turno.idSesion);
  expect(await admin.ventasDe(abierta.id)).toHaveLength(cuantas);
  await context.close();
});
