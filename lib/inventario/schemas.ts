import { z } from 'zod';
import type { AprobacionDeDocumento } from '@/lib/aprobacion/schemas';
import { CONCEPTOS_ENTRADA, type ConceptoEntrada, type TipoDocumento } from '@/lib/kardex/rules';
import type { Unidad } from '@/lib/producto/rules';
import { autoria, cantidad, dia, idDeFila, listaQuery, monto, opcional, texto, textoOpcional } from '@/lib/validation';
import {
  ALCANCES,
  type Alcance,
  CAUSAS,
  type Causa,
  ESTADOS_TRANSFERENCIA,
  type EstadoConteo,
  type EstadoTransferencia,
  NO_CONTADOS,
  type NoContados,
  TIPOS_SALIDA,
} from './rules';

/** Lines that a document may have: a delivery van, not a catalogue. */
const MAXIMO_LINEAS = 500;
const motivo = texto({ min: 3, max: 200 });
const siONo = z.enum(['true', 'false'], 'Debe ser true o false.').transform((v) => v === 'true');
const de = <K extends string>(tabla: Readonly<Record<K, unknown>>) => Object.keys(tabla) as [K, ...K[]];
const lineasDe = <S extends z.ZodType>(linea: S) =>
  z
    .array(linea, 'Faltan los productos.')
    .min(1, 'Faltan los productos.')
    .max(MAXIMO_LINEAS, `Hasta ${MAXIMO_LINEAS} líneas.`);

/** One row by its id. */
export const PorIdInput = z.strictObject({ id: idDeFila, ...autoria });

/** Goods that come in. What was paid in all (`subtotal`) wins over the cost of each; without either, the last cost. */
export const EntradaInput = z
  .strictObject({
    concepto: opcional(z.enum(de(CONCEPTOS_ENTRADA), 'El concepto no existe.')),
    motivo,
    proveedor: textoOpcional({ max: 120 }),
    lineas: lineasDe(
      z.strictObject({
        id_producto: idDeFila,
        cantidad: cantidad(),
        costo_unitario: opcional(monto()),
        subtotal: opcional(monto()),
        vence: opcional(dia),
        lote: textoOpcional({ max: 40 }),
      }),
    ),
    ...autoria,
  })
  .transform((v) => ({
    concepto: v.concepto ?? ('COMPRA' as const),
    motivo: v.motivo,
    proveedor: v.proveedor ?? null,
    lineas: v.lineas.map((l) => ({
      idProducto: l.id_producto,
      cantidad: l.cantidad,
      costo: l.costo_unitario ?? null,
      subtotal: l.subtotal ?? null,
      vence: l.vence ?? null,
      lote: l.lote ?? null,
    })),
  }));
export type Entrada = z.output<typeof EntradaInput>;

const lineasSimples = lineasDe(z.strictObject({ id_producto: idDeFila, cantidad: cantidad() }));

/** Goods that go out without a sale. */
export const SalidaInput = z
  .strictObject({
    tipo: z.enum(TIPOS_SALIDA, 'El tipo debe ser MERMA, CONSUMO o VENCIDO.'),
    motivo,
    lineas: lineasSimples,
    ...autoria,
  })
  .transform((v) => ({ tipo: v.tipo, motivo: v.motivo, lineas: lineasDeSalida(v.lineas) }));
export type Salida = z.output<typeof SalidaInput>;

function lineasDeSalida(lineas: readonly { id_producto: number; cantidad: number }[]) {
  return lineas.map((l) => ({ idProducto: l.id_producto, cantidad: l.cantidad }));
}

/** What there is of some products, as somebody found it. */
export const AjusteInput = z
  .strictObject({
    motivo,
    lineas: lineasDe(z.strictObject({ id_producto: idDeFila, stock_actual: cantidad({ cero: true }) })),
    ...autoria,
  })
  .transform((v) => ({
    motivo: v.motivo,
    lineas: v.lineas.map((l) => ({ idProducto: l.id_producto, cantidad: l.stock_actual })),
  }));
export type Ajuste = z.output<typeof AjusteInput>;

