import { ABARROTES } from './catalogo/abarrotes';
import { ACEITES } from './catalogo/aceites';
import { BEBIDAS } from './catalogo/bebidas';
import { DESAYUNO } from './catalogo/desayuno';
import { FIAMBRES } from './catalogo/fiambres';
import { FIDEOS } from './catalogo/fideos';
import type { CategoriaDeMuestra } from './catalogo/filas';
import { GALLETAS } from './catalogo/galletas';
import { HIGIENE } from './catalogo/higiene';
import { HOGAR } from './catalogo/hogar';
import { LACTEOS } from './catalogo/lacteos';
import { LICORES } from './catalogo/licores';
import { LIMPIEZA } from './catalogo/limpieza';
import { PANADERIA } from './catalogo/panaderia';
import { SNACKS } from './catalogo/snacks';
import { VERDURAS } from './catalogo/verduras';

/**
 * What the sample minimarket sells: names and presentations as on the shelf, prices and costs in bolivianos near those of
 * a shop in La Paz, barcodes made up (with a right check digit). Written by hand for this product.
 */
export const CATALOGO: readonly CategoriaDeMuestra[] = [
  LACTEOS,
  PANADERIA,
  BEBIDAS,
  LICORES,
  ABARROTES,
  FIDEOS,
  ACEITES,
  DESAYUNO,
  GALLETAS,
  SNACKS,
  FIAMBRES,
  VERDURAS,
  LIMPIEZA,
  HIGIENE,
  HOGAR,
];
