import { z } from 'zod';
import type { CodigoGeneradoDto, EtiquetaDto } from '@/lib/etiqueta/schemas';
import { UNIDADES } from '@/lib/producto/rules';
import { bs, dtoDe, id } from './comunes';

const Barras = z.strictObject({
  simbologia: z.enum(['ean13', 'ean8', 'upca', 'code128']),
  trazo: z.string().meta({ description: 'Las barras como trazo SVG, de una unidad de alto.' }),
  ancho: z.int().positive().meta({ description: 'Módulos de ancho, con los silencios de los lados.' }),
});

/** What a label says. */
export const Etiqueta = dtoDe<EtiquetaDto>()(
  z.strictObject({
    id_producto: id,
    id_presentacion: id.nullable(),
    nombre: z.string(),
    presentacion: z.string().nullable(),
    unidad: z.enum(UNIDADES),
    sku: z.string().nullable(),
    precio_venta: bs.meta({ description: 'Lo que se cobra en la sucursal del pedido.' }),
    precio_por_unidad: bs.nullable().meta({ description: 'De una presentación, cada unidad de dentro.' }),
    codigo: z.string().nullable(),
    barras: Barras.nullable(),
  }),
).meta({ id: 'Etiqueta' });

/** A code of the shop's own that was given. */
export const CodigoGenerado = dtoDe<CodigoGeneradoDto>()(
  z.strictObject({ id_producto: id, id_presentacion: id.nullable(), codigo: z.string() }),
).meta({ id: 'CodigoGenerado' });
