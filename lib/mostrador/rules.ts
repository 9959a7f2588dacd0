/** How long a grant lets its person sell at its device without network. */
export const DIAS_DE_CONCESION = 8;

/** What a device is called until somebody names it: what it is, as far as its browser says. */
export function nombrePorDefecto(navegador: string | null): string {
  if (/android/i.test(navegador ?? '')) return 'Android';
  if (/iphone|ipad/i.test(navegador ?? '')) return 'iPhone o iPad';
  if (/windows/i.test(navegador ?? '')) return 'PC';
  if (/mac os/i.test(navegador ?? '')) return 'Mac';
  return 'Equipo';
}

/** What did not fit of a fact, by kind. */
export const TIPOS_DE_INCIDENCIA = [
  'precio',
  'tope',
  'stock',
  'producto_eliminado',
  'sesion_cerrada',
  'apertura_en_conflicto',
  'caja_eliminada',
  'cierre_repetido',
  'anulada_dos_veces',
  'gaveta_sin_saldo',
  'folio_repetido',
  'reloj',
  'autor',
  'retenido',
] as const;
export type TipoDeIncidencia = (typeof TIPOS_DE_INCIDENCIA)[number];
