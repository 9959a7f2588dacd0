import { constraintName } from '@/db/errors';
import type { Tx } from '@/db/transaction';
import { CodigoRepetidoError, SkuRepetidoError } from './errors';

const DE_CODIGO = new Set(['producto_codigo_barras', 'codigo_producto_codigo']);

/**
 * Throws CodigoRepetidoError with the owner's name when a living code is taken by something else than the product's own
 * (`idPropio`). The unique index is what decides, also against a concurrent write: see `conCodigosUnicos`.
 */
export async function requireCodigoLibre(tx: Tx, codigo: string | null, idPropio: number | null = null): Promise<void> {
  if (codigo === null) return;
  const [dueno] = await tx.sql<{ nombre: string; presentacion: string | null }[]>`
    select p.nombre, t.nombre as presentacion from codigo_producto k join producto p on p.id = k.id_producto
      left join presentacion_producto t on t.id = k.id_presentacion
    where k.codigo = ${codigo} and k.estado and (p.id is distinct from ${idPropio}::int or t.id is not null)`;
  if (!dueno) return;
  throw new CodigoRepetidoError(codigo, dueno.presentacion ? `${dueno.nombre} (${dueno.presentacion})` : dueno.nombre);
}

/** Throws SkuRepetidoError when another living product has the SKU, whatever its case. */
export async function requireSkuLibre(tx: Tx, sku: string | null, idPropio: number | null = null): Promise<void> {
  if (sku === null) return;
  const [dueno] = await tx.sql<{ nombre: string }[]>`
    select nombre from producto where lower(sku) = lower(${sku}) and estado and id is distinct from ${idPropio}::int`;
  if (dueno) throw new SkuRepetidoError(sku, dueno.nombre);
}

/** Runs a write of codes; a unique index that refused it, because somebody else came first, becomes its named refusal. */
export async function conCodigosUnicos<T>(
  { codigoBarras, sku }: { codigoBarras?: string | null | undefined; sku?: string | null | undefined },
  write: () => Promise<T>,
): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const unico = constraintName(error);
    if (unico !== null && DE_CODIGO.has(unico)) throw new CodigoRepetidoError(codigoBarras ?? '', null);
    if (unico === 'producto_sku') throw new SkuRepetidoError(sku ?? '', null);
    throw error;
  }
}
