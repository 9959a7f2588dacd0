import { z } from 'zod';
import { POLITICAS_SOBREVENTA, TRATAMIENTOS } from '@/lib/producto/rules';
import { ListarProductosQuery } from '@/lib/producto/schemas';
import { autoria, cantidad, idDeFila, listaQuery, monto } from '@/lib/validation';
import { type Cambio, type Campo, REDONDEOS, type Redondeo, type Valor } from './rules';

/** The most products of one edition. */
export const MAXIMO_PRODUCTOS = 50_000;

const porcentaje = z
  .number('El porcentaje debe ser un número.')
  .min(-90, 'Como mucho se baja 90 %.')
  .max(900, 'Como mucho se sube 900 %.')
  .refine((v) => Number.isInteger(Math.round(v * 100)) && Math.abs(v * 100 - Math.round(v * 100)) < 1e-6, {
    message: 'El porcentaje lleva como máximo 2 decimales.',
  })
  .refine((v) => v !== 0, 'El porcentaje no puede ser cero.')
  .transform((v) => Math.round(v * 100));

const redondeo = z
  .number()
  .transform((v) => Math.round(v * 100))
  .refine((v): v is Redondeo => REDONDEOS.includes(v as Redondeo), 'Se redondea a 0,01, 0,10, 0,50 o 1.');

const fijo = (campo: Campo, valor: Valor): Cambio => ({ tipo: 'fijo', campo, valor });

/** What to change, as the wire says it. */
const CambioInput = z.discriminatedUnion('campo', [
  z
    .strictObject({ campo: z.literal('precio_porcentaje'), valor: porcentaje, redondeo: redondeo.default(10) })
    .transform((v): Cambio => ({ tipo: 'porcentaje', centesimas: v.valor, redondeo: v.redondeo })),
  z.strictObject({ campo: z.literal('precio_venta'), valor: monto() }).transform((v) => fijo('precio_venta', v.valor)),
  z.strictObject({ campo: z.literal('id_categoria'), valor: idDeFila }).transform((v) => fijo('id_categoria', v.valor)),
  z
    .strictObject({ campo: z.literal('stock_minimo'), valor: cantidad({ cero: true }) })
    .transform((v) => fijo('stock_minimo', v.valor)),
  z
    .strictObject({ campo: z.literal('dias_cobertura'), valor: z.int().min(1).max(365).nullable() })
    .transform((v) => fijo('dias_cobertura', v.valor)),
  z.strictObject({ campo: z.literal('favorito'), valor: z.boolean() }).transform((v) => fijo('favorito', v.valor)),
  z
    .strictObject({ campo: z.literal('tratamiento'), valor: z.enum(TRATAMIENTOS) })
    .transform((v) => fijo('tratamiento', v.valor)),
  z
    .strictObject({ campo: z.literal('politica_sobreventa'), valor: z.enum(POLITICAS_SOBREVENTA) })
    .transform((v) => fijo('politica_sobreventa', v.valor)),
]);

/** Which products: these, or all that the list shows with this filter. */
const CualesInput = z.union([
  z.strictObject({ ids: z.array(idDeFila).min(1, 'Falta elegir productos.').max(MAXIMO_PRODUCTOS) }),
  z.strictObject({ filtro: ListarProductosQuery.omit({ limite: true, cursor: true, orden: true }) }),
]);

/** A change and its products, to be seen before it is made. */
export const VerEdicionInput = z.strictObject({ cambio: CambioInput, cuales: CualesInput, ...autoria });
export type PedidoEdicion = Pick<z.output<typeof VerEdicionInput>, 'cambio' | 'cuales'>;

/** The same, and what was seen: made only if that is still what would happen. */
export const AplicarEdicionInput = VerEdicionInput.extend({
  huella: z.string().regex(/^[0-9a-f]{64}$/, 'Falta verla antes.'),
});

export const ListarEdicionesQuery = listaQuery.pick({ limite: true, cursor: true });

export const DeshacerEdicionInput = z.strictObject({ id: idDeFila, ...autoria });

/** What a product would change: bolivianos, units, words. */
export type FilaEdicionDto = { id: number; nombre: string; antes: string; despues: string };

/** What an edition would do. `huella` names exactly this; `muestra` are the first rows. */
export type VistaEdicionDto = {
  huella: string;
  elegidos: number;
  cambian: number;
  /** Of those whose price changes, how many have a price of their own in some branch, which stays. */
  con_precio_propio: number;
  muestra: FilaEdicionDto[];
};

/** An edition that was made. */
export type EdicionDto = {
  id: number;
  fecha: string;
  usuario: string;
  /** In words: "Precio +5 %, redondeado a Bs 0,10". */
  que: string;
  filas: number;
  /** The edition it undoes. */
  deshace_a: number | null;
  /** Whether another undid it. */
  deshecha: boolean;
};

/** How undoing one went. `cambiados`: products that somebody changed since, left as they are. */
export type DeshechaDto = { id: number; filas: number; cambiados: number };
