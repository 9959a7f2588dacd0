import { z } from 'zod';
import { MAXIMO_CODIGO, MAXIMO_PRESENTACION } from '@/lib/producto/rules';
import { autoria, cantidad, idDeFila, monto, opcional, texto, textoOpcional } from '@/lib/validation';

/** One row by its id. */
export const PorIdInput = z.strictObject({ id: idDeFila, ...autoria });

/** Another code for a product, or for one of its presentations. */
export const AgregarCodigoInput = z
  .strictObject({
    id_producto: idDeFila,
    id_presentacion: opcional(idDeFila),
    codigo: texto({ max: MAXIMO_CODIGO }),
    ...autoria,
  })
  .transform((v) => ({ idProducto: v.id_producto, idPresentacion: v.id_presentacion ?? null, codigo: v.codigo }));

const nombre = texto({ max: MAXIMO_PRESENTACION });

/** Another way of selling a product; `factor` is how many of its units it takes. */
export const CrearPresentacionInput = z
  .strictObject({
    id_producto: idDeFila,
    nombre,
    factor: cantidad(),
    precio_venta: monto(),
    codigo: textoOpcional({ max: MAXIMO_CODIGO }),
    ...autoria,
  })
  .transform((v) => ({
    idProducto: v.id_producto,
    nombre: v.nombre,
    factor: v.factor,
    precioVenta: v.precio_venta,
    codigo: v.codigo ?? null,
  }));

/** What may change of a presentation. Its factor does not: that is another one. */
export const EditarPresentacionInput = z
  .strictObject({ id: idDeFila, nombre: opcional(nombre), precio_venta: opcional(monto()), ...autoria })
  .transform((v) => ({ id: v.id, nombre: v.nombre, precioVenta: v.precio_venta }));

/** What a branch charges for a product or one of its presentations; `null`, what everybody does. */
export const PonerPrecioInput = z
  .strictObject({
    id_producto: idDeFila,
    id_presentacion: opcional(idDeFila),
    id_sucursal: idDeFila,
    precio_venta: z.preprocess((v) => (v === '' ? null : v), monto().nullable()),
    ...autoria,
  })
  .transform((v) => ({
    idProducto: v.id_producto,
    idPresentacion: v.id_presentacion ?? null,
    idSucursal: v.id_sucursal,
    precio: v.precio_venta,
  }));

/** One code of a product. */
export type CodigoDto = { id: number; codigo: string; principal: boolean };

/** One presentation with its codes: bolivianos and units. */
export type PresentacionDto = {
  id: number;
  nombre: string;
  factor: number;
  precio_venta: number;
  codigos: CodigoDto[];
};

/** What a branch has and charges of a product. Amounts are `null` without the right to see costs, and where it has no own price. */
export type EnSucursalDto = {
  id_sucursal: number;
  sucursal: string;
  stock: number;
  costo_promedio: number | null;
  precio: number | null;
  stock_minimo: number | null;
  dias_cobertura: number | null;
  /** Own prices of presentations, by their id. */
  presentaciones: Record<string, number>;
};

/** One price that was set: of the product or a presentation, everywhere or in a branch. `precio` null: taken off. */
export type PrecioHistoricoDto = {
  id: number;
  vigente_desde: string;
  precio: number | null;
  presentacion: string | null;
  sucursal: string | null;
  usuario: string | null;
};

/** Everything of a product that is not in its own row. */
export type FichaDto = {
  codigos: CodigoDto[];
  presentaciones: PresentacionDto[];
  sucursales: EnSucursalDto[];
  precios: PrecioHistoricoDto[];
};
