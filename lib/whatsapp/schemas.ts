import { z } from 'zod';
import { autoria, idDeFila, listaQuery, opcional, textoOpcional } from '@/lib/validation';
import {
  ESTADOS_DE_MENSAJE,
  type EstadoDeMensaje,
  type EstadoWhatsapp,
  esGrupo,
  normalizarTelefono,
  TEXTO_MAXIMO,
  type TipoDeMensaje,
} from './rules';

/** The code of a country. */
export const codigo = z
  .preprocess((v) => (typeof v === 'number' ? String(v) : v), z.string({ error: 'Falta el código del país.' }).max(8))
  .meta({ description: 'Código del país: `591`.' });

/** A telephone number, as it is written. */
export const telefono = z
  .preprocess((v) => (typeof v === 'number' ? String(v) : v), z.string({ error: 'Falta el número.' }).max(30))
  .meta({ description: 'El número. Uno de Bolivia tiene 8 cifras.' });

/** Lines are kept; other control characters and halves of a character are refused. */
const mensaje = z
  .string({ error: 'Falta el mensaje.' })
  .trim()
  .min(1, 'El mensaje no puede estar vacío.')
  .max(TEXTO_MAXIMO, `El mensaje admite hasta ${TEXTO_MAXIMO} caracteres.`)
  .transform((v) => v.replace(/\r\n?/g, '\n'))
  .refine((v) => !/[\p{Cs}]/u.test(v) && !/\p{Cc}/u.test(v.replace(/[\n\t]/g, '')), {
    message: 'Tiene caracteres que no se pueden enviar.',
  });

const archivo = z
  .object(
    {
      nombre: z.string(),
      tipo: z.string().default(''),
      bytes: z.instanceof(Uint8Array).refine((v) => v.length > 0, 'El archivo está vacío.'),
    },
    'Falta el archivo.',
  )
  .meta({ description: 'El archivo, en un formulario.' });

const NUMERO_MALO = 'El número no es válido. Uno de Bolivia tiene 8 cifras.';

/** Reads `code` and `phone` into the number as WhatsApp names it. */
export function conDestino<T extends { code: string; phone: string }>(
  { code, phone, ...resto }: T,
  ctx: z.RefinementCtx,
) {
  const destino = normalizarTelefono(code, phone);
  if (destino === null) ctx.addIssue({ code: 'custom', path: ['phone'], message: NUMERO_MALO });
  return { ...resto, destino: destino ?? '' };
}

/** A text to a number. */
export const EnviarTextoInput = z
  .strictObject({ code: codigo, phone: telefono, message: mensaje, ...autoria })
  .transform(conDestino);

/** An image or a document to a number; `caption` goes under it. */
export const EnviarArchivoInput = z
  .strictObject({ code: codigo, phone: telefono, caption: textoOpcional({ max: 1000 }), file: archivo, ...autoria })
  .transform(conDestino);

/** A text to a group that the shop's account is in. */
export const EnviarAGrupoInput = z
  .strictObject({
    groupId: z
      .string({ error: 'Falta el grupo.' })
      .refine(esGrupo, 'Ese grupo no existe. Los grupos están en `GET /whatsapp/list-groups`.')
      .meta({ description: 'El `id` de `GET /whatsapp/list-groups`.' }),
    message: mensaje,
    ...autoria,
  })
  .transform(({ groupId, ...resto }) => ({ ...resto, destino: groupId }));

/** What a list of messages is asked by. */
export const ListarMensajesInput = listaQuery.extend({
  estado: opcional(z.enum(ESTADOS_DE_MENSAJE)).meta({ description: 'Solo los que están así.' }),
});

/** The id of a message. */
export const MensajeIdInput = z.strictObject({ id: idDeFila });

/** Nothing is asked. */
export const NadaInput = z.strictObject({});

/** What `GET /whatsapp/connect` answers: the code to scan, or how things are. */
export type ConexionDto = { success: boolean; qrBase64?: string; message?: string };

/** A message that was taken to be sent. */
export type EnvioDto = { success: true; message: string; id: number; estado: EstadoDeMensaje };

/** How the shop's WhatsApp is. */
export type EstadoWhatsappDto = {
  estado: EstadoWhatsapp;
  /** Whether the worker is running. */
  encendido: boolean;
  /** The code to scan, as a `data:` image; only for who may connect. */
  qr_base64: string | null;
  qr_vence_en: string | null;
  numero: string | null;
  nombre: string | null;
  ultimo_error: string | null;
  conectado_desde: string | null;
  /** Something was asked of the worker and it has not taken it yet. */
  en_curso: boolean;
  /** Messages of the branch that wait to go out. */
  pendientes: number;
};

/** A group that the shop's account is in. */
export type GrupoDto = { id: string; nombre: string; participantes: number };

/** A message, as the shop sees it. */
export type MensajeWhatsappDto = {
  id: number;
  destino: string;
  /** The destination as people read it. */
  destinatario: string;
  tipo: TipoDeMensaje;
  texto: string | null;
  archivo_nombre: string | null;
  estado: EstadoDeMensaje;
  intentos: number;
  ultimo_error: string | null;
  usuario: string;
  creado_en: string;
  proximo_intento: string | null;
  enviado_en: string | null;
};