export const ListarDocumentosQuery = listaQuery.extend({
  tipo: opcional(z.enum(['ENTRADA', 'MERMA', 'CONSUMO', 'VENCIDO', 'AJUSTE', 'REGULARIZACION'], 'El tipo no existe.')),
  id_sucursal: opcional(idDeFila),
});

/** A count to begin. */
export const AbrirConteoInput = z
  .strictObject({
    alcance: z.enum(ALCANCES, 'El alcance debe ser SUCURSAL, CATEGORIA o LIBRE.'),
    id_categoria: opcional(idDeFila),
    nota: textoOpcional({ max: 200 }),
    ...autoria,
  })
  .refine((v) => (v.alcance === 'CATEGORIA') === (v.id_categoria !== undefined), {
    path: ['id_categoria'],
    message: 'La categoría va solo, y siempre, con un conteo por categoría.',
  })
  .transform((v) => ({ alcance: v.alcance, idCategoria: v.id_categoria ?? null, nota: v.nota ?? null }));

/** What was counted of a product. `sumar` adds to what was counted before: another shelf, another scan. */
export const ContarInput = z
  .strictObject({
    id: idDeFila,
    id_producto: idDeFila,
    cantidad: cantidad({ cero: true }),
    sumar: opcional(z.boolean()),
    ...autoria,
  })
  .transform((v) => ({ id: v.id, idProducto: v.id_producto, cantidad: v.cantidad, sumar: v.sumar ?? false }));

/** The end of a count. */
export const AplicarConteoInput = z
  .strictObject({ id: idDeFila, no_contados: opcional(z.enum(NO_CONTADOS, 'Debe ser DEJAR o CERO.')), ...autoria })
  .transform((v) => ({ id: v.id, noContados: v.no_contados ?? ('DEJAR' as const) }));

export const ListarConteosQuery = listaQuery.extend({
  estado: opcional(z.enum(['ABIERTO', 'APLICADO', 'CANCELADO'], 'El estado no existe.')),
});

/** Goods that a branch asks of another, or is going to send. Without `id_origen`, one's own sends; without `id_destino`, one's own receives. */
export const SolicitarInput = z
  .strictObject({
    id_origen: opcional(idDeFila),
    id_destino: opcional(idDeFila),
    nota: textoOpcional({ max: 200 }),
    lineas: lineasSimples,
    ...autoria,
  })
  .transform((v) => ({
    idOrigen: v.id_origen ?? null,
    idDestino: v.id_destino ?? null,
    nota: v.nota ?? null,
    lineas: lineasDeSalida(v.lineas),
  }));

/** What leaves of what was asked; without lines, all of it. */
export const EnviarInput = z
  .strictObject({
    id: idDeFila,
    lineas: opcional(
      z.array(z.strictObject({ id_producto: idDeFila, cantidad: cantidad({ cero: true }) })).max(MAXIMO_LINEAS),
    ),
    ...autoria,
  })
  .transform((v) => ({ id: v.id, lineas: v.lineas ? lineasDeSalida(v.lineas) : null }));

/** What arrived, and what never will, with its reason; without lines, everything on the way arrived. */
export const RecibirInput = z
  .strictObject({
    id: idDeFila,
    nota: textoOpcional({ max: 200 }),
    lineas: opcional(
      z
        .array(
          z
            .strictObject({
              id_producto: idDeFila,
              recibida: cantidad({ cero: true }),
              perdida: opcional(cantidad({ cero: true })),
              causa: opcional(z.enum(de(CAUSAS), 'La causa debe ser FALTANTE o DANADO.')),
              explicacion: textoOpcional({ min: 3, max: 200 }),
            })
            .refine((l) => (l.perdida ?? 0) === 0 || (l.causa !== undefined && (l.explicacion ?? null) !== null), {
              path: ['explicacion'],
              message: 'Lo que no llega lleva su causa y su explicación.',
            }),
        )
        .min(1, 'Faltan los productos.')
        .max(MAXIMO_LINEAS),
    ),
    ...autoria,
  })
  .transform((v) => ({
    id: v.id,
    nota: v.nota ?? null,
    lineas:
      v.lineas?.map((l) => ({
        idProducto: l.id_producto,
        recibida: l.recibida,
        perdida: l.perdida ?? 0,
        causa: (l.perdida ?? 0) > 0 ? (l.causa ?? null) : null,
        explicacion: (l.perdida ?? 0) > 0 ? (l.explicacion ?? null) : null,
      })) ?? null,
  }));
