/** Where the shop's cash is. */
export const LUGARES = ['GAVETA', 'CAJA_FUERTE', 'BANCO'] as const;
export type Lugar = (typeof LUGARES)[number];

/** Each place, alone and after "de" and "a", as the screens and the glosa say it. */
export const LUGAR_EN_PALABRAS: Record<Lugar, { nombre: string; de: string; a: string }> = {
  GAVETA: { nombre: 'Gaveta', de: 'de la gaveta', a: 'a la gaveta' },
  CAJA_FUERTE: { nombre: 'Caja fuerte', de: 'de la caja fuerte', a: 'a la caja fuerte' },
  BANCO: { nombre: 'Banco', de: 'del banco', a: 'al banco' },
};

/** `de la gaveta a la caja fuerte`. */
export function fraseTraspaso(origen: Lugar, destino: Lugar): string {
  return `${LUGAR_EN_PALABRAS[origen].de} ${LUGAR_EN_PALABRAS[destino].a}`;
}

/** Whether the cash of an open drawer moves, and so the transfer belongs to its session. */
export function mueveGaveta({ origen, destino }: { origen: Lugar; destino: Lugar }): boolean {
  return origen === 'GAVETA' || destino === 'GAVETA';
}
