import { bs, type Corrupcion, LEJOS } from './corrupciones';

/** Corruptions of codes, of prices that are not the catalogue's, and of the tree of categories. */
export const CORRUPCIONES_CATALOGO: readonly Corrupcion[] = [
  {
    regla: 'codigo_principal',
    corromper: (sql, m) => sql`update producto set codigo_barras = '7770000000017' where id = ${m.idProducto}`,
    nombra: (m) => [`codigo_principal ${m.idProducto}`],
    dice: /tiene el código 7770000000017 y entre sus códigos el principal es ninguno/,
  },
  {
    regla: 'precio_historia_propio',
    corromper: async (sql, m) => {
      await sql`
        insert into presentacion_producto (id, id_producto, nombre, factor, precio_venta)
        values (${LEJOS}, ${m.idProducto}, 'Caja', 12000, 12000)`;
      await sql`
        insert into precio_sucursal (id_producto, id_sucursal, precio) values (${m.idContado}, ${m.idSucursal}, 345)`;
    },
    nombra: (m) => [`precio_historia_propio ${m.idProducto}`, `precio_historia_propio ${m.idContado}`],
    dice: bs('3,45 y su historia termina en ninguno'),
  },
  {
    regla: 'categoria_arbol',
    corromper: (sql) => sql`
      insert into categoria (id, nombre, id_padre)
      values (${LEJOS}, 'Una dentro de otra', ${LEJOS + 1}), (${LEJOS + 1}, 'Y al revés', ${LEJOS})`,
    nombra: () => [`categoria_arbol ${LEJOS}`, `categoria_arbol ${LEJOS + 1}`],
    dice: /La categoría Una dentro de otra no cuelga de ninguna raíz/,
  },
  {
    regla: 'importacion_deshecha',
    corromper: async (sql, m) => {
      await sql`
        insert into importacion (id, archivo, situacion, filas, filas_malas, id_sucursal)
        values (${LEJOS}, 'lista.csv', 'DESHECHA', 1, 0, ${m.idSucursal})`;
      // Goods that cost nothing: what came in by the file and what went out do not agree.
      await sql`
        insert into movimiento_stock (fecha, id_producto, id_sucursal, tipo, tipo_documento, id_documento, cantidad, valor, id_usuario)
        values (now(), ${m.idProducto}, ${m.idSucursal}, 'INICIAL', 'stock_inicial', ${LEJOS}, 5000, 0, 0),
          (now(), ${m.idProducto}, ${m.idSucursal}, 'ANULACION', 'anulacion_stock_inicial', ${LEJOS}, -4000, 0, 0),
          (now(), ${m.idProducto}, ${m.idSucursal}, 'AJUSTE', 'ajuste_stock', ${LEJOS}, -1000, 0, 0)`;
    },
    nombra: () => [`importacion_deshecha ${LEJOS}`],
    dice: /La importación lista.csv está DESHECHA y de .* quedan 1 por Bs.0,00/,
  },
];
