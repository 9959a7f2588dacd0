import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { comunes, entero8, id, instante } from './_columns';
import { archivo } from './archivo';
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
    /** Cash out over this waits for a superior, whatever the role's own cap; null: only the role's. */
    egresoMaximo: entero8('egreso_maximo'),
    /** A difference over this, short or left over, is looked at by a superior; null: only the role's cap. */
    diferenciaMaxima: entero8('diferencia_maxima'),
    /** The notes and coins its count offers, in centavos; null: all of them. */
    denominaciones: integer('denominaciones').array(),
    ...comunes(),
  },
  (t) => [
    check('caja_limites', sql`${t.egresoMaximo} >= 0 and ${t.diferenciaMaxima} >= 0`),
    uniqueIndex('caja_nombre').on(t.idSucursal, sql`lower(${t.nombre})`).where(sql`${t.estado}`),
    check('caja_especialidad', sql`${t.especialidad} in ('SOLO_VENTAS', 'SOLO_AGENTES', 'MIXTA')`),
  ],
);

/** Who may open a caja; a caja without rows is everybody's of its branch. */
export const cajaPersona = pgTable(
  'caja_persona',
  {
    idCaja: integer('id_caja')
      .notNull()
      .references(() => caja.id),
    idUsuario: integer('id_usuario')
      .notNull()
      .references(() => usuario.id),
  },
  (t) => [primaryKey({ columns: [t.idCaja, t.idUsuario] }), index('caja_persona_usuario').on(t.idUsuario)],
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
    /** Why the drawer did not open with what the last close left. */
    motivoApertura: text('motivo_apertura'),
    /** The session that was handed over: this one opened with its count, in the same act. */
    idSesionRelevada: integer('id_sesion_relevada')
      .references((): AnyPgColumn => sesionCaja.id)
      .unique(),
    /** Since when the drawer is being counted: no cash moves until the close, or until the count is given up. */
    contandoDesde: instante('contando_desde'),
    contandoPor: integer('contando_por').references(() => usuario.id),
    ...comunes(),
  },
  (t) => [
    uniqueIndex('sesion_caja_abierta_por_caja').on(t.idCaja).where(sql`${t.estadoSesion} = 'ABIERTA'`),
    uniqueIndex('sesion_caja_abierta_por_usuario').on(t.idUsuario).where(sql`${t.estadoSesion} = 'ABIERTA'`),
    index('sesion_caja_caja').on(t.idCaja, t.fechaApertura),
    index('sesion_caja_usuario').on(t.idUsuario, t.fechaApertura),
    check('sesion_caja_estado', sql`${t.estadoSesion} in ('ABIERTA', 'CERRADA')`),
    check('sesion_caja_contando', sql`(${t.contandoDesde} is null) = (${t.contandoPor} is null)`),
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

/**
 * Why cash comes in or goes out by hand: a list of the shop's. Each is an account of the libro, one per branch
 * (`cuentaMotivo`); the general ones are the accounts that every branch has.
 */
export const motivoCaja = pgTable(
  'motivo_caja',
  {
    id: id(),
    tipo: text('tipo').notNull(),
    nombre: text('nombre').notNull(),
    /** What its account is: what is earned or spent, or what is the owner's. */
    tipoCuenta: text('tipo_cuenta').notNull(),
    /** Takes whatever names no reason; one of each tipo, and it never leaves. */
    general: boolean('general').notNull().default(false),
    /** Says nothing by itself: whoever uses it writes what it was for. */
    pideDetalle: boolean('pide_detalle').notNull().default(false),
    ...comunes(),
  },
  (t) => [
    check('motivo_caja_tipo', sql`${t.tipo} in ('INGRESO', 'EGRESO')`),
    check(
      'motivo_caja_cuenta',
      sql`${t.tipoCuenta} = 'patrimonio' or ${t.tipoCuenta} = case ${t.tipo} when 'INGRESO' then 'ingreso' else 'gasto' end`,
    ),
    check('motivo_caja_general', sql`${t.estado} or not ${t.general}`),
    uniqueIndex('motivo_caja_nombre').on(t.tipo, sql`lower(${t.nombre})`).where(sql`${t.estado}`),
    uniqueIndex('motivo_caja_un_general').on(t.tipo).where(sql`${t.general}`),
  ],
);

/** Cash in or out by hand, with its reason. Immutable. */
export const movimientoCaja = pgTable(
  'movimiento_caja',
  {
    id: id(),
    tipo: text('tipo').notNull(),
    monto: entero8('monto').notNull(),
    /** What was written, or the reason's own name. */
    motivo: text('motivo').notNull(),
    /** Null in what was registered before reasons existed: the general one. */
    idMotivo: integer('id_motivo').references(() => motivoCaja.id),
    /** The photo of the slip. */
    idArchivo: integer('id_archivo')
      .references(() => archivo.id)
      .unique(),
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

/** Cash that changes place and stays the shop's: drawer, safe, bank. Immutable. */
export const traspasoCaja = pgTable(
  'traspaso_caja',
  {
    id: id(),
    idSucursal: integer('id_sucursal')
      .notNull()
      .references(() => sucursal.id),
    origen: text('origen').notNull(),
    destino: text('destino').notNull(),
    monto: entero8('monto').notNull(),
    /** The slip's number, who took it, what it is for. */
    nota: text('nota'),
    fecha: instante('fecha').notNull(),
    /** The photo of the slip. */
    idArchivo: integer('id_archivo')
      .references(() => archivo.id)
      .unique(),
    /** The session whose drawer gave or received it; null between safe and bank. */
    idSesionCaja: integer('id_sesion_caja').references(() => sesionCaja.id),
    ...comunes(),
  },
  (t) => [
    check(
      'traspaso_caja_lugares',
      sql`${t.origen} in ('GAVETA', 'CAJA_FUERTE', 'BANCO') and ${t.destino} in ('GAVETA', 'CAJA_FUERTE', 'BANCO')
        and ${t.origen} <> ${t.destino}`,
    ),
    check('traspaso_caja_monto', sql`${t.monto} >= 10`),
    check('traspaso_caja_sesion', sql`(${t.idSesionCaja} is not null) = ('GAVETA' in (${t.origen}, ${t.destino}))`),
    index('traspaso_caja_sesion_fecha').on(t.idSesionCaja),
    index('traspaso_caja_sucursal').on(t.idSucursal, t.fecha),
  ],
);
