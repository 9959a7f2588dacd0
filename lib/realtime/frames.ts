import { type EventoNumerado, eventoDto } from './eventos';

/** Why the server ends a stream: the sign-in ended, the server is closing, or the reader fell too far behind. */
export type MotivoDeFin = 'sesion' | 'reinicio' | 'lento';

function frame(event: string, data: unknown, id?: string): string {
  return `event: ${event}\n${id ? `id: ${id}\n` : ''}data: ${JSON.stringify(data)}\n\n`;
}

/** The first thing a stream says: how often it beats, and since which event it tells. */
export function holaFrame(o: { id: string; latidoMs: number; base: boolean; retryMs: number }): string {
  return `retry: ${o.retryMs}\n${frame('hola', { latido_ms: o.latidoMs, base: o.base }, o.id)}`;
}

/** Something changed. */
export function cambioFrame(evento: EventoNumerado): string {
  return frame('cambio', eventoDto(evento), evento.id);
}

/**
 * The server is there, and so is its database if `base`. It carries the last id, so that whoever may hear little still goes
 * on from a recent one. The comment is for proxies and readers that skip events.
 */
export function latidoFrame(o: { id: string; ahora: Date; base: boolean }): string {
  return `: latido\n${frame('latido', { ahora: o.ahora.toISOString(), base: o.base }, o.id)}`;
}

/** Something may have been missed: look at everything again. */
export function resincronizarFrame(id: string): string {
  return frame('resincronizar', {}, id);
}

/** The stream ends here, and why. */
export function finFrame(motivo: MotivoDeFin): string {
  return frame('fin', { motivo });
}
