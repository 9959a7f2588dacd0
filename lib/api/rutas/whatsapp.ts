import { z } from 'zod';
import { Mensaje } from '@/lib/api/modelos/comunes';
import { Conexion, Envio, EstadoDeWhatsapp, Grupo, MensajeWhatsapp } from '@/lib/api/modelos/whatsapp';
import { rutasDe } from '@/lib/api/ruta';
import { CUERPO_MAXIMO } from '@/lib/whatsapp/rules';
import {
  EnviarAGrupoInput,
  EnviarArchivoInput,
  EnviarTextoInput,
  type EnvioDto,
  ListarMensajesInput,
  MensajeIdInput,
  NadaInput,
} from '@/lib/whatsapp/schemas';

const ruta = rutasDe('whatsapp');

const COLA = 'Queda en cola y sale en cuanto WhatsApp esté conectado; si en 24 horas no salió, falla.';
const enviar = {
  salida: Envio,
  estado: 201,
  permisos: ['whatsapp:enviar'],
  idempotente: true,
  conflictos: ['whatsapp_sin_vincular'],
} as const;
const EN_COLA: EnvioDto = {
  success: true,
  message: 'El mensaje está en cola; sale en cuanto WhatsApp esté conectado.',
  id: 12,
  estado: 'PENDIENTE',
};
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
  'base64',
);
const QR = `data:image/png;base64,${PNG.toString('base64')}`;

export const RUTAS_WHATSAPP = [
  ruta({
    metodo: 'GET',
    camino: '/whatsapp/connect',
    resumen: 'Conectar, o el código para vincular el teléfono',
    descripcion:
      'Pide la conexión si no la hay y espera unos segundos: responde el código que se escanea con el teléfono, o cómo está la conexión.',
    entrada: NadaInput,
    salida: Conexion,
    permisos: ['whatsapp:conectar'],
    ejemplo: { respuesta: { success: true, qrBase64: QR } },
  }),
  ruta({
    metodo: 'POST',
    camino: '/whatsapp/disconnect',
    resumen: 'Desvincular el teléfono',
    descripcion: 'Lo hace el servicio de WhatsApp, en cuanto esté corriendo.',
    entrada: NadaInput,
    salida: Mensaje,
    permisos: ['whatsapp:conectar'],
    ejemplo: { respuesta: { message: 'Desvinculando el teléfono.' } },
  }),
  ruta({
    metodo: 'POST',
    camino: '/whatsapp/send',
    resumen: 'Mandar un mensaje',
    descripcion: COLA,
    entrada: EnviarTextoInput,
    ...enviar,
    ejemplo: {
      pedido: { code: '591', phone: '71234567', message: 'Su pedido está listo.' },
      respuesta: EN_COLA,
    },
  }),
  ruta({
    metodo: 'POST',
    camino: '/whatsapp/send-image',
    resumen: 'Mandar una imagen',
    descripcion: `JPG, PNG o WEBP de hasta 5 MB, en un formulario. ${COLA}`,
    entrada: EnviarArchivoInput,
    ...enviar,
    cuerpo: 'archivo',
    limiteBytes: CUERPO_MAXIMO.IMAGEN,
    ejemplo: {
      pedido: {
        code: '591',
        phone: '71234567',
        caption: 'La oferta de hoy',
        file: { nombre: 'oferta.png', tipo: 'image/png', bytes: new Uint8Array(PNG) },
      },
      respuesta: EN_COLA,
    },
  }),
  ruta({
    metodo: 'POST',
    camino: '/whatsapp/send-document',
    resumen: 'Mandar un documento',
    descripcion: `Cualquier archivo de hasta 15 MB, en un formulario. ${COLA}`,
    entrada: EnviarArchivoInput,
    ...enviar,
    cuerpo: 'archivo',
    limiteBytes: CUERPO_MAXIMO.DOCUMENTO,
    ejemplo: {
      pedido: {
        code: '591',
        phone: '71234567',
        file: { nombre: 'lista.txt', tipo: 'text/plain', bytes: new TextEncoder().encode('Leche 7.50') },
      },
      respuesta: EN_COLA,
    },
  }),
  ruta({
    metodo: 'POST',
    camino: '/whatsapp/send-to-group',
    resumen: 'Mandar un mensaje a un grupo',
    descripcion: COLA,
    entrada: EnviarAGrupoInput,
    ...enviar,
    ejemplo: {
      pedido: { groupId: '120363012345678901@g.us', message: 'Mañana abrimos a las 9.' },
      respuesta: EN_COLA,
    },
  }),
  ruta({
    metodo: 'GET',
    camino: '/whatsapp/list-groups',
    resumen: 'Los grupos en que está el número de la tienda',
    descripcion: 'Como los vio el servicio la última vez; los mira cada diez minutos.',
    entrada: NadaInput,
    salida: z.array(Grupo),
    permisos: ['whatsapp:enviar'],
    ejemplo: { respuesta: [{ id: '120363012345678901@g.us', nombre: 'Cajeros', participantes: 6 }] },
  }),
  ruta({
    metodo: 'GET',
    camino: '/whatsapp/estado',
    resumen: 'Cómo está la conexión',
    entrada: NadaInput,
    salida: EstadoDeWhatsapp,
    permisos: ['whatsapp:enviar', 'whatsapp:conectar'],
    ejemplo: {
      respuesta: {
        estado: 'CONECTADO',
        encendido: true,
        qr_base64: null,
        qr_vence_en: null,
        numero: '59171234567',
        nombre: 'Minimarket Kantuta',
        ultimo_error: null,
        conectado_desde: '2026-11-20T12:30:00.000Z',
        en_curso: false,
        pendientes: 0,
      },
    },
  }),
  ruta({
    metodo: 'GET',
    camino: '/whatsapp/mensajes',
    resumen: 'Los mensajes de la sucursal, del más nuevo al más viejo',
    entrada: ListarMensajesInput,
    salida: z.array(MensajeWhatsapp),
    permisos: ['whatsapp:enviar'],
    lista: { sinLimite: 50 },
    exporta: true,
    ejemplo: {
      respuesta: [
        {
          id: 12,
          destino: '59171234567',
          destinatario: '+591 71234567',
          tipo: 'TEXTO',
          texto: 'Su pedido está listo.',
          archivo_nombre: null,
          estado: 'ENVIADO',
          intentos: 1,
          ultimo_error: null,
          usuario: 'Marcelo Choque',
          creado_en: '2026-11-20T14:00:00.000Z',
          proximo_intento: null,
          enviado_en: '2026-11-20T14:00:02.000Z',
        },
      ],
    },
  }),
  ruta({
    metodo: 'POST',
    camino: '/whatsapp/mensajes/{id}/reintentar',
    resumen: 'Mandar otra vez un mensaje que falló',
    entrada: MensajeIdInput,
    salida: Envio,
    permisos: ['whatsapp:enviar'],
    conflictos: ['mensaje_no_fallido'],
    ejemplo: { pedido: { id: 12 }, respuesta: { ...EN_COLA, message: 'El mensaje está otra vez en cola.' } },
  }),
];
