import type { Page } from '@playwright/test';

/** All that a table of the browser's own store holds, read beside the product. Throws where there is no such table. */
export function leerAlmacen<T>(page: Page, tabla: string): Promise<T[]> {
  return enAlmacen(page, tabla, {});
}

/** Takes rows of a table away by their key, and adds others, all at once and behind the product's back. */
export async function cambiarAlmacen(
  page: Page,
  tabla: string,
  cambio: { quitar?: readonly string[]; poner?: readonly object[] },
): Promise<void> {
  await enAlmacen(page, tabla, cambio);
}

/** One transaction over a table; answers what it held before. */
function enAlmacen<T>(
  page: Page,
  tabla: string,
  { quitar = [], poner = [] }: { quitar?: readonly string[]; poner?: readonly object[] },
): Promise<T[]> {
  return page.evaluate(
    ({ tabla, quitar, poner }) =>
      new Promise<T[]>((resolve, reject) => {
        const abrir = indexedDB.open('kantuta');
        abrir.onerror = () => reject(abrir.error);
        abrir.onsuccess = () => {
          const db = abrir.result;
          if (!db.objectStoreNames.contains(tabla)) {
            db.close();
            return reject(new Error(`no ${tabla} in the store`));
          }
          const tx = db.transaction(tabla, quitar.length + poner.length > 0 ? 'readwrite' : 'readonly');
          const filas = tx.objectStore(tabla).getAll();
          for (const clave of quitar) tx.objectStore(tabla).delete(clave);
          for (const fila of poner) tx.objectStore(tabla).add(fila);
          tx.onerror = () => reject(tx.error);
          tx.oncomplete = () => {
            db.close();
            resolve(filas.result);
          };
        };
      }),
    { tabla, quitar: [...quitar], poner: [...poner] },
  );
}
