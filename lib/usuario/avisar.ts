import type { Tx } from '@/db/transaction';
import type { Context } from '@/lib/context';
import { enviarCorreo } from '@/lib/mail/enviar-correo';

/** Tells a person by mail that their password is another, whoever changed it: if it was not them, they know. */
export async function avisarClaveCambiada(
  tx: Tx,
  ctx: Context,
  quien: { id: number; name: string; email: string },
): Promise<void> {
  await enviarCorreo(tx, ctx, {
    plantilla: 'clave_cambiada',
    para: quien.email,
    idUsuario: quien.id,
    datos: { nombre: quien.name, cuando: ctx.ahora, dispositivo: ctx.dispositivo },
  });
}
