import { timingSafeEqual } from 'node:crypto';
import { puede } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { firmar } from '@/lib/firma';
import { type Concesion, concesionDe } from './concesion';
import { HechoRechazadoError } from './errors';
import { HechoEscrito, type HechoLeido } from './hecho-escrito';

/** A fact whose signature is good, with the grant it was made under. */
export type HechoFirmado = { hecho: HechoLeido; concesion: Concesion; texto: string; mac: string };

/**
 * Reads a fact and checks that its device signed exactly this text. Throws HechoRechazadoError: it is unreadable, of a grant
 * that nobody gave, of another device, edited, or of a branch that the sender does not work in.
 */
export async function leerHecho(ctx: Context, { texto, mac }: { texto: string; mac: string }): Promise<HechoFirmado> {
  const leido = HechoEscrito.safeParse(comoJson(texto));
  if (!leido.success) throw new HechoRechazadoError('ilegible', `No se entiende: ${frase(leido.error.issues[0])}`);
  const hecho = leido.data;
  const concesion = await concesionDe(hecho.concesion);
  if (!concesion || concesion.idDispositivo !== hecho.id_dispositivo)
    throw new HechoRechazadoError('concesion_desconocida', 'Ningún equipo de esta tienda tiene esa concesión.', hecho);
  if (!esSuFirma(concesion.claveMac, texto, mac))
    throw new HechoRechazadoError('firma', 'Fue modificado después de firmarse: no es lo que hizo el equipo.', hecho);
  if (concesion.idSucursal !== ctx.idSucursal && !puede(ctx, 'sucursal:todas'))
    throw new HechoRechazadoError('otra_sucursal', 'Es de otra sucursal: se envía desde ella.', hecho);
  return { hecho, concesion, texto, mac };
}

function esSuFirma(clave: string, texto: string, mac: string): boolean {
  const suya = Buffer.from(firmar(clave, texto), 'hex');
  const dada = Buffer.from(mac, 'hex');
  return suya.length === dada.length && timingSafeEqual(suya, dada);
}

function comoJson(texto: string): unknown {
  try {
    return JSON.parse(texto);
  } catch {
    return null;
  }
}

function frase(falla: { path: PropertyKey[]; message: string } | undefined): string {
  return falla ? `${falla.path.map(String).join('.') || 'hecho'}: ${falla.message}` : 'no es un hecho.';
}
