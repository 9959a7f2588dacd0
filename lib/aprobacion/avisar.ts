import type { Tx } from '@/db/transaction';
import type { Context } from '@/lib/context';
import { enlaceA } from '@/lib/mail/enlace';
import { enviarCorreo } from '@/lib/mail/enviar-correo';
import { publish } from '@/lib/realtime/publish';
import type { Fila } from './schemas';
import { superioresDe } from './superiores';
import { filasVisibles } from './visible';

type PorAvisar = {
  idSucursal: number;
  solicitadaPor: number;
  solicitante: string;
  monto: number;
  resumen: string;
  detalle: Fila[];
  motivo: string | null;
  momento: string;
  vence: string | null;
};

/**
 * Tells the superiors who may answer that somebody waits: on their screens once the transaction commits, and by mail. A
 * mail says no figure that its reader may not see.
 */
export async function avisarSuperiores(tx: Tx, ctx: Context, id: number): Promise<void> {
  publish(tx, { tema: 'aprobacion', idSucursal: ctx.idSucursal, ids: [id] });
  const [a] = await tx.sql<PorAvisar[]>`
    select a.id_sucursal as "idSucursal", a.solicitada_por as "solicitadaPor", u.name as solicitante, a.monto, a.resumen,
      a.detalle, a.motivo, a.momento, a.vence_en as vence
    from aprobacion a join usuario u on u.id = a.solicitada_por where a.id = ${id}`;
  if (!a) throw new Error(`aprobacion ${id}: not found after it was asked for`);
  // What already happened is looked at when there is time: the list is enough.
  if (a.momento === 'DESPUES' || a.vence === null) return;
  const venceEn = new Date(a.vence);
  for (const s of await superioresDe(tx.sql, a)) {
    const lectora = { actor: { permisos: new Set(s.permisos) } };
    await enviarCorreo(tx, ctx, {
      plantilla: 'aprobacion',
      para: s.email,
      idUsuario: s.id,
      venceEn,
      clave: `aprobacion-${id}-${s.id}`,
      datos: {
        solicitante: a.solicitante,
        resumen: a.resumen,
        detalle: filasVisibles(lectora, a.detalle)
          .map((f) => `${f.etiqueta}: ${f.valor}`)
          .join('\n'),
        motivo: a.motivo,
        enlace: enlaceA(`/aprobaciones?id=${id}`),
        vence: venceEn,
      },
    });
  }
}
