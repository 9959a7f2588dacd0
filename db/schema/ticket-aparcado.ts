import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { entero8, id, instante } from './_columns';
import { sesionCaja } from './caja';
import { sucursal } from './sucursal';
import { usuario } from './usuario';

/**
 * A ticket left for later, in a row that one device takes: whoever changes EN_ESPERA has it. Nothing is sold yet; its clave
 * travels with it, so that however it goes on it is one sale.
 */
export const ticketAparcado = pgTable(
  'ticket_aparcado',
  {
    id: id(),
    /** The ticket's own, born with its first line. */
    clave: uuid('clave').notNull(),
    idSucursal: integer('id_sucursal')
      .notNull()
      .references(() => sucursal.id),
    idSesionCaja: integer('id_sesion_caja')
      .notNull()
      .references(() => sesionCaja.id),
    idUsuario: integer('id_usuario')
      .notNull()
      .references(() => usuario.id),
    /** How people call it: a name, a table, "la señora del abrigo". */
    etiqueta: text('etiqueta'),
    lineas: integer('lineas').notNull(),
    /** What it came to when it was parked, in centavos: prices are read again when it is resumed. */
    total: entero8('total').notNull(),
    /** The ticket as `ContenidoTicket` of `lib/venta/schemas.ts` has it. */
    contenido: jsonb('contenido').notNull(),
    estado: text('estado').notNull().default('EN_ESPERA'),
    fecha: instante('fecha').notNull(),
    resueltoPor: integer('resuelto_por').references(() => usuario.id),
    resueltoEn: instante('resuelto_en'),
  },
  (t) => [
    uniqueIndex('ticket_aparcado_en_espera').on(t.clave).where(sql`${t.estado} = 'EN_ESPERA'`),
    index('ticket_aparcado_sucursal').on(t.idSucursal, t.id).where(sql`${t.estado} = 'EN_ESPERA'`),
    check('ticket_aparcado_estado', sql`${t.estado} in ('EN_ESPERA', 'TOMADO', 'DESCARTADO')`),
    check('ticket_aparcado_cifras', sql`${t.lineas} > 0 and ${t.total} >= 0`),
    check(
      'ticket_aparcado_resuelto',
      sql`(${t.estado} = 'EN_ESPERA') = (${t.resueltoEn} is null) and (${t.resueltoEn} is null) = (${t.resueltoPor} is null)`,
    ),
  ],
);
