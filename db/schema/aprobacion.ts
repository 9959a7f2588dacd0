import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { entero8, id, instante } from './_columns';
import { sucursal } from './sucursal';
import { usuario } from './usuario';

/**
 * What somebody may not do alone and a superior lets them, once. It is bound to the exact operation by `huella` (the verb
 * and its canonical input), to the one who asked, and to the act's `clave` when there is one.
 */
export const aprobacion = pgTable(
  'aprobacion',
  {
    id: id(),
    idSucursal: integer('id_sucursal')
      .notNull()
      .references(() => sucursal.id),
    verbo: text('verbo').notNull(),
    huella: text('huella').notNull(),
    clave: uuid('clave'),
    /** Before the act, which waits for it; or after, when what happened is never undone (the difference of a close). */
    momento: text('momento').notNull().default('ANTES'),
    /** The rights that were exceeded. */
    permisos: text('permisos').array().notNull(),
    /** What the superior reads, made by the server from the operation itself; a row with `permiso` is for who has it. */
    resumen: text('resumen').notNull(),
    detalle: jsonb('detalle').$type<{ etiqueta: string; valor: string; permiso?: string }[]>().notNull(),
    /** Centavos at stake, to compare with the superior's own cap. */
    monto: entero8('monto').notNull(),
    estado: text('estado').notNull(),
    solicitadaPor: integer('solicitada_por')
      .notNull()
      .references(() => usuario.id),
    creadaEn: instante('creada_en').notNull(),
    /** Why it is asked for, in the requester's words. */
    motivo: text('motivo'),
    pedidaEn: instante('pedida_en'),
    /** Until when it can be answered, then until when it can be used. What already happened waits as long as it takes. */
    venceEn: instante('vence_en'),
    resueltaPor: integer('resuelta_por').references(() => usuario.id),
    resueltaEn: instante('resuelta_en'),
    via: text('via'),
    /** What the superior answered. */
    respuesta: text('respuesta'),
    usadaEn: instante('usada_en'),
    /** The document it let in. */
    tipoDocumento: text('tipo_documento'),
    idDocumento: integer('id_documento'),
  },
  (t) => [
    index('aprobacion_huella').on(t.huella, t.solicitadaPor),
    index('aprobacion_solicitante').on(t.solicitadaPor, t.creadaEn),
    index('aprobacion_pendiente').on(t.idSucursal, t.creadaEn).where(sql`${t.estado} = 'PENDIENTE'`),
    index('aprobacion_documento').on(t.tipoDocumento, t.idDocumento),
    check(
      'aprobacion_estado',
      sql`${t.estado} in ('BORRADOR', 'PENDIENTE', 'APROBADA', 'RECHAZADA', 'CANCELADA', 'USADA')`,
    ),
    check('aprobacion_momento', sql`${t.momento} in ('ANTES', 'DESPUES')`),
    check('aprobacion_via', sql`${t.via} in ('PIN', 'PANTALLA')`),
    check('aprobacion_monto', sql`${t.monto} >= 0`),
    check(
      'aprobacion_resuelta',
      sql`(${t.estado} not in ('BORRADOR', 'PENDIENTE') or ${t.resueltaPor} is null)
        and (${t.estado} not in ('APROBADA', 'RECHAZADA', 'USADA') or ${t.resueltaPor} is not null)
        and (${t.resueltaPor} is null) = (${t.resueltaEn} is null) and (${t.resueltaPor} is null) = (${t.via} is null)`,
    ),
    check('aprobacion_plazo', sql`(${t.momento} = 'ANTES') = (${t.venceEn} is not null)`),
    check('aprobacion_ajena', sql`${t.resueltaPor} is distinct from ${t.solicitadaPor}`),
    check('aprobacion_usada', sql`(${t.estado} = 'USADA') = (${t.usadaEn} is not null)`),
  ],
);
