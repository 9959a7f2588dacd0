import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { entero8, id, instante } from './_columns';
import { sesionCaja } from './caja';
import { sucursal } from './sucursal';
import { usuario } from './usuario';

/**
 * Something that is not right and stopped nobody: it waits here until a person says what came of it. Never deleted;
 * resolved once, with a reason.
 */
export const tarea = pgTable(
  'tarea',
  {
    id: id(),
    idSucursal: integer('id_sucursal')
      .notNull()
      .references(() => sucursal.id),
    /** What kind of thing, `saldo_externo`: one word of the room that raised it. */
    tipo: text('tipo').notNull(),
    resumen: text('resumen').notNull(),
    /** What to look at, in a sentence. */
    detalle: text('detalle'),
    /** Centavos at stake, signed: short or left over; null when it is not about money. */
    monto: entero8('monto'),
    tipoDocumento: text('tipo_documento'),
    idDocumento: integer('id_documento'),
    idSesionCaja: integer('id_sesion_caja').references(() => sesionCaja.id),
    estado: text('estado').notNull().default('PENDIENTE'),
    creadaPor: integer('creada_por').notNull(),
    creadaEn: instante('creada_en').notNull(),
    resueltaPor: integer('resuelta_por').references(() => usuario.id),
    resueltaEn: instante('resuelta_en'),
    /** What came of it. */
    resolucion: text('resolucion'),
  },
  (t) => [
    index('tarea_pendiente').on(t.idSucursal, t.id).where(sql`${t.estado} = 'PENDIENTE'`),
    index('tarea_sesion').on(t.idSesionCaja),
    check('tarea_estado', sql`${t.estado} in ('PENDIENTE', 'RESUELTA')`),
    check(
      'tarea_resuelta',
      sql`(${t.estado} = 'RESUELTA') = (${t.resueltaPor} is not null) and (${t.estado} = 'RESUELTA') = (${t.resueltaEn} is not null)
        and (${t.estado} = 'RESUELTA') = (${t.resolucion} is not null)`,
    ),
  ],
);
