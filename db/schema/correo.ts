import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { id, instante } from './_columns';

/** One mail to one address: written with the act that causes it, sent by the worker, or read here when there is no SMTP. */
export const correo = pgTable(
  'correo',
  {
    id: id(),
    idSucursal: integer('id_sucursal').notNull(),
    para: text('para').notNull(),
    /** Whom it is for, when it is somebody of the shop: only who may change that person's password reads a secret of theirs. */
    idUsuario: integer('id_usuario'),
    plantilla: text('plantilla').notNull(),
    asunto: text('asunto').notNull(),
    /** What the template says, until the worker renders it: rendering inside the act would hold its locks. */
    datos: jsonb('datos').$type<Record<string, unknown>>(),
    /** Null until rendered, and again once a secret mail was sent or its time passed. */
    html: text('html'),
    texto: text('texto'),
    /** It holds a code or a link that lets somebody in. */
    secreto: boolean('secreto').notNull().default(false),
    estado: text('estado').notNull().default('PENDIENTE'),
    intentos: integer('intentos').notNull().default(0),
    ultimoError: text('ultimo_error'),
    /** Two acts that name the same mail write one. */
    clave: text('clave').unique(),
    /** A worker is sending it; if it dies, another may after this. */
    tomadoHasta: instante('tomado_hasta'),
    creadoEn: instante('creado_en').notNull(),
    venceEn: instante('vence_en'),
    enviadoEn: instante('enviado_en'),
  },
  (t) => [
    index('correo_creado').on(t.creadoEn),
    index('correo_pendiente').on(t.id).where(sql`${t.estado} = 'PENDIENTE'`),
    check('correo_estado', sql`${t.estado} in ('PENDIENTE', 'ENVIADO', 'FALLIDO', 'VENCIDO')`),
    check('correo_enviado', sql`(${t.estado} = 'ENVIADO') = (${t.enviadoEn} is not null)`),
  ],
);
