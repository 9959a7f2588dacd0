import { z } from 'zod';
import { UNIDADES } from '@/lib/producto/rules';
import type { CategoriaDto, ProductoDto } from '@/lib/producto/schemas';
import { bs, cantidad, comunes, dtoDe, id } from './comunes';

/** `Categoria` of the contract. */
export const Categoria = dtoDe<CategoriaDto>()(
  z.strictObject({
    id,
    nombre: z.string(),
    total_productos: z.int().nonnegative().meta({ description: 'Cuántos productos activos tiene.' }),
    ...comunes,
  }),
).meta({ id: 'Categoria' });

/** `Producto` of the contract. */
export const Producto = dtoDe<ProductoDto>()(
  z.strictObject({
    id,
    nombre: z.string(),
    codigo_barras: z.string().nullable(),
    unidad: z.enum(UNIDADES),
    precio_venta: bs,
    costo_compra: bs.nullable().meta({ description: 'Último costo; `null` sin el derecho `producto:ver_costo`.' }),
    stock_actual: cantidad.meta({ description: 'Lo que hay en la sucursal del pedido.' }),
    stock_minimo: cantidad,
    favorito: z.boolean(),
    categoria: z.strictObject({ id, nombre: z.string() }),
    ...comunes,
  }),
).meta({ id: 'Producto' });
