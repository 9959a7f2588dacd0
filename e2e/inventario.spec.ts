import { randomInt } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { conDigito } from '@/db/seed/catalogo/ean';
import { codigoDePack, EN_PACK } from '@/db/seed/demo/productos';
import { filasDeCsv, filasDeXlsx } from '@/tests/contract/archivos';
import { ESCRITORIO, entrar, escanear, irA, sinFallasEnAmbas, TELEFONO, vigilar } from './helpers';
import { CONTRASENA, marca, type Producto, Tienda } from './tienda';

/** The refusal that asks for a superior is part of the story, and the browser says it in its console. */
const RECHAZOS = /status of 403/;
/** A label of the scale is nobody's code before it is read as what it is. */
const NO_ES_UN_CODIGO = /\/api\/productos\/barcode\/20\d+$/;
const PIN = '482913';

type Persona = { email: string; sucursal: string };
type Valoracion = { sucursales: { valor: number; libro: number }[] };

let admin: Tienda;
let aqui: Persona;
let alla: Persona;

/** Somebody who minds the stock of a branch, and that nobody else uses. */
async function almacenero(super_: Tienda, sucursal: { id: number; nombre: string }): Promise<Persona> {
  const email = `almacen-${marca()}@kantuta.bo`;
  const primera = `de entrada ${marca()}`;
  await super_.hacer('POST', '/api/usuario/register', {
    email,
    password: primera,
    nombres: 'Almacén',
    p_apellido: 'Navegador',
    fecha_nacimiento: '1995-06-24',
    genero: 'F',
    id_role: 5,
    id_sucursal: sucursal.id,
  });
  const suya = await Tienda.como(email, primera);
  await suya.hacer('POST', '/api/auth/change-password', { currentPassword: primera, newPassword: CONTRASENA });
  return { email, sucursal: sucursal.nombre };
}

test.beforeAll(async () => {
  test.setTimeout(120_000);
  const super_ = await Tienda.como('super@kantuta.bo');
  admin = await Tienda.admin();
  await admin.hacer('POST', '/api/auth/pin', { pin: PIN, password: CONTRASENA });
  const sucursales = await super_.leer<{ id: number; nombre: string }[]>('/api/sucursales');
  const de = (nombre: string) => sucursales.find((s) => s.nombre === nombre) ?? { id: 0, nombre };
  [aqui, alla] = [await almacenero(super_, de('Miraflores')), await almacenero(super_, de('El Alto'))];
});

/** Writes a product's name in the search of a form and takes the first found, with Enter. */
async function elegir(page: Page, producto: Producto): Promise<void> {
  const campo = page.getByRole('textbox', { name: 'Producto' });
  await campo.fill(producto.nombre);
  await expect(page.getByRole('list', { name: 'Productos encontrados' })).toContainText(producto.nombre);
  await campo.press('Enter');
}

const stock = async (p: Producto) => (await admin.leer<Producto>(`/api/productos/${p.id}`)).stock_actual;

