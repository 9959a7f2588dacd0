/** Instants are `Date`; the day of the shop is the day of La Paz (UTC−4 all year: Bolivia has no daylight saving). */

const DESFASE_MS = 4 * 3_600_000;
const DIA_MS = 86_400_000;
const DIA = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The La Paz day of an instant, `YYYY-MM-DD`. */
export function diaDe(instante: Date): string {
  return new Date(instante.getTime() - DESFASE_MS).toISOString().slice(0, 10);
}

/** Whether the text is a day that exists, `YYYY-MM-DD`. */
export function esDia(texto: string): boolean {
  if (!DIA.test(texto)) return false;
  const fecha = new Date(`${texto}T00:00:00Z`);
  return !Number.isNaN(fecha.getTime()) && fecha.toISOString().startsWith(texto);
}

/** First instant of a La Paz day. The day must exist (see `esDia`). */
export function inicioDelDia(dia: string): Date {
  return new Date(Date.parse(`${dia}T00:00:00Z`) + DESFASE_MS);
}

/** First instant after a La Paz day: ranges are half open, `[inicioDelDia(desde), finDelDia(hasta))`. */
export function finDelDia(dia: string): Date {
  return new Date(inicioDelDia(dia).getTime() + DIA_MS);
}

/** The instant whose UTC clock shows what a clock of La Paz shows then: for spreadsheets, whose dates have no zone. */
export function relojDeLaPaz(instante: Date): Date {
  return new Date(instante.getTime() - DESFASE_MS);
}

const zona = 'America/La_Paz';
const partesFecha = new Intl.DateTimeFormat('es-BO', {
  timeZone: zona,
  weekday: 'short',
  day: 'numeric',
  month: 'short',
});
const partesHora = new Intl.DateTimeFormat('es-BO', {
  timeZone: zona,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** `vie 20 nov` in La Paz. */
export function formatDia(instante: Date | string): string {
  const partes = partesFecha.formatToParts(new Date(instante));
  const parte = (tipo: string) => partes.find((p) => p.type === tipo)?.value.replace('.', '') ?? '';
  return `${parte('weekday')} ${parte('day')} ${parte('month')}`;
}

/** `14:05` in La Paz. */
export function formatHora(instante: Date | string): string {
  return partesHora.format(new Date(instante));
}

/** `vie 20 nov, 14:05` in La Paz. */
export function formatFechaHora(instante: Date | string): string {
  return `${formatDia(instante)}, ${formatHora(instante)}`;
}

/** `20/11/2026 14:05` in La Paz, for paper. */
export function formatFechaPapel(instante: Date | string): string {
  const [anio, mes, dia] = diaDe(new Date(instante)).split('-');
  return `${dia}/${mes}/${anio} ${formatHora(instante)}`;
}
