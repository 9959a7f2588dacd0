import { sqlClient } from '@/db';
import { enviarTexto } from '@/lib/whatsapp/enviar';
import { vaciar, vinculada } from '../whatsapp/tienda';
import type { Caso } from './casos';
import { ahora, type Tienda, unico } from './tienda';

const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const GRUPO = '120363012345678901@g.us';
const numero = { code: '591', phone: '71234567' };

/** A linked phone, and a worker that was heard of just now. */
async function encendida(): Promise<void> {
  await vinculada();
  const grupos = JSON.stringify([{ id: GRUPO, nombre: 'Cajeros', participantes: 4 }]);
  await sqlClient()`
    update whatsapp_estado set estado = 'CONECTADO', latido = now(), conectado_desde = now(), nombre = 'Tienda', qr = null,
      pedido = null, ultimo_error = null, grupos = ${grupos}::text::jsonb`;
}

/** A worker that shows a code to scan. */
async function conCodigo(): Promise<void> {
  await vaciar();
  await sqlClient()`
    insert into whatsapp_estado (id, estado, latido, qr, qr_vence_en, ultimo_error)
    values (1, 'ESPERANDO_QR', now(), '2@codigo', now() + interval '1 minute', 'Nadie escaneó el código a tiempo.')`;
}

async function mensaje({ jefe }: Tienda, estado: 'ENVIADO' | 'FALLIDO' | 'PENDIENTE'): Promise<number> {
  await encendida();
  const { id } = await enviarTexto(ahora(jefe), { ...numero, message: 'Su pedido está listo.' });
  const enviado = estado === 'ENVIADO' ? new Date().toISOString() : null;
  const error = estado === 'FALLIDO' ? 'Ese número no tiene WhatsApp.' : null;
  await sqlClient()`
    update mensaje_whatsapp set estado = ${estado}, enviado_en = ${enviado}::timestamptz, ultimo_error = ${error}, intentos = 1
    where id = ${id}`;
  return id;
}

const deJefe =
  (datos: (t: Tienda) => Promise<Record<string, unknown>>): Caso =>
  async (t) => ({ token: t.tokenJefe, datos: await datos(t) });

/** Each time another one: the same content under the same key would be the same act. */
const envio = (datos: (unico: string) => Record<string, unknown>) =>
  deJefe(async () => {
    await encendida();
    return datos(unico());
  });

/** Good requests of the routes of WhatsApp. */
export const CASOS_WHATSAPP: Record<string, Caso[]> = {
  'GET /whatsapp/connect': [
    deJefe(async () => {
      await vaciar();
      return {};
    }),
    envio(() => ({})),
    deJefe(async () => {
      await conCodigo();
      return {};
    }),
  ],
  'POST /whatsapp/disconnect': [deJefe(async () => ({}))],
  'POST /whatsapp/send': [
    envio((n) => ({ ...numero, message: `Hola ${n}\n¿Cómo está?` })),
    envio((n) => ({ code: 591, phone: 71_234_567, message: `ñandú 🌺 ${n}` })),
  ],
  'POST /whatsapp/send-image': [
    envio((n) => ({ ...numero, caption: n, file: { nombre: 'a.png', tipo: 'image/png', bytes: PNG } })),
  ],
  'POST /whatsapp/send-document': [
    envio((n) => ({ ...numero, file: { nombre: '../a b".pdf', tipo: 'application/pdf', bytes: Buffer.from(n) } })),
  ],
  'POST /whatsapp/send-to-group': [envio((n) => ({ groupId: GRUPO, message: `Mañana a las 9. ${n}` }))],
  'GET /whatsapp/list-groups': [envio(() => ({}))],
  'GET /whatsapp/estado': [
    envio(() => ({})),
    deJefe(async () => {
      await conCodigo();
      return {};
    }),
  ],
  'GET /whatsapp/mensajes': [
    deJefe(async (t) => {
      await mensaje(t, 'ENVIADO');
      await mensaje(t, 'FALLIDO');
      await mensaje(t, 'PENDIENTE');
      await sqlClient()`
        insert into mensaje_whatsapp (id_sucursal, id_usuario, destino, tipo, archivo, archivo_nombre, referencia, creado_en,
          proximo_intento, vence_en)
        values (${t.idSucursal}, ${t.jefe.idUsuario}, ${GRUPO}, 'DOCUMENTO', '\\x00', 'a.pdf', gen_random_uuid(), now(), now(), now())`;
      return {};
    }),
    deJefe(async () => ({ limite: 1, estado: 'FALLIDO', buscar: '7123' })),
  ],
  'POST /whatsapp/mensajes/{id}/reintentar': [deJefe(async (t) => ({ id: await mensaje(t, 'FALLIDO') }))],
};
