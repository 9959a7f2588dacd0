import type { Tx } from '@/db/transaction';
import { emitAudit } from '@/lib/audit';
import type { Context } from '@/lib/context';
import { importeLinea } from '@/lib/money';
import { publish } from '@/lib/realtime/publish';
import { escribirDocumento } from './documento';
import { type Existencia, NADA } from './rules';

/** What is missing of a product, in thousandths, and its last cost a unit, in centavos. */
export type Falta = { idProducto: number; nombre: string; unidad: string; cantidad: number; costo: number };

/** Goods that must leave and that the kardex does not have. */
export type Regularizacion = {
  idSucursal: number;
  /** One a product. Their existencias must be locked (`lockExistencias`). */
  faltas: readonly Falta[];
  existencias: ReadonlyMap<number, Existencia>;
  /** The document that takes them, and how people call it: «Venta C1-204». */
  origen: { tipo: string; id: number; nombre: string };
  fecha?: Date;
};

/**
 * Enters what is missing before it leaves: a document of its own, at last cost, against *diferencia de inventario*, so that
 * stock is never negative and the difference is always seen. Same transaction as what takes the goods; call it after the
 * locks and before pricing the exit. Answers what there is then, to take the exit's cost from. Without faltas it asks
 * nothing. Who may sell without stock is the caller's question.
 */
export async function regularizar(tx: Tx, ctx: Context, r: Regularizacion): Promise<Map<number, Existencia>> {
  const existencias = new Map(r.existencias);
  if (r.faltas.length === 0) return existencias;
  const lineas = [...r.faltas]
    .sort((a, b) => a.idProducto - b.idProducto)
    .map(({ costo, ...f }) => ({ ...f, valor: importeLinea(costo, f.cantidad) }));
  for (const { idProducto, cantidad, valor } of lineas) {
    const hay = existencias.get(idProducto) ?? NADA;
    existencias.set(idProducto, { cantidad: hay.cantidad + cantidad, valor: hay.valor + valor });
  }
  const { id, folio, valor } = await escribirDocumento(tx, ctx, {
    tipo: 'REGULARIZACION',
    idSucursal: r.idSucursal,
    fecha: r.fecha,
    motivo: `Salió más de lo que había: ${r.origen.nombre}`,
    origen: { tipo: r.origen.tipo, id: r.origen.id },
    lineas,
  });
  await emitAudit(
    tx,
    { ...ctx, idSucursal: r.idSucursal },
    {
      accion: 'inventario.regularizar',
      entidad: 'documento_stock',
      idEntidad: id,
      despues: { folio, valor, origen: r.origen.nombre, productos: lineas.map((l) => l.idProducto) },
    },
  );
  publish(tx, { tema: 'inventario', idSucursal: r.idSucursal });
  return existencias;
}
