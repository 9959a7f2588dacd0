import { randomInt } from 'node:crypto';
import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test';
import { Corte } from './corte';
import { entregado, guardada, guardados, listoSinRed, llenarSalida, olvidarPersistencia, venderUno } from './equipo';
import {
  alMostrador,
  escanear,
  esperarProductos,
  impresiones,
  sinFallasDeAcceso,
  sinImpresora,
  vigilar,
} from './helpers';
import { CONTRASENA, ean13, type Producto, Tienda } from './tienda';

/** The built-in role that may make products. */
const ADMINISTRADOR = 1;

test.use({ viewport: { width: 1366, height: 768 } });

let admin: Tienda;
let corte: Corte;
let turno: Awaited<ReturnType<Tienda['crearTurno']>>;
let producto: Producto;

test.beforeEach(async () => {
  [admin, corte] = await Promise.all([Tienda.admin(), Corte.abrir()]);
  turno = await admin.crearTurno();
  producto = await admin.crearProducto({ precio_venta: 3.5, stock_actual: 500 });
});
test.afterEach(async () => {
  await corte.cerrar();
});

/** A browser of its own that comes by the way that can be cut, ready to go on without it. */
async function equipo(browser: Browser): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ baseURL: corte.url, viewport: { width: 1366, height: 768 } });
  const page = await context.newPage();
  await alMostrador(page, turno.cajero.email);
  await listoSinRed(page);
  await guardada(page);
  return { context, page };
}

/** Every sale of the device is in the books, once, under its own number; answers how many. */
async function todoUnaVez(page: Page): Promise<number> {
  await entregado(page);
  const ventas = await admin.ventasDe(turno.idSesion);
  const enLibros = ventas.map((v) => `${v.serie}-${v.numero}`).sort();
  const aqui = (await guardados(page)).flatMap((e) => (e.folio ? [e.folio] : [])).sort();
  expect(enLibros).toEqual(aqui);
  expect(new Set(enLibros).size).toBe(enLibros.length);
  return enLibros.length;
}

const chip = (page: Page) => page.getByRole('status').filter({ hasText: /En línea|Sin conexión/ });

test('cincuenta ventas sin red, recarga, y al volver cada una llega una sola vez', async ({ browser }) => {
  test.setTimeout(240_000);
  const { context, page } = await equipo(browser);
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
  expect(await todoUnaVez(page)).toBe(50);
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
  browser,
}) => {
  test.setTimeout(240_000);
  const { context, page } = await equipo(browser);
  for (const modo of ['error', 'colgada', 'muere', 'cortada'] as const) {
    corte.poner(modo);
    for (let i = 0; i < 3; i++) await venderUno(page, producto.codigo_barras);
    if (modo === 'muere') await expect.poll(() => corte.perdidas, { timeout: 60_000 }).toBeGreaterThan(0);
    corte.poner('buena');
    await expect(chip(page)).toContainText('En línea', { timeout: 60_000 });
  }
  expect(await todoUnaVez(page)).toBe(12);
  await context.close();
});

