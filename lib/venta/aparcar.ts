import type { Tx } from '@/db/transaction';
import { emitAudit } from '@/lib/audit';
import { requirePermiso } from '@/lib/auth/permisos';
import { lockSesionAbierta } from '@/lib/caja/steps';
import type { Context } from '@/lib/context';
import { jsonDeCentavos } from '@/lib/money';
import { writeOnce } from '@/lib/operacion/write-once';
import { publish } from '@/lib/realtime/publish';
import { type AparcadoDto, AparcarTicketInput, type ContenidoGuardado } from './aparcado-schemas';
import { TicketAparcadoError, TicketCobradoError } from './errors';

/**
 * Leaves a ticket for later, where any device of the branch may take it up, and only one does. Nothing is sold: no goods nor
 * money move. Throws PermisoError, SesionNoEncontradaError, SesionCerradaError, EspecialidadError, TicketCobradoError and
 * TicketAparcadoError when that ticket waits already.
 */
export async function aparcarTicket(ctx: Context, raw: unknown): Promise<AparcadoDto> {
  requirePermiso(ctx, 'venta:cobrar');
  const input = AparcarTicketInput.parse(raw);
  const { contenido } = input;
  return writeOnce(
    ctx,
    { verbo: 'venta.aparcar', input },
    {
      work: async (tx) => {
        const sesion = await lockSesionAbierta(tx, ctx, input.id_sesion_caja, 'venta');
        await requireSinCobrar(tx, input.clave);
        const id = await insertAparcado(tx, ctx, sesion, input, contenido);
        await emitAudit(tx, ctx, {
          accion: 'venta.aparcar',
          entidad: 'ticket_aparcado',
          idEntidad: id,
          despues: { etiqueta: input.etiqueta ?? null, lineas: contenido.lineas.length, total: input.total },
        });
        publish(tx, { tema: 'aparcado', idSucursal: sesion.idSucursal, ids: [id] });
        return {
          respuesta: {
            id,
            clave: input.clave,
            etiqueta: input.etiqueta ?? null,
            lineas: contenido.lineas.length,
            total: jsonDeCentavos(input.total),
            cajero: ctx.actor.nombre,
            caja: sesion.caja,
            fecha: ctx.ahora.toISOString(),
          },
        };
      },
    },
  );
}

async function requireSinCobrar(tx: Tx, clave: string): Promise<void> {
  const [venta] = await tx.sql<{ folio: string }[]>`
    select serie || '-' || numero as folio from venta where clave = ${clave}::uuid`;
  if (venta) throw new TicketCobradoError(venta.folio);
}

async function insertAparcado(
  tx: Tx,
  ctx: Context,
  sesion: { id: number; idSucursal: number },
  input: { clave: string; etiqueta?: string | null | undefined; total: number },
  contenido: ContenidoGuardado,
): Promise<number> {
  const [fila] = await tx.sql<{ id: number }[]>`
    insert into ticket_aparcado (clave, id_sucursal, id_sesion_caja, id_usuario, etiqueta, lineas, total, contenido, fecha)
    values (${input.clave}::uuid, ${sesion.idSucursal}, ${sesion.id}, ${ctx.actor.idUsuario}, ${input.etiqueta ?? null},
      ${contenido.lineas.length}, ${input.total}, ${JSON.stringify(contenido)}::text::jsonb, ${ctx.ahora.toISOString()}::timestamptz)
    on conflict (clave) where estado = 'EN_ESPERA' do nothing returning id`;
  if (!fila) throw new TicketAparcadoError();
  return fila.id;
}
