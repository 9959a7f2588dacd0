import { puede } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { ImportacionNoEncontradaError } from '../errors';
import type { Lector } from '../read';
import type { Situacion } from '../rules-importacion';
import type { ImportacionDto, ImportacionFilaDto, ResumenImportacion } from '../schemas-importacion';
import { SIN_LEER } from './sin-leer';

/** An import as it is read. */
export type FilaImportacion = Omit<ImportacionDto, 'resumen' | 'situacion'> & { resumen: string; situacion: Situacion };

/** `select … from importacion i`, for `importacionDto`; add `where`. */
export function selectImportacion(sql: Lector) {
  return sql`select i.id, i.archivo, i.situacion, i.filas, i.filas_malas, i.filas_hechas, i.resumen::text as resumen, i.falla,
    i.id_sucursal, i.terminada_en, i.estado, i.id_user_create, i.id_user_update, i.created_at, i.updated_at from importacion i`;
}

/** Reads an import of the caller's branch. Throws ImportacionNoEncontradaError. */
export async function leerImportacionEn(sql: Lector, ctx: Context, id: number): Promise<ImportacionDto> {
  const [fila] = await sql<
    FilaImportacion[]
  >`${selectImportacion(sql)} where i.id = ${id} and i.id_sucursal = ${ctx.idSucursal}`;
  if (!fila) throw new ImportacionNoEncontradaError();
  return importacionDto(ctx, fila);
}

type Guardado = ResumenImportacion & { categorias_creadas?: number[] };

/** An import as clients see it. What was read before a figure existed has none of it. */
export function importacionDto(ctx: Context, f: FilaImportacion): ImportacionDto {
  // Which categories it created is for undoing it.
  const { categorias_creadas: _, ...guardado } = JSON.parse(f.resumen) as Guardado;
  const resumen: ResumenImportacion = { ...SIN_LEER, ...guardado };
  return {
    ...f,
    resumen: puede(ctx, 'producto:ver_costo') ? resumen : { ...resumen, valor_stock: null },
    terminada_en: f.terminada_en && new Date(f.terminada_en).toISOString(),
    created_at: new Date(f.created_at).toISOString(),
    updated_at: new Date(f.updated_at).toISOString(),
  };
}

/** Rows of a staged file after a line, in the order of the file. */
export async function leerFilas(
  sql: Lector,
  id: number,
  que: { malas?: boolean | undefined; avisos?: boolean | undefined; despuesDe: number; limite: number },
): Promise<ImportacionFilaDto[]> {
  const filas = await sql<(Omit<ImportacionFilaDto, 'crudo'> & { crudo: string })[]>`
    select linea, crudo::text as crudo, falla, datos->>'aviso' as aviso, coalesce(datos ? 'existente', false) as existente
    from importacion_fila where id_importacion = ${id} and linea > ${que.despuesDe}
      ${que.malas ? sql`and falla is not null` : sql``} ${que.avisos ? sql`and datos ? 'aviso'` : sql``}
    order by linea limit ${que.limite}`;
  return filas.map((f) => ({ ...f, crudo: JSON.parse(f.crudo) as Record<string, string> }));
}
