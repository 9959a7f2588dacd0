/** What the worker says of the connection. */
export const ESTADOS_WHATSAPP = ['DESCONECTADO', 'CONECTANDO', 'ESPERANDO_QR', 'CONECTADO'] as const;
export type EstadoWhatsapp = (typeof ESTADOS_WHATSAPP)[number];

export const TIPOS_DE_MENSAJE = ['TEXTO', 'IMAGEN', 'DOCUMENTO'] as const;
export type TipoDeMensaje = (typeof TIPOS_DE_MENSAJE)[number];

export const ESTADOS_DE_MENSAJE = ['PENDIENTE', 'ENVIADO', 'FALLIDO'] as const;
export type EstadoDeMensaje = (typeof ESTADOS_DE_MENSAJE)[number];

const UN_MB = 1_048_576;
/** Largest file of each kind, in bytes. */
export const ARCHIVO_MAXIMO = { IMAGEN: 5 * UN_MB, DOCUMENTO: 15 * UN_MB } as const;

/** Largest body of an upload: the file, and a little for the rest of the form. */
export const CUERPO_MAXIMO = { IMAGEN: ARCHIVO_MAXIMO.IMAGEN + 65_536, DOCUMENTO: ARCHIVO_MAXIMO.DOCUMENTO + 65_536 };

/** Images that a phone shows. */
export const TIPOS_DE_IMAGEN: readonly string[] = ['image/jpeg', 'image/png', 'image/webp'];

/** Longest text of a message, in characters. */
export const TEXTO_MAXIMO = 4000;

/** Tries before a message is given up on, and how long it may wait for the shop to be connected. */
export const INTENTOS_MAXIMOS = 5;
export const VIGENCIA_MS = 24 * 3_600_000;

const PRIMERA_ESPERA_MS = 5_000;
const ESPERA_MAXIMA_MS = 10 * 60_000;

/** Milliseconds until the next try, after so many. */
export function esperaMs(intentos: number): number {
  return Math.min(PRIMERA_ESPERA_MS * 4 ** Math.max(0, intentos - 1), ESPERA_MAXIMA_MS);
}

/** A worker that has not been heard of for this long is not there. */
export const LATIDO_MAXIMO_MS = 20_000;

/** Whether a worker is in charge, by the last time that it was heard of. */
export function hayTrabajador(latido: Date | null, ahora: Date): boolean {
  return latido !== null && ahora.getTime() - latido.getTime() < LATIDO_MAXIMO_MS;
}

const BOLIVIA = '591';

/**
 * A number as WhatsApp names it: digits, with the country in front. `codigo` is the country's code; spaces, dashes, a `+` and
 * the country written again before the number are understood. `null` when it cannot be a number: one of Bolivia has 8 digits
 * and begins with 2 to 8.
 */
export function normalizarTelefono(codigo: string, telefono: string): string | null {
  const pais = digitos(codigo)?.replace(/^0+/, '');
  const escrito = digitos(telefono);
  if (!pais || !escrito || !/^[1-9]\d{0,3}$/.test(pais)) return null;
  const sinSalida = escrito.replace(/^00/, '');
  const local = pais === BOLIVIA ? localDeBolivia(sinSalida) : localDe(pais, sinSalida);
  return local && pais.length + local.length <= 15 ? pais + local : null;
}

function localDeBolivia(numero: string): string | null {
  const local = numero.length > 8 ? numero.replace(/^591/, '').replace(/^0/, '') : numero;
  return /^[2-8]\d{7}$/.test(local) ? local : null;
}

function localDe(pais: string, numero: string): string | null {
  const conPais = numero.startsWith(pais) && numero.length - pais.length >= 8;
  const local = (conPais ? numero.slice(pais.length) : numero).replace(/^0/, '');
  return /^\d{5,14}$/.test(local) ? local : null;
}

/** The digits of a text that has nothing else but what people put between them. */
function digitos(texto: string): string | null {
  return /^[+\d\s().-]{1,30}$/.test(texto) && /\d/.test(texto) ? texto.replace(/\D/g, '') : null;
}

const GRUPO = /^\d{5,25}(-\d{5,15})?@g\.us$/;

/** Whether it names a group: `120363012345678901@g.us`. */
export function esGrupo(destino: string): boolean {
  return GRUPO.test(destino);
}

/** A number or a group as people read it: `+591 71234567`; a group by its name if it is known. */
export function nombreDelDestino(destino: string, grupos: readonly { id: string; nombre: string }[] = []): string {
  if (esGrupo(destino)) return grupos.find((grupo) => grupo.id === destino)?.nombre ?? 'Grupo';
  return destino.startsWith(BOLIVIA) ? `+${BOLIVIA} ${destino.slice(BOLIVIA.length)}` : `+${destino}`;
}
