import { randomUUID } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import { ESCRITORIO, entrar, identificar, irA, sinFallasEnAmbas, vigilar } from './helpers';

const marca = () => randomUUID().slice(0, 8);

/** Types a mail and a password on the page to sign in. */
async function entrarCon(page: Page, email: string, clave: string): Promise<void> {
  await page.goto('/ingresar');
  await page.getByLabel('Correo').fill(email);
  await page.getByLabel('Contraseña', { exact: true }).fill(clave);
  await page.getByRole('button', { name: 'Ingresar' }).click();
}

/** Registers somebody through the form; answers their mail. */
async function registrar(page: Page, apellido: string, clave: string): Promise<string> {
  const email = `nueva-${marca()}@kantuta.bo`;
  await page.goto('/usuarios');
  await page.getByRole('link', { name: 'Nueva persona' }).click();
  await page.getByLabel('Nombres').fill('Elsa');
  await page.getByLabel('Primer apellido').fill(apellido);
  await page.getByLabel('Fecha de nacimiento').fill('1991-03-09');
  await page.getByLabel('Correo').fill(email);
  await page.getByLabel('Contraseña provisional', { exact: true }).fill(clave);
  await page.getByRole('button', { name: 'Registrar' }).click();
  return email;
}

/** What the server answers to whoever asks for a page, without drawing it. */
async function contesta(page: Page, ruta: string): Promise<number> {
  return (await page.request.get(ruta, { maxRedirects: 0 })).status();
}

