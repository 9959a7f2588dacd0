import { z } from 'zod';
import { autoria, cantidad, idDeFila, listaQuery, monto, opcional, texto, textoOpcional } from '@/lib/validation';
import { MAXIMO_CODIGO, MAXIMO_NOMBRE, UNIDADES, type Unidad } from './rules';

/** Yes or no, also as the text of a query. */
const siONo = z.union([z.boolean(), z.enum(['true', 'false', '1', '0']).transform((v) => v === 'true' || v === '1')]);

/** One row by its id. */
export const PorIdInput = z.strictObject({ id: idDeFila, ...autoria });

/** One product by what the scanner read. */
export const PorCodigoInput = z.strictObject({ codigo: texto({ max: MAXIMO_CODIGO }) });

const nombreCategoria = texto({ max: 100 });
export const CrearCategoriaInput = z.strictObject({ nombre: nombreCategoria, ...autoria });
export const EditarCategoriaInput = z.strictObject({ id: idDeFila, nombre: opcional(nombreCategoria), ...autoria });

const campos = {
  nombre: texto({ max: MAXIMO_NOMBRE }),
  codigo_barras: textoOpcional({ max: MAXIMO_CODIGO }),
  unidad: opcional(z.enum(UNIDADES, 'La unidad debe ser unidad, kg, l o m.')),
  costo_compra: opcional(monto()),
  stock_actual: opcional(cantidad({ cero: true })),
  stock_minimo: opcional(cantidad({ cero: true })),
  favorito: opcional(siONo),
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
  }));
export type NuevoProducto = z.output<typeof CrearProductoInput>;

/** Why goods appear or disappear without a document. */
const motivoAjuste = texto({ min: 3, max: 200 });

/**
 * A partial edit. `stock_actual` counts only together with `motivo_ajuste`: clients send whole forms, and a price edit
 * must not undo the sales made meanwhile.
 */
export const EditarProductoInput = z
  .strictObject({
    ...campos,
    id: idDeFila,
    nombre: opcional(campos.nombre),
    precio_venta: opcional(monto()),
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

/** How a list of products may be ordered; `relevancia` needs a search. */
export const ORDENES = ['recientes', 'relevancia', 'nombre', 'precio', '-precio', 'stock', '-stock'] as const;
export type Orden = (typeof ORDENES)[number];

export const ListarCategoriasQuery = listaQuery;

export const ListarProductosQuery = z.strictObject({
  ...listaQuery.shape,
  orden: opcional(z.enum(ORDENES, 'El orden no es válido.')),
  id_categoria: opcional(idDeFila),
  favorito: opcional(siONo),
  bajo_stock: opcional(siONo),
});
export type FiltroProductos = z.output<typeof ListarProductosQuery>;

type Comunes = {
  estado: boolean;
  id_user_create: number | null;
  id_user_update: number | null;
  created_at: string;
  updated_at: string;
};

/** A category as clients see it; `total_productos` counts the active ones. */
export type CategoriaDto = { id: number; nombre: string; total_productos: number } & Comunes;

/** A product as clients see it: money and quantities as decimals, stock of the caller's branch. */
export type ProductoDto = {
  id: number;
  nombre: string;
  codigo_barras: string | null;
  unidad: Unidad;
  precio_venta: number;
  /** `null` without the right to see costs. */
  costo_compra: number | null;
  stock_actual: number;
  stock_minimo: number;
  favorito: boolean;
  categoria: { id: number; nombre: string };
} & Comunes;

/** What to do with rows whose product is already in the catalogue: leave it, or take price and cost from the file. */
export const EXISTENTES = ['omitir', 'actualizar'] as const;
export type ConExistentes = (typeof EXISTENTES)[number];

/** An uploaded file, as the door hands it over. */
export const PrepararImportacionInput = z.strictObject({
  archivo: z.object(
    { nombre: z.string(), tipo: z.string().optional(), bytes: z.instanceof(Uint8Array) },
    'Falta el archivo.',
  ),
  nombre: z.string().max(200).optional(),
});

export const ConfirmarImportacionInput = z.strictObject({
  id: idDeFila,
  existentes: z.enum(EXISTENTES, 'Debe ser omitir o actualizar.').default('omitir'),
});

export const ListarImportacionesQuery = listaQuery;

/** Which rows of a staged file: `malas` those refused, `avisos` those with a remark; else all. */
export const ListarFilasQuery = z.strictObject({
  id: idDeFila,
  malas: opcional(siONo),
  avisos: opcional(siONo),
  ...listaQuery.pick({ limite: true, cursor: true }).shape,
});

/** What was found in the file, what was chosen, and in the end what was done. */
export type ResumenImportacion = {
  codificacion: string;
  separador: string;
  /** Header as written, by the contract's column. */
  columnas: Record<string, string>;
  columnas_ignoradas: string[];
  categorias_nuevas: string[];
  /** Good rows by what they are: new products, and those already in the catalogue. */
  nuevas: number;
  existentes: number;
  avisos: number;
  /** What the new stock is worth at cost, in bolivianos; `null` without the right to see costs. */
  valor_stock: number | null;
  opcion?: ConExistentes;
  resultado?: {
    creados: number;
    actualizados: number;
    /** Already in the catalogue with the same price and cost. */
    sin_cambio: number;
    omitidos: number;
    categorias: number;
    /** The entry that carries the opening stock of this import, if it is worth anything. */
    id_asiento: number | null;
  };
};

export const SITUACIONES = ['REVISADA', 'EN_COLA', 'APLICANDO', 'APLICADA', 'FALLIDA', 'DESCARTADA'] as const;
export type Situacion = (typeof SITUACIONES)[number];

/** A file of products on its way into the catalogue. */
export type ImportacionDto = {
  id: number;
  archivo: string;
  situacion: Situacion;
  filas: number;
  filas_malas: number;
  filas_hechas: number;
  resumen: ResumenImportacion;
  falla: string | null;
  id_sucursal: number;
  terminada_en: string | null;
} & Comunes;

/** One row of a staged file: what was written, and the reason why it is refused or the remark it deserves. */
export type ImportacionFilaDto = {
  linea: number;
  crudo: Record<string, string>;
  falla: string | null;
  aviso: string | null;
  /** Its product was already in the catalogue when the file was read. */
  existente: boolean;
};
