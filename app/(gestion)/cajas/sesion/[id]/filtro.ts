import type { FiltroDeFilas } from '@/components/caja/cifras';
import { BOLSILLOS_DE_FILAS, CONCEPTOS } from '@/lib/caja/schemas';

/** What of the address of a session says which rows and from where; anything else is as if it were not there. */
export type ConsultaDeFilas = { ver?: string; bolsillo?: string; desde?: string };

/** Which figure or pocket the address points at. */
export function filtroDe({ ver, bolsillo }: ConsultaDeFilas): FiltroDeFilas {
  const deBolsillo = BOLSILLOS_DE_FILAS.find((b) => b === bolsillo);
  if (deBolsillo) return { bolsillo: deBolsillo };
  const concepto = CONCEPTOS.find((c) => c === ver);
  return concepto ? { concepto } : {};
}
