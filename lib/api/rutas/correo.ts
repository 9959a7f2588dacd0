import { z } from 'zod';
import { Correo, CorreoDetalle } from '@/lib/api/modelos/correo';
import { rutasDe } from '@/lib/api/ruta';
import { CorreoInput, ListarCorreosQuery } from '@/lib/correo/schemas';

const ruta = rutasDe('correos');
const permisos = ['correo:ver'] as const;

const CORREO = {
  id: 8,
  id_sucursal: 1,
  para: 'duena@tienda.bo',
  id_usuario: 2,
  plantilla: 'cierre_de_caja',
  tipo: 'Cierre de caja',
  asunto: 'Cierre de Caja 1: cuadra',
  secreto: false,
  estado: 'ENVIADO' as const,
  intentos: 1,
  ultimo_error: null,
  creado_en: '2026-11-20T23:31:00.000Z',
  vence_en: '2026-11-23T23:31:00.000Z',
  enviado_en: '2026-11-20T23:31:01.000Z',
};

export const RUTAS_CORREO = [
  ruta({
    metodo: 'GET',
    camino: '/correos',
    resumen: 'Los correos enviados y por enviar, los más nuevos primero',
    descripcion: 'Sin servidor de correo esperan aquí en estado PENDIENTE. `buscar` mira la dirección y el asunto.',
    entrada: ListarCorreosQuery,
    salida: z.array(Correo),
    permisos,
    lista: { sinLimite: 50, total: 'primera' },
    exporta: true,
    ejemplo: { pedido: { estado: 'ENVIADO' }, respuesta: [CORREO] },
  }),
  ruta({
    metodo: 'GET',
    camino: '/correos/{id}',
    resumen: 'Un correo con lo que dice',
    descripcion:
      'Un correo secreto lo lee quien puede cambiar la contraseña de su destinatario; que lo leyó queda en la auditoría. Para los demás, `oculto` es `secreto`.',
    entrada: CorreoInput,
    salida: CorreoDetalle,
    permisos,
    ejemplo: {
      pedido: { id: 8 },
      respuesta: {
        ...CORREO,
        html: '<!DOCTYPE html>…',
        texto: 'Caja 1 cerró: cuadra\n…',
        oculto: null,
        puede_reintentar: false,
      },
    },
  }),
  ruta({
    metodo: 'POST',
    camino: '/correos/{id}/reintentar',
    resumen: 'Volver a intentar un correo que falló',
    entrada: CorreoInput,
    salida: Correo,
    permisos,
    limiteBytes: 4096,
    conflictos: ['correo_no_fallido', 'correo_sin_remedio'],
    ejemplo: {
      pedido: { id: 8 },
      respuesta: {
        ...CORREO,
        estado: 'PENDIENTE',
        enviado_en: null,
        ultimo_error: 'ECONNECTION: connect ECONNREFUSED',
      },
    },
  }),
];
