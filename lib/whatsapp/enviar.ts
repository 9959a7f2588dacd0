import { createHash } from 'node:crypto';
import type { ArchivoSubido } from '@/lib/action/read-request';
import { CuerpoGrandeError } from '@/lib/action/read-request';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { ValidacionError } from '@/lib/errors';
import { writeOnce } from '@/lib/operacion/write-once';
import { ARCHIVO_MAXIMO, TIPOS_DE_IMAGEN } from './rules';
import { EnviarAGrupoInput, EnviarArchivoInput, EnviarTextoInput, type EnvioDto } from './schemas';
import { encolarMensaje, type MensajeNuevo } from './steps';

/** Sends a text to a number. Repeatable by `clave`. Throws PermisoError, ZodError, SinVincularError. */
export async function enviarTexto(ctx: Context, raw: unknown): Promise<EnvioDto> {
  requirePermiso(ctx, 'whatsapp:enviar');
  const { destino, message } = EnviarTextoInput.parse(raw);
  return encolar(ctx, { destino, tipo: 'TEXTO', texto: message });
}

/** Sends a text to a group. Repeatable by `clave`. Throws PermisoError, ZodError, SinVincularError. */
export async function enviarAGrupo(ctx: Context, raw: unknown): Promise<EnvioDto> {
  requirePermiso(ctx, 'whatsapp:enviar');
  const { destino, message } = EnviarAGrupoInput.parse(raw);
  return encolar(ctx, { destino, tipo: 'TEXTO', texto: message });
}

/** Sends a JPG, PNG or WEBP of up to 5 MB to a number. Repeatable by `clave`. Throws as `enviarTexto`, and CuerpoGrandeError. */
export async function enviarImagen(ctx: Context, raw: unknown): Promise<EnvioDto> {
  requirePermiso(ctx, 'whatsapp:enviar');
  const { destino, caption, file } = EnviarArchivoInput.parse(raw);
  const tipo = tipoDeImagen(file.bytes);
  if (!tipo) throw new ValidacionError('La imagen debe ser JPG, PNG o WEBP.', { file: 'Debe ser JPG, PNG o WEBP.' });
  return encolar(ctx, { destino, tipo: 'IMAGEN', texto: caption ?? null, archivo: { ...file, tipo } });
}

/** Sends any file of up to 15 MB to a number. Repeatable by `clave`. Throws as `enviarTexto`, and CuerpoGrandeError. */
export async function enviarDocumento(ctx: Context, raw: unknown): Promise<EnvioDto> {
  requirePermiso(ctx, 'whatsapp:enviar');
  const { destino, caption, file } = EnviarArchivoInput.parse(raw);
  return encolar(ctx, { destino, tipo: 'DOCUMENTO', texto: caption ?? null, archivo: file });
}

function encolar(ctx: Context, { archivo, ...resto }: MensajeNuevo): Promise<EnvioDto> {
  const mensaje = archivo ? { ...resto, archivo: limpio(archivo, resto.tipo) } : resto;
  const input = { ...resto, archivo: archivo && [archivo.nombre, sha256(archivo.bytes)] };
  return writeOnce(
    ctx,
    { verbo: 'whatsapp.enviar', input },
    {
      work: async (tx) => {
        const id = await encolarMensaje(tx, ctx, mensaje);
        const message = 'El mensaje está en cola; sale en cuanto WhatsApp esté conectado.';
        return { respuesta: { success: true, message, id, estado: 'PENDIENTE' } as const };
      },
    },
  );
}

/** The file within the limit of its kind, under a name that is only a name. */
function limpio({ nombre, tipo, bytes }: ArchivoSubido, clase: MensajeNuevo['tipo']): ArchivoSubido {
  const limite = ARCHIVO_MAXIMO[clase === 'IMAGEN' ? 'IMAGEN' : 'DOCUMENTO'];
  if (bytes.length > limite) throw new CuerpoGrandeError(limite);
  const solo = nombre
    .replace(/^.*[/\\]/s, '')
    .replace(/[\p{Cc}\p{Cs}"]/gu, '')
    .trim()
    .slice(0, 120);
  const esTipo = /^[\w.+-]{1,60}\/[\w.+-]{1,80}$/.test(tipo);
  return { nombre: solo || 'archivo', tipo: esTipo ? tipo : 'application/octet-stream', bytes };
}

/** What the bytes say that they are, whatever the name says. */
function tipoDeImagen(bytes: Uint8Array): string | null {
  const inicio = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
  if (inicio.startsWith('\xff\xd8\xff')) return TIPOS_DE_IMAGEN[0] ?? null;
  if (inicio.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  return inicio.startsWith('RIFF') && inicio.endsWith('WEBP') ? 'image/webp' : null;
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
