import { z } from 'zod';
import { POLITICAS_SOBREVENTA, TRATAMIENTOS, UNIDADES } from '@/lib/producto/rules';
import type { CategoriaDto, ProductoDto, ProductoPorCodigoDto } from '@/lib/producto/schemas';
import { bs, cantidad, comunes, dtoDe, id } from './comunes';

/** `Categoria` of the contract. */
export const Categoria = dtoDe<CategoriaDto>()(
  z.strictObject({
    id,
    nombre: z.string(),
    id_padre: id.nullable().meta({ description: 'Dentro de cuál está; `null`: de ninguna.' }),
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
    sku: z.string().nullable(),
    imagen: z.string().nullable().meta({ description: 'Dónde está su foto, en este servidor.' }),
    precio_venta: bs.meta({ description: 'Lo que se cobra en la sucursal del pedido.' }),
    precio_base: bs.meta({ description: 'Lo que se cobra donde la sucursal no tiene un precio propio.' }),
    costo_compra: bs.nullable().meta({ description: 'Último costo; `null` sin el derecho `producto:ver_costo`.' }),
    costo_promedio: bs.nullable().meta({ description: 'Lo que costó, en promedio, lo que hay en la sucursal.' }),
    stock_actual: cantidad.meta({ description: 'Lo que hay en la sucursal del pedido.' }),
    stock_minimo: cantidad.meta({ description: 'Con esto o menos es poco, en la sucursal del pedido.' }),
    stock_minimo_base: cantidad,
    dias_cobertura: z.int().positive().nullable().meta({ description: 'Para cuántos días de venta debe haber.' }),
    tratamiento: z.enum(TRATAMIENTOS).meta({ description: 'Cómo lo trata el IVA.' }),
    politica_sobreventa: z.enum(POLITICAS_SOBREVENTA).meta({ description: 'Qué se hace cuando no alcanza.' }),
    favorito: z.boolean(),
    categoria: z.strictObject({ id, nombre: z.string() }),
    ...comunes,
  }),
).meta({ id: 'Producto' });

export const ProductoPorCodigo = dtoDe<ProductoPorCodigoDto>()(
  z.strictObject({
    ...Producto.shape,
    presentacion: z
      .strictObject({ id, nombre: z.string(), factor: cantidad })
      .nullable()
      .meta({ description: 'La presentación que tiene ese código; `factor`, sus unidades.' }),
  }),
).meta({ id: 'ProductoPorCodigo' });
