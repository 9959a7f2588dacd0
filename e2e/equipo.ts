import { expect, type Page } from '@playwright/test';
import { cambiarAlmacen, leerAlmacen } from './almacen';
import { pedirCobro } from './helpers';

/** An entry of the outbox as the browser's store has it. */
export type Guardado = { clave: string; tipo: string; estado: string; orden: number; folio: string | null };

/** What the browser's own store holds, read beside the product. */
export async function guardados(page: Page): Promise<Guardado[]> {
  const envios = await leerAlmacen<Omit<Guardado, 'folio'> & { venta?: { serie: string; numero: number } }>(
    page,
    'salida',
  );
  return envios.map(({ clave, tipo, estado, orden, venta }) => ({
    ...{ clave, tipo, estado, orden },
    folio: venta ? `${venta.serie}-${venta.numero}` : null,
  }));
}

/** Waits until this device may sell without the server: the catalogue is whole and somebody has a grant. */
export async function listoSinRed(page: Page): Promise<void> {
  await expect
    .poll(
      async () => {
        const meta = await leerAlmacen<{ nombre: string; valor: Record<string, unknown> }>(page, 'meta').catch(
          () => [],
        );
        const de = (nombre: string) => meta.find((m) => m.nombre === nombre)?.valor;
        return Boolean(de('catalogo')?.completo && de('dispositivo')?.serie && de('concesiones'));
      },
      { timeout: 30_000 },
    )
    .toBe(true);
}

/** Waits until the browser keeps the product's files, so that it opens without the server. */
export async function guardada(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await expect
    .poll(() => page.evaluate(() => caches.has('').then(async () => (await caches.keys()).length)))
    .toBeGreaterThan(0);
}

/** Waits until everything of this device is in the server's books. */
export async function entregado(page: Page): Promise<void> {
  await expect
    .poll(async () => (await guardados(page)).filter((e) => e.estado !== 'confirmado').length, { timeout: 60_000 })
    .toBe(0);
}

/** Sells one product in cash, by the keyboard; answers once the screen says that it was charged. */
export async function venderUno(page: Page, codigo: string): Promise<string> {
  await pedirCobro(page, codigo);
  const panel = page.getByRole('region', { name: 'Venta cobrada' });
  await expect(panel).toBeVisible();
  const texto = await panel.getByRole('status').filter({ hasText: 'Cobrado' }).innerText();
  return /Ticket (\S+)/.exec(texto)?.[1] ?? '';
}

/** Puts as many more tickets in the outbox as one that is there, so that it is as long as after days without a network. */
export async function llenarSalida(page: Page, cuantos: number): Promise<void> {
  const [primero] = await leerAlmacen<Record<string, unknown> & { orden: number }>(page, 'salida');
  if (!primero) throw new Error('the outbox is empty');
  const { id: _, ...uno } = primero;
  const poner = Array.from({ length: cuantos }, (_, i) => ({
    ...uno,
    clave: `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`,
    orden: uno.orden + 1 + i,
  }));
  await cambiarAlmacen(page, 'salida', { poner });
}

/** The device forgets what the browser answered, so that it is asked again. */
export function olvidarPersistencia(page: Page): Promise<void> {
  return cambiarAlmacen(page, 'meta', { quitar: ['persistencia'] });
}
