import { expect, test } from '@playwright/test';
import { ESCRITORIO, entrar, ingresar, vigilar } from './helpers';
import { CONTRASENA, Tienda } from './tienda';

/** Where each role begins, and where it is sent from a page that its rights do not open. */
const ROLES = [
  { cuenta: 'super', inicio: '/ventas', ajena: null },
  { cuenta: 'admin', inicio: '/ventas', ajena: null },
  { cuenta: 'propietario', inicio: '/ventas', ajena: '/vender' },
  { cuenta: 'operador', inicio: '/vender', ajena: '/cajas' },
  { cuenta: 'almacen', inicio: '/productos', ajena: '/ventas' },
] as const;

test.describe('accesos', () => {
  test.use(ESCRITORIO);

  test('cada rol empieza donde trabaja y no entra donde no', async ({ page }) => {
    const vigia = vigilar(page);
    for (const { cuenta, inicio, ajena } of ROLES) {
      await test.step(cuenta, async () => {
        // Nobody is left asking for who was here.
        await page.goto('about:blank');
        await page.context().clearCookies();
        await ingresar(page, `${cuenta}@kantuta.bo`);
        await expect(page).toHaveURL(new RegExp(`${inicio}$`));
        if (!ajena) return;
        const desvio = await page.request.get(ajena, { maxRedirects: 0 });
        expect([desvio.status(), desvio.headers().location]).toEqual([307, expect.stringMatching(`${inicio}$`)]);
      });
    }
    vigia.limpio();
  });

  test('sin ingresar no se ve nada, y después se vuelve a lo pedido', async ({ page }) => {
    await page.goto('/ventas?estado_venta=ANULADA');
    await expect(page).toHaveURL(/\/ingresar\?volver=/);
    await page.getByLabel('Correo').fill('admin@kantuta.bo');
    await page.getByLabel('Contraseña', { exact: true }).fill(CONTRASENA);
    await page.getByRole('button', { name: 'Ingresar' }).click();
    await expect(page).toHaveURL(/\/ventas\?estado_venta=ANULADA$/);
  });

  test('quien no tiene caja abierta encuentra cómo abrirla', async ({ page }) => {
    const admin = await Tienda.admin();
    const cajero = await admin.crearCajero();
    await ingresar(page, cajero.email);
    await expect(page.getByRole('heading', { name: 'Para vender hay que abrir una caja' })).toBeVisible();
    await page.getByRole('link', { name: 'Abrir caja' }).click();
    await expect(page).toHaveURL(/\/caja$/);
  });

  test('el ticket de otra caja no se anula sin un superior', async ({ page }) => {
    const admin = await Tienda.admin();
    const { cajero, idSesion } = await admin.crearTurno();
    const producto = await admin.crearProducto();
    const suya = await Tienda.como(cajero.email);
    const venta = await suya.hacer<{ id: number }>('POST', '/api/ventas', {
      metodo_pago: 'QR',
      id_sesion_caja: idSesion,
      detalles: [{ id_producto: producto.id, cantidad: 1, precio_unitario: 10 }],
    });
    const otro = await admin.crearCajero();
    await entrar(page, otro.email, `/ventas/${venta.id}`);
    await expect(page.getByRole('heading', { name: /^Ticket/ }).first()).toBeVisible();
    await expect(page.getByRole('button', { name: 'Reimprimir' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Cambiar método' })).toHaveCount(0);
    await page.getByRole('button', { name: 'Anular' }).click();
    const pregunta = page.getByRole('alertdialog');
    await pregunta.getByLabel('Motivo').fill('Se equivocó de producto');
    await pregunta.getByRole('button', { name: 'Anular' }).click();
    await expect(page.getByRole('dialog', { name: 'Hace falta la aprobación de un superior' })).toBeVisible();
    expect((await suya.leer<{ estado_venta: string }>(`/api/ventas/${venta.id}`)).estado_venta).toBe('COMPLETADA');
  });
});
