import { z } from 'zod';
import { Aprobacion } from '@/lib/api/modelos/aprobacion';
import {
  AlertaStock,
  DocumentoStock,
  DocumentoStockDetalle,
  Existencia,
  MovimientoKardex,
  StockBajo,
  Valoracion,
} from '@/lib/api/modelos/inventario';
import { rutasDe } from '@/lib/api/ruta';
import { AprobarInput, RechazarInput } from '@/lib/aprobacion/schemas';
import {
  AjusteInput,
  AtenderAlertaStockInput,
  EntradaInput,
  KardexQuery,
  ListarAlertasStockQuery,
  ListarDocumentosQuery,
  ListarExistenciasQuery,
  PorIdInput,
  SalidaInput,
  StockBajoQuery,
  ValoracionQuery,
} from '@/lib/inventario/schemas';
import { APROBACION_RESUELTA } from './aprobacion';
import {
  ALERTA_STOCK,
  DOCUMENTO,
  DOCUMENTO_DETALLE,
  EXISTENCIA,
  KARDEX,
  STOCK_BAJO,
  VALORACION,
} from './ejemplos-inventario';

const ruta = rutasDe('inventario');
const ver = ['inventario:ver'] as const;

export const RUTAS_STOCK = [
  ruta({
    metodo: 'POST',
    camino: '/inventario/entrada',
    resumen: 'Registrar una entrada de mercadería',
    descripcion:
      'Sin compra: al costo que se dice, contra la cuenta de su concepto. `subtotal`, lo pagado en total, gana sobre `costo_unitario`; sin ninguno, el último costo. `vence` deja la fecha vigilada.',
    entrada: EntradaInput,
    salida: DocumentoStockDetalle,
    estado: 201,
    permisos: ['inventario:entrada'],
    idempotente: true,
    conflictos: ['producto_no_encontrado'],
    ejemplo: {
      pedido: {
        concepto: 'COMPRA',
        motivo: 'Compra en la feria',
        proveedor: 'Doña Julia',
        lineas: [{ id_producto: 27, cantidad: 24, costo_unitario: 6.2 }],
      },
      respuesta: DOCUMENTO_DETALLE,
    },
  }),
  ruta({
    metodo: 'POST',
    camino: '/inventario/salida',
    resumen: 'Registrar una merma, un consumo o un vencido',
    descripcion:
      'Cada tipo va a su cuenta, al costo promedio. Lo que vale más que el límite del rol espera una aprobación: 403 `requiere_aprobacion`.',
    entrada: SalidaInput,
    salida: DocumentoStockDetalle,
    estado: 201,
    permisos: ['inventario:salida'],
    idempotente: true,
    conflictos: ['stock_insuficiente', 'producto_no_encontrado'],
    ejemplo: {
      pedido: { tipo: 'MERMA', motivo: 'Se cayó la caja', lineas: [{ id_producto: 27, cantidad: 2 }] },
      respuesta: { ...DOCUMENTO_DETALLE, folio: 'S-3', tipo: 'MERMA', concepto: null, proveedor: null },
    },
  }),
  ruta({
    metodo: 'POST',
    camino: '/inventario/ajuste',
    resumen: 'Ajustar existencias a lo que se encontró',
    descripcion:
      'Las diferencias, sumadas al costo, que pasan el límite del rol esperan una aprobación: 403 `requiere_aprobacion` con su `id_aprobacion`. Aprobada, se manda de nuevo el mismo ajuste.',
    entrada: AjusteInput,
    salida: DocumentoStockDetalle,
    estado: 201,
    permisos: ['producto:ajustar'],
    idempotente: true,
    conflictos: ['sin_diferencia', 'producto_no_encontrado'],
    ejemplo: {
      pedido: { motivo: 'Apareció otra caja', lineas: [{ id_producto: 27, stock_actual: 30 }] },
      respuesta: { ...DOCUMENTO_DETALLE, folio: 'A-7', tipo: 'AJUSTE', concepto: null, proveedor: null },
    },
  }),
  ruta({
    metodo: 'POST',
    camino: '/inventario/ajuste/{id}/aprobar',
    alias: ['/inventario/ajuste/{id}/approve'],
    resumen: 'Aprobar un ajuste pedido',
    descripcion: '`id` es el de la aprobación. Lo mismo que `POST /aprobaciones/{id}/aprobar`.',
    entrada: AprobarInput,
    salida: Aprobacion,
    permisos: ['aprobacion:resolver'],
    conflictos: ['aprobacion_vencida', 'aprobacion_resuelta'],
    ejemplo: { pedido: { id: 31, respuesta: 'Está bien' }, respuesta: APROBACION_RESUELTA },
  }),
  ruta({
    metodo: 'POST',
    camino: '/inventario/ajuste/{id}/rechazar',
    alias: ['/inventario/ajuste/{id}/reject'],
    resumen: 'Rechazar un ajuste pedido',
    descripcion: '`id` es el de la aprobación. Lo mismo que `POST /aprobaciones/{id}/rechazar`.',
    entrada: RechazarInput,
    salida: Aprobacion,
    permisos: ['aprobacion:resolver'],
    conflictos: ['aprobacion_vencida', 'aprobacion_resuelta'],
    ejemplo: {
      pedido: { id: 31, respuesta: 'Hay que contar otra vez' },
      respuesta: { ...APROBACION_RESUELTA, estado: 'RECHAZADA', respuesta: 'Hay que contar otra vez' },
    },
  }),
  ruta({
    metodo: 'GET',
    camino: '/inventario/documentos',
    resumen: 'Las entradas, salidas y ajustes, lo más nuevo primero',
    entrada: ListarDocumentosQuery,
    salida: z.array(DocumentoStock),
    permisos: ver,
    lista: { sinLimite: 50 },
    ejemplo: { pedido: { tipo: 'ENTRADA', limite: 50 }, respuesta: [DOCUMENTO] },
  }),
  ruta({
    metodo: 'GET',
    camino: '/inventario/documentos/{id}',
    resumen: 'Un documento de stock con sus líneas',
    entrada: PorIdInput,
    salida: DocumentoStockDetalle,
    permisos: ver,
    ejemplo: { pedido: { id: 12 }, respuesta: DOCUMENTO_DETALLE },
  }),
  ruta({
    metodo: 'GET',
    camino: '/inventario/existencias',
    resumen: 'Lo que hay de cada producto, por nombre',
    descripcion:
      'De la sucursal del pedido o de `id_sucursal`, con lo que tienen las otras. Con `formato=csv`, un archivo con todo lo filtrado.',
    entrada: ListarExistenciasQuery,
    salida: z.array(Existencia),
    permisos: ver,
    lista: { sinLimite: 50 },
    ejemplo: { pedido: { nivel: 'bajo', limite: 50 }, respuesta: [EXISTENCIA] },
  }),
  ruta({
    metodo: 'GET',
    camino: '/inventario/stock-bajo',
    resumen: 'Lo que falta reponer, por mínimo o por días de cobertura',
    entrada: StockBajoQuery,
    salida: z.array(StockBajo),
    permisos: ver,
    lista: { sinLimite: 50 },
    ejemplo: { pedido: { limite: 50 }, respuesta: [STOCK_BAJO] },
  }),
  ruta({
    metodo: 'GET',
    camino: '/inventario/kardex/{id_producto}',
    resumen: 'El kardex de un producto, con su saldo',
    descripcion:
      'Lo más nuevo primero. El saldo es el que quedó después de cada movimiento, aunque el filtro esconda otros. Con `formato=csv`, un archivo con todo lo filtrado.',
    entrada: KardexQuery,
    salida: z.array(MovimientoKardex),
    permisos: ver,
    lista: { sinLimite: 50 },
    ejemplo: { pedido: { id_producto: 27, limite: 50 }, respuesta: [KARDEX] },
  }),
  ruta({
    metodo: 'GET',
    camino: '/inventario/valoracion',
    resumen: 'Cuánto vale la mercadería al costo promedio',
    descripcion:
      'Por sucursal y categoría al final de un día (hoy, sin `dia`), junto a la cuenta de inventario del libro ese mismo día. Con `formato=csv`, un archivo.',
    entrada: ValoracionQuery,
    salida: Valoracion,
    permisos: ver,
    ejemplo: { pedido: { dia: '2026-11-20' }, respuesta: VALORACION },
  }),
  ruta({
    metodo: 'GET',
    camino: '/inventario/alertas',
    resumen: 'Las alertas de inventario, lo más nuevo primero',
    descripcion:
      'Una por producto, tipo y ciclo: se cierra sola cuando su causa termina, y solo entonces puede haber otra.',
    entrada: ListarAlertasStockQuery,
    salida: z.array(AlertaStock),
    permisos: ver,
    lista: { sinLimite: 50 },
    ejemplo: { pedido: { situacion: 'abierta' }, respuesta: [ALERTA_STOCK] },
  }),
  ruta({
    metodo: 'POST',
    camino: '/inventario/alertas/{id}/atender',
    resumen: 'Decir que se atendió una alerta de inventario',
    entrada: AtenderAlertaStockInput,
    salida: AlertaStock,
    permisos: ver,
    conflictos: ['alerta_atendida'],
    ejemplo: {
      pedido: { id: 9, nota: 'Se pidió al proveedor' },
      respuesta: {
        ...ALERTA_STOCK,
        atendida_por: 'Rosa Mamani',
        atendida_en: '2026-11-20T15:00:00.000Z',
        nota: 'Se pidió al proveedor',
      },
    },
  }),
];