test.describe('personas y roles', () => {
  test.use(ESCRITORIO);
  test.setTimeout(300_000);

  test('una persona nueva elige su contraseña, cambia de rol y se la puede sacar', async ({ page, browser }) => {
    const vigia = vigilar(page);
    const [apellido, provisional, propia] = [`Rocha${marca()}`, `entrada ${marca()}`, `solo mía ${marca()}`];
    await identificar(page, 'super@kantuta.bo');
    await registrar(page, apellido, 'password');
    await expect(page.getByText('Esa contraseña es muy conocida. Elija otra.').first()).toBeVisible();
    await expect(page.getByLabel('Primer apellido')).toHaveValue(apellido);
    await expect(page.getByLabel('Contraseña provisional', { exact: true })).toBeFocused();
    const email = await page.getByLabel('Correo').inputValue();
    await page.getByLabel('Contraseña provisional', { exact: true }).fill(provisional);
    await page.getByRole('button', { name: 'Registrar' }).click();
    await expect(page.getByRole('heading', { level: 1, name: `Elsa ${apellido}` })).toBeVisible();
    await expect(page.getByText('Sin clave propia')).toBeVisible();
    await sinFallasEnAmbas(page, 'persona');

    const suyo = await browser.newContext(ESCRITORIO);
    const suya = await suyo.newPage();
    await entrarCon(suya, email, provisional);
    await expect(suya.getByRole('heading', { name: 'Elija su contraseña' })).toBeVisible();
    await sinFallasEnAmbas(suya, 'primer ingreso');
    await suya.goto('/ventas');
    await expect(suya.getByRole('heading', { name: 'Elija su contraseña' })).toBeVisible();
    await suya.getByLabel('Contraseña actual', { exact: true }).fill(provisional);
    await suya.getByLabel('Contraseña nueva', { exact: true }).fill(propia);
    await suya.getByRole('button', { name: 'Cambiar la contraseña' }).click();
    await expect(suya).toHaveURL(/\/ventas$/);
    await suya.goto('/usuarios');
    await expect(suya).not.toHaveURL(/\/usuarios$/);

    await page.reload();
    await expect(page.getByText('Activa', { exact: true })).toBeVisible();
    await page.getByLabel('Rol', { exact: true }).selectOption({ label: 'Administrador' });
    await page.getByRole('button', { name: 'Guardar', exact: true }).click();
    await expect(page.getByText(`Elsa ${apellido} guardado`)).toBeVisible();
    // Within the 15 s that a process remembers somebody's rights, without signing in again.
    await expect.poll(() => contesta(suya, '/usuarios'), { timeout: 30_000 }).toBe(200);
    await suya.goto('/usuarios');
    await expect(suya.getByRole('heading', { level: 1, name: 'Personas' })).toBeVisible();

    await page.reload();
    await page
      .getByRole('button', { name: /^Cerrar el ingreso:/ })
      .first()
      .click();
    await expect(page.getByText('Ese ingreso se cerró.')).toBeVisible();
    await expect(page.getByText('No hay ingresos abiertos')).toBeVisible();
    await expect.poll(() => contesta(suya, '/usuarios'), { timeout: 30_000 }).not.toBe(200);
    await suya.goto('/usuarios');
    await expect(suya).toHaveURL(/\/ingresar\?/);

    await page.getByRole('button', { name: 'Dar de baja' }).click();
    const pregunta = page.getByRole('alertdialog', { name: `¿Dar de baja a Elsa ${apellido}?` });
    await pregunta.getByRole('button', { name: 'Dar de baja' }).click();
    await expect(page.getByText('De baja', { exact: true })).toBeVisible();
    await entrarCon(suya, email, propia);
    await expect(suya.getByText('El correo o la contraseña no son correctos.')).toBeVisible();
    await suyo.close();
    vigia.limpio();
  });

  test('un rol de la tienda se arma de otro, con sus límites, y el del producto solo cambia los suyos', async ({
    page,
  }) => {
    const vigia = vigilar(page);
    const rol = `Encargada ${marca()}`;
    await entrar(page, 'super@kantuta.bo', '/roles');
    await expect(page.getByRole('heading', { level: 1, name: 'Roles' })).toBeVisible();
    await sinFallasEnAmbas(page, 'roles');
    await page.getByRole('link', { name: 'Nuevo rol' }).click();
    await page.getByLabel('Nombre', { exact: true }).fill(rol);
    await page.getByLabel('Copiar de').selectOption({ label: 'Operador' });
    const descuentos = page.getByRole('checkbox', { name: 'Aplicar descuentos' });
    await expect(descuentos).toBeChecked();
    await page.getByLabel('Descuento más alto, en por ciento del precio').fill('150');
    await page.getByRole('button', { name: 'Crear el rol' }).click();
    await expect(page.getByText('El límite no pasa de 100 %.').first()).toBeVisible();
    await page.getByLabel('Descuento más alto, en por ciento del precio').fill('15');
    await page.getByRole('button', { name: 'Crear el rol' }).click();
    await expect(page.getByRole('heading', { level: 1, name: rol })).toBeVisible();
    await expect(page.getByLabel('Descuento más alto, en por ciento del precio')).toHaveValue('15');
    await expect(page.getByLabel('Egreso más alto')).toHaveValue('200,00');
    await sinFallasEnAmbas(page, 'rol');
    await page.getByRole('button', { name: 'Eliminar' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Eliminar' }).click();
    await expect(page).toHaveURL(/\/roles$/);
    await expect(page.getByRole('cell', { name: rol })).toHaveCount(0);

    await irA(page, '/roles/2');
    await expect(page.getByText('Es del producto: solo cambian sus límites.')).toBeVisible();
    await expect(page.getByRole('checkbox', { name: 'Aplicar descuentos' })).toBeDisabled();
    await expect(page.getByLabel('Egreso más alto')).toBeEditable();
    vigia.limpio();
  });

  test('la lista se busca y se filtra, y el perfil muestra lo propio', async ({ page }) => {
    const vigia = vigilar(page);
    await entrar(page, 'admin@kantuta.bo', '/usuarios');
    await page.getByLabel('Buscar por nombre o correo').fill('nadie se llama así');
    await expect(page.getByText('Nadie cumple con lo que se busca')).toBeVisible();
    await sinFallasEnAmbas(page, 'personas');
    await page.getByRole('button', { name: 'Quitar los filtros' }).click();
    await page.getByLabel('Rol', { exact: true }).selectOption({ label: 'Almacenero' });
    await expect(page.getByRole('link', { name: 'Teresa Huanca' })).toBeVisible();
    // Of another branch: not there for whoever runs this one.
    await irA(page, '/usuarios?buscar=operador2');
    await expect(page.getByText('Nadie cumple con lo que se busca')).toBeVisible();
    await irA(page, '/perfil');
    await expect(page.getByRole('heading', { level: 1, name: 'Mi perfil' })).toBeVisible();
    await expect(page.getByText('Este', { exact: true })).toBeVisible();
    await sinFallasEnAmbas(page, 'perfil');
    vigia.limpio();
  });
});
