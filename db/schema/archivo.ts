import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { id, instante } from './_columns';

/**
 * An image that somebody uploaded: what it is and where its bytes are (`lib/archivo/almacen.ts`). Uploaded first, and then
 * taken by the one document it belongs to; what nobody took in a day is erased.
 */
export const archivo = pgTable(
  'archivo',
  {
    id: id(),
    /** Its name in the store; made by us, never by who uploads. */
    clave: text('clave').notNull().unique(),
    tipo: text('tipo').notNull(),
    bytes: integer('bytes').notNull(),
    ancho: integer('ancho').notNull(),
    alto: integer('alto').notNull(),
    idUserCreate: integer('id_user_create').notNull(),
    creadoEn: instante('creado_en').notNull(),
    usadoEn: instante('usado_en'),
    tipoDocumento: text('tipo_documento'),
    idDocumento: integer('id_documento'),
  },
  (t) => [
    check('archivo_medidas', sql`${t.bytes} > 0 and ${t.ancho} > 0 and ${t.alto} > 0`),
    check(
      'archivo_usado',
      sql`(${t.usadoEn} is null) = (${t.tipoDocumento} is null) and (${t.usadoEn} is null) = (${t.idDocumento} is null)`,
    ),
    index('archivo_sin_usar').on(t.creadoEn).where(sql`${t.usadoEn} is null`),
  ],
);
