import { bs, type Corrupcion, partidas } from './corrupciones';

/** Corruptions of stock, of prices and of the guards themselves. */
export const CORRUPCIONES_KARDEX: readonly Corrupcion[] = [
  {
    regla: 'existencia_cantidad',
    corromper: (sql, m) => sql`update existencia set cantidad = cantidad + 500 where id_producto = ${m.idContado}`,
    nombra: (m) => [`existencia_cantidad ${m.idContado}/${m.idSucursal}`],
    dice: /la existencia dice 20,5 y el kardex suma 20\./,
  },
  {
    regla: 'existencia_valor',
    corromper: (sql, m) => sql`update existencia set valor = valor + 1 where id_producto = ${m.idContado}`,
    nombra: (m) => [`existencia_valor ${m.idContado}/${m.idSucursal}`, `inventario ${m.idSucursal}`],
    dice: bs('40,01 y el kardex suma Bs\\u00a040,00'),
  },
  {
    regla: 'existencia_negativa',
    corromper: async (sql, m) => {
      await sql`alter table existencia drop constraint existencia_no_negativa, drop constraint existencia_valor`;
      await sql`update existencia set cantidad = -1000 where id_producto = ${m.idContado}`;
    },
    nombra: (m) => [
      `existencia_negativa ${m.idContado}/${m.idSucursal}`,
      `existencia_cantidad ${m.idContado}/${m.idSucursal}`,
      'limite_ausente existencia_no_negativa',
      'limite_ausente existencia_valor',
    ],
    dice: /tiene −1 por Bs/,
  },
  {
    regla: 'inventario',
    corromper: (sql, m) => partidas(sql, m, m.asiento.movimiento, { inventario: 10, banco: -10 }),
    nombra: (m) => [`inventario ${m.idSucursal}`, `movimiento_valor ${m.asiento.movimiento}`],
    dice: /El inventario de Sucursal \d+ es de Bs.* en el libro y de Bs.* en las existencias/,
  },
  {
    regla: 'movimiento_sin_asiento',
    corromper: (sql, m) => sql`update movimiento_stock set id_asiento = null where id = ${m.movimientoInicial}`,
    nombra: (m) => [`movimiento_sin_asiento ${m.movimientoInicial}`, `movimiento_valor ${m.asiento.inicial}`],
    dice: bs('51,00 y no tiene asiento'),
  },
  {
    regla: 'movimiento_valor',
    corromper: async (sql, m) => {
      await sql`update movimiento_stock set valor = valor + 1 where id_asiento = ${m.asiento.inicial}`;
      await sql`update movimiento_stock set valor = valor - 1 where id_asiento = ${m.asiento.ajuste}`;
    },
    nombra: (m) => [
      `movimiento_valor ${m.asiento.inicial}`,
      `movimiento_valor ${m.asiento.ajuste}`,
      `documento_stock_kardex ${m.idAjuste}`,
    ],
    dice: bs('51,00 de inventario y sus movimientos de stock suman Bs\\u00a051,01'),
  },
  {
    regla: 'precio_historia',
    corromper: (sql, m) => sql`update producto set precio_venta = precio_venta + 16 where id = ${m.idProducto}`,
    nombra: (m) => [`precio_historia ${m.idProducto}`],
    dice: bs('12,50 y su historia de precios termina en Bs\\u00a012,34'),
  },
  {
    regla: 'guarda_ausente',
    corromper: (sql) => sql`drop trigger partida_asentada on partida`,
    nombra: () => ['guarda_ausente partida_asentada'],
    dice: /Falta la guarda partida_asentada de la tabla partida/,
  },
  {
    regla: 'guarda_desactivada',
    corromper: (sql) => sql`alter table venta disable trigger venta_cabecera`,
    nombra: () => ['guarda_desactivada venta_cabecera'],
    dice: /venta_cabecera de la tabla venta está desactivada/,
  },
  {
    regla: 'limite_ausente',
    corromper: (sql) => sql`alter table partida drop constraint partida_importe`,
    nombra: () => ['limite_ausente partida_importe'],
    dice: /Falta el límite partida_importe de la tabla partida/,
  },
  {
    regla: 'unico_ausente',
    corromper: (sql) => sql`alter table operacion drop constraint operacion_pkey`,
    nombra: () => ['unico_ausente operacion_pkey'],
    dice: /Falta el índice único operacion_pkey/,
  },
];