export type Recibir = z.output<typeof RecibirInput>;

export const CancelarTransferenciaInput = z.strictObject({ id: idDeFila, motivo, ...autoria });

export const ListarTransferenciasQuery = listaQuery.extend({
  estado: opcional(z.enum(ESTADOS_TRANSFERENCIA, 'El estado no existe.')),
  pendientes: opcional(siONo).meta({ description: 'Solo las que esperan algo.' }),
});

export const KardexQuery = listaQuery.extend({
  id_producto: idDeFila,
  id_sucursal: opcional(idDeFila),
  tipo: opcional(
    z.enum(['INICIAL', 'ENTRADA', 'SALIDA', 'VENTA', 'ANULACION', 'AJUSTE', 'REGULARIZACION'], 'El tipo no existe.'),
  ),
  formato: opcional(z.enum(['json', 'csv'])).meta({ description: '`csv`: un archivo con todo lo filtrado.' }),
});

export const ListarExistenciasQuery = listaQuery.extend({
  id_categoria: opcional(idDeFila),
  id_sucursal: opcional(idDeFila),
  nivel: opcional(z.enum(['agotado', 'bajo', 'con_stock'], 'El nivel no existe.')),
  formato: opcional(z.enum(['json', 'csv'])),
});

export const StockBajoQuery = listaQuery.extend({ id_sucursal: opcional(idDeFila) });

export const ValoracionQuery = z.strictObject({
  dia: opcional(dia),
  id_sucursal: opcional(idDeFila),
  formato: opcional(z.enum(['json', 'csv'])),
});

export const ListarAlertasStockQuery = listaQuery.extend({
  tipo: opcional(z.enum(['STOCK_BAJO', 'COBERTURA', 'POR_VENCER', 'SIN_MOVIMIENTO', 'COSTO'], 'El tipo no existe.')),
  situacion: opcional(z.enum(['abierta', 'cerrada'], 'Debe ser abierta o cerrada.')),
});
export const AtenderAlertaStockInput = z.strictObject({ id: idDeFila, nota: texto({ min: 3, max: 300 }), ...autoria });

/** A line of a stock document; costs `null` without the right to see them. */
export type LineaDocumentoDto = {
  linea: number;
  id_producto: number;
  nombre: string;
  unidad: Unidad;
  cantidad: number;
  costo_unitario: number | null;
  valor: number | null;
};

/** A stock document; quantities and values signed: + comes in, − goes out. */
export type DocumentoStockDto = {
  id: number;
  folio: string;
  tipo: TipoDocumento;
  id_sucursal: number;
  sucursal: string;
  fecha: string;
  concepto: ConceptoEntrada | null;
  motivo: string;
  proveedor: string | null;
  valor: number | null;
  productos: number;
  id_usuario: number;
  usuario: string;
  tipo_origen: string | null;
  id_origen: number | null;
};
export type DocumentoStockDetalleDto = DocumentoStockDto & {
  lineas: LineaDocumentoDto[];
  aprobaciones: AprobacionDeDocumento[];
};

/** A count; figures of the adjustment `null` while it is open, and without the right to see costs. */
export type ConteoDto = {
  id: number;
  folio: string;
  id_sucursal: number;
  sucursal: string;
  alcance: Alcance;
  id_categoria: number | null;
  categoria: string | null;
  nota: string | null;
  estado: EstadoConteo;
  abierto_en: string;
  id_usuario: number;
  usuario: string;
  contados: number;
  /** Products that the count covers; `null` when it covers whatever gets counted. */
  total: number | null;
  no_contados: NoContados | null;
  cerrado_en: string | null;
  cerrado_por: string | null;
  valor: number | null;
};

/** What was counted of a product. What the kardex had is only for who may adjust: the rest count blind. */
export type ConteoLineaDto = {
  id_producto: number;
  nombre: string;
  codigo_barras: string | null;
  unidad: Unidad;
  contada: number;
  habia: number | null;
  diferencia: number | null;
  valor: number | null;
  movida: boolean;
  contada_en: string;
  contada_por: string;
};
export type ConteoDetalleDto = ConteoDto & { lineas: ConteoLineaDto[]; aprobaciones: AprobacionDeDocumento[] };

