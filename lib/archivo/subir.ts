import { randomUUID } from 'node:crypto';
import { sqlClient } from '@/db';
import type { Context } from '@/lib/context';
import { diaDe } from '@/lib/time';
import { almacen } from './almacen';
import { rehacerImagen } from './imagen';

/** An image that waits for its document. */
export type ArchivoDto = { id: number; ancho: number; alto: number; bytes: number };

/**
 * Keeps an image that somebody uploaded, remade by us, until their document takes it (`usarArchivo`) or a day passes. First
 * the bytes and then the row: a row always has its bytes. The caller has checked who may. Throws ImagenInvalidaError.
 */
export async function guardarImagen(ctx: Context, subido: Uint8Array, opciones: { lado: number }): Promise<ArchivoDto> {
  const { tipo, bytes, ancho, alto } = await rehacerImagen(subido, opciones);
  const clave = `${diaDe(ctx.ahora).slice(0, 7)}/${randomUUID()}.webp`;
  await almacen().guardar(clave, bytes);
  const sql = ctx.tx?.sql ?? sqlClient();
  const [fila] = await sql<{ id: number }[]>`
    insert into archivo (clave, tipo, bytes, ancho, alto, id_user_create, creado_en)
    values (${clave}, ${tipo}, ${bytes.byteLength}, ${ancho}, ${alto}, ${ctx.actor.idUsuario}, ${ctx.ahora.toISOString()}::timestamptz)
    returning id`;
  if (!fila) throw new Error('archivo: the insert gave no id');
  return { id: fila.id, ancho, alto, bytes: bytes.byteLength };
}
