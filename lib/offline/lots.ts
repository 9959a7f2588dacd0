import type { OfflineDatabase } from './database';
import type { LoteDeProductos, ProductoLocal } from './types';

/** Ids that share a lot: a change of one product writes that many again, and a whole load has so many times fewer rows. */
const LARGO = 250;
const LARGO_FAVORITOS = 5_000;

/** Lots that come together from the store: the counter can be used between two reads. */
const LECTURA = 16;

/** What of the lots changes. */
type Cambios = {
  productos: readonly ProductoLocal[];
  existencias: readonly { id: number; existencia: number }[];
  borrados: readonly number[];
};

/** Where a product is kept: favourites apart and before all others, for they are what a counter shows first. */
function loteDe(id: number, favorito: 0 | 1): number {
  return favorito === 1 ? -1 - Math.floor(id / LARGO_FAVORITOS) : Math.floor(id / LARGO);
}

/** Writes again the lots of what changed. Joins the transaction under way. */
export async function cambiarLotes(db: OfflineDatabase, { productos, existencias, borrados }: Cambios): Promise<void> {
  const ids = [...productos.map((p) => p.id), ...existencias.map((e) => e.id), ...borrados];
  const claves = [...new Set(ids.flatMap((id) => [loteDe(id, 0), loteDe(id, 1)]))];
  const filas = await db.lotes.bulkGet(claves);
  const lotes = new Map(claves.map((clave, i) => [clave, new Map(productosDe(filas[i]).map((p) => [p.id, p]))]));
  const tocados = new Set<number>();
  const enSusLotes = (id: number, hacer: (lote: Map<number, ProductoLocal>, producto?: ProductoLocal) => boolean) => {
    for (const clave of [loteDe(id, 0), loteDe(id, 1)]) {
      const lote = lotes.get(clave);
      if (lote && hacer(lote, lote.get(id))) tocados.add(clave);
    }
  };
  for (const { id, existencia } of existencias) {
    enSusLotes(id, (lote, antes) => antes !== undefined && Boolean(lote.set(id, { ...antes, existencia })));
  }
  for (const id of borrados) enSusLotes(id, (lote) => lote.delete(id));
  for (const producto of productos) {
    // It may have been in the other one.
    enSusLotes(producto.id, (lote) => lote.delete(producto.id));
    const clave = loteDe(producto.id, producto.favorito);
    lotes.get(clave)?.set(producto.id, producto);
    tocados.add(clave);
  }
  await escribir(
    db,
    [...tocados].map((clave) => [clave, [...(lotes.get(clave)?.values() ?? [])]]),
  );
}

/** Lets go of what did not come in the load `carga`; answers their ids. Joins the transaction under way. */
export async function soltarAnteriores(db: OfflineDatabase, carga: number): Promise<number[]> {
  const filas = await db.lotes.where('carga').below(carga).toArray();
  const lotes = filas.map((fila) => ({ id: fila.id, productos: productosDe(fila) }));
  await escribir(
    db,
    lotes.map(({ id, productos }) => [id, productos.filter((p) => p.carga >= carga)]),
  );
  return lotes.flatMap(({ productos }) => productos.filter((p) => p.carga < carga).map((p) => p.id));
}

/** Hands over the products kept on the device, favourites first, in pieces. */
export async function leerProductos(db: OfflineDatabase, tomar: (productos: ProductoLocal[]) => void): Promise<void> {
  tomar((await db.lotes.where('id').below(0).toArray()).flatMap(productosDe));
  for (let desde = 0; ; ) {
    const pieza = await db.lotes.where('id').aboveOrEqual(desde).limit(LECTURA).toArray();
    const ultimo = pieza.at(-1);
    if (!ultimo) return;
    tomar(pieza.flatMap(productosDe));
    desde = ultimo.id + 1;
  }
}

/** The lots of products that were kept one by one. */
export function enLotes(productos: readonly ProductoLocal[]): LoteDeProductos[] {
  const lotes = new Map<number, ProductoLocal[]>();
  for (const p of productos) {
    const clave = loteDe(p.id, p.favorito);
    const suyos = lotes.get(clave);
    if (suyos) suyos.push(p);
    else lotes.set(clave, [p]);
  }
  return [...lotes].map(([id, suyos]) => loteCon(id, suyos));
}

async function escribir(db: OfflineDatabase, lotes: readonly [number, readonly ProductoLocal[]][]): Promise<void> {
  await db.lotes.bulkPut(lotes.flatMap(([id, productos]) => (productos.length > 0 ? [loteCon(id, productos)] : [])));
  await db.lotes.bulkDelete(lotes.flatMap(([id, productos]) => (productos.length === 0 ? [id] : [])));
}

function loteCon(id: number, productos: readonly ProductoLocal[]): LoteDeProductos {
  const carga = productos.reduce((menor, p) => Math.min(menor, p.carga), Number.POSITIVE_INFINITY);
  return { id, carga, texto: JSON.stringify(productos) };
}

function productosDe(fila: LoteDeProductos | undefined): ProductoLocal[] {
  return fila ? (JSON.parse(fila.texto) as ProductoLocal[]) : [];
}
