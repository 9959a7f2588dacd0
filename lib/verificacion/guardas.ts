import { GUARDAS_INVENTARIO, LIMITES_INVENTARIO, UNICOS_INVENTARIO } from './guardas-inventario';
import { type ConId, definirRegla, type Regla } from './regla';

/** What tells the counters that a table of their catalogue changed. */
const SEGUIDAS = ['categoria', 'cliente', 'codigo_producto', 'precio_sucursal', 'presentacion_producto', 'producto'];

const seguimiento = (tabla: string) => ['nuevo', 'cambia', 'menos'].map((cuando) => `${tabla}_catalogo_${cuando}`);

/** The triggers that refuse, or that write what goes with a change. */
const PROPIAS: Readonly<Record<string, readonly string[]>> = {
  asiento: ['asiento_inmutable', 'asiento_sin_truncate', 'asiento_con_partidas'],
  partida: ['partida_inmutable', 'partida_sin_truncate', 'partida_asentada'],
  cuenta: ['cuenta_sin_delete', 'cuenta_sin_truncate', 'cuenta_saldo_por_libro', 'cuenta_saldo_inicial'],
  movimiento_stock: ['movimiento_stock_inmutable', 'movimiento_stock_sin_truncate', 'movimiento_stock_existencia'],
  existencia: ['existencia_sin_delete', 'existencia_sin_truncate', 'existencia_por_kardex'],
  auditoria: ['auditoria_inmutable', 'auditoria_sin_truncate'],
  venta: ['venta_sin_delete', 'venta_sin_truncate', 'venta_cabecera', 'venta_anulada'],
  detalle_venta: ['detalle_venta_inmutable', 'detalle_venta_sin_truncate'],
  ticket_aparcado: [
    'ticket_aparcado_sin_delete',
    'ticket_aparcado_sin_truncate',
    'ticket_aparcado_cabecera',
    'ticket_aparcado_resuelto',
  ],
  pago_venta: ['pago_venta_inmutable', 'pago_venta_sin_truncate'],
  movimiento_caja: ['movimiento_caja_inmutable', 'movimiento_caja_sin_truncate'],
  traspaso_caja: ['traspaso_caja_inmutable', 'traspaso_caja_sin_truncate'],
  motivo_caja: ['motivo_caja_cabecera', 'motivo_caja_sin_delete'],
  archivo: ['archivo_de_caja'],
  sesion_caja: ['sesion_caja_sin_delete', 'sesion_caja_sin_truncate', 'sesion_caja_cabecera', 'sesion_caja_cerrada'],
  conteo_externo: ['conteo_externo_inmutable', 'conteo_externo_sin_truncate'],
  recuento_caja: ['recuento_caja_inmutable', 'recuento_caja_sin_truncate'],
  tarea: ['tarea_sin_delete', 'tarea_sin_truncate', 'tarea_cabecera', 'tarea_terminada'],
  precio_producto: ['precio_producto_inmutable', 'precio_producto_sin_truncate'],
  ...GUARDAS_INVENTARIO,
  producto: [
    'producto_costo_cambia',
    'producto_precio_nuevo',
    'producto_precio_cambia',
    'producto_codigo_nuevo',
    'producto_codigo_cambia',
  ],
  categoria: ['categoria_arbol_nueva', 'categoria_arbol_cambia'],
  presentacion_producto: ['presentacion_precio_nuevo', 'presentacion_precio_cambia', 'presentacion_producto_cabecera'],
  precio_sucursal: ['precio_sucursal_nuevo', 'precio_sucursal_cambia'],
  edicion_masiva: ['edicion_masiva_inmutable', 'edicion_masiva_sin_truncate'],
  importacion_producto: ['importacion_producto_inmutable', 'importacion_producto_sin_truncate'],
  edicion_masiva_fila: ['edicion_masiva_fila_inmutable', 'edicion_masiva_fila_sin_truncate'],
  aprobacion: [
    'aprobacion_sin_delete',
    'aprobacion_sin_truncate',
    'aprobacion_cabecera',
    'aprobacion_terminada',
    'aprobacion_nueva',
    'aprobacion_paso',
    'aprobacion_respondida',
  ],
  copia_recibo: ['copia_recibo_inmutable', 'copia_recibo_sin_truncate'],
  cliente: ['cliente_sin_delete', 'cliente_sin_truncate'],
  hecho: ['hecho_sin_delete', 'hecho_sin_truncate', 'hecho_cabecera', 'hecho_terminado'],
  incidencia: ['incidencia_sin_delete', 'incidencia_sin_truncate', 'incidencia_cabecera', 'incidencia_terminada'],
  concesion: ['concesion_sin_delete', 'concesion_sin_truncate', 'concesion_cabecera', 'concesion_revocada'],
  dispositivo: ['dispositivo_sin_delete', 'dispositivo_sin_truncate'],
  operacion: ['operacion_sin_delete', 'operacion_sin_truncate', 'operacion_respondida'],
};

/** Every trigger of the migrations, by table: what the database must keep refusing, and what it must keep telling. */
export const GUARDAS: Readonly<Record<string, readonly string[]>> = {
  ...PROPIAS,
  ...Object.fromEntries(SEGUIDAS.map((tabla) => [tabla, [...(PROPIAS[tabla] ?? []), ...seguimiento(tabla)]])),
};

