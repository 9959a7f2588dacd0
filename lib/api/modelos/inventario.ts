import { z } from 'zod';
import { ALCANCES, ESTADOS_TRANSFERENCIA, NO_CONTADOS } from '@/lib/inventario/rules';
import type {
  AlertaStockDto,
  ConteoDetalleDto,
  ConteoDto,
  ConteoLineaDto,
  DocumentoStockDetalleDto,
  DocumentoStockDto,
  ExistenciaDto,
  MovimientoKardexDto,
  StockBajoDto,
  TransferenciaDetalleDto,
  TransferenciaDto,
  ValoracionDto,
} from '@/lib/inventario/schemas-respuestas';
import { TIPOS_DOCUMENTO, type TipoDocumento } from '@/lib/kardex/rules';
import { UNIDADES } from '@/lib/producto/rules';
import type { SucursalDto } from '@/lib/sucursal/schemas';
import { AprobacionDocumento } from './aprobacion';
import { bs, cantidad, comunes, diaDeLaPaz, dtoDe, id, instante } from './comunes';

const costo = bs.nullable().meta({ description: '`null` sin el derecho `producto:ver_costo`.' });
const unidad = z.enum(UNIDADES);
const texto = z.string().nullable();
const sucursal = { id_sucursal: id, sucursal: z.string() };

const citado = z.strictObject({ id, folio: z.string() }).nullable();
const documento = {
  id,
  folio: z.string(),
  tipo: z.enum(Object.keys(TIPOS_DOCUMENTO) as [TipoDocumento, ...TipoDocumento[]]),
  ...sucursal,
  fecha: instante,
  concepto: z.enum(['COMPRA', 'APORTE', 'BONIFICACION', 'DEVOLUCION', 'HALLAZGO']).nullable(),
  motivo: z.string(),
  proveedor: texto,
  valor: costo,
  productos: z.int().nonnegative(),
  id_usuario: z.int().nonnegative(),
  usuario: z.string(),
  tipo_origen: texto,
  id_origen: id.nullable(),
  anulado_por: citado.meta({ description: 'El documento que lo anuló.' }),
};

/** A stock document in a list. */
export const DocumentoStock = dtoDe<DocumentoStockDto>()(z.strictObject(documento)).meta({ id: 'DocumentoStock' });

/** A stock document with its lines. */
export const DocumentoStockDetalle = dtoDe<DocumentoStockDetalleDto>()(
  z.strictObject({
    ...documento,
    anula_a: citado.meta({ description: 'De una anulación, lo que anula.' }),
    puede_anular: z.boolean(),
    lineas: z.array(
      z.strictObject({
        linea: z.int().positive(),
        id_producto: id,
        nombre: z.string(),
        unidad,
        cantidad,
        costo_unitario: costo,
        valor: costo,
      }),
    ),
    aprobaciones: z.array(AprobacionDocumento),
  }),
).meta({ id: 'DocumentoStockDetalle' });

const conteo = {
  id,
  folio: z.string(),
  ...sucursal,
  alcance: z.enum(ALCANCES),
  id_categoria: id.nullable(),
  categoria: texto,
  nota: texto,
  estado: z.enum(['ABIERTO', 'APLICADO', 'CANCELADO']),
  abierto_en: instante,
  id_usuario: z.int().nonnegative(),
  usuario: z.string(),
  contados: z.int().nonnegative(),
  total: z.int().nonnegative().nullable(),
  no_contados: z.enum(NO_CONTADOS).nullable(),
  cerrado_en: instante.nullable(),
  cerrado_por: texto,
  valor: costo,
};

/** A count in a list. */
export const Conteo = dtoDe<ConteoDto>()(z.strictObject(conteo)).meta({ id: 'Conteo' });

/** What was counted of a product. */
export const ConteoLinea = dtoDe<ConteoLineaDto>()(
  z.strictObject({
    id_producto: id,
    nombre: z.string(),
    codigo_barras: texto,
    unidad,
    contada: cantidad,
    habia: cantidad
      .nullable()
      .meta({ description: 'Lo que decía el kardex al contar; `null` para quien cuenta a ciegas.' }),
    diferencia: cantidad.nullable(),
    valor: costo,
    movida: z.boolean().meta({ description: 'Se contó en varias veces y entre ellas hubo movimientos.' }),
    contada_en: instante,
    contada_por: z.string(),
  }),
).meta({ id: 'ConteoLinea' });

/** A count with everything counted. */
export const ConteoDetalle = dtoDe<ConteoDetalleDto>()(
  z.strictObject({ ...conteo, lineas: z.array(ConteoLinea), aprobaciones: z.array(AprobacionDocumento) }),
).meta({ id: 'ConteoDetalle' });

const transferencia = {
  id,
  folio: z.string(),
  id_origen: id,
  origen: z.string(),
  id_destino: id,
  destino: z.string(),
  estado: z.enum(ESTADOS_TRANSFERENCIA),
  nota: texto,
  solicitada_en: instante,
  solicitante: z.string(),
  enviada_en: instante.nullable(),
  enviada_por: texto,
  recibida_en: instante.nullable(),
  recibida_por: texto,
  cancelada_en: instante.nullable(),
  cancelada_por: texto,
  motivo_cancelacion: texto,
  productos: z.int().nonnegative(),
  valor_enviado: costo,
  valor_en_camino: costo,
  puede_enviar: z.boolean(),
  puede_recibir: z.boolean(),
  puede_cancelar: z.boolean(),
};

