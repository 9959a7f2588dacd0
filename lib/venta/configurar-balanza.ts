import { withTransaction } from '@/db/transaction';
import { emitAudit } from '@/lib/audit';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { ConfigurarBalanzaInput } from './schemas';

/**
 * Says how the labels of the branch's scales are read, from the next time a counter opens. Throws PermisoError,
 * ValidacionError.
 */
export async function configurarBalanza(ctx: Context, raw: unknown): Promise<{ formatos: string[] }> {
  requirePermiso(ctx, 'venta:configurar');
  const { formatos } = ConfigurarBalanzaInput.parse(raw);
  return withTransaction(ctx, async (tx) => {
    const [fila] = await tx.sql<{ antes: string[] }[]>`
      with anterior as (select id, formatos_balanza from sucursal where id = ${ctx.idSucursal} for update)
      update sucursal s set formatos_balanza = ${formatos}::text[], id_user_update = ${ctx.actor.idUsuario},
        updated_at = ${ctx.ahora.toISOString()}::timestamptz
      from anterior a where s.id = a.id returning a.formatos_balanza as antes`;
    await emitAudit(tx, ctx, {
      accion: 'sucursal.configurar_balanza',
      entidad: 'sucursal',
      idEntidad: ctx.idSucursal,
      antes: { formatos: fila?.antes ?? [] },
      despues: { formatos },
    });
    return { formatos };
  });
}