/** Every check of a table of money or stock that refuses an impossible row. */
export const LIMITES: Readonly<Record<string, readonly string[]>> = {
  asiento: ['asiento_bolsillo'],
  partida: ['partida_importe'],
  cuenta: ['cuenta_tipo', 'cuenta_saldo_en_rango', 'cuenta_gaveta_con_saldo', 'cuenta_externa'],
  movimiento_stock: ['movimiento_stock_tipo', 'movimiento_stock_cantidad', 'movimiento_stock_signo'],
  existencia: ['existencia_no_negativa', 'existencia_valor'],
  ...LIMITES_INVENTARIO,
  presentacion_producto: ['presentacion_producto_factor', 'presentacion_producto_precio'],
  precio_sucursal: ['precio_sucursal_precio'],
  venta: ['venta_estado', 'venta_metodo', 'venta_importes', 'venta_vuelto', 'venta_token'],
  detalle_venta: ['detalle_venta_cantidad', 'detalle_venta_importes', 'detalle_venta_presentacion'],
  ticket_aparcado: ['ticket_aparcado_estado', 'ticket_aparcado_cifras', 'ticket_aparcado_resuelto'],
  pago_venta: ['pago_venta_metodo', 'pago_venta_monto'],
  movimiento_caja: ['movimiento_caja_tipo', 'movimiento_caja_monto'],
  copia_recibo: ['copia_recibo_numero', 'copia_recibo_formato'],
  traspaso_caja: ['traspaso_caja_lugares', 'traspaso_caja_monto', 'traspaso_caja_sesion'],
  motivo_caja: ['motivo_caja_tipo', 'motivo_caja_cuenta', 'motivo_caja_general'],
  archivo: ['archivo_medidas', 'archivo_usado'],
  caja: ['caja_especialidad', 'caja_limites'],
  sesion_caja: ['sesion_caja_estado', 'sesion_caja_monto_inicial', 'sesion_caja_cierre', 'sesion_caja_contando'],
  recuento_caja: ['recuento_caja_monto', 'recuento_caja_ajuste', 'recuento_caja_contra'],
  tarea: ['tarea_estado', 'tarea_resuelta'],
  hecho: ['hecho_estado', 'hecho_tipo', 'hecho_orden', 'hecho_fecha', 'hecho_retenido'],
  incidencia: ['incidencia_estado', 'incidencia_resuelta'],
  concesion: ['concesion_plazo'],
  cambio_catalogo: ['cambio_catalogo_entidad'],
  aprobacion: [
    'aprobacion_estado',
    'aprobacion_momento',
    'aprobacion_via',
    'aprobacion_monto',
    'aprobacion_resuelta',
    'aprobacion_plazo',
    'aprobacion_ajena',
    'aprobacion_usada',
  ],
};

/** The unique indexes that decide who came first. */
export const UNICOS = [
  'operacion_pkey',
  ...UNICOS_INVENTARIO,
  'sesion_caja_abierta_por_caja',
  'sesion_caja_abierta_por_usuario',
  'hecho_pkey',
  'dispositivo_serie_unique',
  'arriendo_caja_pkey',
  'venta_clave_unique',
  'venta_token_recibo',
  'copia_recibo_clave_unique',
  'venta_serie_numero',
  'ticket_aparcado_en_espera',
  'cuenta_codigo_unique',
  'codigo_producto_codigo',
  'precio_sucursal_uno',
  'cuenta_id_caja_unique',
] as const;

const pares = (tabla: Readonly<Record<string, readonly string[]>>) =>
  JSON.stringify(Object.entries(tabla).flatMap(([t, nombres]) => nombres.map((nombre) => ({ tabla: t, nombre }))));

/** The refusals themselves: a trigger or check that was dropped or switched off is a discrepancy like any other. */
export const REGLAS_GUARDAS: readonly Regla[] = [
  definirRegla<ConId & { tabla: string }>(
    'guarda_ausente',
    'guarda',
    (sql) => sql`
      select x.nombre as id, x.tabla from jsonb_to_recordset(${pares(GUARDAS)}::text::jsonb) as x(tabla text, nombre text)
      where not exists (select 1 from pg_trigger t where t.tgrelid = to_regclass('public.' || quote_ident(x.tabla))
        and t.tgname = x.nombre and not t.tgisinternal) order by x.tabla, x.nombre`,
    (f) => `Falta la guarda ${f.id} de la tabla ${f.tabla}.`,
  ),
  definirRegla<ConId & { tabla: string }>(
    'guarda_desactivada',
    'guarda',
    (sql) => sql`
      select coalesce(k.conname, t.tgname) as id, c.relname as tabla from pg_trigger t join pg_class c on c.oid = t.tgrelid
        left join pg_constraint k on k.oid = t.tgconstraint
      where c.relnamespace = 'public'::regnamespace and t.tgenabled not in ('O', 'A')
      group by 1, 2 order by 2, 1`,
    (f) => `La guarda ${f.id} de la tabla ${f.tabla} está desactivada.`,
  ),
  definirRegla<ConId & { tabla: string }>(
    'limite_ausente',
    'guarda',
    (sql) => sql`
      select x.nombre as id, x.tabla from jsonb_to_recordset(${pares(LIMITES)}::text::jsonb) as x(tabla text, nombre text)
      where not exists (select 1 from pg_constraint k where k.conrelid = to_regclass('public.' || quote_ident(x.tabla))
        and k.conname = x.nombre and k.convalidated) order by x.tabla, x.nombre`,
    (f) => `Falta el límite ${f.id} de la tabla ${f.tabla}, o no está validado.`,
  ),
  definirRegla<ConId>(
    'unico_ausente',
    'guarda',
    (sql) => sql`
      select x.nombre as id from jsonb_array_elements_text(${JSON.stringify(UNICOS)}::text::jsonb) as x(nombre)
      where not exists (select 1 from pg_index i join pg_class c on c.oid = i.indexrelid
        where c.relname = x.nombre and c.relnamespace = 'public'::regnamespace and i.indisunique and i.indisvalid) order by 1`,
    (f) => `Falta el índice único ${f.id}, o no es válido.`,
  ),
];
