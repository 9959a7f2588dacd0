import { z } from 'zod';
import { autoria, cantidad, idDeFila, listaQuery, monto, opcional, texto, textoOpcional } from '@/lib/validation';
import {
  MAXIMO_CODIGO,
  MAXIMO_NOMBRE,
  MAXIMO_SKU,
  ORDENES,
  POLITICAS_SOBREVENTA,
  type PoliticaSobreventa,
  TRATAMIENTOS,
  type Tratamiento,
  UNIDADES,
  type Unidad,
} from './rules';

/** Yes or no, also as the text of a query. */
export const siONo = z.union([
  z.boolean(),
  z.enum(['true', 'false', '1', '0']).transform((v) => v === 'true' || v === '1'),
]);

/** One row by its id. */
export const PorIdInput = z.strictObject({ id: idDeFila, ...autoria });

/** The picture of a product; `v` only makes its address new when it changes. */
export const LeerImagenInput = z.strictObject({ id: idDeFila, v: opcional(idDeFila) });

/** A product and its new picture, as the door hands it over. */
export const PonerImagenInput = z.strictObject({
  id: idDeFila,
  archivo: z.object(
    { nombre: z.string(), tipo: z.string().optional(), bytes: z.instanceof(Uint8Array) },
    'Falta el archivo.',
  ),
});

/** One product by what the scanner read. */
export const PorCodigoInput = z.strictObject({ codigo: texto({ max: MAXIMO_CODIGO }) });

const nombreCategoria = texto({ max: 100 });
/** Where a category hangs: another, or `null` for the top. Not given when editing: where it is. */
const padre = z.preprocess((v) => (v === '' ? null : v), idDeFila.nullable()).optional();
export const CrearCategoriaInput = z.strictObject({ nombre: nombreCategoria, id_padre: padre, ...autoria });
export const EditarCategoriaInput = z.strictObject({
  id: idDeFila,
  nombre: opcional(nombreCategoria),
  id_padre: padre,
  ...autoria,
});

const campos = {
  nombre: texto({ max: MAXIMO_NOMBRE }),
  codigo_barras: textoOpcional({ max: MAXIMO_CODIGO }),
  unidad: opcional(z.enum(UNIDADES, 'La unidad debe ser unidad, kg, l o m.')),
  costo_compra: opcional(monto()),
  stock_actual: opcional(cantidad({ cero: true })),
  stock_minimo: opcional(cantidad({ cero: true })),
  favorito: opcional(siONo),
  sku: textoOpcional({ max: MAXIMO_SKU }),
  dias_cobertura: z
    .preprocess(
      (v) => (v === '' ? null : v),
      z.int().min(1, 'Al menos un día.').max(365, 'A lo más un año.').nullable(),
    )
    .optional(),
  tratamiento: opcional(z.enum(TRATAMIENTOS, 'Debe ser GRAVADO, EXENTO o TASA_CERO.')),
  politica_sobreventa: opcional(z.enum(POLITICAS_SOBREVENTA, 'Debe ser RECHAZAR o AVISAR.')),
};

/** A new product: amounts out in centavos and thousandths. What is not given is zero. */
export const CrearProductoInput = z
  .strictObject({ ...campos, precio_venta: monto(), id_categoria: idDeFila, ...autoria })
  .transform((v) => ({
    nombre: v.nombre,
    codigoBarras: v.codigo_barras ?? null,
    unidad: v.unidad ?? ('unidad' as const),
    idCategoria: v.id_categoria,
    precioVenta: v.precio_venta,
    costoCompra: v.costo_compra ?? 0,
    stockActual: v.stock_actual ?? 0,
    stockMinimo: v.stock_minimo ?? 0,
    favorito: v.favorito ?? false,
    sku: v.sku ?? null,
    diasCobertura: v.dias_cobertura ?? null,
    tratamiento: v.tratamiento ?? ('GRAVADO' as const),
    politicaSobreventa: v.politica_sobreventa ?? ('RECHAZAR' as const),
  }));
export type NuevoProducto = z.output<typeof CrearProductoInput>;

/** Why goods appear or disappear without a document. */
const motivoAjuste = texto({ min: 3, max: 200 });

