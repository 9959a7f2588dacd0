import { sqlClient } from '@/db';
import { withTransaction } from '@/db/transaction';
import { emitAudit } from '@/lib/audit';
import { systemContext } from '@/lib/auth/system-context';
import type { PedidoDeCodigo } from '@/lib/jobs/colas';
import { kv } from '@/lib/kv/kv';
import { enviarCorreo } from '@/lib/mail/enviar-correo';
import { vencerCodigos } from '@/lib/mail/vencer';
import { CODIGO_MS, claves, codigoDe, huellaDeCodigo, MINUTOS_DE_CODIGO } from './codigo';

type Destinatario = { id: number; name: string; email: string; id_sucursal: number };

/**
 * The worker's half of asking for a code: if the mail is of somebody who works here, keeps the hash of the request's code
 * and mails it. A request that another replaced, or whose time passed, does nothing. Doing it twice mails once.
 */
export async function mandarCodigo(pedido: PedidoDeCodigo, ahora: Date): Promise<void> {
  const { solicitud, huella, ip, dispositivo, requestId } = pedido;
  const venceEn = new Date(Date.parse(pedido.pedidoEn) + CODIGO_MS);
  const restaMs = venceEn.getTime() - ahora.getTime();
  if (restaMs <= 0 || (await kv().get(claves.solicitud(huella))) !== solicitud) return;
  const persona = await buscar(huella);
  if (!persona) return;
  const codigo = codigoDe(solicitud);
  await kv().set(claves.codigo(solicitud), huellaDeCodigo(solicitud, codigo), restaMs);
  const actor = { idUsuario: persona.id, nombre: persona.name };
  const sistema = systemContext({ ahora, idSucursal: persona.id_sucursal, actor });
  const ctx = { ...sistema, ip, dispositivo, requestId };
  await withTransaction({}, async (tx) => {
    const [escrito] = await tx.sql`select 1 from correo where clave = ${claves.codigo(solicitud)}`;
    if (escrito) return;
    await vencerCodigos(tx, persona.id);
    await enviarCorreo(tx, ctx, {
      plantilla: 'codigo',
      para: persona.email,
      idUsuario: persona.id,
      datos: { nombre: persona.name, codigo, minutos: MINUTOS_DE_CODIGO },
      venceEn,
      clave: claves.codigo(solicitud),
    });
    await emitAudit(tx, ctx, { accion: 'usuario.pedir_codigo', entidad: 'usuario', idEntidad: persona.id });
  });
}

async function buscar(huella: string): Promise<Destinatario | undefined> {
  const [persona] = await sqlClient()<Destinatario[]>`
    select u.id, u.name, u.email, u.id_sucursal from usuario u join rol r on r.id = u.id_rol
    where encode(sha256(convert_to(lower(u.email), 'UTF8')), 'hex') = ${huella} and u.estado and r.estado`;
  return persona;
}
