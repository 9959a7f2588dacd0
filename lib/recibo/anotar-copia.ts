import type { Tx } from '@/db/transaction';
import { emitAudit } from '@/lib/audit';
import { puede, requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { momentoDelHecho } from '@/lib/hecho';
import { writeOnce } from '@/lib/operacion/write-once';
import { publish } from '@/lib/realtime/publish';
import { TicketNoEncontradoError } from './errors';
import { selectCopias } from './queries';
import { AnotarCopiaInput, type CopiaDto } from './schemas';

/**
 * Notes that a copy of a ticket was printed, with the number its paper says; the paper does not wait for this. It may be
 * told days later. Once per `ctx.clave`. Throws PermisoError, TicketNoEncontradoError.
 */
export async function anotarCopia(ctx: Context, raw: unknown): Promise<CopiaDto> {
  requirePermiso(ctx, 'venta:reimprimir');
  const input = AnotarCopiaInput.parse(raw);
  return writeOnce(
    ctx,
    { verbo: 'venta.reimprimir', input },
    {
      work: async (tx) => {
        const venta = await lockTicket(tx, ctx, input);
        const { momento, tarde } = momentoDelHecho(ctx, input.fecha);
        const [copia] = await tx.sql<{ id: number; numero: number }[]>`
          insert into copia_recibo (id_venta, numero, formato, fecha, recibida_en, id_usuario, clave)
          values (${venta.id}, coalesce(${input.numero}::int,
              (select coalesce(max(numero), 0) + 1 from copia_recibo where id_venta = ${venta.id})),
            ${input.formato}, ${momento.toISOString()}::timestamptz, ${(ctx.hecho?.recibidoEn ?? ctx.ahora).toISOString()}::timestamptz,
            ${ctx.actor.idUsuario}, ${ctx.clave}::uuid)
          returning id, numero`;
        if (!copia) throw new Error('copia_recibo: the insert gave no row');
        await emitAudit(
          tx,
          { ...ctx, ahora: momento, idSucursal: venta.idSucursal },
          {
            accion: 'venta.reimprimir',
            entidad: 'venta',
            idEntidad: venta.id,
            despues: { copia: copia.numero, formato: input.formato, ...(tarde && { avisada_tarde: true }) },
          },
        );
        publish(tx, { tema: 'venta', idSucursal: venta.idSucursal, ids: [venta.id] });
        const [dto] = await selectCopias(tx.sql, tx.sql`c.id = ${copia.id}`);
        if (!dto) throw new Error(`copia_recibo ${copia.id}: not found after its insert`);
        return { respuesta: dto };
      },
    },
  );
}

type Cual = { idVenta: number | null; claveVenta: string | null; tokenRecibo: string | null };

/** The ticket, so that two copies told at once take different numbers. Another branch's is not there. */
async function lockTicket(tx: Tx, ctx: Context, cual: Cual): Promise<{ id: number; idSucursal: number }> {
  const { idVenta, claveVenta, tokenRecibo } = cual;
  const donde =
    idVenta !== null
      ? tx.sql`id = ${idVenta}`
      : claveVenta !== null
        ? tx.sql`clave = ${claveVenta}::uuid`
        : tx.sql`token_recibo = ${tokenRecibo}`;
  const [venta] = await tx.sql<{ id: number; idSucursal: number }[]>`
    select id, id_sucursal as "idSucursal" from venta where ${donde} for no key update`;
  if (!venta || (venta.idSucursal !== ctx.idSucursal && !puede(ctx, 'sucursal:todas'))) {
    throw new TicketNoEncontradoError();
  }
  return { ...venta };
}
