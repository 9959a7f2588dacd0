import { z } from 'zod';
import { autoria, idDeFila, listaQuery, opcional, texto } from '@/lib/validation';
import { COLUMNAS, MAXIMO_COLUMNAS, type Situacion } from './rules-importacion';
import { type Comunes, siONo } from './schemas';

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

const posicion = z
  .int('Debe ser el número de una columna.')
  .min(0)
  .max(MAXIMO_COLUMNAS - 1);

/** Which column of the file, from 0, is each thing; and how its rows are read. */
export const ElegirColumnasInput = z.strictObject({
  id: idDeFila,
  columnas: z.partialRecord(z.enum(COLUMNAS, 'No es una columna de productos.'), posicion),
  /** Whether the first row names the columns; when it does not, it is a product. */
  con_encabezado: z.boolean().default(true),
  /** Whether codes whose check digit is wrong enter as they are. */
  aceptar_digitos: z.boolean().default(false),
  ...autoria,
});

export const ConfirmarImportacionInput = z.strictObject({
  id: idDeFila,
  existentes: z.enum(EXISTENTES, 'Debe ser omitir o actualizar.').default('omitir'),
});

/** Undoing an applied import, and why. */
export const DeshacerImportacionInput = z.strictObject({
  id: idDeFila,
  motivo: texto({ min: 3, max: 200 }),
  ...autoria,
});

export const ListarImportacionesQuery = listaQuery;

/** Which rows of a staged file: `malas` those refused, `avisos` those with a remark; else all. */
export const ListarFilasQuery = z.strictObject({
  id: idDeFila,
  malas: opcional(siONo),
  avisos: opcional(siONo),
  ...listaQuery.pick({ limite: true, cursor: true }).shape,
});

/** A file to fill, as CSV or as a workbook. */
export const PlantillaInput = z.strictObject({
  formato: z.enum(['csv', 'xlsx'], 'El formato es csv o xlsx.').default('csv'),
});

/** What was found in the file, what was chosen, and in the end what was done. */
export type ResumenImportacion = {
  codificacion: string;
  separador: string;
  /** The first row as written, by position, and some of the rows after it: what a person matches the columns by. */
  encabezado: string[];
  muestra: string[][];
  con_encabezado: boolean;
  aceptar_digitos: boolean;
  /** Where each of the contract's columns stands, from 0. */
  posiciones: Record<string, number>;
  /** Header as written, by the contract's column. */
  columnas: Record<string, string>;
  columnas_ignoradas: string[];
  categorias_nuevas: string[];
  /** Good rows by what they are: new products, and those already in the catalogue. */
  nuevas: number;
  existentes: number;
  avisos: number;
  /** Rows whose code has a wrong check digit, taken or not. */
  digitos_malos: number;
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
  /** Why it was undone and, once it is, what that did. */
  deshecha?: { motivo: string } & Partial<ResultadoDeshacer>;
};

/** What undoing an import did. */
export type ResultadoDeshacer = {
  /** Created by it and not moved since: deleted, their stock out. */
  eliminados: number;
  /** Created by it and moved since: they stay. */
  quedaron: number;
  /** Price and cost back to what they were. */
  restaurados: number;
  /** Changed by somebody else since: left as they are. */
  cambiados: number;
  categorias: number;
  /** The entry that takes the opening stock out. */
  id_asiento: number | null;
};

/** What undoing an import would do now. `valor`: what its stock is worth, in bolivianos; `null` without the right to see costs. */
export type PorDeshacerDto = Pick<ResultadoDeshacer, 'eliminados' | 'quedaron' | 'restaurados' | 'cambiados'> & {
  valor: number | null;
};

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
