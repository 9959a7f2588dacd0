import { expect, type Page } from '@playwright/test';
import { escanear, esperarProductos } from './helpers';

/** An entry of the outbox as the browser's store has it. */
export type Guardado = { clave: string; tipo: string; estado: string; orden: number; folio: string | null };

/** What the browser's own store holds, read beside the product. */
export function guardados(page: Page): Promise<Guardado[]> {
  return page.evaluate(
    () =>
      new Promise<Guardado[]>((resolve, reject) => {
        const abrir = indexedDB.open('kantuta');
        abrir.onerror = () => reject(abrir.error);
        abrir.onsuccess = () => {
          const db = abrir.result;
          const pedido = db.transaction('salida').objectStore('salida').getAll();
          pedido.onerror = () => reject(pedido.error);
          pedido.onsuccess = () => {
            db.close();
            resolve(
              pedido.result.map((e) => ({
                clave: e.clave,
                tipo: e.tipo,
                estado: e.estado,
                orden: e.orden,
                folio: e.venta ? `${e.venta.serie}-${e.venta.numero}` : null,
              })),
            );
          };
        };
      }),
  );
}

/** Waits until this device may sell without the server: the catalogue is whole and somebody has a grant. */
export async function listoSinRed(page: Page): Promise<void> {
  await expect
    .poll(
      () =>
        page.evaluate(
          () =>
            new Promise<boolean>((resolve) => {
              const abrir = indexedDB.open('kantuta');
              abrir.onerror = () => resolve(false);
              abrir.onsuccess = () => {
                const db = abrir.result;
                if (!db.objectStoreNames.contains('meta')) return resolve(false);
                const meta = db.transaction('meta').objectStore('meta').getAll();
                meta.onsuccess = () => {
                  db.close();
                  const de = (nombre: string) => meta.result.find((m) => m.nombre === nombre)?.valor;
                  resolve(Boolean(de('catalogo')?.completo && de('dispositivo')?.serie && de('concesiones')));
                };
              };
            }),
        ),
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
  await escanear(page, codigo);
  await esperarProductos(page, 1);
  await page.keyboard.press('F4');
  await page.keyboard.press('Enter');
  const panel = page.getByRole('region', { name: 'Venta cobrada' });
  await expect(panel).toBeVisible();
  const texto = await panel.getByRole('status').filter({ hasText: 'Cobrado' }).innerText();
  return /Ticket (\S+)/.exec(texto)?.[1] ?? '';
}

/** Puts as many more tickets in the outbox as one that is there, so that it is as long as after days without a network. */
export function llenarSalida(page: Page, cuantos: number): Promise<void> {
  return page.evaluate(
    (n) =>
      new Promise<void>((resolve, reject) => {
        const abrir = indexedDB.open('kantuta');
        abrir.onerror = () => reject(abrir.error);
        abrir.onsuccess = () => {
          const db = abrir.result;
          const tx = db.transaction('salida', 'readwrite');
          const salida = tx.objectStore('salida');
          salida.getAll().onsuccess = ({ target }) => {
            const [{ id: _, ...uno }] = (target as IDBRequest).result;
            for (let i = 0; i < n; i++) {
              const clave = `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`;
              salida.add({ ...uno, clave, orden: uno.orden + 1 + i });
            }
          };
          tx.oncomplete = () => {
            db.close();
            resolve();
          };
          tx.onerror = () => reject(tx.error);
        };
      }),
    cuantos,
  );
}

/** The device forgets what the browser answered, so that it is asked again. */
export function olvidarPersistencia(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const abrir = indexedDB.open('kantuta');
        abrir.onerror = () => reject(abrir.error);
        abrir.onsuccess = () => {
          const db = abrir.result;
          const tx = db.transaction('meta', 'readwrite');
          tx.objectStore('meta').delete('persistencia');
          tx.oncomplete = () => {
            db.close();
            resolve();
          };
          tx.onerror = () => reject(tx.error);
        };
      }),
  );
}
