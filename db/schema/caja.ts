import { sql } from 'drizzle-orm';
import { check, date, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { comunes, entero8, id, instante } from './_columns';
import { sucursal } from './sucursal';
import { usuario } from './usuario';

/** A drawer. Its cash is the account `cuenta.id_caja`. */
export const caja = pgTable(
  'caja',
  {
    id: id(),
    nombre: text('nombre').notNull(),
    especialidad: text('especialidad').notNull(),
    idSucursal: integer('id_sucursal')
      .notNull()
      .references(() => sucursal.id),
    ...comunes(),
  },
  (t) => [
    uniqueIndex('caja_nombre').on(t.idSucursal, sql`lower(${t.nombre})`).where(sql`${t.estado}`),
    check('caja_especialidad', sql`${t.especialidad} in ('SOLO_VENTAS', 'SOLO_AGENTES', 'MIXTA')`),
  ],
);

/** A series of ticket numbers. Each caja has one for the tickets that the server numbers. */
export const serieTicket = pgTable('serie_ticket', {
  serie: text('serie').primaryKey(),
  idCaja: integer('id_caja')
    .notNull()
    .references(() => caja.id)
    .unique(),
  ultimo: integer('ultimo').notNull().default(0),
});

/** From "Abrir caja" to "Caja cerrada". Sealing the count is the close; a closed session never changes. */
export const sesionCaja = pgTable(
  'sesion_caja',
  {
    id: id(),
    idCaja: integer('id_caja')
      .notNull()
      .references(() => caja.id),
    /** The responsible person: the difference is theirs. */
    idUsuario: integer('id_usuario')
      .notNull()
      .references(() => usuario.id),
    estadoSesion: text('estado_sesion').notNull().default('ABIERTA'),
    montoInicial: entero8('monto_inicial').notNull(),
    montoFinalTeorico: entero8('monto_final_teorico'),
    montoFinalReal: entero8('monto_final_real'),
    diferencia: entero8('diferencia'),
    /** Pieces counted by denomination in centavos, `{ "20000": 3 }`. */
    denominaciones: jsonb('denominaciones'),
    fechaApertura: instante('fecha_apertura').notNull(),
    fechaCierre: instante('fecha_cierre'),
    /** The La Paz day it opened: a session that crosses midnight stays in it. */
    fechaNegocio: date('fecha_negocio', { mode: 'string' }).notNull(),
    ...comunes(),
  },
  (t) => [
    uniqueIndex('sesion_caja_abierta_por_caja').on(t.idCaja).where(sql`${t.estadoSesion} = 'ABIERTA'`),
    uniqueIndex('sesion_caja_abierta_por_usuario').on(t.idUsuario).where(sql`${t.estadoSesion} = 'ABIERTA'`),
    index('sesion_caja_caja').on(t.idCaja, t.fechaApertura),
    check('sesion_caja_estado', sql`${t.estadoSesion} in ('ABIERTA', 'CERRADA')`),
    check('sesion_caja_monto_inicial', sql`${t.montoInicial} >= 0`),
    check(
      'sesion_caja_cierre',
      sql`(${t.estadoSesion} = 'ABIERTA' and ${t.fechaCierre} is null and ${t.montoFinalReal} is null)
        or (${t.estadoSesion} = 'CERRADA' and ${t.fechaCierre} is not null and ${t.montoFinalReal} >= 0
          and ${t.diferencia} = ${t.montoFinalReal} - ${t.montoFinalTeorico})`,
    ),
  ],
);

/** Who else may work in a session besides its responsible, by name and PIN. */
export const sesionCajaAdmitido = pgTable(
  'sesion_caja_admitido',
  {
    idSesionCaja: integer('id_sesion_caja')
      .notNull()
      .references(() => sesionCaja.id),
    idUsuario: integer('id_usuario')
      .notNull()
      .references(() => usuario.id),
    admitidoPor: integer('admitido_por').notNull(),
    admitidoEn: instante('admitido_en').notNull(),
    retiradoEn: instante('retirado_en'),
  },
  (t) => [
    primaryKey({ columns: [t.idSesionCaja, t.idUsuario] }),
    index('sesion_caja_admitido_usuario').on(t.idUsuario),
  ],
);

/** Cash in or out by hand, with its reason. Immutable. */
export const movimientoCaja = pgTable(
  'movimiento_caja',
  {
    id: id(),
    tipo: text('tipo').notNull(),
    monto: entero8('monto').notNull(),
    motivo: text('motivo').notNull(),
    fecha: instante('fecha').notNull(),
    idSesionCaja: integer('id_sesion_caja')
      .notNull()
      .references(() => sesionCaja.id),
    ...comunes(),
  },
  (t) => [
    check('movimiento_caja_tipo', sql`${t.tipo} in ('INGRESO', 'EGRESO')`),
    check('movimiento_caja_monto', sql`${t.monto} >= 10`),
    index('movimiento_caja_sesion').on(t.idSesionCaja),
  ],
);
