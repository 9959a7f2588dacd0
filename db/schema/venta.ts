import { sql } from 'drizzle-orm';
import { check, foreignKey, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { comunes, entero8, id, instante } from './_columns';
import { sesionCaja } from './caja';
import { cliente } from './cliente';
import { asiento } from './libro';
import { presentacionProducto } from './presentacion';
import { producto } from './producto';
import { sucursal } from './sucursal';
import { usuario } from './usuario';

/** A ticket. Only its state columns may change; money and goods are corrected by contra-entries. */
export const venta = pgTable(
  'venta',
  {
    id: id(),
    serie: text('serie').notNull(),
    numero: integer('numero').notNull(),
    /** Σ of the lines, net of discounts, before cash rounding. */
    total: entero8('total').notNull(),
    descuento: entero8('descuento').notNull().default(0),
    /** What cash rounding added (+) or took off (−): Σ payments = total + redondeo. */
    redondeo: entero8('redondeo').notNull().default(0),
    metodoPago: text('metodo_pago').notNull(),
    /** Cash handed over and change given, when the cashier typed it. */
    recibido: entero8('recibido'),
    vuelto: entero8('vuelto'),
    fecha: instante('fecha').notNull(),
    recibidaEn: instante('recibida_en').notNull(),
    idSesionCaja: integer('id_sesion_caja')
      .notNull()
      .references(() => sesionCaja.id),
    idSucursal: integer('id_sucursal')
      .notNull()
      .references(() => sucursal.id),
    idUsuario: integer('id_usuario')
      .notNull()
      .references(() => usuario.id),
    /** Who bought, when the counter knows. */
    idCliente: integer('id_cliente').references(() => cliente.id),
    clave: uuid('clave').unique(),
    /**
     * What opens the public receipt: 128 random bits made on the device, in base64url. Never the clave, which answers for the
     * sale itself.
     */
    tokenRecibo: text('token_recibo'),
    /** Absent when neither money nor value moved (a free product without cost). */
    idAsiento: entero8('id_asiento').references(() => asiento.id),
    estadoVenta: text('estado_venta').notNull().default('COMPLETADA'),
    motivoEdicion: text('motivo_edicion'),
    /** What the cashier wrote about the whole ticket; it is printed. */
    nota: text('nota'),
    fechaModificacion: instante('fecha_modificacion'),
    ...comunes(),
  },
  (t) => [
    uniqueIndex('venta_serie_numero').on(t.serie, t.numero),
    index('venta_sucursal_fecha').on(t.idSucursal, t.fecha),
    index('venta_sesion').on(t.idSesionCaja),
    index('venta_cliente').on(t.idCliente, t.id).where(sql`${t.idCliente} is not null`),
    uniqueIndex('venta_token_recibo').on(t.tokenRecibo).where(sql`${t.tokenRecibo} is not null`),
    check('venta_token', sql`${t.tokenRecibo} ~ '^[A-Za-z0-9_-]{22}$'`),
    check('venta_estado', sql`${t.estadoVenta} in ('COMPLETADA', 'ANULADA', 'EDITADA')`),
    check('venta_metodo', sql`${t.metodoPago} in ('EFECTIVO', 'QR', 'TRANSFERENCIA', 'FIADO')`),
    check('venta_importes', sql`${t.total} >= 0 and ${t.descuento} >= 0 and abs(${t.redondeo}) < 10`),
    check(
      'venta_vuelto',
      sql`(${t.recibido} is null) = (${t.vuelto} is null) and ${t.vuelto} >= 0 and ${t.recibido} >= ${t.vuelto}`,
    ),
  ],
);

/** A line of a ticket. Immutable. */
export const detalleVenta = pgTable(
  'detalle_venta',
  {
    id: id(),
    idVenta: integer('id_venta')
      .notNull()
      .references(() => venta.id),
    linea: integer('linea').notNull(),
    idProducto: integer('id_producto')
      .notNull()
      .references(() => producto.id),
    /** As it was called and measured when sold: paper and history never change with the catalogue. */
    nombre: text('nombre').notNull(),
    unidad: text('unidad').notNull(),
    /** The presentation sold, its name, and how many thousandths of the product's unit one of it takes: 1000 without one. */
    idPresentacion: integer('id_presentacion'),
    presentacion: text('presentacion'),
    factor: entero8('factor').notNull().default(1000),
    /** Thousandths of what was sold: of the presentation, or of the product's unit. Stock moves cantidad × factor ÷ 1000. */
    cantidad: entero8('cantidad').notNull(),
    precioUnitario: entero8('precio_unitario').notNull(),
    descuento: entero8('descuento').notNull().default(0),
    subtotal: entero8('subtotal').notNull(),
    /** What the goods cost when they left: what comes back on a void. */
    costo: entero8('costo').notNull(),
    motivoPrecio: text('motivo_precio'),
    /** What the cashier wrote about the line; it is printed. */
    nota: text('nota'),
  },
  (t) => [
    uniqueIndex('detalle_venta_linea').on(t.idVenta, t.linea),
    index('detalle_venta_producto').on(t.idProducto),
    foreignKey({
      name: 'detalle_venta_de_presentacion',
      columns: [t.idProducto, t.idPresentacion],
      foreignColumns: [presentacionProducto.idProducto, presentacionProducto.id],
    }),
    check('detalle_venta_cantidad', sql`${t.cantidad} > 0`),
    check(
      'detalle_venta_presentacion',
      sql`(${t.idPresentacion} is null) = (${t.presentacion} is null) and ${t.factor} > 0
        and (${t.idPresentacion} is not null or ${t.factor} = 1000) and ${t.cantidad} * ${t.factor} % 1000 = 0`,
    ),
    check('detalle_venta_importes', sql`${t.descuento} >= 0 and ${t.subtotal} >= 0 and ${t.costo} >= 0`),
  ],
);

/** A leg of payment. Immutable: a correction adds the contra-row and the new row. */
export const pagoVenta = pgTable(
  'pago_venta',
  {
    id: id(),
    idVenta: integer('id_venta')
      .notNull()
      .references(() => venta.id),
    metodo: text('metodo').notNull(),
    monto: entero8('monto').notNull(),
    referencia: text('referencia'),
    idAsiento: entero8('id_asiento')
      .notNull()
      .references(() => asiento.id),
  },
  (t) => [
    index('pago_venta_venta').on(t.idVenta),
    check('pago_venta_metodo', sql`${t.metodo} in ('EFECTIVO', 'QR', 'TRANSFERENCIA', 'FIADO')`),
    check('pago_venta_monto', sql`${t.monto} <> 0`),
  ],
);
