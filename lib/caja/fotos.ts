import { sqlClient } from '@/db';
import { servirArchivo } from '@/lib/archivo/servir';
import { type ArchivoDto, guardarImagen } from '@/lib/archivo/subir';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { NoEncontradoError } from '@/lib/errors';
import { LADO_DE_FOTO } from './rules';
import { IdInput, SubirFotoInput } from './schemas';
import { sesionVisibleA } from './steps';

/**
 * Keeps the photo of a slip until a movement or a transfer of whoever uploaded it names it, or a day passes.
 * Throws PermisoError, ImagenInvalidaError.
 */
export async function subirFoto(ctx: Context, raw: unknown): Promise<ArchivoDto> {
  requirePermiso(ctx, 'caja:mover');
  const { archivo } = SubirFotoInput.parse(raw);
  return guardarImagen(ctx, archivo.bytes, { lado: LADO_DE_FOTO });
}

/** The photo of a movement, for whoever sees its session. Throws NoEncontradoError. */
export async function fotoDeMovimiento(ctx: Context, raw: unknown): Promise<Response> {
  const { id } = IdInput.parse(raw);
  const sql = sqlClient();
  const [fila] = await sql<{ id_archivo: number | null }[]>`
    select m.id_archivo from movimiento_caja m join sesion_caja s on s.id = m.id_sesion_caja join caja c on c.id = s.id_caja
    where m.id = ${id} and ${sesionVisibleA(sql, ctx)}`;
  if (!fila) throw new NoEncontradoError('No se encontró el movimiento.');
  return servirArchivo(fila.id_archivo);
}
