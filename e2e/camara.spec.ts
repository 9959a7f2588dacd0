import { expect, type Page, test } from '@playwright/test';
import { abrirCobro, alMostrador, esperarProductos, linea, PANTALLAS, sinFallasDeAcceso, vigilar } from './helpers';
import { Tienda } from './tienda';

const [, telefono] = PANTALLAS;
test.use(telefono.uso);

type Fingida = { aLaVista: string[]; pistas: MediaStreamTrack[]; negada: boolean };

/** A camera whose picture is a canvas, and a reader that sees the codes that the story shows. */
async function fingirCamara(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const camara: Fingida = { aLaVista: [], pistas: [], negada: false };
    class BarcodeDetector {
      static getSupportedFormats = async () => ['ean_13', 'code_128'];
      detect = async () => camara.aLaVista.map((rawValue) => ({ rawValue }));
    }
    Object.assign(window, { camara, BarcodeDetector });
    navigator.mediaDevices.getUserMedia = async () => {
      if (camara.negada) throw new DOMException('denied', 'NotAllowedError');
      const cuadro = document.createElement('canvas');
      cuadro.getContext('2d')?.fillRect(0, 0, 10, 10);
      const flujo = cuadro.captureStream(10);
      camara.pistas = flujo.getTracks();
      return flujo;
    };
  });
}

const fingida = (page: Page, cambio: Partial<Fingida>) =>
  page.evaluate((c) => {
    Object.assign((window as unknown as { camara: Fingida }).camara, c);
  }, cambio);
const pistas = (page: Page) =>
  page.evaluate(() => (window as unknown as { camara: Fingida }).camara.pistas.map((p) => p.readyState));

test('la cámara agrega cada código una vez, se apaga al cerrar, y dice por qué no puede', async ({ page, context }) => {
  const admin = await Tienda.admin();
  const turno = await admin.crearTurno();
  const [uno, dos] = await Promise.all([
    admin.crearProducto({ stock_actual: 9 }),
    admin.crearProducto({ stock_actual: 9 }),
  ]);
  const vigia = vigilar(page, /ERR_INTERNET_DISCONNECTED/);
  await fingirCamara(page);
  await alMostrador(page, turno.cajero.email);
  const dialogo = page.getByRole('dialog', { name: 'Escanear con la cámara' });
  const cerrar = async () => {
    await page.keyboard.press('Escape');
    await expect(dialogo).toHaveCount(0);
  };

  await test.step('lo que sigue a la vista entra una vez; otro código es otra línea', async () => {
    await page.keyboard.press('Alt+c');
    await expect(dialogo).toBeVisible();
    await expect.poll(() => pistas(page)).toEqual(['live']);
    await fingida(page, { aLaVista: [uno.codigo_barras] });
    await expect(dialogo.getByRole('status')).toContainText(uno.nombre);
    await sinFallasDeAcceso(page, 'la cámara');
    await fingida(page, { aLaVista: [dos.codigo_barras, uno.codigo_barras] });
    await expect(dialogo.getByRole('status')).toContainText(dos.nombre);
    await cerrar();
    await esperarProductos(page, 2);
    expect(await pistas(page)).toEqual(['ended']);
  });

  await test.step('sin permiso, y sin lector de códigos, lo dice y el mostrador sigue', async () => {
    await fingida(page, { negada: true });
    await page.keyboard.press('Alt+c');
    await expect(dialogo).toContainText('No se dio permiso para usar la cámara');
    await sinFallasDeAcceso(page, 'la cámara negada');
    await cerrar();
    await page.evaluate(() => Reflect.deleteProperty(window, 'BarcodeDetector'));
    await page.keyboard.press('Alt+c');
    await expect(dialogo).toContainText('Este navegador no sabe leer códigos con la cámara');
    await cerrar();
  });

  await page
    .getByRole('button', { name: /productos/ })
    .first()
    .click();
  for (const { nombre } of [uno, dos]) await expect(linea(page, nombre)).toHaveCount(1);

  await test.step('sin conexión el aviso dice lo que espera, y cabe en el teléfono', async () => {
    await context.setOffline(true);
    const cobro = await abrirCobro(page);
    await cobro.getByRole('button', { name: /^Cobrado/ }).click();
    await page.getByRole('button', { name: 'Siguiente venta' }).click();
    const aviso = page.getByRole('status').filter({ hasText: 'Sin conexión' });
    await expect(aviso).toContainText('1 por enviar', { timeout: 45_000 });
    const { ancho, pantalla } = await page.evaluate(() => ({
      ancho: document.documentElement.scrollWidth,
      pantalla: document.documentElement.clientWidth,
    }));
    expect(ancho).toBe(pantalla);
    // The next story may have this browser, which Playwright empties of all but this.
    await context.setOffline(false);
  });
  vigia.limpio();
});
