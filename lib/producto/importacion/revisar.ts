import { type Tx, withTransaction } from '@/db/transaction';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { ArchivoIlegibleError } from '../errors';
import { normalizarTexto } from '../rules';
import { type Columna, MAXIMO_COLUMNAS } from '../rules-importacion';
import { PorIdInput } from '../schemas';
import type { ResumenImportacion } from '../schemas-importacion';
import { type Abierto, abrirArchivo } from './abrir';
import { adivinarColumnas, encabezadoDe, fraseDeFaltantes } from './columnas';
import type { Registro } from './leer-csv';
import { Revision } from './revision';
import { SIN_LEER } from './sin-leer';
import { type Progreso, tomarImportacion } from './tomar';
import { validarFila } from './validar-fila';

/** Rows that a person sees while matching columns. */
const MUESTRA = 3;
const ANCHO_DE_CELDA = 60;

/**
 * Reads a file that waits for it and checks every row, for a person to look at; when it cannot tell which column is which, it
 * stops there and leaves the import waiting for a person to match them. Returns whether it did anything.
 * Throws ArchivoIlegibleError.
 */
export async function revisarImportacion(ctx: Context, raw: unknown, progreso: Progreso): Promise<boolean> {
  requirePermiso(ctx, 'producto:importar');
  const { id } = PorIdInput.parse(raw);
  return withTransaction(ctx, async (tx) => {
    const tomada = await tomarImportacion(tx, id, ['LEYENDO']);
    if (!tomada) return false;
    await tx.sql`delete from importacion_fila where id_importacion = ${id}`;
    const abierto = abrirArchivo(await leerContenido(tx, id));
    const cabeza = await leerCabeza(abierto.lector);
    const { encabezado, con_encabezado, aceptar_digitos, posiciones } = describir(cabeza, tomada.resumen);
    const resumen: ResumenImportacion = {
      ...SIN_LEER,
      codificacion: abierto.codificacion,
      separador: abierto.separador,
      encabezado,
      muestra: muestraDe(cabeza, con_encabezado),
      con_encabezado,
      aceptar_digitos,
      posiciones: Object.fromEntries(posiciones),
    };
    const faltan = fraseDeFaltantes(posiciones);
    if (faltan) {
      await dejarEnColumnas(tx, ctx, id, { resumen, falla: faltan });
      return true;
    }
    const titulos = encabezadoDe(encabezado, posiciones);
    const lectura = { encabezado: titulos, aceptarDigitos: aceptar_digitos, fin: abierto.fin };
    const revision = new Revision(tx, await nombresDeCategorias(tx), progreso);
    for await (const registro of desde(cabeza, abierto, con_encabezado)) {
      await revision.agregar(id, { linea: registro.linea, ...validarFila(registro, lectura) });
    }
    await revision.cerrar(ctx, id, { ...resumen, columnas: titulos.leidas, columnas_ignoradas: titulos.ignoradas });
    return true;
  });
}

async function leerContenido(tx: Tx, id: number): Promise<Uint8Array> {
  const [fila] = await tx.sql<{ bytes: Uint8Array }[]>`
    select bytes from importacion_contenido where id_importacion = ${id}`;
  if (!fila) throw new ArchivoIlegibleError('El archivo ya no está guardado. Hay que subirlo de nuevo.');
  return fila.bytes;
}

/** The first rows, which say what the columns are. Throws ArchivoIlegibleError. */
async function leerCabeza(lector: AsyncGenerator<Registro>): Promise<Registro[]> {
  const cabeza: Registro[] = [];
  while (cabeza.length <= MUESTRA) {
    const siguiente = await lector.next();
    if (siguiente.done) break;
    cabeza.push(siguiente.value);
  }
  if (cabeza.length === 0) throw new ArchivoIlegibleError('El archivo está vacío.');
  return cabeza;
}

/** How the columns are to be understood: as somebody matched them, or as the first row suggests. */
function describir(cabeza: readonly Registro[], elegido: ResumenImportacion) {
  const primera = cabeza[0]?.celdas ?? [];
  const alguien = Object.keys(elegido.posiciones).length > 0;
  const con_encabezado = alguien ? elegido.con_encabezado : true;
  const titulos = con_encabezado ? primera : primera.map((_, i) => `Columna ${i + 1}`);
  const posiciones = alguien
    ? new Map(Object.entries(elegido.posiciones) as [Columna, number][])
    : adivinarColumnas(primera);
  return {
    encabezado: titulos.slice(0, MAXIMO_COLUMNAS).map((c) => c.trim().slice(0, ANCHO_DE_CELDA)),
    con_encabezado,
    aceptar_digitos: elegido.aceptar_digitos,
    posiciones,
  };
}

function muestraDe(cabeza: readonly Registro[], conEncabezado: boolean): string[][] {
  const filas = conEncabezado ? cabeza.slice(1) : cabeza.slice(0, MUESTRA);
  return filas.map((f) => f.celdas.slice(0, MAXIMO_COLUMNAS).map((c) => c.trim().slice(0, ANCHO_DE_CELDA)));
}

async function* desde(cabeza: readonly Registro[], { lector }: Abierto, conEncabezado: boolean) {
  yield* conEncabezado ? cabeza.slice(1) : cabeza;
  yield* lector;
}

async function dejarEnColumnas(
  tx: Tx,
  ctx: Context,
  id: number,
  { resumen, falla }: { resumen: ResumenImportacion; falla: string },
): Promise<void> {
  await tx.sql`
    update importacion set situacion = 'COLUMNAS', falla = ${falla}, filas = 0, filas_malas = 0, filas_hechas = 0,
      resumen = ${JSON.stringify(resumen)}::text::jsonb, updated_at = ${ctx.ahora.toISOString()}::timestamptz
    where id = ${id} and situacion = 'LEYENDO'`;
}

async function nombresDeCategorias(tx: Tx): Promise<Map<string, string>> {
  const filas = await tx.sql<{ nombre: string }[]>`select nombre from categoria where estado`;
  return new Map(filas.map((f) => [normalizarTexto(f.nombre), f.nombre]));
}
