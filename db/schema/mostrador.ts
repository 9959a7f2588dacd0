import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { entero8, id, instante } from './_columns';
import { caja } from './caja';
import { sucursal } from './sucursal';
import { usuario } from './usuario';

/** A browser that sells. Its id is born in it; `serie` is that of the tickets it numbers itself. */
export const dispositivo = pgTable('dispositivo', {
  id: uuid('id').primaryKey(),
  numero: integer('numero').notNull().generatedByDefaultAsIdentity(),
  serie: text('serie').notNull().unique(),
  nombre: text('nombre').notNull(),
  idSucursal: integer('id_sucursal')
    .notNull()
    .references(() => sucursal.id),
  creadoEn: instante('creado_en').notNull(),
  creadoPor: integer('creado_por').notNull(),
  /** What its last heartbeat said. */
  vistoEn: instante('visto_en').notNull(),
  pendientes: integer('pendientes').notNull().default(0),
  masAntiguo: instante('mas_antiguo'),
  desfaseMs: entero8('desfase_ms'),
  version: text('version'),
  /** The instant of the catalogue that it acknowledged last. */
  sincronizadoEn: instante('sincronizado_en'),
  /** The highest ticket number and fact it has sent. */
  ultimoNumero: integer('ultimo_numero').notNull().default(0),
  ultimoOrden: integer('ultimo_orden').notNull().default(0),
  revocadoEn: instante('revocado_en'),
  revocadoPor: integer('revocado_por').references(() => usuario.id),
  motivoRevocacion: text('motivo_revocacion'),
});

/** Lets a person sign facts at a device for some days, also without network. `clave_mac` is its key (ADR 0017). */
export const concesion = pgTable(
  'concesion',
  {
    id: uuid('id').primaryKey(),
    idDispositivo: uuid('id_dispositivo')
      .notNull()
      .references(() => dispositivo.id),
    idUsuario: integer('id_usuario')
      .notNull()
      .references(() => usuario.id),
    idSucursal: integer('id_sucursal')
      .notNull()
      .references(() => sucursal.id),
    emitidaEn: instante('emitida_en').notNull(),
    venceEn: instante('vence_en').notNull(),
    claveMac: text('clave_mac').notNull(),
    revocadaEn: instante('revocada_en'),
    revocadaPor: integer('revocada_por').references(() => usuario.id),
  },
  (t) => [
    index('concesion_dispositivo').on(t.idDispositivo, t.idUsuario, t.venceEn),
    check('concesion_plazo', sql`${t.venceEn} > ${t.emitidaEn}`),
  ],
);

/** The only device that may open a caja without network. */
export const arriendoCaja = pgTable('arriendo_caja', {
  idCaja: integer('id_caja')
    .primaryKey()
    .references(() => caja.id),
  idDispositivo: uuid('id_dispositivo')
    .notNull()
    .references(() => dispositivo.id),
  idUsuario: integer('id_usuario').notNull(),
  desde: instante('desde').notNull(),
});

/** A catalogue that a device acknowledged, kept when prices had changed since the one before: what prices it could show. */
export const sincronia = pgTable(
  'sincronia',
  {
    id: entero8('id').primaryKey().generatedAlwaysAsIdentity(),
    idDispositivo: uuid('id_dispositivo')
      .notNull()
      .references(() => dispositivo.id),
    /** The instant that the catalogue shows. */
    corte: instante('corte').notNull(),
    acusadaEn: instante('acusada_en').notNull(),
  },
  (t) => [index('sincronia_dispositivo').on(t.idDispositivo, t.acusadaEn)],
);

/** What changed of the catalogue, written by triggers; `xid` is the transaction that did it (ADR 0016). */
export const cambioCatalogo = pgTable(
  'cambio_catalogo',
  {
    id: entero8('id').primaryKey().generatedAlwaysAsIdentity(),
    xid: entero8('xid').notNull().default(sql`(pg_current_xact_id()::text)::bigint`),
    entidad: text('entidad').notNull(),
    idEntidad: integer('id_entidad').notNull(),
  },
  (t) => [
    index('cambio_catalogo_xid').on(t.xid),
    index('cambio_catalogo_entidad').on(t.entidad, t.idEntidad),
    check('cambio_catalogo_entidad', sql`${t.entidad} in ('producto', 'categoria', 'cliente')`),
  ],
);

