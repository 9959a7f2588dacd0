import type { Tx } from '@/db/transaction';
import { puede, requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import type { Movimiento } from '@/lib/kardex/mover-stock';
import type { Existencia } from '@/lib/kardex/rules';
import { type Vendido, variantesDeCodigo } from '@/lib/producto/rules';
import { crearAlVender, leerCodigo } from '@/lib/producto/steps';
import type { CobrarVenta, DetalleCobrado, VentaPorArmar } from './schemas';

/**
 * The sale with every product in the catalogue: what a line calls new is looked up by its code, and created by right when
 * nobody has it. Two lines of one code are one product. Asks the database nothing when no line is new. Throws PermisoError.
 */
export async function conProductos(tx: Tx, ctx: Context, venta: CobrarVenta): Promise<VentaPorArmar> {
  const hallados = new Map<string, Hallado>();
  for (const { nuevo, precio } of venta.detalles) {
    if (nuevo && !hallados.has(nuevo.codigo)) {
      hallados.set(nuevo.codigo, await buscarOCrear(tx, ctx, { ...nuevo, precio }));
    }
  }
  return {
    ...venta,
    detalles: venta.detalles.map(({ nuevo, idProducto, ...detalle }) => {
      const hallado = nuevo && hallados.get(nuevo.codigo);
      return { ...detalle, idProducto: idProducto ?? 0, creado: false, ...hallado };
    }),
  };
}

type Hallado = Vendido & { creado: boolean };

async function buscarOCrear(
  tx: Tx,
  ctx: Context,
  nuevo: NonNullable<DetalleCobrado['nuevo']> & { precio: number },
): Promise<Hallado> {
  const codigos = variantesDeCodigo(nuevo.codigo);
  const hay = await leerCodigo(tx, codigos);
  if (hay) return { ...hay, creado: false };
  if (ctx.hecho && !puede(ctx, 'venta:crear_producto'))
    ctx.hecho.incidencia('tope', `${nuevo.nombre} no estaba en el catálogo, y su rol no permite crearlo al vender.`);
  else requirePermiso(ctx, 'venta:crear_producto');
  const idProducto = await crearAlVender(tx, ctx, nuevo);
  if (idProducto !== null) return { idProducto, idPresentacion: null, creado: true };
  return { ...((await leerCodigo(tx, codigos)) ?? { idProducto: 0, idPresentacion: null }), creado: false };
}

/**
 * What is being sold of a product created by this sale was on the shelf: it enters, at no cost, so that it can leave. Adds it
 * to `existencias` and gives the movements to write before the sale's own.
 */
export function entrarLoCreado(
  venta: VentaPorArmar,
  existencias: Map<number, Existencia>,
): Omit<Movimiento, 'idSucursal'>[] {
  const sumas = new Map<number, number>();
  for (const d of venta.detalles) {
    if (d.creado) sumas.set(d.idProducto, (sumas.get(d.idProducto) ?? 0) + d.cantidad);
  }
  return [...sumas].map(([idProducto, cantidad]) => {
    existencias.set(idProducto, { cantidad, valor: 0 });
    return {
      tipo: 'INICIAL',
      tipoDocumento: 'stock_inicial',
      idDocumento: idProducto,
      idAsiento: null,
      filas: [{ idProducto, cantidad, valor: 0 }],
    };
  });
}