/**
 * A partial edit. `stock_actual` counts only together with `motivo_ajuste`: clients send whole forms, and a price edit
 * must not undo the sales made meanwhile. `precio_venta` and `stock_minimo` are what the branch sees: where it has its own
 * they change that; `precio_base` and `stock_minimo_base` are those of the whole chain.
 */
export const EditarProductoInput = z
  .strictObject({
    ...campos,
    id: idDeFila,
    nombre: opcional(campos.nombre),
    precio_venta: opcional(monto()),
    precio_base: opcional(monto()),
    stock_minimo_base: opcional(cantidad({ cero: true })),
    id_categoria: opcional(idDeFila),
    motivo_ajuste: opcional(motivoAjuste),
    ...autoria,
  })
  .transform((v) => ({
    id: v.id,
    nombre: v.nombre,
    codigoBarras: v.codigo_barras,
    unidad: v.unidad,
    idCategoria: v.id_categoria,
    precioVenta: v.precio_venta,
    costoCompra: v.costo_compra,
    stockMinimo: v.stock_minimo,
    favorito: v.favorito,
    sku: v.sku,
    diasCobertura: v.dias_cobertura,
    tratamiento: v.tratamiento,
    politicaSobreventa: v.politica_sobreventa,
    precioBase: v.precio_base,
    stockMinimoBase: v.stock_minimo_base,
    ajuste:
      v.motivo_ajuste === undefined || v.stock_actual === undefined
        ? null
        : { hasta: v.stock_actual, motivo: v.motivo_ajuste },
  }));
export type CambiosProducto = z.output<typeof EditarProductoInput>;

/** The quantity that was counted, and why it differs. */
export const AjustarStockInput = z
  .strictObject({ id: idDeFila, stock_actual: cantidad({ cero: true }), motivo_ajuste: motivoAjuste, ...autoria })
  .transform((v) => ({ id: v.id, hasta: v.stock_actual, motivo: v.motivo_ajuste }));

export const ListarCategoriasQuery = listaQuery;

export const ListarProductosQuery = z.strictObject({
  ...listaQuery.shape,
  orden: opcional(z.enum(ORDENES, 'El orden no es válido.')),
  id_categoria: opcional(idDeFila).meta({ description: 'La categoría, con todas las que hay dentro de ella.' }),
  favorito: opcional(siONo),
  bajo_stock: opcional(siONo),
  agotado: opcional(siONo),
  sin_codigo: opcional(siONo),
});
export type FiltroProductos = z.output<typeof ListarProductosQuery>;

/** The same filter, as a file. */
export const ExportarProductosQuery = ListarProductosQuery.omit({ limite: true, cursor: true }).extend({
  formato: z.enum(['csv', 'xlsx'], 'El formato es csv o xlsx.').default('xlsx'),
});

/** What every model carries. */
export type Comunes = {
  estado: boolean;
  id_user_create: number | null;
  id_user_update: number | null;
  created_at: string;
  updated_at: string;
};

/** A category as clients see it; `total_productos` counts the active ones. */
export type CategoriaDto = {
  id: number;
  nombre: string;
  id_padre: number | null;
  total_productos: number;
} & Comunes;

/** A product as clients see it: money and quantities as decimals, stock of the caller's branch. */
export type ProductoDto = {
  id: number;
  nombre: string;
  codigo_barras: string | null;
  unidad: Unidad;
  /** What is charged in the caller's branch. */
  precio_venta: number;
  /** What is charged where the branch says nothing else. */
  precio_base: number;
  /** `null` without the right to see costs. */
  costo_compra: number | null;
  /** What a unit of what the branch has cost, on average; `null` with nothing there, or without the right. */
  costo_promedio: number | null;
  stock_actual: number;
  /** Under which it is low in the caller's branch. */
  stock_minimo: number;
  stock_minimo_base: number;
  dias_cobertura: number | null;
  tratamiento: Tratamiento;
  politica_sobreventa: PoliticaSobreventa;
  sku: string | null;
  /** Where its picture is, inside this server. */
  imagen: string | null;
  favorito: boolean;
  categoria: { id: number; nombre: string };
} & Comunes;

/** The product of a code, and the presentation when the code is of one; `factor` is how many units that is. */
export type ProductoPorCodigoDto = ProductoDto & {
  presentacion: { id: number; nombre: string; factor: number } | null;
};