test.describe('inventario, en la computadora de la oficina', () => {
  test.use(ESCRITORIO);
  test.setTimeout(240_000);

  test('entra mercadería con el lector, se pierde más de lo que uno puede anotar solo, y el kardex lo cuenta todo', async ({
    page,
  }) => {
    const vigia = vigilar(page, RECHAZOS);
    const caro = await admin.crearProducto({ costo_compra: 100, precio_venta: 130 });
    const [pack] = EN_PACK;
    if (!pack) throw new Error('the demo sells packs');
    const refresco = await admin.leer<Producto>(`/api/productos/barcode/${pack.codigo}`);

    await entrar(page, aqui.email, '/inventario/entrada');
    await expect(page.getByText('Todavía no hay productos.')).toBeVisible();
    await escanear(page, refresco.codigo_barras);
    await expect(page.getByLabel('Cantidad')).toHaveValue('1');
    await escanear(page, codigoDePack(pack));
    await expect(page.getByLabel('Cantidad')).toHaveValue('7');
    await page.getByRole('button', { name: 'Registrar entrada' }).press('Enter');
    await expect(page.getByLabel('Motivo')).toBeFocused();
    await page.getByLabel('Motivo').fill('Compra en la feria');
    await page.getByLabel('Proveedor').fill('Doña Julia');
    await sinFallasEnAmbas(page, 'entrada');
    await page.getByRole('button', { name: 'Registrar entrada' }).press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: /^Entrada E-\d+/ })).toBeVisible();
    await expect(page.getByText('Doña Julia')).toBeVisible();
    await expect(page.getByRole('row').filter({ hasText: refresco.nombre })).toContainText('+7');
    await sinFallasEnAmbas(page, 'documento');

    await page.getByRole('button', { name: 'Anular' }).press('Enter');
    const pregunta = page.getByRole('alertdialog');
    await pregunta.getByLabel('Motivo').fill('Era de otra tienda');
    await sinFallasEnAmbas(page, 'anular un documento');
    await pregunta.getByRole('button', { name: 'Anular' }).press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: /^Anulación N-\d+/ })).toBeVisible();
    await expect(page.getByRole('row').filter({ hasText: refresco.nombre })).toContainText('−7');
    await page.getByRole('link', { name: /^E-\d+/ }).click();
    await expect(page.getByText(/^Lo anuló N-\d+/)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Anular' })).toHaveCount(0);

    await irA(page, '/inventario/salida');
    await elegir(page, caro);
    await page.getByLabel('Cantidad').fill('6');
    await page.getByLabel('Motivo').fill('Se cayó el estante');
    await page.getByRole('button', { name: 'Registrar salida' }).press('Enter');
    const dialogo = page.getByRole('dialog', { name: 'Hace falta la aprobación de un superior' });
    await expect(dialogo).toBeVisible();
    await dialogo.getByLabel('Motivo', { exact: true }).fill('Lo vi yo');
    const quienes = dialogo.getByLabel('Quién aprueba');
    await expect(quienes.locator('option', { hasText: 'Administrador' }).first()).toBeAttached();
    const cual = (await quienes.locator('option').allTextContents()).findIndex((t) => /Administrador/.test(t));
    await quienes.selectOption({ index: cual });
    await sinFallasEnAmbas(page, 'salida por aprobar');
    await dialogo.getByLabel('PIN', { exact: true }).fill(PIN);
    await dialogo.getByRole('button', { name: 'Aprobar' }).press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: /^Merma S-\d+/ })).toBeVisible();
    await expect(page.getByText(/^Aprobado por .+: Lo vi yo/)).toBeVisible();
    expect(await stock(caro)).toBe(14);

    await page.getByRole('link', { name: caro.nombre }).click();
    await expect(page.getByRole('heading', { level: 1, name: caro.nombre })).toBeVisible();
    const ultima = page.getByRole('row').filter({ hasText: 'Merma S-' });
    await expect(ultima).toContainText('Se cayó el estante');
    await expect(ultima.getByRole('cell').filter({ hasText: /^14$/ })).toBeVisible();
    await sinFallasEnAmbas(page, 'kardex');

    const bajar = async (formato: string) => {
      await page.getByRole('button', { name: 'Exportar' }).press('Enter');
      const cual = page.getByRole('menuitem', { name: formato });
      const [descarga] = await Promise.all([page.waitForEvent('download'), cual.press('Enter')]);
      await expect(page.getByText('Se exportaron 2 filas').first()).toBeVisible();
      expect(descarga.suggestedFilename()).toMatch(/^kardex-\d+-20\d\d-\d\d-\d\d\.(csv|xlsx)$/);
      return readFile(await descarga.path());
    };
    const [merma, inicial] = await filasDeXlsx(await bajar('Excel (XLSX)'));
    expect(merma).toMatchObject({ Motivo: 'Se cayó el estante', Cantidad: -6, Saldo: 14, Fecha: expect.any(Date) });
    expect(inicial).toMatchObject({ Cantidad: 20, Saldo: 20, 'Valor al costo': 2000 });
    const csv = await filasDeCsv(await bajar('CSV'));
    expect(csv.map((f) => [f.Documento, f.Cantidad])).toEqual([
      [merma?.Documento, '-6'],
      [inicial?.Documento, '20'],
    ]);
    await expect(page.getByRole('button', { name: 'Exportar' })).toBeEnabled();
    vigia.limpio();
  });

  test('una transferencia se pide, se envía, llega en parte y lo que falta se explica', async ({ page, browser }) => {
    const p = await admin.crearProducto({ costo_compra: 3.33 });
    const otro = await browser.newContext(TELEFONO);
    const alto = await otro.newPage();
    const [vigia, vigiaAlto] = [vigilar(page), vigilar(alto)];
    await entrar(alto, alla.email, '/inventario/transferencias/nueva');
    await alto.getByLabel('A qué sucursal se pide').selectOption({ label: aqui.sucursal });
    await elegir(alto, p);
    await alto.getByLabel('Cantidad').fill('5');
    await sinFallasEnAmbas(alto, 'nueva transferencia');
    await alto.getByRole('button', { name: 'Pedir' }).tap();
    await expect(alto.getByText(`Falta que ${aqui.sucursal} la envíe.`)).toBeVisible();
    const ruta = new URL(alto.url()).pathname;

    await entrar(page, aqui.email, ruta);
    await expect(page.getByText('Se pidió 5 · hay 20')).toBeVisible();
    await page.getByLabel(p.nombre).fill('4');
    await sinFallasEnAmbas(page, 'enviar transferencia');
    await page.getByRole('button', { name: 'Enviar' }).press('Enter');
    await expect(page.getByText('En camino', { exact: true }).first()).toBeVisible();
    await expect(page.getByText(`Falta que ${alla.sucursal} la reciba.`)).toBeVisible();
    expect(await stock(p)).toBe(16);

    // Nobody reloads: the page of who waits hears that it was sent.
    await alto.getByLabel('Llegó').fill('2');
    await alto.getByRole('button', { name: 'Recibir' }).tap();
    await expect(alto.getByText('Recibida en parte', { exact: true })).toBeVisible();
    await alto.getByLabel('Llegó').fill('1');
    await alto.getByLabel('No llegará').fill('1');
    await alto.getByLabel('Causa').selectOption({ label: 'Llegó dañado' });
    await alto.getByRole('button', { name: 'Recibir' }).tap();
    await expect(alto.getByLabel('Explicación')).toBeFocused();
    await alto.getByLabel('Explicación').fill('Llegó mojada');
    await sinFallasEnAmbas(alto, 'recibir transferencia');
    await alto.getByRole('button', { name: 'Recibir' }).tap();
    await expect(alto.getByText('Recibida', { exact: true }).first()).toBeVisible();
    await expect(alto.getByText('Llegó dañado: 1, Llegó mojada')).toBeVisible();

    await irA(page, '/inventario/valoracion');
    await expect(page.getByText(/^Igual que el libro/)).toBeVisible();
    await sinFallasEnAmbas(page, 'valoración');
    const { sucursales } = await admin.leer<Valoracion>('/api/inventario/valoracion');
    for (const s of sucursales) expect(s.valor).toBe(s.libro);
    for (const lista of ['', '/alertas']) {
      await irA(page, `/inventario${lista}`);
      await expect(page.getByRole('row').nth(1)).toBeVisible();
      await sinFallasEnAmbas(page, `inventario${lista}`);
    }
    await otro.close();
    vigia.limpio();
    vigiaAlto.limpio();
  });
});

