/** Triggers of stock documents, counts and transfers: part of `GUARDAS`. */
export const GUARDAS_INVENTARIO: Readonly<Record<string, readonly string[]>> = {
  documento_stock: ['documento_stock_inmutable', 'documento_stock_sin_truncate'],
  detalle_documento_stock: ['detalle_documento_stock_inmutable', 'detalle_documento_stock_sin_truncate'],
  serie_stock: ['serie_stock_sin_delete', 'serie_stock_sin_truncate'],
  costo_producto: ['costo_producto_inmutable', 'costo_producto_sin_truncate'],
  conteo: ['conteo_sin_delete', 'conteo_sin_truncate', 'conteo_cabecera', 'conteo_terminado'],
  conteo_linea: ['conteo_linea_abierta', 'conteo_linea_sin_truncate'],
  transferencia: [
    'transferencia_sin_delete',
    'transferencia_sin_truncate',
    'transferencia_cabecera',
    'transferencia_nueva',
    'transferencia_paso',
  ],
  transferencia_linea: [
    'transferencia_linea_sin_delete',
    'transferencia_linea_sin_truncate',
    'transferencia_linea_cabecera',
    'transferencia_linea_viva',
  ],
  recepcion_transferencia: ['recepcion_transferencia_inmutable', 'recepcion_transferencia_sin_truncate'],
  recepcion_linea: ['recepcion_linea_inmutable', 'recepcion_linea_sin_truncate'],
};

/** Checks of the same tables: part of `LIMITES`. */
export const LIMITES_INVENTARIO: Readonly<Record<string, readonly string[]>> = {
  documento_stock: [
    'documento_stock_tipo',
    'documento_stock_serie',
    'documento_stock_concepto',
    'documento_stock_asiento',
    'documento_stock_anulacion',
    'documento_stock_origen',
  ],
  detalle_documento_stock: ['detalle_documento_stock_cantidad', 'detalle_documento_stock_signo'],
  serie_stock: ['serie_stock_serie', 'serie_stock_ultimo'],
  conteo: ['conteo_alcance', 'conteo_categoria', 'conteo_estado', 'conteo_no_contados', 'conteo_cierre'],
  conteo_linea: ['conteo_linea_cantidades', 'conteo_linea_ajuste'],
  transferencia: ['transferencia_estado', 'transferencia_sucursales', 'transferencia_pasos'],
  transferencia_linea: ['transferencia_linea_pedida', 'transferencia_linea_enviada', 'transferencia_linea_valor'],
  recepcion_linea: ['recepcion_linea_cantidades', 'recepcion_linea_causa', 'recepcion_linea_explicada'],
};

/** Unique indexes of the same tables: part of `UNICOS`. */
export const UNICOS_INVENTARIO = [
  'documento_stock_numero',
  'documento_stock_anulado',
  'conteo_numero',
  'conteo_abierto',
  'transferencia_numero',
  'transferencia_linea_producto',
  'alerta_stock_abierta',
] as const;
