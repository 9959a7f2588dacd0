import { z } from 'zod';
import { SesionCaja } from '@/lib/api/modelos/caja';
import { Relevo, RelevoPosible } from '@/lib/api/modelos/caja-dinero';
import { rutasDe } from '@/lib/api/ruta';
import { IdInput, RelevarInput } from '@/lib/caja/schemas';
import { CAJA, SESION } from './ejemplos';

const ruta = rutasDe('cajas');
const abrir = ['caja:abrir'] as const;
const CONTANDO = { ...SESION, contando_desde: '2026-11-21T00:02:00.000Z', contando_por: 'Rosa Mamani' };
const CERRADA = {
  ...SESION,
  monto_final_teorico: 209.5,
  monto_final_real: 209.5,
  diferencia: 0,
  estado_sesion: 'CERRADA' as const,
  fecha_cierre: '2026-11-20T18:00:00.000Z',
  caja: { ...CAJA, saldo: 209.5, sesion_abierta: null },
};

/** The count that comes before a close, and the handover. */
export const RUTAS_TURNO = [
  ruta({
    metodo: 'POST',
    camino: '/cajas/sesion/{id}/contar',
    resumen: 'Empezar a contar una caja',
    descripcion:
      'Mientras se cuenta no entra ninguna operación en efectivo: 409 `sesion_contando`. `estado_sesion` sigue en ABIERTA y `contando_desde` lo dice. Contar otra vez no cambia nada.',
    entrada: IdInput,
    salida: SesionCaja,
    permisos: abrir,
    conflictos: ['sesion_cerrada'],
    ejemplo: { pedido: { id: 18 }, respuesta: CONTANDO },
  }),
  ruta({
    metodo: 'POST',
    camino: '/cajas/sesion/{id}/contar/cancelar',
    resumen: 'Dejar de contar una caja',
    descripcion: 'La caja vuelve a operar como antes.',
    entrada: IdInput,
    salida: SesionCaja,
    permisos: abrir,
    conflictos: ['sesion_cerrada', 'sin_conteo'],
    ejemplo: { pedido: { id: 18 }, respuesta: SESION },
  }),
  ruta({
    metodo: 'GET',
    camino: '/cajas/sesion/{id}/relevos',
    resumen: 'Quiénes pueden recibir una caja',
    descripcion: 'Personas activas que la pueden abrir y no responden por otra.',
    entrada: IdInput,
    salida: z.array(RelevoPosible),
    permisos: ['caja:abrir', 'caja:ver'],
    ejemplo: {
      pedido: { id: 18 },
      respuesta: [{ id_usuario: 5, nombre: 'Elmer Condori', rol: 'Operador', con_pin: true }],
    },
  }),
  ruta({
    metodo: 'POST',
    camino: '/cajas/sesion/{id}/relevo',
    resumen: 'Pasar una caja a otra persona',
    descripcion:
      'Un solo conteo cierra la sesión de quien se va y abre la de quien recibe, que confirma con su PIN: todo o nada. La diferencia queda en quien se va. Desde un navegador, la pantalla pasa también.',
    entrada: RelevarInput,
    salida: Relevo,
    estado: 201,
    permisos: abrir,
    idempotente: true,
    limitada: true,
    conflictos: ['sesion_cerrada', 'persona_con_caja', 'responsable', 'relevo'],
    ejemplo: {
      pedido: { id: 18, id_usuario: 5, pin: '481592', monto: 209.5 },
      respuesta: {
        cerrada: CERRADA,
        abierta: {
          ...SESION,
          id: 19,
          monto_inicial: 209.5,
          monto_final_teorico: 209.5,
          id_usuario: 5,
          cajero: 'Elmer Condori',
          fecha_apertura: '2026-11-20T18:00:00.000Z',
          id_sesion_relevada: 18,
        },
      },
    },
  }),
];
