import { emitAudit } from '@/lib/audit';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { writeOnce } from '@/lib/operacion/write-once';
import { MotivoRepetidoError } from './errors';
import { selectMotivos } from './read';
import { CrearMotivoInput, type MotivoDto } from './schemas';

/**
 * Adds a reason to the shop's list. Its account is born in each branch the first time it is used there. Once per
 * `ctx.clave`. Throws PermisoError, MotivoRepetidoError.
 */
export async function crearMotivo(ctx: Context, raw: unknown): Promise<MotivoDto> {
  requirePermiso(ctx, 'caja:administrar');
  const input = CrearMotivoInput.parse(raw);
  return writeOnce(
    ctx,
    { verbo: 'motivo.crear', input },
    {
      work: async (tx) => {
        const ahora = ctx.ahora.toISOString();
        const propia = input.tipo === 'INGRESO' ? 'ingreso' : 'gasto';
        const [fila] = await tx.sql<{ id: number }[]>`
          insert into motivo_caja (tipo, nombre, tipo_cuenta, pide_detalle, id_user_create, created_at, updated_at)
          values (${input.tipo}, ${input.nombre}, ${input.delDueno ? 'patrimonio' : propia}, ${input.pideDetalle},
            ${ctx.actor.idUsuario}, ${ahora}::timestamptz, ${ahora}::timestamptz)
          on conflict (tipo, lower(nombre)) where estado do nothing returning id`;
        if (!fila) throw new MotivoRepetidoError(input.nombre);
        const [motivo] = await selectMotivos(tx.sql, tx.sql`m.id = ${fila.id}`);
        if (!motivo) throw new Error(`motivo_caja ${fila.id}: not found after its insert`);
        await emitAudit(tx, ctx, {
          accion: 'motivo.crear',
          entidad: 'motivo_caja',
          idEntidad: fila.id,
          despues: motivo,
        });
        return { respuesta: motivo };
      },
    },
  );
}
