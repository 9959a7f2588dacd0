import { index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { id, instante } from './_columns';

/** Something that somebody should look at. Each kind is raised once per subject and period (`huella`). */
export const alerta = pgTable(
  'alerta',
  {
    id: id(),
    idSucursal: integer('id_sucursal').notNull(),
    tipo: text('tipo').notNull(),
    huella: text('huella').notNull(),
    titulo: text('titulo').notNull(),
    /** The figures behind it, so that it can be opened to its rows. */
    datos: jsonb('datos').notNull(),
    /** Whom it is about, when it is about somebody. */
    idUsuario: integer('id_usuario'),
    fecha: instante('fecha').notNull(),
    atendidaPor: integer('atendida_por'),
    atendidaEn: instante('atendida_en'),
    nota: text('nota'),
  },
  (t) => [uniqueIndex('alerta_huella').on(t.huella), index('alerta_sucursal').on(t.idSucursal, t.fecha, t.id)],
);
