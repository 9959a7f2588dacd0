import { sql } from 'drizzle-orm';
import { boolean, check, date, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { comunes, id, instante } from './_columns';
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

/** A set of rights. Built-in roles are rewritten from `lib/auth/permisos.ts` at each migration. */
export const rol = pgTable('rol', {
  id: id(),
  nombre: text('nombre').notNull().unique(),
  descripcion: text('descripcion'),
  deFabrica: boolean('de_fabrica').notNull().default(false),
  permisos: text('permisos').array().notNull().default(sql`'{}'`),
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
    ...comunes(),
  },
  (t) => [uniqueIndex('usuario_email').on(sql`lower(${t.email})`)],
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
    ip: text('ip'),
    dispositivo: text('dispositivo'),
    creadaEn: instante('creada_en').notNull(),
    expiraEn: instante('expira_en').notNull(),
    revocadaEn: instante('revocada_en'),
  },
  (t) => [
    index('sesion_acceso_usuario').on(t.idUsuario),
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
