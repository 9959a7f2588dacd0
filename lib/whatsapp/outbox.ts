import { sqlClient } from '@/db';
import { withTransaction } from '@/db/transaction';
import { log } from '@/lib/log';
import { publish } from '@/lib/realtime/publish';
import { esperaMs, INTENTOS_MAXIMOS, type TipoDeMensaje } from './rules';
import { DestinationError, type Transport } from './transport';

const ARCHIVO_DIAS = 7;

type Pendiente = {
  id: number;
  id_sucursal: number;
  destino: string;
  tipo: TipoDeMensaje;
  texto: string | null;
  archivo: Buffer | null;
  archivo_nombre: string | null;
  archivo_tipo: string | null;
  intentos: number;
  referencia: string;
};

/**
 * Sends the oldest message whose time has come, and answers whether there was one. The try is written down before it is made: a
 * worker that dies in the middle leaves a message that is tried again under the same `referencia`, so that WhatsApp takes
 * both for one.
 */
export async function sendNext(transport: Transport, ahora: Date): Promise<boolean> {
  const [mensaje] = await sqlClient()<Pendiente[]>`
    select id, id_sucursal, destino, tipo, texto, archivo, archivo_nombre, archivo_tipo, intentos, referencia
    from mensaje_whatsapp where estado = 'PENDIENTE' and proximo_intento <= ${ahora.toISOString()}::timestamptz
    order by proximo_intento, id limit 1`;
  if (!mensaje) return false;
  if (mensaje.intentos >= INTENTOS_MAXIMOS) {
    await settle(mensaje, ahora, { estado: 'FALLIDO', error: `No se pudo en ${INTENTOS_MAXIMOS} intentos.` });
    return true;
  }
  const intentos = mensaje.intentos + 1;
  const proximo = new Date(ahora.getTime() + esperaMs(intentos)).toISOString();
  await sqlClient()`
    update mensaje_whatsapp set intentos = ${intentos}, proximo_intento = ${proximo}::timestamptz where id = ${mensaje.id}`;
  try {
    await send(transport, mensaje);
    await settle(mensaje, ahora, { estado: 'ENVIADO', error: null });
  } catch (error) {
    const definitivo = error instanceof DestinationError || intentos >= INTENTOS_MAXIMOS;
    log().warn({ err: error, mensaje: mensaje.id, intentos }, 'a WhatsApp message did not go out');
    await settle(mensaje, ahora, { estado: definitivo ? 'FALLIDO' : 'PENDIENTE', error: sentenceOf(error) });
  }
  return true;
}

function send(transport: Transport, { destino, tipo, texto, referencia, ...m }: Pendiente): Promise<void> {
  if (tipo === 'TEXTO') return transport.sendText(destino, texto ?? '', referencia);
  if (!m.archivo) return Promise.reject(new DestinationError('El archivo ya no está guardado.'));
  const archivo = { bytes: m.archivo, nombre: m.archivo_nombre ?? 'archivo', tipo: m.archivo_tipo ?? '', texto };
  if (tipo === 'IMAGEN') return transport.sendImage(destino, archivo, referencia);
  return transport.sendDocument(destino, archivo, referencia);
}

type Settled = { estado: 'ENVIADO' | 'FALLIDO' | 'PENDIENTE'; error: string | null };

async function settle({ id, id_sucursal }: Pendiente, ahora: Date, { estado, error }: Settled): Promise<void> {
  const enviado = estado === 'ENVIADO';
  await withTransaction({}, async (tx) => {
    await tx.sql`
      update mensaje_whatsapp set estado = ${estado}, ultimo_error = ${error},
        enviado_en = ${enviado ? ahora.toISOString() : null}::timestamptz,
        archivo = case when ${enviado} then null else archivo end
      where id = ${id} and estado = 'PENDIENTE'`;
    publish(tx, { tema: 'whatsapp', idSucursal: id_sucursal, ids: [id] });
  });
}

/** Gives up on what waited too long, and lets go of the files of what failed days ago. */
export async function sweep(ahora: Date): Promise<void> {
  const limite = new Date(ahora.getTime() - ARCHIVO_DIAS * 86_400_000).toISOString();
  await withTransaction({}, async (tx) => {
    const vencidos = await tx.sql`
      update mensaje_whatsapp set estado = 'FALLIDO', ultimo_error = 'No salió en 24 horas.'
      where estado = 'PENDIENTE' and vence_en <= ${ahora.toISOString()}::timestamptz`;
    await tx.sql`
      update mensaje_whatsapp set archivo = null
      where estado = 'FALLIDO' and archivo is not null and creado_en < ${limite}::timestamptz`;
    if (vencidos.count > 0) publish(tx, { tema: 'whatsapp', idSucursal: null });
  });
}

/** What the person reads of a failure: the sentence if it has one, never the library's own words. */
function sentenceOf(error: unknown): string {
  return error instanceof DestinationError ? error.message : 'WhatsApp no recibió el mensaje.';
}
