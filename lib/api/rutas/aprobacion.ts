import { z } from 'zod';
import { Aprobacion, Superior } from '@/lib/api/modelos/aprobacion';
import { rutasDe } from '@/lib/api/ruta';
import {
  type AprobacionDto,
  AprobarConPinInput,
  AprobarInput,
  IdAprobacionInput,
  ListarAprobacionesQuery,
  PedirAprobacionInput,
  RechazarInput,
} from '@/lib/aprobacion/schemas';

const ruta = rutasDe('aprobaciones');

const PENDIENTE: AprobacionDto = {
  id: 31,
  id_sucursal: 1,
  sucursal: 'Miraflores',
  verbo: 'venta.cobrar',
  momento: 'ANTES',
  permisos: ['venta:descuento'],
  resumen: 'descuento de 30 % (Bs 4,50) en un ticket de Bs 10,50',
  detalle: [
    { etiqueta: 'Pide', valor: 'Rosa Mamani (Operador)' },
    { etiqueta: 'Caja', valor: 'Caja 1' },
  ],
  monto: 4.5,
  estado: 'PENDIENTE',
  solicitada_por: 4,
  solicitante: 'Rosa Mamani',
  creada_en: '2026-11-20T14:05:00.000Z',
  motivo: 'Cliente de siempre',
  pedida_en: '2026-11-20T14:05:20.000Z',
  vence_en: '2026-11-20T14:15:20.000Z',
  resuelta_por: null,
  aprobador: null,
  resuelta_en: null,
  via: null,
  respuesta: null,
  usada_en: null,
  tipo_documento: null,
  id_documento: null,
  puede_resolver: true,
};

/** One that was answered, for the examples of other rooms too. */
export const APROBACION_RESUELTA: AprobacionDto = {
  ...PENDIENTE,
  estado: 'APROBADA',
  resuelta_por: 2,
  aprobador: 'Carlos Vargas',
  resuelta_en: '2026-11-20T14:06:00.000Z',
  vence_en: '2026-11-20T14:11:00.000Z',
  via: 'PANTALLA',
  respuesta: 'Está bien',
  puede_resolver: false,
};

const conflictos = ['aprobacion_vencida', 'aprobacion_resuelta'];

export const RUTAS_APROBACION = [
  ruta({
    metodo: 'GET',
    camino: '/aprobaciones',
    resumen: 'Las aprobaciones, de la más nueva a la más antigua',
    descripcion:
      'Las que pidió quien pregunta; con `aprobacion:resolver`, todas las de la sucursal (de todas, con `sucursal:todas`). Con `estado=PENDIENTE` el total viene en `X-Total-Count`.',
    entrada: ListarAprobacionesQuery,
    salida: z.array(Aprobacion),
    lista: { sinLimite: 50 },
    exporta: true,
    ejemplo: { pedido: { estado: 'PENDIENTE' }, respuesta: [PENDIENTE] },
  }),
  ruta({
    metodo: 'GET',
    camino: '/aprobaciones/{id}',
    resumen: 'Una aprobación',
    entrada: IdAprobacionInput,
    salida: Aprobacion,
    ejemplo: { pedido: { id: 31 }, respuesta: PENDIENTE },
  }),
  ruta({
    metodo: 'GET',
    camino: '/aprobaciones/{id}/superiores',
    resumen: 'Quiénes pueden responderla',
    entrada: IdAprobacionInput,
    salida: z.array(Superior),
    ejemplo: {
      pedido: { id: 31 },
      respuesta: [{ id_usuario: 2, nombre: 'Carlos Vargas', rol: 'Administrador', con_pin: true }],
    },
  }),
  ruta({
    metodo: 'POST',
    camino: '/aprobaciones/{id}/pedir',
    resumen: 'Pedirla a los superiores',
    descripcion:
      'Una operación que excede al rol responde 403 `requiere_aprobacion` con `error_detail.id_aprobacion`. Solo quien la intentó la pide; espera 10 minutos. Aprobada, se repite la misma operación, con el mismo cuerpo y la misma `Idempotency-Key`.',
    entrada: PedirAprobacionInput,
    salida: Aprobacion,
    conflictos,
    ejemplo: { pedido: { id: 31, motivo: 'Cliente de siempre' }, respuesta: { ...PENDIENTE, puede_resolver: false } },
  }),
  ruta({
    metodo: 'POST',
    camino: '/aprobaciones/{id}/aprobar',
    resumen: 'Aprobar',
    descripcion: 'Sirve una sola vez, para esa operación de esa persona, durante 5 minutos. Nadie aprueba lo suyo.',
    entrada: AprobarInput,
    salida: Aprobacion,
    permisos: ['aprobacion:resolver'],
    conflictos,
    ejemplo: { pedido: { id: 31, respuesta: 'Está bien' }, respuesta: APROBACION_RESUELTA },
  }),
  ruta({
    metodo: 'POST',
    camino: '/aprobaciones/{id}/rechazar',
    resumen: 'Rechazar, diciendo por qué',
    entrada: RechazarInput,
    salida: Aprobacion,
    permisos: ['aprobacion:resolver'],
    conflictos,
    ejemplo: {
      pedido: { id: 31, respuesta: 'El descuento es demasiado alto' },
      respuesta: { ...APROBACION_RESUELTA, estado: 'RECHAZADA', respuesta: 'El descuento es demasiado alto' },
    },
  }),
  ruta({
    metodo: 'POST',
    camino: '/aprobaciones/{id}/pin',
    resumen: 'Aprobar en el momento, con el PIN de un superior',
    descripcion: 'En la sesión de quien la pide. El PIN tiene los mismos límites de intentos que en todas partes.',
    entrada: AprobarConPinInput,
    salida: Aprobacion,
    conflictos,
    limitada: true,
    ejemplo: {
      pedido: { id: 31, id_usuario: 2, pin: '482913', motivo: 'Cliente de siempre' },
      respuesta: { ...APROBACION_RESUELTA, via: 'PIN', respuesta: null },
    },
  }),
  ruta({
    metodo: 'POST',
    camino: '/aprobaciones/{id}/cancelar',
    resumen: 'Retirar el pedido',
    entrada: IdAprobacionInput,
    salida: Aprobacion,
    conflictos,
    ejemplo: { pedido: { id: 31 }, respuesta: { ...PENDIENTE, estado: 'CANCELADA', puede_resolver: false } },
  }),
];
