import { z } from 'zod';
import { ESTADOS_DE_MENSAJE, ESTADOS_WHATSAPP, TIPOS_DE_MENSAJE } from '@/lib/whatsapp/rules';
import type { ConexionDto, EnvioDto, EstadoWhatsappDto, GrupoDto, MensajeWhatsappDto } from '@/lib/whatsapp/schemas';
import { dtoDe, id, instante } from './comunes';

/** What `GET /whatsapp/connect` answers. */
export const Conexion = dtoDe<ConexionDto>()(
  z.strictObject({
    success: z.boolean(),
    qrBase64: z.string().optional().meta({ description: 'El código que escanea el teléfono: una imagen `data:`.' }),
    message: z.string().optional().meta({ description: 'Cómo está la conexión, cuando no hay código.' }),
  }),
).meta({ id: 'ConexionWhatsapp' });

/** A message that was taken to be sent. */
export const Envio = dtoDe<EnvioDto>()(
  z.strictObject({ success: z.literal(true), message: z.string(), id, estado: z.enum(ESTADOS_DE_MENSAJE) }),
).meta({ id: 'EnvioWhatsapp' });

/** How the shop's WhatsApp is. */
export const EstadoDeWhatsapp = dtoDe<EstadoWhatsappDto>()(
  z.strictObject({
    estado: z.enum(ESTADOS_WHATSAPP),
    encendido: z.boolean().meta({ description: 'El servicio de WhatsApp está corriendo.' }),
    qr_base64: z
      .string()
      .nullable()
      .meta({ description: 'El código que escanea el teléfono; `null` sin el derecho `whatsapp:conectar`.' }),
    qr_vence_en: instante.nullable(),
    numero: z.string().nullable().meta({ description: 'El número vinculado, en cifras con su país.' }),
    nombre: z.string().nullable(),
    ultimo_error: z.string().nullable(),
    conectado_desde: instante.nullable(),
    en_curso: z.boolean().meta({ description: 'Se pidió algo y el servicio todavía no lo tomó.' }),
    pendientes: z.int().nonnegative().meta({ description: 'Mensajes de la sucursal que esperan salir.' }),
  }),
).meta({ id: 'EstadoWhatsapp' });

/** A group that the shop's account is in. */
export const Grupo = dtoDe<GrupoDto>()(
  z.strictObject({ id: z.string(), nombre: z.string(), participantes: z.int().nonnegative() }),
).meta({ id: 'GrupoWhatsapp' });

/** A message, as the shop sees it. */
export const MensajeWhatsapp = dtoDe<MensajeWhatsappDto>()(
  z.strictObject({
    id,
    destino: z.string().meta({ description: 'Un número en cifras con su país, o el `id` de un grupo.' }),
    destinatario: z.string(),
    tipo: z.enum(TIPOS_DE_MENSAJE),
    texto: z.string().nullable(),
    archivo_nombre: z.string().nullable(),
    estado: z.enum(ESTADOS_DE_MENSAJE),
    intentos: z.int().nonnegative(),
    ultimo_error: z.string().nullable(),
    usuario: z.string().meta({ description: 'Quién lo mandó.' }),
    creado_en: instante,
    proximo_intento: instante.nullable(),
    enviado_en: instante.nullable(),
  }),
).meta({ id: 'MensajeWhatsapp' });