/**
 * Something that already happened at a counter, exactly as its device signed it. Its author has the grant; who brought it
 * may be another person, from another device.
 */
export const hecho = pgTable(
  'hecho',
  {
    clave: uuid('clave').primaryKey(),
    idDispositivo: uuid('id_dispositivo')
      .notNull()
      .references(() => dispositivo.id),
    /** The device's own count of its facts, from 1. */
    orden: integer('orden').notNull(),
    tipo: text('tipo').notNull(),
    idConcesion: uuid('id_concesion')
      .notNull()
      .references(() => concesion.id),
    idUsuario: integer('id_usuario').notNull(),
    idSucursal: integer('id_sucursal')
      .notNull()
      .references(() => sucursal.id),
    idRemitente: integer('id_remitente').notNull(),
    idDispositivoRemitente: uuid('id_dispositivo_remitente'),
    /** By the device's clock; `desfase_ms` is what its last heartbeat said must be added to it. */
    hechoEn: instante('hecho_en').notNull(),
    desfaseMs: entero8('desfase_ms').notNull(),
    /** Corrected, and clamped to [opening, received]. */
    fecha: instante('fecha').notNull(),
    recibidoEn: instante('recibido_en').notNull(),
    texto: text('texto').notNull(),
    mac: text('mac').notNull(),
    estado: text('estado').notNull(),
    /** Why it waits. */
    code: text('code'),
    frase: text('frase'),
    tipoDocumento: text('tipo_documento'),
    idDocumento: integer('id_documento'),
  },
  (t) => [
    index('hecho_dispositivo').on(t.idDispositivo, t.orden),
    index('hecho_retenido').on(t.idDispositivo, t.orden).where(sql`${t.estado} = 'RETENIDO'`),
    index('hecho_documento').on(t.tipoDocumento, t.idDocumento),
    check('hecho_estado', sql`${t.estado} in ('ASENTADO', 'RETENIDO', 'DESCARTADO')`),
    check('hecho_tipo', sql`${t.tipo} in ('apertura', 'venta', 'anulacion', 'movimiento', 'cierre', 'registro')`),
    check('hecho_orden', sql`${t.orden} > 0`),
    check('hecho_fecha', sql`${t.fecha} <= ${t.recibidoEn}`),
    check('hecho_retenido', sql`(${t.estado} = 'RETENIDO') <= (${t.code} is not null and ${t.frase} is not null)`),
  ],
);

/** What of a fact did not fit, for somebody to look at. The fact stands. */
export const incidencia = pgTable(
  'incidencia',
  {
    id: id(),
    idSucursal: integer('id_sucursal')
      .notNull()
      .references(() => sucursal.id),
    tipo: text('tipo').notNull(),
    frase: text('frase').notNull(),
    detalle: jsonb('detalle').$type<{ etiqueta: string; valor: string }[]>().notNull(),
    claveHecho: uuid('clave_hecho')
      .notNull()
      .references(() => hecho.clave),
    creadaEn: instante('creada_en').notNull(),
    estado: text('estado').notNull().default('ABIERTA'),
    resueltaPor: integer('resuelta_por').references(() => usuario.id),
    resueltaEn: instante('resuelta_en'),
    motivo: text('motivo'),
  },
  (t) => [
    index('incidencia_sucursal').on(t.idSucursal, t.id),
    index('incidencia_abierta').on(t.idSucursal, t.id).where(sql`${t.estado} = 'ABIERTA'`),
    index('incidencia_hecho').on(t.claveHecho),
    check('incidencia_estado', sql`${t.estado} in ('ABIERTA', 'RESUELTA')`),
    check(
      'incidencia_resuelta',
      sql`(${t.estado} = 'RESUELTA') = (${t.resueltaEn} is not null) and (${t.resueltaEn} is null) = (${t.motivo} is null)`,
    ),
  ],
);
