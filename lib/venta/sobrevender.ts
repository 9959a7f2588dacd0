import type { Tx } from '@/db/transaction';
import { puede } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { regularizar } from '@/lib/kardex/regularizar';
import { faltantes } from '@/lib/kardex/rules';
import { llaveVendido, stockDePresentacion } from '@/lib/producto/rules';
import type { VentaLeida } from './armar-ticket';
import type { Numeros } from './steps';

/**
 * Sells more than there is where the product says AVISAR and the actor may: what is missing enters first as a
 * regularización, so that the kardex is never negative. With enough of everything it asks the database nothing; what may
 * not be oversold is left as it is, for the ticket to refuse. Once everything else of the ticket is what it must be the
 * sale goes on; if not, all of it rolls back.
 */
export async function sobrevender(
  tx: Tx,
  ctx: Context,
  leido: VentaLeida,
  { numeros, folio }: { numeros: Numeros; folio: { serie: string; numero: number } },
): Promise<VentaLeida> {
  if (!puede(ctx, 'venta:sin_existencia')) return leido;
  const salen = new Map<number, number>();
  for (const d of leido.venta.detalles) {
    const vendible = leido.vendibles.get(llaveVendido(d));
    if (vendible?.politicaSobreventa !== 'AVISAR') continue;
    const sale = stockDePresentacion(d.cantidad, vendible.factor) ?? 0;
    salen.set(d.idProducto, (salen.get(d.idProducto) ?? 0) + sale);
  }
  const faltan = faltantes(salen, leido.existencias);
  if (faltan.size === 0) return leido;
  const faltas = [...faltan].flatMap(([idProducto, cantidad]) => {
    const vendible = [...leido.vendibles.values()].find((v) => v.idProducto === idProducto);
    return vendible
      ? [{ idProducto, nombre: vendible.nombre, unidad: vendible.unidad, cantidad, costo: vendible.costoCompra }]
      : [];
  });
  const origen = { tipo: 'venta', id: numeros.idVenta, nombre: `Venta ${folio.serie}-${folio.numero}` };
  const existencias = await regularizar(tx, ctx, {
    idSucursal: ctx.idSucursal,
    faltas,
    existencias: leido.existencias,
    origen,
  });
  return { ...leido, existencias };
}
