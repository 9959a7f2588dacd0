import { z } from 'zod';
import type { Unidad } from '@/lib/producto/rules';
import { autoria, idDeFila } from '@/lib/validation';
import { MAXIMO_ETIQUETAS } from './rules';

const MUCHAS = `Como máximo ${MAXIMO_ETIQUETAS} a la vez.`;

/** Numbers separated by commas, as an address holds them. */
const idsEnTexto = z
  .string()
  .regex(/^\d{1,10}(,\d{1,10})*$/, 'Debe ser una lista de números.')
  .transform((v) => [...new Set(v.split(',').map(Number))])
  .refine((ids) => ids.length <= MAXIMO_ETIQUETAS, MUCHAS);

/** Whose labels: some products, or those of a bulk edit. `presentaciones`: also their presentations. */
export const LeerEtiquetasQuery = z
  .strictObject({
    ids: idsEnTexto.optional(),
    edicion: idDeFila.optional(),
    presentaciones: z.enum(['true', 'false']).default('false'),
  })
  .refine((q) => (q.ids === undefined) !== (q.edicion === undefined), 'Hay que decir qué productos, o qué edición.');

/** Products, and presentations, that get a code of the shop's own. */
export const GenerarCodigosInput = z
  .strictObject({
    productos: z.array(idDeFila).max(MAXIMO_ETIQUETAS, MUCHAS).default([]),
    presentaciones: z.array(idDeFila).max(MAXIMO_ETIQUETAS, MUCHAS).default([]),
    ...autoria,
  })
  .refine((v) => v.productos.length + v.presentaciones.length > 0, 'Hay que elegir al menos un producto.');

/** The bars of a code: a path one unit high and `ancho` modules wide. */
export type Barras = { simbologia: 'ean13' | 'ean8' | 'upca' | 'code128'; trazo: string; ancho: number };

/** What a label says, with the price of the caller's branch in bolivianos. */
export type EtiquetaDto = {
  id_producto: number;
  id_presentacion: number | null;
  nombre: string;
  presentacion: string | null;
  unidad: Unidad;
  sku: string | null;
  precio_venta: number;
  /** Of a presentation, what one unit inside it costs. */
  precio_por_unidad: number | null;
  codigo: string | null;
  barras: Barras | null;
};

/** A code that was given. */
export type CodigoGeneradoDto = { id_producto: number; id_presentacion: number | null; codigo: string };
