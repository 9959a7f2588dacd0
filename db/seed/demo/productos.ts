import { CATALOGO } from '@/db/seed/catalogo';
import { conDigito } from '@/db/seed/catalogo/ean';
import type { ProductoDeMuestra } from '@/db/seed/catalogo/filas';

/** A product of the catalogue in its place, with how much of it the shop keeps (thousandths). */
export type ProductoDemo = ProductoDeMuestra & { indice: number; categoria: string; dotacion: number; minimo: number };

/** Every product of the catalogue, in order; acts name them by this position. */
export const PRODUCTOS: readonly ProductoDemo[] = CATALOGO.flatMap((c) =>
  c.productos.map((p) => ({ ...p, categoria: c.nombre })),
).map((p, indice) => ({ ...p, indice, dotacion: dotacion(p), minimo: Math.ceil(dotacion(p) / 4000) * 1000 }));

/** What fills its place on the shelf: more of what sells often and costs little. */
function dotacion({ unidad, precio, rotacion }: ProductoDeMuestra): number {
  if (unidad === 'kg') return rotacion * 3000;
  if (precio <= 1.5) return rotacion * 11_000;
  return precio <= 6 ? rotacion * 4000 : rotacion * 2000 + 1000;
}

/** What also comes in packs of six, with a code of their own. */
export const EN_PACK = PRODUCTOS.filter((p) =>
  /^(Coca-Cola|Pepsi|Agua Vital|Maltín|Paceña|Huari).*(ml)/.test(p.nombre),
).slice(0, 8);

/** The code of a pack of six. */
export const codigoDePack = ({ indice }: ProductoDemo) => conDigito(`7779900${String(indice).padStart(5, '0')}`);
