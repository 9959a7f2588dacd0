import type { Tone } from '@/components/ui/chip';
import { type Directas, SIN_DIRECTAS } from '@/lib/offline/direct-notes';
import type { EstadoLocal } from '@/lib/offline/local';
import { edadDe } from './edad';

/** From here on what waits is not the last few seconds' but something to look at. */
const DEMORA_MS = 20_000;

/**
 * What the chip says: whether the server is there, and what only this device knows. A note of the trail counts as a ticket
 * does, also one that waits beside the outbox (`directas`): nobody else has it.
 */
export function aspectoDe(
  estado: Pick<EstadoLocal, 'conexion' | 'salida' | 'falla'>,
  ahora: number,
  directas: Directas = SIN_DIRECTAS,
): { tone: Tone; texto: string } {
  const { conexion, salida, falla } = estado;
  const { observados } = salida;
  const pendientes = salida.pendientes + directas.cuantas;
  const masAntiguo = antes(salida.masAntiguo, directas.desde);
  const edad = masAntiguo === null ? '' : ` · ${edadDe(masAntiguo, ahora)}`;
  const esperan = `${pendientes} por enviar${edad}`;
  if (falla === 'lleno') return { tone: 'falta', texto: 'Disco lleno' };
  if (conexion === 'sin_conexion') {
    return { tone: 'falta', texto: pendientes > 0 ? `Sin conexión · ${esperan}` : 'Sin conexión' };
  }
  if (conexion === 'sin_sesion') {
    return { tone: 'aviso', texto: pendientes > 0 ? `Sesión terminada · ${esperan}` : 'Sesión terminada' };
  }
  if (observados > 0) return { tone: 'falta', texto: `En línea · ${observados} por revisar` };
  // A sale that left this instant is no news.
  const demora = masAntiguo !== null && ahora - masAntiguo > DEMORA_MS;
  if (conexion === 'en_linea') {
    return demora ? { tone: 'aviso', texto: `En línea · ${esperan}` } : { tone: 'hecho', texto: 'En línea' };
  }
  return { tone: 'neutro', texto: pendientes > 0 ? `Conectando… · ${esperan}` : 'Conectando…' };
}

/** The earlier of two moments, where there are any. */
export function antes(uno: number | null, otro: number | null): number | null {
  if (uno === null || otro === null) return uno ?? otro;
  return Math.min(uno, otro);
}
