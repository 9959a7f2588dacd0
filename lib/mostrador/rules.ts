/** How long a grant lets its person sell at its device without network. */
export const DIAS_DE_CONCESION = 8;

/** How far back of its device's last catalogue a price still stands: one that was being written then is in none of the two. */
export const MARGEN_DE_PRECIOS_MS = 5 * 60_000;

/** Clamped by more than this, the time of a fact is told to be a guess. */
export const DESFASE_RARO_MS = 2 * 60_000;

/** What a device may only tell, so that it is seen in the trail. */
export const ACTOS_DE_REGISTRO = ['caja.abrir_gaveta', 'venta.reimprimir', 'venta.quitar_lineas'] as const;

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
  'especialidad',
  'retenido',
] as const;
export type TipoDeIncidencia = (typeof TIPOS_DE_INCIDENCIA)[number];

/** Why a fact waits for another: it is tried again by itself. */
export const CODIGOS_QUE_ESPERAN = ['espera_otro_hecho', 'sesion_contando'] as const;
