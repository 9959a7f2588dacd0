import { eq } from 'drizzle-orm';
import { sucursal } from '@/db/schema/sucursal';
import { type Tx, withTransaction } from '@/db/transaction';
import { emitAudit } from '@/lib/audit';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { SucursalEnUsoError } from './errors';
import { lockSucursal } from './lock';
import { sucursalDto } from './read';
import { IdSucursalInput, type SucursalDto } from './schemas';

/**
 * Takes a branch off: only when nothing is left in it. Its history stays. Throws PermisoError, SucursalNoEncontradaError,
 * SucursalEnUsoError, which says what is left.
 */
export async function eliminarSucursal(ctx: Context, raw: unknown): Promise<SucursalDto> {
  requirePermiso(ctx, 'sucursal:administrar');
  const { id } = IdSucursalInput.parse(raw);
  return withTransaction(ctx, async (tx) => {
    const antes = await lockSucursal(tx, ctx, id);
    const queda = await queQueda(tx, id);
    if (queda) throw new SucursalEnUsoError(queda);
    const [fila] = await tx.db
      .update(sucursal)
      .set({ estado: false, idUserUpdate: ctx.actor.idUsuario, updatedAt: ctx.ahora })
      .where(eq(sucursal.id, id))
      .returning();
    if (!fila) throw new Error(`sucursal ${id}: gone under its lock`);
    await emitAudit(tx, ctx, { accion: 'sucursal.eliminar', entidad: 'sucursal', idEntidad: id, antes });
    return sucursalDto(fila);
  });
}

/** The first thing that keeps a branch alive, as a sentence; `null` when there is none. */
async function queQueda(tx: Tx, id: number): Promise<string | null> {
  const [hay] = await tx.sql<Record<'otras' | 'cajas' | 'fuerte' | 'stock' | 'gente' | 'camino', boolean>[]>`
    select exists (select 1 from sucursal where estado and id <> ${id}) as otras,
      exists (select 1 from caja where id_sucursal = ${id} and estado) as cajas,
      exists (select 1 from cuenta where codigo = 'caja_fuerte.S' || ${id} and saldo > 0) as fuerte,
      exists (select 1 from existencia where id_sucursal = ${id} and cantidad > 0) as stock,
      exists (select 1 from usuario where id_sucursal = ${id} and estado) as gente,
      exists (select 1 from transferencia where (id_origen = ${id} or id_destino = ${id})
        and estado in ('SOLICITADA', 'ENVIADA', 'PARCIAL')) as camino`;
  if (!hay?.otras) return 'Es la única sucursal: la tienda necesita al menos una.';
  if (hay.cajas) return 'Todavía tiene cajas. Primero hay que eliminarlas.';
  if (hay.fuerte) return 'Todavía hay dinero en su caja fuerte. Primero hay que llevarlo al banco.';
  if (hay.stock) return 'Todavía tiene mercadería. Primero hay que transferirla o darle salida.';
  if (hay.camino) return 'Tiene transferencias sin terminar. Primero hay que recibirlas o cancelarlas.';
  if (hay.gente) return 'Todavía tiene personas. Primero hay que pasarlas a otra sucursal o darlas de baja.';
  return null;
}
