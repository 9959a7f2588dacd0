import { z } from 'zod';
import { AtenderAlertaInput, LeerAlertaInput, ListarAlertasQuery } from '@/lib/alerta/schemas';
import { Alerta, AlertaDetalle, Auditoria, AuditoriaDetalle, MovimientoInventario } from '@/lib/api/modelos/auditoria';
import { rutasDe } from '@/lib/api/ruta';
import { LeerAuditoriaInput, ListarAuditoriaQuery, ListarInventarioQuery } from '@/lib/auditoria/schemas';

const ruta = rutasDe('auditoria');
const permisos = ['auditoria:ver'] as const;

const ACTO = {
  id: 90211,
  fecha: '2026-11-20T14:20:00.000Z',
  id_usuario: 4,
  usuario: 'Rosa Mamani',
  id_sucursal: 1,
  sucursal: 'Miraflores',
  accion: 'venta.anular',
  frase: 'anuló el ticket C1-129',
  entidad: 'venta',
  id_entidad: '341',
  ip: '192.168.1.20',
  dispositivo: 'Chrome en Windows',
  request_id: '0f3c8d1e-6a53-4a3e-9c0e-2f3b8c1f7a90',
} as const;

const ALERTA = {
  id: 7,
  tipo: 'anulaciones',
  titulo: 'Rosa Mamani: 9 anulaciones',
  frase: '9 anulaciones en 84 tickets. En sus 24 días anteriores fueron 22 en 2.010 tickets: se esperaban 0,9.',
  fecha: '2026-11-20T22:15:00.000Z',
  dia: '2026-11-20',
  id_usuario: 4,
  usuario: 'Rosa Mamani',
  id_sucursal: 1,
  sucursal: 'Miraflores',
  eventos: 9,
  ocasiones: 84,
  esperados: 0.9,
  situacion: 'pendiente',
  atendida_por: null,
  atendida_en: null,
  nota: null,
} as const;

export const RUTAS_AUDITORIA = [
  ruta({
    metodo: 'GET',
    camino: '/auditoria',
    resumen: 'Quién hizo qué, lo más nuevo primero',
    descripcion:
      'De la sucursal, o de todas con el derecho `sucursal:todas`. `accion` toma una (`venta.anular`) o un grupo (`venta.`). `buscar` (un texto, un ticket, un pedido) e `ip` miran 92 días como máximo: los últimos 31, sin rango.',
    entrada: ListarAuditoriaQuery,
    salida: z.array(Auditoria),
    permisos,
    lista: { sinLimite: 50 },
    exporta: true,
    ejemplo: { pedido: { accion: 'venta.anular', desde: '2026-11-20', limite: 50 }, respuesta: [ACTO] },
  }),
  ruta({
    metodo: 'GET',
    camino: '/auditoria/inventario',
    resumen: 'Cada movimiento de mercadería, lo más nuevo primero',
    descripcion: 'Con su documento, quién lo hizo, cuánto y a qué costo.',
    entrada: ListarInventarioQuery,
    salida: z.array(MovimientoInventario),
    permisos,
    lista: { sinLimite: 50 },
    exporta: true,
    ejemplo: {
      pedido: { id_producto: 27, limite: 50 },
      respuesta: [
        {
          id: 5120,
          fecha: '2026-11-20T14:05:00.000Z',
          id_producto: 27,
          producto: 'Leche PIL 1 L',
          unidad: 'unidad',
          tipo: 'VENTA',
          tipo_documento: 'venta',
          id_documento: 341,
          documento: 'Venta C1-129',
          enlace: '/ventas/341',
          cantidad: -2,
          valor: -12.4,
          id_usuario: 4,
          usuario: 'Rosa Mamani',
          id_sucursal: 1,
          sucursal: 'Miraflores',
        },
      ],
    },
  }),
  ruta({
    metodo: 'GET',
    camino: '/auditoria/alertas',
    resumen: 'Lo que se sale de lo habitual de cada persona',
    descripcion:
      'Anulaciones, descuentos, cambios de precio e ingresos fallidos de un día que no se parecen a los 28 anteriores de la misma persona. Una por persona, tipo y día.',
    entrada: ListarAlertasQuery,
    salida: z.array(Alerta),
    permisos,
    lista: { sinLimite: 50 },
    exporta: true,
    ejemplo: { pedido: { situacion: 'pendiente' }, respuesta: [ALERTA] },
  }),
  ruta({
    metodo: 'GET',
    camino: '/auditoria/alertas/{id}',
    resumen: 'Una alerta, con las filas que contó',
    entrada: LeerAlertaInput,
    salida: AlertaDetalle,
    permisos,
    ejemplo: {
      pedido: { id: 7 },
      respuesta: {
        ...ALERTA,
        filas: [{ fecha: ACTO.fecha, texto: 'Ticket C1-129', detalle: 'Se equivocó', enlace: '/ventas/341' }],
      },
    },
  }),
  ruta({
    metodo: 'POST',
    camino: '/auditoria/alertas/{id}/atender',
    resumen: 'Atender una alerta',
    descripcion: 'Con una nota de lo que se averiguó. Una sola vez; la alerta sobre uno mismo la atiende otra persona.',
    entrada: AtenderAlertaInput,
    salida: Alerta,
    permisos,
    conflictos: ['alerta_atendida'],
    ejemplo: {
      pedido: { id: 7, nota: 'Hubo un precio mal puesto; se corrigió.' },
      respuesta: {
        ...ALERTA,
        situacion: 'atendida',
        atendida_por: 'Juan Quispe',
        atendida_en: '2026-11-20T23:00:00.000Z',
        nota: 'Hubo un precio mal puesto; se corrigió.',
      },
    },
  }),
  ruta({
    metodo: 'GET',
    camino: '/auditoria/{id}',
    resumen: 'Un acto, con lo que cambió',
    descripcion: 'Los costos y lo esperado en una caja solo se ven con sus propios derechos.',
    entrada: LeerAuditoriaInput,
    salida: AuditoriaDetalle,
    permisos,
    ejemplo: {
      pedido: { id: 90211 },
      respuesta: {
        ...ACTO,
        registrada_en: '2026-11-20T14:20:00.041Z',
        agente: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/142.0.0.0 Safari/537.36',
        enlace: '/ventas/341',
        antes: { estado_venta: 'COMPLETADA', total: 1500 },
        despues: { estado_venta: 'ANULADA', motivo: 'El cliente devolvió la compra' },
        cambios: [
          { campo: 'Estado del ticket', antes: 'Completada', despues: 'Anulada', enlace: null },
          { campo: 'Motivo', antes: null, despues: 'El cliente devolvió la compra', enlace: null },
        ],
      },
    },
  }),
];
