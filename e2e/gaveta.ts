import { expect, type Locator, type Page } from '@playwright/test';
import { irA } from './helpers';
import { CONTRASENA, marca, Tienda } from './tienda';

/** PINs of the story. */
export const PIN = { superior: '482913', recibe: '739164' };

/** A slip as a phone would photograph it, only smaller. */
export const FOTO = {
  name: 'boleta.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
};

/** A branch of its own: nobody else's safe, bank or cajas, whatever runs beside. */
export type Local = {
  jefe: Tienda;
  correo: string;
  caja: { id: number; nombre: string };
  rosa: { id: number; email: string };
  elmer: { id: number; email: string };
};

/**
 * Opens a branch with who runs it, a caja that holds Bs 300 and allows a difference of Bs 5, and two cashiers. It was closed
 * once already, with the bank's app at zero, so that from then on it can be compared.
 */
export async function nuevoLocal(): Promise<Local> {
  const central = await Tienda.como('super@kantuta.bo');
  const sucursal = await central.hacer<{ id: number }>('POST', '/api/sucursales', { nombre: `Local ${marca()}` });
  const correo = `jefe-${marca()}@kantuta.bo`;
  const primera = `de entrada ${marca()}`;
  await central.hacer('POST', '/api/usuario/register', {
    email: correo,
    password: primera,
    nombres: 'Jefa',
    p_apellido: 'Del Local',
    fecha_nacimiento: '1985-03-12',
    genero: 'F',
    id_role: 1,
    id_sucursal: sucursal.id,
  });
  const estreno = { currentPassword: primera, newPassword: CONTRASENA };
  await (await Tienda.como(correo, primera)).hacer('POST', '/api/auth/change-password', estreno);
  const jefe = await Tienda.como(correo);
  await ponerPin(jefe, PIN.superior);
  const caja = await jefe.hacer<{ id: number; nombre: string }>('POST', '/api/cajas', {
    nombre: `Caja ${marca()}`,
    especialidad: 'MIXTA',
    saldo: 300,
    diferencia_maxima: 5,
  });
  await cerrarVacia(jefe, caja.id);
  const [rosa, elmer] = [await jefe.crearCajero(), await jefe.crearCajero()];
  await ponerPin(await Tienda.como(elmer.email), PIN.recibe);
  return { jefe, correo, caja, rosa, elmer };
}

function ponerPin(suya: Tienda, pin: string): Promise<unknown> {
  return suya.hacer('POST', '/api/auth/pin', { pin, password: CONTRASENA });
}

async function cerrarVacia(jefe: Tienda, idCaja: number): Promise<void> {
  const { id } = await jefe.hacer<{ id: number }>('POST', '/api/cajas/abrir', { id_caja: idCaja, monto_inicial: 300 });
  const [banco] = await jefe.leer<{ id_cuenta: number }[]>(`/api/cajas/sesion/${id}/externas`);
  await jefe.hacer('PATCH', `/api/cajas/sesion/${id}/cerrar`, {
    monto_final_real: 300,
    saldos_externos: [{ id_cuenta: banco?.id_cuenta, saldo: 0 }],
  });
}

/** Sells one piece through the API, as another till of the same caja would. */
export async function vender(
  suya: Tienda,
  idSesion: number,
  idProducto: number,
  metodo: 'EFECTIVO' | 'QR',
): Promise<unknown> {
  return suya.hacer('POST', '/api/ventas', {
    metodo_pago: metodo,
    id_sesion_caja: idSesion,
    detalles: [{ id_producto: idProducto, cantidad: 1, precio_unitario: 10 }],
  });
}

/** The branch's superior is here: their name, their PIN and Enter. */
export async function conPin(dialogo: Locator, page: Page): Promise<void> {
  await dialogo.getByLabel('Quién aprueba').selectOption({ label: 'Jefa Del Local · Administrador' });
  await dialogo.getByLabel('PIN', { exact: true }).fill(PIN.superior);
  await page.keyboard.press('Enter');
  await expect(dialogo).toHaveCount(0);
}

/** Whether one thing lies over another on the screen; what is gone already lies over nothing. */
export async function seTapan(uno: Locator, otro: Locator): Promise<boolean> {
  const cajas = (esos: Element[]) => esos.map((este) => este.getBoundingClientRect().toJSON() as DOMRect);
  const [[a], [b]] = await Promise.all([uno.evaluateAll(cajas), otro.evaluateAll(cajas)]);
  if (!a || !b) return false;
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Goes to one's drawer and waits until its keys work. */
export async function alaCaja(page: Page): Promise<void> {
  await irA(page, '/caja');
  // The list of transfers is asked for by the page itself: once it is there, the page is alive.
  await expect(
    page.getByText('Sin traspasos').or(page.getByText('de la gaveta a la caja fuerte', { exact: true })),
  ).toBeVisible();
}
