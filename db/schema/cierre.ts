import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { entero8, id, instante } from './_columns';
import { sesionCaja } from './caja';
import { asiento, cuenta } from './libro';

/**
 * What a bank's or an operator's own app showed when a count was sealed, beside what the libro said at that instant.
 * Immutable.
 */
export const conteoExterno = pgTable(
  'conteo_externo',
  {
    id: id(),
    idSesionCaja: integer('id_sesion_caja')
      .notNull()
      .references(() => sesionCaja.id),
    idCuenta: integer('id_cuenta')
      .notNull()
      .references(() => cuenta.id),
    saldoApp: entero8('saldo_app').notNull(),
    saldoLibro: entero8('saldo_libro').notNull(),
    /** The difference that the account already had the last time it was declared; null the first time. */
    diferenciaPrevia: entero8('diferencia_previa'),
    fecha: instante('fecha').notNull(),
  },
  (t) => [
    unique('conteo_externo_una_vez').on(t.idSesionCaja, t.idCuenta),
    index('conteo_externo_cuenta').on(t.idCuenta, t.id),
  ],
);

/**
 * A later count of a drawer that was closed: it corrects the sobrante or faltante of that session, by approval. The sealed
 * count stays as it was. Immutable.
 */
export const recuentoCaja = pgTable(
  'recuento_caja',
  {
    id: id(),
    idSesionCaja: integer('id_sesion_caja')
      .notNull()
      .references(() => sesionCaja.id),
    /** What the drawer really held at the close. */
    monto: entero8('monto').notNull(),
    /** Pieces counted by denomination in centavos. */
    denominaciones: jsonb('denominaciones'),
    /** `monto` minus what stood before it: the sealed count and earlier recounts. */
    ajuste: entero8('ajuste').notNull(),
    /** Where the cash goes: the drawer itself, or the opening differences when the caja was opened again since. */
    contra: text('contra').notNull(),
    motivo: text('motivo').notNull(),
    idAsiento: entero8('id_asiento')
      .notNull()
      .references(() => asiento.id),
    fecha: instante('fecha').notNull(),
    idUserCreate: integer('id_user_create').notNull(),
  },
  (t) => [
    index('recuento_caja_sesion').on(t.idSesionCaja),
    check('recuento_caja_monto', sql`${t.monto} >= 0`),
    check('recuento_caja_ajuste', sql`${t.ajuste} <> 0`),
    check('recuento_caja_contra', sql`${t.contra} in ('gaveta', 'apertura')`),
  ],
);