test('dos equipos en la misma caja venden sin red y los dos llegan', async ({ browser }) => {
  test.setTimeout(180_000);
  const [uno, dos] = [await equipo(browser), await equipo(browser)];
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

test('con el reloj una hora adelantado la venta entra con la hora del servidor', async ({ browser }) => {
  test.setTimeout(120_000);
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
  expect(await todoUnaVez(page)).toBe(1);
  const [venta] = await admin.leer<{ fecha: string }[]>(`/api/ventas?id_sesion_caja=${turno.idSesion}`);
  expect(Math.abs(Date.parse(venta?.fecha ?? '') - Date.now())).toBeLessThan(180_000);
  await context.close();
});

test('lo que espera se exporta, otro equipo lo importa una vez, y el original no lo repite', async ({ browser }) => {
  test.setTimeout(180_000);
  const { context, page } = await equipo(browser);
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
  expect(await todoUnaVez(page)).toBe(3);
  await Promise.all([context.close(), otro.close()]);
});

test('bloqueada sin red se abre con el código de este equipo; ni recargar ni cortar la red la abren, y lo vendido se envía igual', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const { context, page } = await equipo(browser);
  const candado = page.getByRole('heading', { name: 'Pantalla bloqueada', level: 1 });
  const codigo = page.getByRole('textbox', { name: 'Código de este equipo' });
  const busqueda = page.getByRole('textbox', { name: 'Escanear o buscar producto' });
  const teclear = async (nombre: string, numeros: string) => {
    await page.getByRole('textbox', { name: nombre }).fill(numeros);
    await page.keyboard.press('Enter');
  };

  await test.step('bloqueada en línea, cortar la red y recargar no la abre', async () => {
    await page.keyboard.press('F10');
    await expect(candado).toBeVisible();
    await expect(page.getByLabel(/^Contraseña de/)).toBeVisible();
    corte.poner('cortada');
    await page.reload();
    await expect(candado).toBeVisible();
    await expect(page.getByText('Se abre cuando vuelva la conexión')).toBeVisible({ timeout: 20_000 });
    await expect(busqueda).toBeHidden();
    corte.poner('buena');
    await page.getByLabel(/^Contraseña de/).fill(CONTRASENA);
    await page.keyboard.press('Enter');
    await expect(busqueda).toBeVisible();
  });

  await test.step('sin red se elige un código, o se vuelve sin bloquear', async () => {
    corte.poner('cortada');
    await expect(chip(page)).toContainText('Sin conexión', { timeout: 45_000 });
    await venderUno(page, producto.codigo_barras);
    await page.keyboard.press('F10');
    await expect(page.getByText('Todavía no está bloqueada: falta el código.')).toBeVisible();
    await sinFallasDeAcceso(page, 'elegir el código');
    await page.getByRole('button', { name: 'Volver sin bloquear' }).click();
    await expect(busqueda).toBeVisible();
    await page.keyboard.press('F10');
    await teclear('Elija un código de 4 números', '4829');
    await teclear('Escríbalo otra vez', '4820');
    await expect(page.getByRole('alert').filter({ hasText: 'No eran iguales' })).toBeVisible();
    await teclear('Elija un código de 4 números', '4829');
    await teclear('Escríbalo otra vez', '4829');
    await expect(codigo).toBeFocused();
  });

  await test.step('recargar no la abre, lo escaneado no entra, y el código sí', async () => {
    await page.reload();
    await expect(codigo).toBeVisible();
    await expect(busqueda).toBeHidden();
    await teclear('Código de este equipo', '1111');
    await expect(page.getByRole('alert').filter({ hasText: 'El código no es correcto.' })).toBeVisible();
    await sinFallasDeAcceso(page, 'bloqueada sin conexión');
    await escanear(page, producto.codigo_barras);
    await page.getByRole('button', { name: 'Borrar' }).waitFor();
    await teclear('Código de este equipo', '4829');
    await expect(busqueda).toBeVisible();
    await expect(page.getByText('Ticket vacío').filter({ visible: true })).toBeVisible();
    await venderUno(page, producto.codigo_barras);
  });

  await test.step('al volver la conexión lo vendido sale bloqueada, y se abre con la contraseña', async () => {
    await page.keyboard.press('F10');
    await expect(codigo).toBeVisible();
    corte.poner('buena');
    await expect(page.getByLabel(/^Contraseña de/)).toBeVisible({ timeout: 45_000 });
    expect(await todoUnaVez(page)).toBe(2);
    await expect(candado).toBeVisible();
    await page.getByLabel(/^Contraseña de/).fill(CONTRASENA);
    // The page that the browser kept gives way to the server's.
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
    await expect(candado).toHaveCount(0);
    await expect(chip(page)).toContainText('En línea');
    await expect(busqueda).toBeVisible();
  });

  await test.step('desde la pantalla bloqueada tampoco se sale con algo por enviar', async () => {
    // The page knows who is here and what it may sell.
    await expect(page.locator('html[data-catalogo=completo]')).toHaveCount(1);
    corte.poner('sorda');
    await venderUno(page, producto.codigo_barras);
    expect((await guardados(page)).filter((e) => e.estado !== 'confirmado')).toHaveLength(1);
    await page.keyboard.press('F10');
    await page.getByRole('button', { name: 'Ingresar con otra cuenta' }).click();
    await expect(page.getByText('Queda 1 ticket por enviar')).toBeVisible();
    await expect(candado).toBeVisible();
    corte.poner('buena');
    await entregado(page);
    await page.getByRole('button', { name: 'Ingresar con otra cuenta' }).click();
    await expect(page).toHaveURL(/ingresar/);
  });
  await context.close();
});

test('sin red un código que nadie conoce se vende con nombre y precio, y al volver es un producto', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  turno = await admin.crearTurno(200, ADMINISTRADOR);
  const { context, page } = await equipo(browser);
  const codigo = ean13();
  const nombre = `Alfajor ${codigo}`;
  corte.poner('cortada');
  await escanear(page, codigo);
  await expect(page.getByText('Código desconocido')).toBeVisible();
  await page.keyboard.press('Alt+m');
  const dialogo = page.getByRole('dialog', { name: 'Producto nuevo' });
  await dialogo.getByLabel('Nombre').fill(nombre);
  await dialogo.getByLabel('Precio de venta').fill('3,50');
  await sinFallasDeAcceso(page, 'producto nuevo');
  await page.keyboard.press('Enter');
  await esperarProductos(page, 1);
  await escanear(page, codigo);
  await page.keyboard.press('F4');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Venta cobrada' })).toBeVisible();
  corte.poner('buena');
  expect(await todoUnaVez(page)).toBe(1);
  const [nuevo] = await admin.leer<Producto[]>(`/api/productos?buscar=${codigo}`);
  expect(nuevo).toMatchObject({ nombre, precio_venta: 3.5 });
  expect((await admin.ventasDe(turno.idSesion))[0]).toMatchObject({ total: 7 });
  await context.close();
});

