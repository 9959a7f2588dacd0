import { z } from 'zod';
import { ResumenVentas, Venta } from '@/lib/api/modelos/venta';
import { rutasDe } from '@/lib/api/ruta';
import {
  CobrarVentaInput,
  EditarVentaInput,
  EliminarVentaInput,
  LeerVentaInput,
  ListarVentasQuery,
  ResumenVentasInput,
  type VentaDto,
} from '@/lib/venta/schemas';

const ruta = rutasDe('ventas');

const comunes = {
  estado: true,
  id_user_create: 4,
  id_user_update: null,
  created_at: '2026-11-20T14:05:00.000Z',
  updated_at: '2026-11-20T14:05:00.000Z',
} as const;

/** A ticket, for the examples of whoever shows one. */
export const VENTA = {
  id: 341,
  serie: 'C1',
  numero: 129,
  total: 15,
  descuento: 0,
  redondeo: 0,
  recibido: 20,
  vuelto: 5,
  metodo_pago: 'EFECTIVO',
  pagos: [{ metodo: 'EFECTIVO', monto: 15, referencia: null }],
  fecha: '2026-11-20T14:05:00.000Z',
  id_sesion_caja: 18,
  id_sucursal: 1,
  id_usuario: 4,
  cajero: 'Rosa Mamani',
  caja: 'Caja 1',
  sucursal: {
    id: 1,
    nombre: 'Miraflores',
    direccion: 'Av. Saavedra 1020',
    telefono: null,
    texto_encabezado: 'El almacén del barrio',
    texto_pie: null,
    dias_devolucion: 7,
  },
  cliente: null,
  token_recibo: 'q0w3Zr8hT1yXnB5vKc7JdA',
  copias: 0,
  estado_venta: 'COMPLETADA',
  motivo_edicion: null,
  fecha_modificacion: null,
  nota: null,
  detalles: [
    {
      id: 902,
      id_venta: 341,
      id_producto: 27,
      nombre: 'Leche PIL 1 L',
      unidad: 'unidad',
      id_presentacion: null,
      presentacion: null,
      factor: 1,
      cantidad: 2,
      precio_unitario: 7.5,
      descuento: 0,
      subtotal: 15,
      nota: null,
      ...comunes,
    },
  ],
  aprobaciones: [],
  ...comunes,
} as const satisfies z.input<typeof Venta> & VentaDto;

const ANULADA = {
  ...VENTA,
  estado_venta: 'ANULADA',
  motivo_edicion: 'El cliente devolvió la compra',
  fecha_modificacion: '2026-11-20T14:20:00.000Z',
  id_user_update: 4,
  updated_at: '2026-11-20T14:20:00.000Z',
} as const;

const CONFLICTOS_ANULAR = ['venta_anulada', 'sin_caja_abierta', 'saldo_insuficiente', 'especialidad'];

export const RUTAS_VENTA = [
  ruta({
    metodo: 'GET',
    camino: '/ventas',
    resumen: 'Los tickets de la sucursal, los más nuevos primero',
    descripcion: '`buscar` toma un número (`129`), una serie con número (`C1-129`) o el nombre de un producto.',
    entrada: ListarVentasQuery,
    salida: z.array(Venta),
    permisos: ['venta:ver'],
    lista: { sinLimite: 'todo' },
    exporta: true,
    ejemplo: { pedido: { desde: '2026-11-20', hasta: '2026-11-20', limite: 50 }, respuesta: [VENTA] },
  }),
  ruta({
    metodo: 'POST',
    camino: '/ventas',
    resumen: 'Cobrar una venta',
    descripcion:
      'Con `metodo_pago`, un solo pago por el total; con `pagos`, uno por cada parte, que deben sumar el total. `precio_unitario` se compara con el catálogo: otro precio es 409 `precio_cambio`, salvo con `cambio_precio` y el derecho `venta:cambiar_precio`. El efectivo se redondea a 0,10 donde la sucursal redondea.',
    entrada: CobrarVentaInput,
    salida: Venta,
    estado: 201,
    permisos: ['venta:cobrar'],
    idempotente: true,
    conflictos: [
      'stock_insuficiente',
      'precio_cambio',
      'pago_no_cuadra',
      'producto_no_encontrado',
      'cliente_no_encontrado',
      'token_repetido',
      'presentacion_no_encontrada',
      'sesion_cerrada',
      'especialidad',
    ],
    ejemplo: {
      pedido: {
        metodo_pago: 'EFECTIVO',
        recibido: 20,
        id_sesion_caja: 18,
        token_recibo: 'q0w3Zr8hT1yXnB5vKc7JdA',
        detalles: [{ id_producto: 27, cantidad: 2, precio_unitario: 7.5 }],
      },
      respuesta: VENTA,
    },
  }),
  ruta({
    metodo: 'POST',
    camino: '/ventas/reporte-resumen',
    resumen: 'Lo vendido entre dos días',
    descripcion: 'Días de La Paz, los dos incluidos. Los tickets anulados se listan y no se suman.',
    entrada: ResumenVentasInput,
    salida: ResumenVentas,
    permisos: ['venta:ver'],
    ejemplo: {
      pedido: { fechaInicio: '2026-11-20', fechaFin: '2026-11-20' },
      respuesta: {
        metadata: { fechaInicio: '2026-11-20', fechaFin: '2026-11-20', fechaEmision: '2026-11-20T22:00:00.000Z' },
        totales: {
          totalVendido: 15,
          totalTransacciones: 1,
          desglose: { efectivo: 15, qr: 0, transferencia: 0, digitalTotal: 0 },
        },
        ventas: [{ id: 341, fecha: VENTA.fecha, total: 15, metodo_pago: 'EFECTIVO', estado_venta: 'COMPLETADA' }],
      },
    },
  }),
  ruta({
    metodo: 'GET',
    camino: '/ventas/{id}',
    resumen: 'Un ticket',
    entrada: LeerVentaInput,
    salida: Venta,
    permisos: ['venta:ver'],
    ejemplo: { pedido: { id: 341 }, respuesta: VENTA },
  }),
  ruta({
    metodo: 'PATCH',
    camino: '/ventas/{id}',
    resumen: 'Anular un ticket o corregir su pago',
    descripcion:
      '`estado_venta: "ANULADA"` devuelve mercadería y dinero por contraasientos; `metodo_pago` mueve el dinero y deja el ticket EDITADA (derecho `venta:editar_pago`). Una de las dos cosas; la anulación, con su motivo.',
    entrada: EditarVentaInput,
    salida: Venta,
    permisos: ['venta:anular', 'venta:editar_pago'],
    idempotente: true,
    conflictos: [...CONFLICTOS_ANULAR, 'sin_cambio'],
    ejemplo: {
      pedido: { id: 341, estado_venta: 'ANULADA', motivo_edicion: 'El cliente devolvió la compra' },
      respuesta: ANULADA,
    },
  }),
  ruta({
    metodo: 'DELETE',
    camino: '/ventas/{id}',
    resumen: 'Anular un ticket',
    descripcion: 'Nada se borra: es la misma anulación, con un motivo por omisión.',
    entrada: EliminarVentaInput,
    salida: Venta,
    permisos: ['venta:anular'],
    idempotente: true,
    conflictos: CONFLICTOS_ANULAR,
    ejemplo: { pedido: { id: 341, motivo_edicion: 'El cliente devolvió la compra' }, respuesta: ANULADA },
  }),
];
