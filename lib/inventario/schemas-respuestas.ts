import type { AprobacionDeDocumento } from '@/lib/aprobacion/schemas';
import type { ConceptoEntrada, TipoDocumento } from '@/lib/kardex/rules';
import type { Unidad } from '@/lib/producto/rules';
import type { Alcance, Causa, EstadoConteo, EstadoTransferencia, NoContados } from './rules';

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
  /** The document that voided it. */
  anulado_por: DocumentoCitado | null;
};
/** Another stock document, to open it. */
export type DocumentoCitado = { id: number; folio: string };
export type DocumentoStockDetalleDto = DocumentoStockDto & {
  /** Of a void, what it voids. */
  anula_a: DocumentoCitado | null;
  /** Whether the reader may void it. */
  puede_anular: boolean;
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
  /** What the branch that sends has, for whoever may send it now. */
  hay_en_origen: number | null;
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
  /** What its branch charges today, and whether that price is the branch's own or everybody's. */
  precio_venta: number;
  precio_propio: boolean;
  abierta_en: string;
  cerrada_en: string | null;
  atendida_por: string | null;
  atendida_en: string | null;
  nota: string | null;
};
