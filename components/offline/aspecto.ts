import type { Tone } from '@/components/ui/chip';
import { type Directas, SIN_DIRECTAS } from '@/lib/offline/direct-notes';
import type { EstadoLocal } from '@/lib/offline/local';
import { edadDe } from './edad';

/** From here on what waits is not the last few seconds' but something to look at. */
const DEMORA_MS = 20_000;

/** The words of the chip: how the server is, and what there is to know besides. */
export type Aspecto = { tone: Tone; estado: string; detalle: string | null };

/**
 * What the chip says: whether the server is there, and what only this device knows. A note of the trail counts as a ticket
 * does, also one that waits beside the outbox (`directas`): nobody else has it.
 */
export function aspectoDe(
  estado: Pick<EstadoLocal, 'conexion' | 'salida' | 'falla'>,
  ahora: number,
  directas: Directas = SIN_DIRECTAS,
): Aspecto {
  const { conexion, salida, falla } = estado;
  const { observados } = salida;
  const pendientes = salida.pendientes + directas.cuantas;
  const masAntiguo = antes(salida.masAntiguo, directas.desde);
  const edad = masAntiguo === null ? '' : ` · ${edadDe(masAntiguo, ahora)}`;
  const esperan = pendientes > 0 ? `${pendientes} por enviar${edad}` : null;
  if (falla === 'lleno') return { tone: 'falta', estado: 'Disco lleno', detalle: null };
  if (conexion === 'sin_conexion') return { tone: 'falta', estado: 'Sin conexión', detalle: esperan };
  if (conexion === 'sin_sesion') return { tone: 'aviso', estado: 'Sesión terminada', detalle: esperan };
  if (observados > 0) return { tone: 'falta', estado: 'En línea', detalle: `${observados} por revisar` };
  if (conexion !== 'en_linea') return { tone: 'neutro', estado: 'Conectando…', detalle: esperan };
  // A sale that left this instant is no news.
  const demora = masAntiguo !== null && ahora - masAntiguo > DEMORA_MS;
  return { tone: demora ? 'aviso' : 'hecho', estado: 'En línea', detalle: demora ? esperan : null };
}

/** The earlier of two moments, where there are any. */
export function antes(uno: number | null, otro: number | null): number | null {
  if (uno === null || otro === null) return uno ?? otro;
  return Math.min(uno, otro);
}
