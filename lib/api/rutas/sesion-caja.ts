import { Balance, MovimientoCaja, SesionCaja, SesionDetalle } from '@/lib/api/modelos/caja';
import { rutasDe } from '@/lib/api/ruta';
import {
  AbrirCajaInput,
  CerrarCajaInput,
  IdInput,
  RegistrarMovimientoInput,
  SesionActivaInput,
} from '@/lib/caja/schemas';
import { CAJA, MOVIMIENTO, SESION } from './ejemplos';

const ruta = rutasDe('cajas');
const ver = ['caja:abrir', 'caja:ver'] as const;

export const RUTAS_SESION = [
  ruta({
    metodo: 'POST',
    camino: '/cajas/abrir',
    resumen: 'Abrir una caja',
    descripcion:
      'Sin `monto_inicial`, lo que la gaveta tiene; otro monto se asienta como diferencia de apertura, con su motivo, y se avisa. Sin `id_usuario`, a nombre de quien ingresó; para otra persona hace falta `caja:abrir_para_otro`.',
    entrada: AbrirCajaInput,
    salida: SesionCaja,
    estado: 201,
    permisos: ['caja:abrir'],
    idempotente: true,
    conflictos: ['caja_abierta', 'persona_con_caja', 'responsable', 'falta_motivo_apertura'],
    ejemplo: { pedido: { id_caja: 1, monto_inicial: 200 }, respuesta: SESION },
  }),
  ruta({
    metodo: 'POST',
    camino: '/cajas/movimiento',
    resumen: 'Registrar un ingreso o un egreso',
    descripcion:
      'Efectivo que entra o sale a mano, desde 0,10, con un motivo de `/cajas/motivos` o escrito (el motivo general). Un egreso mayor que la gaveta se rechaza sin decir cuánto hay.',
    entrada: RegistrarMovimientoInput,
    salida: MovimientoCaja,
    estado: 201,
    permisos: ['caja:mover'],
    idempotente: true,
    conflictos: ['saldo_insuficiente', 'sesion_cerrada', 'sesion_contando', 'especialidad', 'archivo_no_disponible'],
    ejemplo: {
      pedido: { tipo: 'EGRESO', monto: 25.5, motivo: 'Compra de bolsas', id_sesion_caja: 18 },
      respuesta: MOVIMIENTO,
    },
  }),
  ruta({
    metodo: 'GET',
    camino: '/cajas/sesion-activa/{id_usuario}',
    resumen: 'La caja abierta de una persona',
    descripcion: '404 cuando no tiene ninguna. La de otra persona necesita `caja:ver`.',
    entrada: SesionActivaInput,
    salida: SesionCaja,
    permisos: ver,
    ejemplo: { pedido: { id_usuario: 4 }, respuesta: SESION },
  }),
  ruta({
    metodo: 'GET',
    camino: '/cajas/sesion/{id}',
    resumen: 'Una sesión con sus movimientos',
    entrada: IdInput,
    salida: SesionDetalle,
    permisos: ver,
    ejemplo: { pedido: { id: 18 }, respuesta: { ...SESION, movimientos: [MOVIMIENTO], aprobaciones: [] } },
  }),
  ruta({
    metodo: 'GET',
    camino: '/cajas/sesion/{id}/balance',
    resumen: 'Las cifras de una sesión',
    entrada: IdInput,
    salida: Balance,
    permisos: ver,
    ejemplo: {
      pedido: { id: 18 },
      respuesta: {
        id_sesion_caja: 18,
        monto_inicial: 200,
        ingresos: 0,
        egresos: 25.5,
        monto_final_teorico: 209.5,
        ventas: { efectivo: 35, qr: 12, transferencia: 0 },
        agentes: { ingresos: 0, egresos: 0, neto: 0 },
        recargas: 0,
        fiado: 0,
        compras: 0,
        traspasos: 0,
        otros: 0,
        bolsillos: { mercaderia: 35, agente: 0, recargas: 0, fiado: 0, fondo: 174.5 },
      },
    },
  }),
  ruta({
    metodo: 'PATCH',
    camino: '/cajas/sesion/{id}/cerrar',
    resumen: 'Cerrar una caja',
    descripcion:
      'El conteo es a ciegas: lo que debía haber se dice recién en esta respuesta. Con `denominaciones`, deben sumar `monto_final_real`.',
    entrada: CerrarCajaInput,
    salida: SesionCaja,
    permisos: ['caja:abrir'],
    idempotente: true,
    conflictos: ['sesion_cerrada'],
    ejemplo: {
      pedido: { id: 18, monto_final_real: 209, denominaciones: { '200': 1, '5': 1, '2': 2 } },
      respuesta: {
        ...SESION,
        monto_final_teorico: 209.5,
        monto_final_real: 209,
        diferencia: -0.5,
        denominaciones: { '200': 1, '5': 1, '2': 2 },
        estado_sesion: 'CERRADA',
        fecha_cierre: '2026-11-21T00:05:00.000Z',
        caja: { ...CAJA, saldo: 209, sesion_abierta: null },
      },
    },
  }),
];
