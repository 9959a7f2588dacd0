import type { Ancho } from '@/lib/recibo/rules';

/** How paper comes out of this device: the system's dialog, or the printer's own language by USB or by a serial port. */
export const SALIDAS = ['sistema', 'usb', 'serie'] as const;
export type Salida = (typeof SALIDAS)[number];

/** The tables of letters that thermal printers have and that hold those of Spanish. */
export const CODIFICACIONES = ['cp850', 'cp858', 'windows1252', 'cp437'] as const;
export type Codificacion = (typeof CODIFICACIONES)[number];

/** Speeds of a serial port. */
export const BAUDIOS = [9_600, 19_200, 38_400, 115_200] as const;

/** The printer of one device. It is the device's own, not the person's nor the shop's. */
export type Ajustes = {
  salida: Salida;
  ancho: Ancho;
  codificacion: Codificacion;
  baudios: number;
  /** Prints as soon as it is charged. */
  siempre: boolean;
  /** Cuts the paper; without it, feeds it to where it is torn. */
  corta: boolean;
  /** Prints the QR of the public receipt. */
  qr: boolean;
  /** Opens the drawer when there is cash: it is plugged into the printer. */
  gaveta: boolean;
  /** Which of the two pins of the connector the drawer listens to (ESC p m). */
  pin: 0 | 1;
};

export const AJUSTES_INICIALES: Ajustes = {
  salida: 'sistema',
  ancho: 80,
  codificacion: 'cp850',
  baudios: 9_600,
  siempre: false,
  corta: true,
  qr: true,
  gaveta: false,
  pin: 0,
};

const LLAVE = 'kantuta-impresora';
/** Where older versions kept "print always". */
const LLAVE_ANTERIOR = 'kantuta-imprimir-siempre';

/** What this device has, as far as it can be understood: what is missing or strange is as in a new one. */
export function leerAjustes(): Ajustes {
  try {
    const anterior = localStorage.getItem(LLAVE_ANTERIOR) === 'si';
    return ajustesDe(JSON.parse(localStorage.getItem(LLAVE) ?? 'null') ?? { siempre: anterior });
  } catch {
    return AJUSTES_INICIALES;
  }
}

/** Keeps them. Where storage is blocked they last as long as the page. */
export function guardarAjustes(ajustes: Ajustes): void {
  try {
    localStorage.setItem(LLAVE, JSON.stringify(ajustes));
  } catch {
    // Blocked storage.
  }
}

/** Anything at all as settings: each one is taken only if it is one that there may be. */
export function ajustesDe(guardado: unknown): Ajustes {
  const de: Partial<Record<keyof Ajustes, unknown>> = typeof guardado === 'object' && guardado !== null ? guardado : {};
  const base = AJUSTES_INICIALES;
  const si = (cual: 'siempre' | 'corta' | 'qr' | 'gaveta') => (typeof de[cual] === 'boolean' ? de[cual] : base[cual]);
  return {
    salida: SALIDAS.find((s) => s === de.salida) ?? base.salida,
    ancho: de.ancho === 58 ? 58 : 80,
    codificacion: CODIFICACIONES.find((c) => c === de.codificacion) ?? base.codificacion,
    baudios: BAUDIOS.find((b) => b === de.baudios) ?? base.baudios,
    siempre: si('siempre'),
    corta: si('corta'),
    qr: si('qr'),
    gaveta: si('gaveta'),
    pin: de.pin === 1 ? 1 : 0,
  };
}
