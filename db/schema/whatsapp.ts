import { sql } from 'drizzle-orm';
import { check, customType, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { id, instante } from './_columns';

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

/** What the WhatsApp worker last said of itself, and what it was asked for. One row. */
export const whatsappEstado = pgTable(
  'whatsapp_estado',
  {
    id: integer('id').primaryKey().default(1),
    estado: text('estado').notNull().default('DESCONECTADO'),
    /** The text of the code to scan, while there is one. */
    qr: text('qr'),
    qrVenceEn: instante('qr_vence_en'),
    /** The linked number; null when no phone is linked. */
    numero: text('numero'),
    nombre: text('nombre'),
    ultimoError: text('ultimo_error'),
    conectadoDesde: instante('conectado_desde'),
    /** The last time that the worker was alive and in charge. */
    latido: instante('latido'),
    /** What a person asked the worker for and it has not taken yet. */
    pedido: text('pedido'),
    grupos: jsonb('grupos').notNull().default([]),
    gruposEn: instante('grupos_en'),
  },
  (t) => [
    check('whatsapp_estado_una', sql`${t.id} = 1`),
    check('whatsapp_estado_estado', sql`${t.estado} in ('DESCONECTADO', 'CONECTANDO', 'ESPERANDO_QR', 'CONECTADO')`),
    check('whatsapp_estado_qr', sql`${t.estado} = 'ESPERANDO_QR' or ${t.qr} is null`),
    check('whatsapp_estado_pedido', sql`${t.pedido} in ('CONECTAR', 'DESCONECTAR')`),
  ],
);

/** The linked device's keys, each sealed with a key derived from AUTH_SECRET. */
export const whatsappCredencial = pgTable('whatsapp_credencial', {
  nombre: text('nombre').primaryKey(),
  valor: bytes('valor').notNull(),
});

/** One message to one chat: written with the act that causes it, sent by the WhatsApp worker. */
export const mensajeWhatsapp = pgTable(
  'mensaje_whatsapp',
  {
    id: id(),
    idSucursal: integer('id_sucursal').notNull(),
    idUsuario: integer('id_usuario').notNull(),
    /** A number in digits with its country, or the id of a group. */
    destino: text('destino').notNull(),
    tipo: text('tipo').notNull(),
    texto: text('texto'),
    /** Null once it was sent. */
    archivo: bytes('archivo'),
    archivoNombre: text('archivo_nombre'),
    archivoTipo: text('archivo_tipo'),
    estado: text('estado').notNull().default('PENDIENTE'),
    intentos: integer('intentos').notNull().default(0),
    ultimoError: text('ultimo_error'),
    /** Names the message for WhatsApp: the same one again is the same message. */
    referencia: uuid('referencia').notNull(),
    creadoEn: instante('creado_en').notNull(),
    proximoIntento: instante('proximo_intento').notNull(),
    /** After this it is not sent any more. */
    venceEn: instante('vence_en').notNull(),
    enviadoEn: instante('enviado_en'),
  },
  (t) => [
    uniqueIndex('mensaje_whatsapp_referencia').on(t.referencia),
    index('mensaje_whatsapp_sucursal').on(t.idSucursal, t.id),
    index('mensaje_whatsapp_pendiente').on(t.proximoIntento).where(sql`${t.estado} = 'PENDIENTE'`),
    check('mensaje_whatsapp_tipo', sql`${t.tipo} in ('TEXTO', 'IMAGEN', 'DOCUMENTO')`),
    check('mensaje_whatsapp_estado', sql`${t.estado} in ('PENDIENTE', 'ENVIADO', 'FALLIDO')`),
    check('mensaje_whatsapp_enviado', sql`(${t.estado} = 'ENVIADO') = (${t.enviadoEn} is not null)`),
    check('mensaje_whatsapp_texto', sql`${t.tipo} <> 'TEXTO' or ${t.texto} is not null`),
  ],
);
