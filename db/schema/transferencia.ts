import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import { entero8, id, instante } from './_columns';
import { asiento } from './libro';
import { producto } from './producto';
import { sucursal } from './sucursal';

/** Goods on their way from a branch to another. `lib/inventario/rules.ts` has its lifecycle as a table. */
export const transferencia = pgTable(
  'transferencia',
  {
    id: id(),
    /** In the series of the branch that sends. */
    numero: integer('numero').notNull(),
    idOrigen: integer('id_origen')
      .notNull()
      .references(() => sucursal.id),
    idDestino: integer('id_destino')
      .notNull()
      .references(() => sucursal.id),
    estado: text('estado').notNull(),
    nota: text('nota'),
    solicitadaEn: instante('solicitada_en').notNull(),
    solicitadaPor: integer('solicitada_por').notNull(),
    enviadaEn: instante('enviada_en'),
    enviadaPor: integer('enviada_por'),
    /** When the last of it was accounted for. */
    recibidaEn: instante('recibida_en'),
    recibidaPor: integer('recibida_por'),
    canceladaEn: instante('cancelada_en'),
    canceladaPor: integer('cancelada_por'),
    motivoCancelacion: text('motivo_cancelacion'),
    idAsientoEnvio: entero8('id_asiento_envio').references(() => asiento.id),
  },
  (t) => [
    unique('transferencia_numero').on(t.idOrigen, t.numero),
    index('transferencia_origen').on(t.idOrigen, t.id),
    index('transferencia_destino').on(t.idDestino, t.id),
    check('transferencia_estado', sql`${t.estado} in ('SOLICITADA', 'ENVIADA', 'PARCIAL', 'RECIBIDA', 'CANCELADA')`),
    check('transferencia_sucursales', sql`${t.idOrigen} <> ${t.idDestino}`),
    check(
      'transferencia_pasos',
      sql`(${t.estado} in ('ENVIADA', 'PARCIAL', 'RECIBIDA')) = (${t.enviadaEn} is not null)
        and (${t.estado} = 'RECIBIDA') = (${t.recibidaEn} is not null)
        and (${t.estado} = 'CANCELADA') = (${t.canceladaEn} is not null)
        and (${t.enviadaEn} is null) = (${t.enviadaPor} is null) and (${t.recibidaEn} is null) = (${t.recibidaPor} is null)
        and (${t.canceladaEn} is null) = (${t.canceladaPor} is null)`,
    ),
  ],
);

/** A product of a transfer, with its totals so far: what left, what arrived, and what never will. */
export const transferenciaLinea = pgTable(
  'transferencia_linea',
  {
    id: id(),
    idTransferencia: integer('id_transferencia')
      .notNull()
      .references(() => transferencia.id),
    linea: integer('linea').notNull(),
    idProducto: integer('id_producto')
      .notNull()
      .references(() => producto.id),
    nombre: text('nombre').notNull(),
    unidad: text('unidad').notNull(),
    pedida: entero8('pedida').notNull(),
    enviada: entero8('enviada').notNull().default(0),
    valorEnviado: entero8('valor_enviado').notNull().default(0),
    recibida: entero8('recibida').notNull().default(0),
    valorRecibido: entero8('valor_recibido').notNull().default(0),
    perdida: entero8('perdida').notNull().default(0),
    valorPerdido: entero8('valor_perdido').notNull().default(0),
  },
  (t) => [
    unique('transferencia_linea_producto').on(t.idTransferencia, t.idProducto),
    unique('transferencia_linea_linea').on(t.idTransferencia, t.linea),
    index('transferencia_linea_de').on(t.idProducto),
    check('transferencia_linea_pedida', sql`${t.pedida} > 0`),
    // Never more accounted for than was sent, and the last of it takes the last centavo.
    check(
      'transferencia_linea_enviada',
      sql`${t.enviada} >= 0 and ${t.recibida} >= 0 and ${t.perdida} >= 0 and ${t.recibida} + ${t.perdida} <= ${t.enviada}`,
    ),
    check(
      'transferencia_linea_valor',
      sql`${t.valorRecibido} >= 0 and ${t.valorPerdido} >= 0 and ${t.valorRecibido} + ${t.valorPerdido} <= ${t.valorEnviado}
        and (${t.recibida} + ${t.perdida} < ${t.enviada} or ${t.valorRecibido} + ${t.valorPerdido} = ${t.valorEnviado})`,
    ),
  ],
);

/** One arrival of a transfer: there may be several. Immutable. */
export const recepcionTransferencia = pgTable(
  'recepcion_transferencia',
  {
    id: id(),
    idTransferencia: integer('id_transferencia')
      .notNull()
      .references(() => transferencia.id),
    fecha: instante('fecha').notNull(),
    idUsuario: integer('id_usuario').notNull(),
    nota: text('nota'),
    idAsiento: entero8('id_asiento').references(() => asiento.id),
  },
  (t) => [index('recepcion_transferencia_de').on(t.idTransferencia)],
);

/** What arrived of a product, and what is known never to arrive, with its reason. Immutable. */
export const recepcionLinea = pgTable(
  'recepcion_linea',
  {
    idRecepcion: integer('id_recepcion')
      .notNull()
      .references(() => recepcionTransferencia.id),
    idLinea: integer('id_linea')
      .notNull()
      .references(() => transferenciaLinea.id),
    recibida: entero8('recibida').notNull(),
    valor: entero8('valor').notNull(),
    perdida: entero8('perdida').notNull(),
    valorPerdido: entero8('valor_perdido').notNull(),
    causa: text('causa'),
    explicacion: text('explicacion'),
  },
  (t) => [
    primaryKey({ columns: [t.idRecepcion, t.idLinea] }),
    index('recepcion_linea_de').on(t.idLinea),
    check(
      'recepcion_linea_cantidades',
      sql`${t.recibida} >= 0 and ${t.perdida} >= 0 and ${t.valor} >= 0 and ${t.valorPerdido} >= 0`,
    ),
    check('recepcion_linea_causa', sql`${t.causa} in ('FALTANTE', 'DANADO')`),
    check(
      'recepcion_linea_explicada',
      sql`(${t.perdida} > 0) = (${t.causa} is not null) and (${t.perdida} > 0) = (${t.explicacion} is not null)`,
    ),
  ],
);
