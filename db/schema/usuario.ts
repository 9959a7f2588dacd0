import { sql } from 'drizzle-orm';
import {
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
  uuid,
} from 'drizzle-orm/pg-core';
import { comunes, entero8, id, instante } from './_columns';
import { sucursal } from './sucursal';

export const persona = pgTable(
  'persona',
  {
    id: id(),
    nombres: text('nombres').notNull(),
    pApellido: text('p_apellido').notNull(),
    sApellido: text('s_apellido'),
    fechaNacimiento: date('fecha_nacimiento', { mode: 'string' }).notNull(),
    genero: text('genero').notNull(),
    ...comunes(),
  },
  (t) => [check('persona_genero', sql`${t.genero} in ('M', 'F')`)],
);

/**
 * A set of rights: what (`permisos`), where (`soloPropias`) and up to how much (`topes`). The rights of the built-in roles
 * are rewritten from `lib/auth/permisos.ts` at each migration; their caps are the shop's once it exists.
 */
export const rol = pgTable('rol', {
  id: id(),
  nombre: text('nombre').notNull().unique(),
  descripcion: text('descripcion'),
  deFabrica: boolean('de_fabrica').notNull().default(false),
  permisos: text('permisos').array().notNull().default(sql`'{}'`),
  /** Rights that hold only in the person's own branches, even with `sucursal:todas`. */
  soloPropias: text('solo_propias').array().notNull().default(sql`'{}'`),
  /** The most that each right allows alone, by right: centavos or per cent, as `TOPES` says. Absent: no cap. */
  topes: jsonb('topes').$type<Record<string, number>>().notNull().default(sql`'{}'`),
  ...comunes(),
});

export const usuario = pgTable(
  'usuario',
  {
    id: id(),
    name: text('name').notNull(),
    email: text('email').notNull(),
    /** argon2id, PHC string. Never leaves the server. */
    passwordHash: text('password_hash').notNull(),
    idPersona: integer('id_persona')
      .notNull()
      .references(() => persona.id),
    idRol: integer('id_rol')
      .notNull()
      .references(() => rol.id),
    idSucursal: integer('id_sucursal')
      .notNull()
      .references(() => sucursal.id),
    /** The password was given by another: the first entry asks for one's own. */
    debeCambiarClave: boolean('debe_cambiar_clave').notNull().default(false),
    claveCambiadaEn: instante('clave_cambiada_en'),
    /** argon2id of the counter's PIN with the pepper, PHC string. */
    pinHash: text('pin_hash'),
    pinCambiadoEn: instante('pin_cambiado_en'),
    /** The TOTP secret, sealed with a key of the server. It counts once `totpDesde` is set. */
    totpSecreto: text('totp_secreto'),
    totpDesde: instante('totp_desde'),
    /** The last time step that was accepted: a code works once. */
    totpUltimoPaso: entero8('totp_ultimo_paso'),
    /** Whether they get the mail of each close of a caja; null means as their role: owners do. */
    recibeCierre: boolean('recibe_cierre'),
    ...comunes(),
  },
  (t) => [
    uniqueIndex('usuario_email').on(sql`lower(${t.email})`),
    check('usuario_totp', sql`${t.totpDesde} is null or ${t.totpSecreto} is not null`),
  ],
);

/** Branches where a person works besides their own. */
export const usuarioSucursal = pgTable(
  'usuario_sucursal',
  {
    idUsuario: integer('id_usuario')
      .notNull()
      .references(() => usuario.id),
    idSucursal: integer('id_sucursal')
      .notNull()
      .references(() => sucursal.id),
  },
  (t) => [primaryKey({ columns: [t.idUsuario, t.idSucursal] })],
);

/** Codes that replace the second factor when the phone is lost. Each works once. */
export const codigoRespaldo = pgTable(
  'codigo_respaldo',
  {
    idUsuario: integer('id_usuario')
      .notNull()
      .references(() => usuario.id),
    /** SHA-256 of the code, which is 80 random bits. */
    huella: text('huella').notNull(),
    usadoEn: instante('usado_en'),
  },
  (t) => [primaryKey({ columns: [t.idUsuario, t.huella] })],
);

/** One sign-in, by browser or by API. Revoking the row ends it everywhere. */
export const sesionAcceso = pgTable(
  'sesion_acceso',
  {
    sid: uuid('sid').primaryKey(),
    idUsuario: integer('id_usuario')
      .notNull()
      .references(() => usuario.id),
    canal: text('canal').notNull(),
    /** How it was proved: a password, or the counter's PIN, which opens the counter and nothing else. */
    nivel: text('nivel').notNull().default('clave'),
    /** The caja session that a sign-in by PIN works in and dies with (a row of sesion_caja, which refers to this file). */
    idSesionCaja: integer('id_sesion_caja'),
    ip: text('ip'),
    dispositivo: text('dispositivo'),
    creadaEn: instante('creada_en').notNull(),
    expiraEn: instante('expira_en').notNull(),
    revocadaEn: instante('revocada_en'),
    /** The last request, to within some minutes. */
    vistaEn: instante('vista_en'),
    /** The screen is locked since then: nothing but unlocking is answered. */
    bloqueadaEn: instante('bloqueada_en'),
  },
  (t) => [
    index('sesion_acceso_usuario').on(t.idUsuario),
    check('sesion_acceso_nivel', sql`${t.nivel} in ('clave', 'pin')`),
    check('sesion_acceso_pin', sql`(${t.nivel} = 'pin') = (${t.idSesionCaja} is not null)`),
    check('sesion_acceso_canal', sql`${t.canal} in ('navegador', 'api')`),
  ],
);

/** Refresh tokens of one sign-in. The previous one stays good until its successor is first used. */
export const tokenRefresco = pgTable(
  'token_refresco',
  {
    jti: uuid('jti').primaryKey(),
    sid: uuid('sid')
      .notNull()
      .references(() => sesionAcceso.sid),
    /** The token this one replaces. */
    anterior: uuid('anterior'),
    creadoEn: instante('creado_en').notNull(),
    expiraEn: instante('expira_en').notNull(),
    usadoEn: instante('usado_en'),
  },
  (t) => [index('token_refresco_sid').on(t.sid), index('token_refresco_anterior').on(t.anterior)],
);