/** A product of a transfer; `en_camino` is what is neither there nor explained yet. */
export type LineaTransferenciaDto = {
  id_producto: number;
  nombre: string;
  unidad: Unidad;
  pedida: number;
  enviada: number;
  recibida: number;
  perdida: number;
  en_camino: number;
  valor_enviado: number | null;
};
export type RecepcionDto = {
  id: number;
  fecha: string;
  usuario: string;
  nota: string | null;
  lineas: { nombre: string; recibida: number; perdida: number; causa: Causa | null; explicacion: string | null }[];
};
export type TransferenciaDto = {
  id: number;
  folio: string;
  id_origen: number;
  origen: string;
  id_destino: number;
  destino: string;
  estado: EstadoTransferencia;
  nota: string | null;
  solicitada_en: string;
  solicitante: string;
  enviada_en: string | null;
  enviada_por: string | null;
  recibida_en: string | null;
  recibida_por: string | null;
  cancelada_en: string | null;
  cancelada_por: string | null;
  motivo_cancelacion: string | null;
  productos: number;
  /** What it was worth when it left, and what of that is still on the way; `null` without the right to see costs. */
  valor_enviado: number | null;
  valor_en_camino: number | null;
  puede_enviar: boolean;
  puede_recibir: boolean;
  puede_cancelar: boolean;
};
export type TransferenciaDetalleDto = TransferenciaDto & {
  lineas: LineaTransferenciaDto[];
  recepciones: RecepcionDto[];
};

/** A movement of the kardex with what there was after it. */
export type MovimientoKardexDto = {
  id: number;
  fecha: string;
  tipo: string;
  documento: string;
  tipo_documento: string;
  id_documento: number;
  enlace: string | null;
  motivo: string | null;
  cantidad: number;
  valor: number | null;
  saldo: number;
  saldo_valor: number | null;
  usuario: string;
  sucursal: string;
};

/** What a branch has of a product. `costo_promedio`, `valor`: `null` without the right to see costs. */
export type ExistenciaDto = {
  id_producto: number;
  nombre: string;
  codigo_barras: string | null;
  unidad: Unidad;
  id_categoria: number;
  categoria: string;
  stock_actual: number;
  stock_minimo: number;
  /** What the other branches have, by branch, where one may see them. */
  en_sucursales: { id_sucursal: number; sucursal: string; cantidad: number }[];
  vendido_28_dias: number;
  dias_cobertura: number | null;
  costo_promedio: number | null;
  valor: number | null;
};

/** Something that runs short, by minimum or by days of cover, and how much would bring it back. */
export type StockBajoDto = {
  id_producto: number;
  nombre: string;
  codigo_barras: string | null;
  unidad: Unidad;
  categoria: string;
  id_sucursal: number;
  sucursal: string;
  stock_actual: number;
  stock_minimo: number;
  dias_cobertura: number | null;
  dias_deseados: number | null;
  sugerido: number;
};

/** What a category is worth in a branch at the end of a day. */
export type FilaValoracionDto = {
  id_sucursal: number;
  sucursal: string;
  id_categoria: number;
  categoria: string;
  productos: number;
  cantidad: number;
  valor: number;
};
export type ValoracionDto = {
  dia: string;
  filas: FilaValoracionDto[];
  /** By branch: the sum of its rows, its account in the libro that day, and what it had on the way. */
  sucursales: { id_sucursal: number; sucursal: string; valor: number; libro: number; en_transito: number }[];
  total: number;
};

/** An alert about goods. `frase` says why, with its figures. */
export type AlertaStockDto = {
  id: number;
  tipo: 'STOCK_BAJO' | 'COBERTURA' | 'POR_VENCER' | 'SIN_MOVIMIENTO' | 'COSTO';
  id_sucursal: number;
  sucursal: string;
  id_producto: number;
  producto: string;
  frase: string;
  /** The price that would keep the margin, when a cost ate it. */
  precio_propuesto: number | null;
  precio_venta: number;
  abierta_en: string;
  cerrada_en: string | null;
  atendida_por: string | null;
  atendida_en: string | null;
  nota: string | null;
};