test.describe('inventario, con el teléfono entre las góndolas', () => {
  test.use(TELEFONO);
  test.setTimeout(240_000);

  test('se cuenta con el lector mientras se vende, y se aplica solo la diferencia', async ({ page }) => {
    const vigia = vigilar(page, NO_ES_UN_CODIGO);
    const [p, { cajero, idSesion }] = [await admin.crearProducto(), await admin.crearTurno()];
    const caja = await Tienda.como(cajero.email);
    const vender = (cantidad: number) =>
      caja.hacer('POST', '/api/ventas', {
        id_sesion_caja: idSesion,
        metodo_pago: 'EFECTIVO',
        detalles: [{ id_producto: p.id, cantidad, precio_unitario: p.precio_venta }],
      });
    await entrar(page, aqui.email, '/inventario/conteos');
    await page.getByRole('button', { name: 'Nuevo conteo' }).tap();
    const nuevo = page.getByRole('alertdialog', { name: 'Nuevo conteo' });
    await nuevo.getByLabel('Nota').fill('Góndola');
    await sinFallasEnAmbas(page, 'nuevo conteo');
    await nuevo.getByRole('button', { name: 'Empezar a contar' }).tap();
    await expect(page.getByRole('heading', { level: 1, name: /^Conteo C-\d+/ })).toBeVisible();
    await expect(page.getByText('Pase el lector por el primer producto.')).toBeVisible();

    const ultimo = page.getByRole('status').filter({ hasText: p.nombre });
    await escanear(page, p.codigo_barras, p.codigo_barras);
    await expect(ultimo).toHaveText(`2 ${p.nombre}`);
    await vender(3);
    await escanear(page, p.codigo_barras);
    await expect(ultimo).toHaveText(`3 ${p.nombre}`);
    const fila = page.getByRole('row').filter({ hasText: p.nombre });
    await expect(fila).toContainText('Se movió: contar otra vez');
    await elegir(page, p);
    await page.getByLabel(p.nombre).fill('16');
    await page.getByLabel(p.nombre).press('Enter');
    await expect(ultimo).toHaveText(`16 ${p.nombre}`);
    await expect(fila).not.toContainText('Se movió');
    await expect(fila).toContainText('−1');
    await sinFallasEnAmbas(page, 'conteo');

    const articulo = String(randomInt(10_000, 100_000));
    const queso = await admin.crearProducto({ unidad: 'kg', codigo_barras: articulo, stock_actual: 1.35 });
    await escanear(page, conDigito(`20${articulo}01350`));
    await expect(page.getByRole('status').filter({ hasText: queso.nombre })).toHaveText(`1,35 kg ${queso.nombre}`);

    const ajeno = await admin.crearProducto();
    const idConteo = Number(new URL(page.url()).pathname.split('/').at(-1));
    const otra = await Tienda.como(aqui.email);
    await otra.hacer('POST', `/api/inventario/conteos/${idConteo}/contar`, { id_producto: ajeno.id, cantidad: 20 });
    await expect(page.getByRole('row').filter({ hasText: ajeno.nombre })).toBeVisible();

    await vender(2);
    await page.getByRole('button', { name: 'Aplicar conteo' }).tap();
    const dialogo = page.getByRole('alertdialog', { name: /^¿Aplicar el conteo/ });
    await expect(dialogo).toContainText('1 producto tiene diferencia');
    await dialogo.getByRole('button', { name: 'Aplicar' }).tap();
    await expect(page.getByText('Aplicado', { exact: true })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Aplicar conteo' })).toHaveCount(0);
    expect(await stock(p)).toBe(14);
    vigia.limpio();
  });
});
