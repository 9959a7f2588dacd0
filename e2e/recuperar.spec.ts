import { expect, type Page, test } from '@playwright/test';
import { entrar, identificar, irA, sinFallasEnAmbas, TELEFONO, vigilar } from './helpers';
import { Tienda } from './tienda';

const NUEVA = 'siete gatos duermen la siesta';

/** The frame of a mail runs nothing, not even what the test looks with. */
const SELLADO = /Blocked script execution in 'about:srcdoc'/;

/** Refusals that the story itself provokes. */
const ESPERADAS = /api\/auth\/(confirm-code|reset-confirm)|401 \(Unauthorized\)|400 \(Bad Request\)/;

async function pedirCodigo(page: Page, email: string): Promise<void> {
  await page.goto('/ingresar');
  await page.getByRole('link', { name: '¿Olvidó su contraseña?' }).click();
  await page.waitForURL((url) => url.pathname === '/recuperar');
  await page.getByLabel('Correo').fill(email);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Escriba el código' })).toBeVisible();
  await expect(page.getByLabel('Código')).toBeFocused();
}

/** What the administrator reads in the outbox while there is no SMTP. */
async function codigoEnBandeja(page: Page, email: string): Promise<string> {
  await identificar(page, 'admin@kantuta.bo');
  await expect(async () => {
    await page.goto(`/correos?buscar=${encodeURIComponent(email)}`);
    await page.getByRole('link', { name: 'Código para cambiar su contraseña' }).first().click({ timeout: 15_000 });
  }).toPass();
  await expect(page.getByText(`Para ${email}`)).toBeVisible();
  await page.getByRole('radio', { name: 'Solo texto' }).click();
  const texto = await page.locator('pre').innerText();
  const [codigo] = /^[2-9A-Z]{6}$/m.exec(texto) ?? [];
  return codigo ?? '';
}

test.describe('contraseña olvidada', () => {
  test.use(TELEFONO);

  test('se elige otra con el código que lee quien administra', async ({ page, browser }) => {
    test.setTimeout(180_000);
    const vigia = vigilar(page, ESPERADAS);
    const { email } = await (await Tienda.admin()).crearCajero();
    await pedirCodigo(page, email);
    await sinFallasEnAmbas(page, 'recuperar, código');
    await expect(page.getByRole('button', { name: /^Pedir otro en \d+ s$/ })).toBeDisabled();

    await page.getByLabel('Código').fill('222222');
    await page.keyboard.press('Enter');
    await expect(page.getByText('El código no es correcto')).toBeVisible();

    const oficina = await browser.newPage(TELEFONO);
    const codigo = await codigoEnBandeja(oficina, email);
    expect(codigo).toHaveLength(6);
    await sinFallasEnAmbas(oficina, 'un correo');

    // As it comes when pasted: with spaces around, in lower case.
    await page.getByLabel('Código').fill(` ${codigo.slice(0, 3).toLowerCase()} ${codigo.slice(3)} `);
    await expect(page.getByLabel('Código')).toHaveValue(codigo);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Elija una contraseña nueva' })).toBeVisible();
    await expect(page.getByLabel('Contraseña nueva')).toBeFocused();
    await sinFallasEnAmbas(page, 'recuperar, contraseña');

    await page.getByLabel('Contraseña nueva').fill('corta');
    await page.keyboard.press('Enter');
    await expect(page.getByText('La contraseña debe tener al menos 8 caracteres.')).toBeVisible();
    await page.getByLabel('Contraseña nueva').fill(NUEVA);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'La contraseña cambió' })).toBeVisible();
    await sinFallasEnAmbas(page, 'recuperar, hecho');

    await page.getByRole('link', { name: 'Ingresar', exact: true }).click();
    await page.getByLabel('Correo').fill(email);
    await page.getByLabel('Contraseña', { exact: true }).fill(NUEVA);
    await page.getByRole('button', { name: 'Ingresar' }).click();
    await page.waitForURL((url) => url.pathname === '/vender');

    await irA(oficina, `/correos?buscar=${encodeURIComponent(email)}`);
    await expect(oficina.getByRole('link', { name: 'Su contraseña cambió' }).first()).toBeVisible();
    await oficina.getByRole('link', { name: 'Código para cambiar su contraseña' }).first().click();
    await expect(oficina.getByText('Lo que decía se borró', { exact: false })).toBeVisible();
    await oficina.close();
    vigia.limpio();
  });

  test('con un correo de nadie se ve lo mismo', async ({ page }) => {
    const vigia = vigilar(page, ESPERADAS);
    await page.goto('/recuperar');
    await sinFallasEnAmbas(page, 'recuperar, correo');
    await page.getByRole('button', { name: 'Pedir el código' }).click();
    await expect(page.getByText('Falta el correo.')).toBeVisible();
    await pedirCodigo(page, `nadie-${Date.now()}@tienda.bo`);
    await page.getByLabel('Código').fill('222222');
    await page.keyboard.press('Enter');
    await expect(page.getByText('El código no es correcto')).toBeVisible();
    vigia.limpio();
  });

  test('la bandeja y las plantillas', async ({ page }) => {
    test.setTimeout(180_000);
    const vigia = vigilar(page, SELLADO);
    await entrar(page, 'admin@kantuta.bo', '/correos');
    await expect(page.getByText('No hay servidor de correo configurado')).toBeVisible();
    await expect(page.getByRole('table', { name: 'Correos' })).toBeVisible();
    await sinFallasEnAmbas(page, 'correos');
    await page.getByRole('textbox', { name: 'Buscar por dirección o asunto' }).fill('no-existe-este-texto');
    await expect(page.getByText('No hay correos así')).toBeVisible();
    await sinFallasEnAmbas(page, 'correos, vacío');
    await page.getByRole('button', { name: 'Quitar filtros' }).click();
    await expect(page.getByRole('table', { name: 'Correos' })).toBeVisible();

    await page.getByRole('link', { name: 'Plantillas' }).click();
    const hoja = page.locator('iframe');
    await expect(hoja).toHaveAttribute('sandbox', '');
    await expect(hoja.contentFrame().getByRole('heading', { name: /^Le damos la bienvenida/ })).toBeVisible();
    await page.getByLabel('Plantilla').selectOption('Cierre de caja');
    await expect(hoja.contentFrame().getByText('Debía haber')).toBeVisible();
    await sinFallasEnAmbas(page, 'plantillas');
    await page.getByRole('radio', { name: 'Solo texto' }).click();
    await expect(page.locator('pre')).toContainText('Diferencia: faltan');
    vigia.limpio();
  });
});
