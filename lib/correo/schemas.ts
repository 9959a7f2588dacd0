import { z } from 'zod';
import { autoria, idDeFila, listaQuery, opcional } from '@/lib/validation';

/** Where a mail is. */
export const ESTADOS_DE_CORREO = ['PENDIENTE', 'ENVIADO', 'FALLIDO', 'VENCIDO'] as const;
export type EstadoDeCorreo = (typeof ESTADOS_DE_CORREO)[number];

/** The outbox, newest first: by state, by template, by address or subject. */
export const ListarCorreosQuery = listaQuery.extend({
  estado: opcional(z.enum(ESTADOS_DE_CORREO, 'El estado debe ser PENDIENTE, ENVIADO, FALLIDO o VENCIDO.')),
  plantilla: opcional(z.string().max(40)).meta({ description: 'El nombre de una plantilla: `codigo`, `bienvenida`…' }),
});

/** One mail. */
export const CorreoInput = z.strictObject({ id: idDeFila, ...autoria });

/** Whether one wants the mail of each close of a caja. */
export const PreferirCierreInput = z.strictObject({ recibe_cierre: z.boolean('Diga sí o no.') });

/** A mail of the outbox. */
export type CorreoDto = {
  id: number;
  id_sucursal: number;
  para: string;
  id_usuario: number | null;
  plantilla: string;
  /** The template's name for people. */
  tipo: string;
  asunto: string;
  secreto: boolean;
  estado: EstadoDeCorreo;
  intentos: number;
  ultimo_error: string | null;
  creado_en: string;
  vence_en: string | null;
  enviado_en: string | null;
};

/** Why a mail's body is not shown: it is a secret that is not the actor's to read, or it was erased. */
export type CorreoOculto = 'secreto' | 'borrado';

/** A mail with its two parts, or why they are not here. */
export type CorreoDetalleDto = CorreoDto & {
  html: string | null;
  texto: string | null;
  oculto: CorreoOculto | null;
  /** It may be sent again. */
  puede_reintentar: boolean;
};

/** A template filled with made-up facts. */
export type MuestraDto = {
  plantilla: string;
  nombre: string;
  asunto: string;
  secreto: boolean;
  html: string;
  texto: string;
};

/** Whether mail goes out, and what the actor gets of it. */
export type EstadoDelCorreoDto = { hay_smtp: boolean; recibe_cierre: boolean | null };
