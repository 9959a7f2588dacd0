import type { Tx } from '@/db/transaction';
import { variantesDeCodigo } from '../rules';
import type { DatosFila } from './validar-fila';

/** What the catalogue knows of a row's product. `presentacion`: the code is of one of its presentations. */
export type Existente = { id: number; nombre: string; presentacion: string | null };

type Llave = Pick<DatosFila, 'codigo' | 'busqueda'>;
/** What is already taken: the products of the rows by `llaveDe(row)`, and the owners of their SKUs in lower case. */
export type Existentes = { productos: Map<string, Existente>; skus: Map<string, { id: number; nombre: string }> };

/**
 * Finds the living product of each row: by any of its codes (a UPC-A is found also as an EAN-13) or, when the row has none, by
 * its name among products without a code.
 */
export async function buscarExistentes(tx: Tx, filas: readonly DatosFila[]): Promise<Existentes> {
  const codigos = filas.flatMap((f) => (f.codigo === null ? [] : variantesDeCodigo(f.codigo)));
  const nombres = filas.flatMap((f) => (f.codigo === null ? [f.busqueda] : []));
  const skus = filas.flatMap((f) => (f.sku === null ? [] : [f.sku.toLowerCase()]));
  const [halladas, duenos] = await Promise.all([
    tx.sql<(Existente & { codigo: string | null; busqueda: string })[]>`
      select p.id, p.nombre, k.codigo, p.busqueda, t.nombre as presentacion
      from codigo_producto k join producto p on p.id = k.id_producto
        left join presentacion_producto t on t.id = k.id_presentacion
      where k.estado and k.codigo = any (${codigos}::text[])
      union all
      select id, nombre, null, busqueda, null from producto
      where estado and codigo_barras is null and busqueda = any (${nombres}::text[])`,
    skus.length === 0
      ? []
      : tx.sql<{ id: number; nombre: string; sku: string }[]>`
          select id, nombre, lower(sku) as sku from producto where estado and lower(sku) = any (${skus}::text[])`,
  ]);
  return {
    productos: new Map(halladas.map(({ codigo, busqueda, ...e }) => [llaveDe({ codigo, busqueda }), e])),
    skus: new Map(duenos.map(({ sku, ...d }) => [sku, d])),
  };
}

/** What makes a row the same product as another: its code, however long its scanner reads it, or without one its name. */
export function llaveDe({ codigo, busqueda }: Llave): string {
  return codigo === null ? `n ${busqueda}` : `c ${codigo.replace(/^0(?=\d{12}$)/, '')}`;
}

/** Why a row cannot be what the catalogue already has, or `null`. */
export function choqueDe(fila: DatosFila, { productos, skus }: Existentes): string | null {
  const mio = productos.get(llaveDe(fila));
  if (mio?.presentacion) return `El código ${fila.codigo} ya es de ${mio.nombre} (${mio.presentacion}).`;
  const dueno = fila.sku === null ? undefined : skus.get(fila.sku.toLowerCase());
  if (dueno && dueno.id !== mio?.id) return `El SKU ${fila.sku} ya es de ${dueno.nombre}.`;
  return null;
}