test('sin red se cierra la caja y se abre de nuevo en el equipo que la atiende; al volver todo queda asentado', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const { context, page } = await equipo(browser);
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

test('actualizar la aplicación con ventas por enviar no pierde ninguna, y la versión nueva también abre sin red', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const { context, page } = await equipo(browser);
  corte.poner('sorda');
  for (let i = 0; i < 2; i++) await venderUno(page, producto.codigo_barras);
  await page.evaluate(async () => {
    const registro = await navigator.serviceWorker.register('/sw.js?v=siguiente', { updateViaCache: 'none' });
    await new Promise<void>((listo) => {
      const mirar = () => (registro.waiting ? listo() : setTimeout(mirar, 100));
      mirar();
    });
  });
  await chip(page).getByRole('button').click();
  const panel = page.getByRole('dialog', { name: 'Este equipo' });
  await expect(panel).toContainText('2 por enviar');
  await Promise.all([page.waitForEvent('load'), panel.getByRole('button', { name: 'Actualizar ahora' }).click()]);
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller?.scriptURL ?? ''))
    .toContain('v=siguiente');
  expect((await guardados(page)).filter((e) => e.estado !== 'confirmado')).toHaveLength(2);
  corte.poner('cortada');
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Escanear o buscar producto' })).toBeVisible();
  await venderUno(page, producto.codigo_barras);
  corte.poner('buena');
  expect(await todoUnaVez(page)).toBe(3);
  await context.close();
});

test('con los 5.000 tickets que promete por enviar se abre, se escanea y se cobra, y se avisa', async ({ browser }) => {
  test.setTimeout(180_000);
  const { context, page } = await equipo(browser);
  corte.poner('cortada');
  await venderUno(page, producto.codigo_barras);
  await llenarSalida(page, 4_999);
  await page.reload();
  await expect(chip(page)).toContainText('5000 por enviar', { timeout: 20_000 });
  await venderUno(page, producto.codigo_barras);
  await expect(chip(page)).toContainText('5001 por enviar');
  await page.goto('/vender/diagnostico');
  await expect(page.getByText('5.001 de 5.000')).toBeVisible();
  await chip(page).getByRole('button').click();
  await expect(page.getByText('Cerca de lo que este equipo promete sin conexión')).toBeVisible();
  await context.close();
});

test('el diagnóstico dice qué promete, qué contestó el navegador y cómo está el equipo, que se puede instalar', async ({
  browser,
}) => {
  const { context, page } = await equipo(browser);
  // What the browser will answer when it is asked never to drop what is kept.
  await page.addInitScript(() => {
    const dice = localStorage.getItem('prueba-persistencia');
    Object.defineProperty(navigator.storage, 'persisted', { value: async () => false });
    Object.defineProperty(navigator.storage, 'persist', {
      value: dice === 'nada' ? undefined : async () => dice === 'si',
    });
  });
  const contestando = async (dice: 'no' | 'si' | 'nada') => {
    await page.evaluate((d) => localStorage.setItem('prueba-persistencia', d), dice);
    await olvidarPersistencia(page);
    await page.goto('/vender/diagnostico');
    return page.getByRole('definition').filter({ hasText: /concedido|dijo que no|no se puede pedir/ });
  };
  await expect(await contestando('no')).toHaveText('el navegador dijo que no');
  await expect(page.getByText('No borrar lo guardado: el navegador todavía no lo promete.')).toBeVisible();
  await expect(page.getByText('7 días y 5.000 tickets')).toBeVisible();
  await expect(page.getByText(/activo|guardando/).first()).toBeVisible();
  await sinFallasDeAcceso(page, 'diagnóstico');
  await expect(await contestando('nada')).toHaveText('no se puede pedir');
  await expect(await contestando('si')).toHaveText('concedido');
  await expect(page.getByText('No borrar lo guardado')).toHaveCount(0);

  await test.step('el navegador encuentra todo lo que pide para instalarla', async () => {
    const enlace = await page.locator('link[rel=manifest]').getAttribute('href');
    const cdp = await context.newCDPSession(page);
    const { url, errors, data } = await cdp.send('Page.getAppManifest');
    expect(new URL(url).pathname).toBe(new URL(enlace ?? '', page.url()).pathname);
    expect(errors).toEqual([]);
    const { start_url, icons } = JSON.parse(data ?? '{}') as { start_url: string; icons: { src: string }[] };
    for (const { src } of icons) {
      const icono = await page.request.get(new URL(src, url).href);
      expect([src, icono.status(), icono.headers()['content-type']]).toEqual([src, 200, 'image/png']);
    }
    const { installabilityErrors } = await cdp.send('Page.getInstallabilityErrors');
    // The window of a story is private: an ordinary one installs.
    expect(installabilityErrors.map((e) => e.errorId).filter((e) => e !== 'in-incognito')).toEqual([]);
    const alcance = await page.evaluate(async () => (await navigator.serviceWorker.ready).scope);
    expect(new URL(start_url, url).href.startsWith(alcance)).toBe(true);
  });
  await context.close();
});
