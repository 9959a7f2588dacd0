import { z } from 'zod';
import { autoria, cantidad, dia, idDeFila, listaQuery, opcional, textoOpcional } from '@/lib/validation';

const oNada = <S extends z.ZodType>(schema: S) =>
  z.preprocess((v) => (v === '' || v === undefined ? null : v), schema.nullable());

/** When a branch should restock a product; `null`: what the product says for all. */
export const PonerReposicionInput = z
  .strictObject({
    id_producto: idDeFila,
    id_sucursal: idDeFila,
    stock_minimo: oNada(cantidad({ cero: true })),
    dias_cobertura: oNada(z.int().min(1, 'Al menos un día.').max(365, 'A lo más un año.')),
    ...autoria,
  })
  .transform((v) => ({
    idProducto: v.id_producto,
    idSucursal: v.id_sucursal,
    stockMinimo: v.stock_minimo,
    diasCobertura: v.dias_cobertura,
  }));

/** How the watch of an expiry date ends. */
export const RESOLUCIONES = ['VENDIDO', 'RETIRADO', 'ERROR'] as const;
export type Resolucion = (typeof RESOLUCIONES)[number];

/** Goods of the caller's branch that expire on a day. */
export const AnotarVencimientoInput = z
  .strictObject({
    id_producto: idDeFila,
    vence: dia,
    lote: textoOpcional({ max: 40 }),
    cantidad: opcional(cantidad()),
    ...autoria,
  })
  .transform((v) => ({
    idProducto: v.id_producto,
    vence: v.vence,
    lote: v.lote ?? null,
    cantidad: v.cantidad ?? null,
  }));

export const ResolverVencimientoInput = z.strictObject({
  id: idDeFila,
  resolucion: z.enum(RESOLUCIONES, 'Debe ser VENDIDO, RETIRADO o ERROR.'),
  ...autoria,
});

/** Which dates: those of a product, or the branch's up to `dias` from today, what already expired included. */
export const ListarVencimientosQuery = listaQuery.pick({ limite: true, cursor: true }).extend({
  id_producto: opcional(idDeFila),
  dias: opcional(z.coerce.number('Los días deben ser un número.').int().min(0).max(3650)),
});

/** One date that is watched. `dias`: how many are left; negative once it expired. */
export type VencimientoDto = {
  id: number;
  id_producto: number;
  producto: string;
  unidad: string;
  lote: string | null;
  vence: string;
  dias: number;
  cantidad: number | null;
  stock: number;
};
