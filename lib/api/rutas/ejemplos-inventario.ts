import type {
  AlertaStockDto,
  ConteoDetalleDto,
  ConteoLineaDto,
  DocumentoStockDetalleDto,
  ExistenciaDto,
  MovimientoKardexDto,
  StockBajoDto,
  TransferenciaDetalleDto,
  ValoracionDto,
} from '@/lib/inventario/schemas-respuestas';
import type { VencimientoDto } from '@/lib/reposicion/schemas';
import type { SucursalDto } from '@/lib/sucursal/schemas';

/** Answers of a small chain, for the examples of the document. Parsed by the contract tests. */

const sucursal = { id_sucursal: 1, sucursal: 'Miraflores' };
const leche = { id_producto: 27, nombre: 'Leche PIL 1 L', codigo_barras: '7771234567898', unidad: 'unidad' } as const;

export const DOCUMENTO = {
  id: 12,
  folio: 'E-4',
  tipo: 'ENTRADA' as const,
  ...sucursal,
  fecha: '2026-11-20T14:05:00.000Z',
  concepto: 'COMPRA' as const,
  motivo: 'Compra en la feria',
  proveedor: 'Doña Julia',
  valor: 148.8,
  productos: 1,
  id_usuario: 5,
  usuario: 'Elmer Condori',
  tipo_origen: null,
  id_origen: null,
  anulado_por: null,
};

export const DOCUMENTO_DETALLE: DocumentoStockDetalleDto = {
  ...DOCUMENTO,
  anula_a: null,
  puede_anular: true,
  lineas: [
    {
      linea: 1,
      id_producto: 27,
      nombre: leche.nombre,
      unidad: 'unidad',
      cantidad: 24,
      costo_unitario: 6.2,
      valor: 148.8,
    },
  ],
  aprobaciones: [],
};

export const EXISTENCIA: ExistenciaDto = {
  ...leche,
  id_categoria: 3,
  categoria: 'Lácteos',
  stock_actual: 9,
  stock_minimo: 12,
  en_sucursales: [{ id_sucursal: 2, sucursal: 'El Alto', cantidad: 40 }],
  vendido_28_dias: 84,
  dias_cobertura: 3,
  costo_promedio: 6.2,
  valor: 55.8,
};

export const STOCK_BAJO: StockBajoDto = {
  ...leche,
  categoria: 'Lácteos',
  ...sucursal,
  stock_actual: 9,
  stock_minimo: 12,
  dias_cobertura: 3,
  dias_deseados: null,
  sugerido: 15,
};

export const VENCIMIENTO: VencimientoDto = {
  id: 3,
  id_producto: 27,
  producto: leche.nombre,
  unidad: 'unidad',
  lote: 'L-1120',
  vence: '2026-12-04',
  dias: 14,
  cantidad: 24,
  stock: 9,
};

export const KARDEX: MovimientoKardexDto = {
  id: 5120,
  fecha: '2026-11-20T14:05:00.000Z',
  tipo: 'ENTRADA',
  documento: 'E-4',
  tipo_documento: 'documento_stock',
  id_documento: 12,
  enlace: '/inventario/documentos/12',
  motivo: 'Compra en la feria',
  cantidad: 24,
  valor: 148.8,
  saldo: 33,
  saldo_valor: 204.6,
  usuario: 'Elmer Condori',
  sucursal: 'Miraflores',
};

export const VALORACION: ValoracionDto = {
  dia: '2026-11-20',
  filas: [{ ...sucursal, id_categoria: 3, categoria: 'Lácteos', productos: 14, cantidad: 380, valor: 2310.4 }],
  sucursales: [{ ...sucursal, valor: 2310.4, libro: 2310.4, en_transito: 62 }],
  total: 2310.4,
};

export const ALERTA_STOCK: AlertaStockDto = {
  id: 9,
  tipo: 'STOCK_BAJO',
  ...sucursal,
  id_producto: 27,
  producto: leche.nombre,
  frase: 'Quedan 9; el mínimo es 12.',
  precio_propuesto: null,
  precio_venta: 7.5,
  precio_propio: false,
  abierta_en: '2026-11-20T14:05:00.000Z',
  cerrada_en: null,
  atendida_por: null,
  atendida_en: null,
  nota: null,
};

export const CONTEO_LINEA: ConteoLineaDto = {
  ...leche,
  contada: 8,
  habia: 9,
  diferencia: -1,
  valor: null,
  movida: false,
  contada_en: '2026-11-20T14:20:00.000Z',
  contada_por: 'Elmer Condori',
};

export const CONTEO = {
  id: 3,
  folio: 'C-3',
  ...sucursal,
  alcance: 'CATEGORIA' as const,
  id_categoria: 3,
  categoria: 'Lácteos',
  nota: null,
  estado: 'ABIERTO' as const,
  abierto_en: '2026-11-20T14:00:00.000Z',
  id_usuario: 5,
  usuario: 'Elmer Condori',
  contados: 1,
  total: 14,
  no_contados: null,
  cerrado_en: null,
  cerrado_por: null,
  valor: null,
};

export const CONTEO_DETALLE: ConteoDetalleDto = { ...CONTEO, lineas: [CONTEO_LINEA], aprobaciones: [] };

export const TRANSFERENCIA = {
  id: 6,
  folio: 'T-6',
  id_origen: 1,
  origen: 'Miraflores',
  id_destino: 2,
  destino: 'El Alto',
  estado: 'ENVIADA' as const,
  nota: 'Para el fin de semana',
  solicitada_en: '2026-11-20T13:00:00.000Z',
  solicitante: 'Rosa Mamani',
  enviada_en: '2026-11-20T14:00:00.000Z',
  enviada_por: 'Elmer Condori',
  recibida_en: null,
  recibida_por: null,
  cancelada_en: null,
  cancelada_por: null,
  motivo_cancelacion: null,
  productos: 1,
  valor_enviado: 62,
  valor_en_camino: 62,
  puede_enviar: false,
  puede_recibir: true,
  puede_cancelar: false,
};

export const TRANSFERENCIA_DETALLE: TransferenciaDetalleDto = {
  ...TRANSFERENCIA,
  lineas: [
    {
      id_producto: 27,
      nombre: leche.nombre,
      unidad: 'unidad',
      pedida: 10,
      enviada: 10,
      recibida: 0,
      perdida: 0,
      en_camino: 10,
      hay_en_origen: null,
      valor_enviado: 62,
    },
  ],
  recepciones: [],
};

export const SUCURSAL: SucursalDto = {
  id: 1,
  nombre: 'Miraflores',
  direccion: 'Av. Saavedra 1245',
  telefono: '2224455',
  redondeo_efectivo: true,
  texto_encabezado: 'Abierto de 7:30 a 21:00',
  texto_pie: 'Gracias por su compra',
  dias_devolucion: 7,
  formatos_balanza: ['20AAAAAPPPPPC'],
  estado: true,
  id_user_create: 1,
  id_user_update: null,
  created_at: '2026-11-20T12:30:00.000Z',
  updated_at: '2026-11-20T12:30:00.000Z',
};
