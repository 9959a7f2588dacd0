import { type Tx, withTransaction } from '@/db/transaction';
import { emitAudit } from '@/lib/audit';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { ArchivoIlegibleError } from '../errors';
import { normalizarTexto } from '../rules';
import { type ImportacionDto, PrepararImportacionInput } from '../schemas';
import { leerEncabezado } from './columnas';
import { decodificar } from './decodificar';
import { detectarSeparador, leerCsv, type Registro, SEPARADORES } from './leer-csv';
import { esXlsx, leerXlsx } from './leer-xlsx';
import { leerImportacionEn } from './read';
import { Revision } from './revision';
import { validarFila } from './validar-fila';

/**
 * Reads a file of products, checks every row and keeps it aside for a person to look at: nothing enters the catalogue
 * until the import is confirmed. Throws PermisoError, ArchivoIlegibleError, ColumnasError.
 */
export async function prepararImportacion(ctx: Context, raw: unknown): Promise<ImportacionDto> {
  requirePermiso(ctx, 'producto:importar');
  const { archivo, nombre } = PrepararImportacionInput.parse(raw);
  const { lector, ...forma } = abrir(archivo.bytes);
  return withTransaction(ctx, async (tx) => {
    const primera = await lector.next();
    if (primera.done) throw new ArchivoIlegibleError('El archivo está vacío.');
    const encabezado = leerEncabezado(primera.value.celdas);
    const revision = new Revision(tx, await nombresDeCategorias(tx), encabezado);
    const id = await insertImportacion(tx, ctx, nombre || archivo.nombre || 'productos.csv');
    for await (const registro of lector)
      await revision.agregar(id, { linea: registro.linea, ...validarFila(registro, encabezado) });
    await revision.cerrar(id, forma);
    await emitAudit(tx, ctx, { accion: 'importacion.preparar', entidad: 'importacion', idEntidad: id });
    return leerImportacionEn(tx.sql, ctx, id);
  });
}

/** How the file is written, and its rows. Throws ArchivoIlegibleError. */
function abrir(bytes: Uint8Array): { lector: AsyncGenerator<Registro>; codificacion: string; separador: string } {
  if (esXlsx(bytes)) return { lector: leerXlsx(bytes), codificacion: 'Excel', separador: 'columnas' };
  const { texto, codificacion } = decodificar(bytes);
  const separador = detectarSeparador(texto);
  return { lector: leerCsv(texto, separador), codificacion, separador: SEPARADORES[separador] };
}

async function insertImportacion(tx: Tx, ctx: Context, archivo: string): Promise<number> {
  const ahora = ctx.ahora.toISOString();
  const [fila] = await tx.sql<{ id: number }[]>`
    insert into importacion (archivo, situacion, filas, filas_malas, id_sucursal, id_user_create, created_at, updated_at)
    values (${archivo.replace(/\p{Cc}/gu, '').slice(0, 200)}, 'REVISADA', 0, 0, ${ctx.idSucursal}, ${ctx.actor.idUsuario},
      ${ahora}::timestamptz, ${ahora}::timestamptz)
    returning id`;
  if (!fila) throw new Error('importacion was not inserted');
  return fila.id;
}

async function nombresDeCategorias(tx: Tx): Promise<Map<string, string>> {
  const filas = await tx.sql<{ nombre: string }[]>`select nombre from categoria where estado`;
  return new Map(filas.map((f) => [normalizarTexto(f.nombre), f.nombre]));
}
