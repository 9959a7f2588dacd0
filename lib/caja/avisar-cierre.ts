import type { Tx } from '@/db/transaction';
import type { Context } from '@/lib/context';
import { enlaceA } from '@/lib/mail/enlace';
import { enviarCorreo } from '@/lib/mail/enviar-correo';
import { RECIBE_CIERRE } from '@/lib/mail/preferencias';
import { centavosDeJson } from '@/lib/money';
import type { SesionCajaDto } from './schemas-respuestas';

/** A close that nobody read in three days is history: the product has it. */
const VIGENCIA_MS = 3 * 86_400_000;

/**
 * Mails how a session closed to whoever asked to be told (owners, unless they said no), works in that branch and may see
 * what a drawer should hold. Part of the close; no bad address stops it.
 */
export async function avisarCierre(tx: Tx, ctx: Context, sesion: SesionCajaDto): Promise<void> {
  const idSucursal = sesion.caja.id_sucursal;
  const destinatarios = await tx.sql<{ id: number; email: string }[]>`
    select u.id, u.email from usuario u join rol r on r.id = u.id_rol
    where u.estado and r.estado and ${tx.sql.unsafe(RECIBE_CIERRE)} and 'caja:ver_esperado' = any(r.permisos)
      and (u.id_sucursal = ${idSucursal}
        or exists (select 1 from usuario_sucursal x where x.id_usuario = u.id and x.id_sucursal = ${idSucursal})
        or ('sucursal:todas' = any(r.permisos) and not r.solo_propias && array['caja:ver_esperado', 'sucursal:todas']))
    order by u.id`;
  const cierre = sesion.fecha_cierre ?? ctx.ahora;
  for (const { id, email } of destinatarios) {
    await enviarCorreo(
      tx,
      { ...ctx, idSucursal },
      {
        plantilla: 'cierre_de_caja',
        para: email,
        idUsuario: id,
        clave: `cierre-${sesion.id}-${id}`,
        venceEn: new Date(new Date(cierre).getTime() + VIGENCIA_MS),
        datos: {
          caja: sesion.caja.nombre,
          sucursal: sesion.caja.sucursal,
          cajero: sesion.cajero,
          cerro: ctx.actor.nombre,
          apertura: sesion.fecha_apertura,
          cierre,
          montoInicial: centavos(sesion.monto_inicial),
          teorico: centavos(sesion.monto_final_teorico),
          real: centavos(sesion.monto_final_real),
          enlace: enlaceA(`/cajas/sesion/${sesion.id}`),
        },
      },
    );
  }
}

function centavos(bolivianos: number | null): number {
  return (bolivianos === null ? null : centavosDeJson(bolivianos)) ?? 0;
}
