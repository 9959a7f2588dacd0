import { bs, type Corrupcion, partidas } from './corrupciones';

/** Corruptions of stock documents, counts and transfers. */
export const CORRUPCIONES_INVENTARIO: readonly Corrupcion[] = [
  {
    regla: 'documento_stock_kardex',
    corromper: (sql, { inventario: i }) =>
      sql`update detalle_documento_stock set cantidad = cantidad + 1000 where id_documento = ${i.idDocumento}`,
    nombra: ({ inventario: i }) => [`documento_stock_kardex ${i.idDocumento}`],
    dice: /El documento E-1 mueve 11 del producto \d+ .* y el kardex 10 por/,
  },
  {
    regla: 'documento_stock_valor',
    corromper: (sql, { inventario: i }) =>
      sql`update documento_stock set valor = valor + 5 where id = ${i.idDocumento}`,
    nombra: ({ inventario: i }) => [`documento_stock_valor ${i.idDocumento}`],
    dice: bs('80,05; sus líneas suman Bs\\u00a080,00'),
  },
  {
    regla: 'documento_stock_anulacion',
    corromper: (sql, { inventario: i }) =>
      sql`update documento_stock set id_origen = ${i.idDocumento} where id = ${i.idAnulacion}`,
    nombra: ({ inventario: i }) => [`documento_stock_anulacion ${i.idAnulacion}`],
    dice: /La anulación N-1 no devuelve justo lo que movió E-1\./,
  },
  {
    regla: 'serie_stock',
    corromper: (sql, m) =>
      sql`update serie_stock set ultimo = ultimo + 1 where id_sucursal = ${m.idSucursal} and serie = 'E'`,
    nombra: (m) => [`serie_stock ${m.idSucursal}/E`],
    dice: /va por el 2; tiene 1 documentos y el mayor es el 1\./,
  },
  {
    regla: 'conteo_kardex',
    corromper: (sql, { inventario: i }) =>
      sql`update conteo_linea set ajuste = ajuste - 1000 where id_conteo = ${i.idConteo}`,
    nombra: ({ inventario: i }) => [`conteo_kardex ${i.idConteo}`],
    dice: /El conteo C-1 mueve −2 del producto \d+ .* y el kardex −1 por/,
  },
  {
    regla: 'conteo_valor',
    corromper: (sql, { inventario: i }) => sql`update conteo set valor = valor - 1 where id = ${i.idConteo}`,
    nombra: ({ inventario: i }) => [`conteo_valor ${i.idConteo}`],
    dice: bs('−6,51 de ajuste y sus líneas suman Bs\\u00a0−6,50'),
  },
  {
    regla: 'transferencia_kardex',
    corromper: (sql, { inventario: i }) =>
      sql`update transferencia_linea set enviada = enviada + 1000 where id = ${i.idLinea}`,
    nombra: ({ inventario: i }) => [`transferencia_kardex ${i.idTransferencia}`],
    dice: /La transferencia T-1 mueve −7 del producto \d+ .* y el kardex −6 por/,
  },
  {
    regla: 'recepcion_kardex',
    corromper: async (sql, { inventario: i }) => {
      await sql`update recepcion_linea set recibida = recibida + 1000 where id_recepcion = ${i.idRecepcion}`;
      await sql`update transferencia_linea set recibida = recibida + 1000 where id = ${i.idLinea}`;
    },
    nombra: ({ inventario: i }) => [`recepcion_kardex ${i.idRecepcion}`],
    dice: /Una recepción de la transferencia T-1 mueve 3 del producto \d+ .* y el kardex 2 por/,
  },
  {
    regla: 'recepcion_suma',
    corromper: (sql, { inventario: i }) =>
      sql`update transferencia_linea set perdida = perdida + 1000 where id = ${i.idLinea}`,
    nombra: ({ inventario: i }) => [`recepcion_suma ${i.idLinea}`],
    dice: /Una línea de la transferencia T-1 da cuenta de 4 y sus recepciones de 3/,
  },
  {
    regla: 'transferencia_estado',
    corromper: (sql, { inventario: i }) =>
      sql`update transferencia set estado = 'RECIBIDA', recibida_en = now(), recibida_por = 1 where id = ${i.idTransferencia}`,
    nombra: ({ inventario: i }) => [`transferencia_estado ${i.idTransferencia}`],
    dice: /La transferencia T-1 está RECIBIDA y le faltan 3 por recibir\./,
  },
  {
    regla: 'en_transito',
    corromper: (sql, m) => partidas(sql, m, m.inventario.asiento.recepcion, { transito: 10, banco: -10 }),
    nombra: (m) => [`en_transito ${m.idSucursal}`],
    dice: /Lo enviado por Sucursal \d+ y aún en camino es de Bs.* en el libro y de Bs.* en las transferencias\./,
  },
  {
    regla: 'costo_historia',
    corromper: (sql, { inventario: i }) => sql`update producto set costo_compra = 999 where id = ${i.idProducto}`,
    nombra: ({ inventario: i }) => [`costo_historia ${i.idProducto}`],
    dice: bs('9,99 la última vez y su historia de costos termina en Bs\\u00a08,00'),
  },
];
