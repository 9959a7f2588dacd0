/** How long a refused act may still be asked for, and how long an answer is waited for. */
export const PLAZO_MS = 10 * 60_000;
/** How long a yes can be used. */
export const PLAZO_DE_USO_MS = 5 * 60_000;

/** Drafts that one person may leave in an hour: more than any honest counter, less than fills a table. */
export const BORRADORES_POR_HORA = 40;

/** How an approval is kept. */
export const ESTADOS = ['BORRADOR', 'PENDIENTE', 'APROBADA', 'RECHAZADA', 'CANCELADA', 'USADA'] as const;
export type Estado = (typeof ESTADOS)[number];

/** How it is seen: time alone makes one worthless, no row changes for it. */
export const ESTADOS_VISIBLES = [...ESTADOS, 'VENCIDA'] as const;
export type EstadoVisible = (typeof ESTADOS_VISIBLES)[number];

/** The states in the words of the screen. */
export const ESTADO_EN_PALABRAS: Record<EstadoVisible, string> = {
  BORRADOR: 'Sin pedir',
  PENDIENTE: 'Pendiente',
  APROBADA: 'Aprobada',
  RECHAZADA: 'Rechazada',
  CANCELADA: 'Cancelada',
  USADA: 'Usada',
  VENCIDA: 'Vencida',
};

/** Before the act, which waits for it; or after, when what happened is never undone. */
export type Momento = 'ANTES' | 'DESPUES';

/** The state that counts at an instant. What waits for no act never expires. */
export function estadoVisible(a: { estado: Estado; vence: Date | null }, ahora: Date): EstadoVisible {
  const espera = a.estado === 'BORRADOR' || a.estado === 'PENDIENTE' || a.estado === 'APROBADA';
  return espera && a.vence !== null && a.vence <= ahora ? 'VENCIDA' : a.estado;
}

/** `12,5 %`: hundredths of a percent as they are read. */
export function formatPorcentaje(centesimas: number): string {
  return `${(centesimas / 100).toLocaleString('de-DE', { maximumFractionDigits: 2 })}\u00a0%`;
}

/** Whole seconds left until an instant, never negative. */
export function segundosHasta(vence: Date, ahora: Date): number {
  return Math.max(0, Math.ceil((vence.getTime() - ahora.getTime()) / 1000));
}
