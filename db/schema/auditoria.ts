import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { entero8, instante } from './_columns';

/** Who did what, written in the act's own transaction. Immutable. */
export const auditoria = pgTable(
  'auditoria',
  {
    id: entero8('id').primaryKey().generatedAlwaysAsIdentity(),
    fecha: instante('fecha').notNull(),
    registradaEn: instante('registrada_en').notNull().default(sql`clock_timestamp()`),
    idUsuario: integer('id_usuario').notNull(),
    idSucursal: integer('id_sucursal').notNull(),
    accion: text('accion').notNull(),
    entidad: text('entidad').notNull(),
    idEntidad: text('id_entidad').notNull(),
    antes: jsonb('antes'),
    despues: jsonb('despues'),
    ip: text('ip'),
    dispositivo: text('dispositivo'),
    requestId: text('request_id'),
  },
  (t) => [
    index('auditoria_entidad').on(t.entidad, t.idEntidad),
    // The four ways the trail is read, newest first: all of it, a branch, a person, an act.
    index('auditoria_fecha_id').on(t.fecha, t.id),
    index('auditoria_sucursal').on(t.idSucursal, t.fecha, t.id),
    index('auditoria_usuario').on(t.idUsuario, t.fecha, t.id),
    index('auditoria_accion').on(t.accion, t.fecha, t.id),
  ],
);
