import { setTimeout as sleep } from 'node:timers/promises';
import { sqlClient } from '@/db';
import { withTransaction } from '@/db/transaction';
import { emitAudit } from '@/lib/audit';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { publish } from '@/lib/realtime/publish';
import { SinTrabajadorError } from './errors';
import { qrComoImagen } from './qr';
import { type FilaEstado, leerEstado } from './read';
import { hayTrabajador, nombreDelDestino } from './rules';
import { type ConexionDto, NadaInput } from './schemas';

/** How long a caller waits for a code to be there. */
const ESPERA_MS = 7_000;
const MIRADA_MS = 400;

/**
 * Asks the worker to open the connection; nothing changes when it is open or opening. Throws PermisoError, SinTrabajadorError.
 */
export async function conectarWhatsapp(ctx: Context, raw: unknown = {}): Promise<{ message: string }> {
  requirePermiso(ctx, 'whatsapp:conectar');
  NadaInput.parse(raw);
  const estado = await leerEstado(sqlClient());
  if (!hayTrabajador(estado.latido, ctx.ahora)) throw new SinTrabajadorError();
  if (estado.estado === 'DESCONECTADO' && estado.pedido === null) await pedir(ctx, 'CONECTAR');
  return { message: 'Conectando con WhatsApp.' };
}

/**
 * Asks the worker to close the connection and to unlink the phone; it does when it runs. Throws PermisoError.
 */
export async function desconectarWhatsapp(ctx: Context, raw: unknown = {}): Promise<{ message: string }> {
  requirePermiso(ctx, 'whatsapp:conectar');
  NadaInput.parse(raw);
  await pedir(ctx, 'DESCONECTAR');
  return { message: 'Desvinculando el teléfono.' };
}

/**
 * The contract's connect: asks for a connection if there is none, waits a few seconds, and answers the code to scan or how
 * things are. `success` is false when nobody is there to connect. Throws PermisoError.
 */
export async function codigoDeConexion(ctx: Context, raw: unknown = {}): Promise<ConexionDto> {
  requirePermiso(ctx, 'whatsapp:conectar');
  NadaInput.parse(raw);
  try {
    await conectarWhatsapp(ctx);
  } catch (error) {
    if (error instanceof SinTrabajadorError) return { success: false, message: error.message };
    throw error;
  }
  const limite = performance.now() + ESPERA_MS;
  for (;;) {
    const fila = await leerEstado(sqlClient());
    const listo = await respuestaDe(fila);
    if (listo) return listo;
    if (performance.now() > limite)
      return { success: false, message: fila.ultimo_error ?? 'Todavía no hay un código.' };
    await sleep(MIRADA_MS);
  }
}

async function respuestaDe({ estado, qr, numero, pedido, ultimo_error }: FilaEstado): Promise<ConexionDto | null> {
  if (estado === 'CONECTADO') {
    const quien = numero ? ` con el número ${nombreDelDestino(numero)}` : '';
    return { success: true, message: `WhatsApp está conectado${quien}.` };
  }
  if (qr !== null) return { success: true, qrBase64: await qrComoImagen(qr) };
  const fallo = estado === 'DESCONECTADO' && pedido === null && ultimo_error !== null;
  return fallo ? { success: false, message: ultimo_error } : null;
}

async function pedir(ctx: Context, pedido: 'CONECTAR' | 'DESCONECTAR'): Promise<void> {
  await withTransaction(ctx, async (tx) => {
    await tx.sql`
      insert into whatsapp_estado (id, pedido) values (1, ${pedido}) on conflict (id) do update set pedido = excluded.pedido`;
    const accion = pedido === 'CONECTAR' ? 'whatsapp.conectar' : 'whatsapp.desconectar';
    await emitAudit(tx, ctx, { accion, entidad: 'whatsapp', idEntidad: 1 });
    publish(tx, { tema: 'whatsapp', idSucursal: null });
  });
}
