import { type SQL, sql } from 'drizzle-orm';
import { type AnyPgColumn, check, index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { entero8, id, instante } from './_columns';
import { caja, sesionCaja } from './caja';
import { sucursal } from './sucursal';

/**
 * An account of the libro. `saldo` is kept (by trigger, from partidas) only where there is a floor or a ceiling;
 * every other balance is a sum, so that tills never queue on one row.
 */
export const cuenta = pgTable(
  'cuenta',
  {
    id: id(),
    codigo: text('codigo').notNull().unique(),
    nombre: text('nombre').notNull(),
    tipo: text('tipo').notNull(),
    idSucursal: integer('id_sucursal')
      .notNull()
      .references(() => sucursal.id),
    /** The drawer this account is the cash of. */
    idCaja: integer('id_caja')
      .references((): AnyPgColumn => caja.id)
      .unique(),
    saldo: entero8('saldo'),
    saldoMinimo: entero8('saldo_minimo'),
    saldoMaximo: entero8('saldo_maximo'),
    /** Whose own app shows its balance too, so that a close may compare both; null for most accounts. */
    externa: text('externa'),
  },
  (t) => [
    check('cuenta_tipo', sql`${t.tipo} in ('activo', 'pasivo', 'patrimonio', 'ingreso', 'gasto')`),
    check('cuenta_saldo_en_rango', rango(t.saldo, t.saldoMinimo, t.saldoMaximo)),
    check('cuenta_externa', sql`${t.externa} in ('banco', 'agente', 'operadora')`),
    check('cuenta_gaveta_con_saldo', sql`${t.idCaja} is null or (${t.saldo} is not null and ${t.saldoMinimo} >= 0)`),
  ],
);

function rango(saldo: AnyPgColumn, minimo: AnyPgColumn, maximo: AnyPgColumn): SQL {
  return sql`${saldo} is null or (${saldo} >= coalesce(${minimo}, ${saldo}) and ${saldo} <= coalesce(${maximo}, ${saldo}))`;
}

/** One entry: a business fact. Immutable; a mistake is corrected by another that names it. */
export const asiento = pgTable(
  'asiento',
  {
    id: entero8('id').primaryKey().generatedByDefaultAsIdentity(),
    fecha: instante('fecha').notNull(),
    registradoEn: instante('registrado_en').notNull().default(sql`clock_timestamp()`),
    tipoDocumento: text('tipo_documento').notNull(),
    idDocumento: integer('id_documento').notNull(),
    idSucursal: integer('id_sucursal')
      .notNull()
      .references(() => sucursal.id),
    idSesionCaja: integer('id_sesion_caja').references((): AnyPgColumn => sesionCaja.id),
    /** Which of the five businesses of the drawer its cash belongs to. */
    bolsillo: text('bolsillo').notNull(),
    glosa: text('glosa').notNull(),
    idUsuario: integer('id_usuario').notNull(),
    corrigeA: entero8('corrige_a').references((): AnyPgColumn => asiento.id),
  },
  (t) => [
    check('asiento_bolsillo', sql`${t.bolsillo} in ('mercaderia', 'agente', 'recargas', 'fiado', 'fondo')`),
    index('asiento_documento').on(t.tipoDocumento, t.idDocumento),
    index('asiento_sesion').on(t.idSesionCaja),
    index('asiento_fecha').on(t.fecha),
    index('asiento_corrige').on(t.corrigeA).where(sql`${t.corrigeA} is not null`),
  ],
);

/** One leg of an entry: signed whole centavos, + debe, − haber. Immutable. */
export const partida = pgTable(
  'partida',
  {
    id: entero8('id').primaryKey().generatedAlwaysAsIdentity(),
    idAsiento: entero8('id_asiento')
      .notNull()
      .references(() => asiento.id),
    idCuenta: integer('id_cuenta')
      .notNull()
      .references(() => cuenta.id),
    importe: entero8('importe').notNull(),
  },
  (t) => [
    check('partida_importe', sql`${t.importe} <> 0`),
    index('partida_asiento').on(t.idAsiento),
    index('partida_cuenta').on(t.idCuenta),
  ],
);
