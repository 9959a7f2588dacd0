import { sqlClient } from '@/db';
import { almacen } from './almacen';

/** An upload that no document took in this long was given up. */
const ESPERA_MS = 86_400_000;
const DE_A = 200;

/**
 * Erases what was uploaded and never used. The row goes first: bytes without a row are only space, a row without bytes would
 * be a photo that cannot be seen. Returns how many.
 */
export async function limpiarArchivos(ahora: Date): Promise<number> {
  const limite = new Date(ahora.getTime() - ESPERA_MS).toISOString();
  const borrados = await sqlClient()<{ clave: string }[]>`
    delete from archivo where id in (
      select id from archivo where usado_en is null and creado_en < ${limite}::timestamptz order by id limit ${DE_A} for update skip locked)
    returning clave`;
  for (const { clave } of borrados) await almacen().borrar(clave);
  return borrados.length;
}
