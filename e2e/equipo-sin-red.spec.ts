import { expect } from '@playwright/test';
import { entregado, guardados, llenarSalida, olvidarPersistencia, venderUno } from './equipo';
import { escanear, esperarProductos, sinFallasDeAcceso } from './helpers';
import { chip, test } from './sin-red';
import { CONTRASENA, ean13, type Producto } from './tienda';

/** The built-in role that may make products. */
const ADMINISTRADOR = 1;

test.use({ viewport: { width: 1366, height: 768 } });

test('bloqueada sin red se abre con el código de este equipo; ni recargar ni cortar la red la abren, y lo vendido se envía igual', async ({
  tienda,
}) => {
  test.setTimeout(180_000);
  const { corte, producto } = tienda;
  const { context, page } = await tienda.equipo();
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
    expect(await tienda.todoUnaVez(page)).toBe(2);
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
  tienda,
}) => {
  test.setTimeout(120_000);
  const { admin, corte } = tienda;
  const turno = await tienda.cambiarTurno(ADMINISTRADOR);
  const { context, page } = await tienda.equipo();
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
  expect(await tienda.todoUnaVez(page)).toBe(1);
  const [nuevo] = await admin.leer<Producto[]>(`/api/productos?buscar=${codigo}`);
  expect(nuevo).toMatchObject({ nombre, precio_venta: 3.5 });
  expect((await admin.ventasDe(turno.idSesion))[0]).toMatchObject({ total: 7 });
  await context.close();
});

test('actualizar la aplicación con ventas por enviar no pierde ninguna, y la versión nueva también abre sin red', async ({
  tienda,
}) => {
  test.setTimeout(180_000);
  const { corte, producto } = tienda;
  const { context, page } = await tienda.equipo();
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
  expect(await tienda.todoUnaVez(page)).toBe(3);
  await context.close();
});

test('con los 5.000 tickets que promete por enviar se abre, se escanea y se cobra, y se avisa', async ({ tienda }) => {
  test.setTimeout(180_000);
  const { corte, producto } = tienda;
  const { context, page } = await tienda.equipo();
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
  tienda,
}) => {
  const { context, page } = await tienda.equipo();
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