/** A transfer in a list. */
export const Transferencia = dtoDe<TransferenciaDto>()(z.strictObject(transferencia)).meta({ id: 'Transferencia' });

/** A transfer with its products and arrivals. */
export const TransferenciaDetalle = dtoDe<TransferenciaDetalleDto>()(
  z.strictObject({
    ...transferencia,
    lineas: z.array(
      z.strictObject({
        id_producto: id,
        nombre: z.string(),
        unidad,
        pedida: cantidad,
        enviada: cantidad,
        recibida: cantidad,
        perdida: cantidad,
        en_camino: cantidad,
        hay_en_origen: cantidad
          .nullable()
          .meta({ description: 'Lo que tiene quien envía, para quien puede enviarla ahora.' }),
        valor_enviado: costo,
      }),
    ),
    recepciones: z.array(
      z.strictObject({
        id,
        fecha: instante,
        usuario: z.string(),
        nota: texto,
        lineas: z.array(
          z.strictObject({
            nombre: z.string(),
            recibida: cantidad,
            perdida: cantidad,
            causa: z.enum(['FALTANTE', 'DANADO']).nullable(),
            explicacion: texto,
          }),
        ),
      }),
    ),
  }),
).meta({ id: 'TransferenciaDetalle' });

/** A movement of the kardex with its balance. */
export const MovimientoKardex = dtoDe<MovimientoKardexDto>()(
  z.strictObject({
    id: z.int().positive(),
    fecha: instante,
    tipo: z.string(),
    documento: z.string(),
    tipo_documento: z.string(),
    id_documento: z.int().positive(),
    enlace: texto,
    motivo: texto,
    cantidad,
    valor: costo,
    saldo: cantidad.meta({ description: 'Lo que había después del movimiento.' }),
    saldo_valor: costo,
    usuario: z.string(),
    sucursal: z.string(),
  }),
).meta({ id: 'MovimientoKardex' });

const producto = { id_producto: id, nombre: z.string(), codigo_barras: texto, unidad };
const dias = z.int().nonnegative().nullable();

/** What a branch has of a product. */
export const Existencia = dtoDe<ExistenciaDto>()(
  z.strictObject({
    ...producto,
    id_categoria: id,
    categoria: z.string(),
    stock_actual: cantidad,
    stock_minimo: cantidad,
    en_sucursales: z.array(z.strictObject({ ...sucursal, cantidad })),
    vendido_28_dias: cantidad,
    dias_cobertura: dias.meta({
      description: 'Cuántos días alcanza al ritmo de los últimos 28; `null` si no se vendió.',
    }),
    costo_promedio: costo,
    valor: costo,
  }),
).meta({ id: 'Existencia' });

/** Something that runs short. */
export const StockBajo = dtoDe<StockBajoDto>()(
  z.strictObject({
    ...producto,
    categoria: z.string(),
    ...sucursal,
    stock_actual: cantidad,
    stock_minimo: cantidad,
    dias_cobertura: dias,
    dias_deseados: dias,
    sugerido: cantidad.meta({ description: 'Cuánto reponer.' }),
  }),
).meta({ id: 'StockBajo' });

/** The value of the goods on a day. */
export const Valoracion = dtoDe<ValoracionDto>()(
  z.strictObject({
    dia: diaDeLaPaz,
    filas: z.array(
      z.strictObject({
        ...sucursal,
        id_categoria: id,
        categoria: z.string(),
        productos: z.int().nonnegative(),
        cantidad,
        valor: bs,
      }),
    ),
    sucursales: z.array(z.strictObject({ ...sucursal, valor: bs, libro: bs, en_transito: bs })),
    total: bs,
  }),
).meta({ id: 'Valoracion' });

/** An alert about goods. */
export const AlertaStock = dtoDe<AlertaStockDto>()(
  z.strictObject({
    id,
    tipo: z.enum(['STOCK_BAJO', 'COBERTURA', 'POR_VENCER', 'SIN_MOVIMIENTO', 'COSTO']),
    ...sucursal,
    id_producto: id,
    producto: z.string(),
    frase: z.string(),
    precio_propuesto: bs.nullable(),
    precio_venta: bs,
    precio_propio: z.boolean().meta({ description: 'Si el precio de esa sucursal es suyo, o el de todas.' }),
    abierta_en: instante,
    cerrada_en: instante.nullable(),
    atendida_por: texto,
    atendida_en: instante.nullable(),
    nota: texto,
  }),
).meta({ id: 'AlertaStock' });

/** A branch. */
export const Sucursal = dtoDe<SucursalDto>()(
  z.strictObject({
    id,
    nombre: z.string(),
    direccion: texto,
    telefono: texto,
    redondeo_efectivo: z.boolean(),
    texto_encabezado: texto,
    texto_pie: texto,
    dias_devolucion: z.int().nonnegative(),
    formatos_balanza: z
      .array(z.string())
      .meta({ description: 'Cómo se leen las etiquetas de su balanza: `20AAAAAPPPPPC`.' }),
    ...comunes,
  }),
).meta({ id: 'Sucursal' });
