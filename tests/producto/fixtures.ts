import { sqlClient } from '@/db';
import type { Context } from '@/lib/context';
import { prepararImportacion } from '@/lib/producto/importacion/preparar';
import { revisarImportacion } from '@/lib/producto/importacion/revisar';
import { leerImportacion } from '@/lib/producto/queries';
import type { ImportacionDto } from '@/lib/producto/schemas-importacion';

/** Σ of an account, in centavos. */
export async function sumaCuenta(codigo: string): Promise<number> {
  const [fila] = await sqlClient()<{ suma: number }[]>`
    select coalesce(sum(p.importe), 0)::bigint as suma from partida p join cuenta c on c.id = p.id_cuenta
    where c.codigo = ${codigo}`;
  return fila?.suma ?? 0;
}

/** What a branch has of a product, in thousandths and centavos. */
export async function existenciaDe(
  idProducto: number,
  idSucursal: number,
): Promise<{ cantidad: number; valor: number } | null> {
  const [fila] = await sqlClient()<{ cantidad: number; valor: number }[]>`
    select cantidad, valor from existencia where id_producto = ${idProducto} and id_sucursal = ${idSucursal}`;
  return fila ? { ...fila } : null;
}

/** How many lines of the trail name this act on this row. */
export async function auditadas(accion: string, id: number): Promise<number> {
  const [fila] = await sqlClient()<{ n: number }[]>`
    select count(*) as n from auditoria where accion = ${accion} and id_entidad = ${String(id)}`;
  return fila?.n ?? 0;
}

/** A file uploaded and read, as the worker leaves it for a person to look at. */
export async function subirYLeer(ctx: Context, bytes: Uint8Array, nombre = 'lista.csv'): Promise<ImportacionDto> {
  const { id } = await prepararImportacion(ctx, { archivo: { nombre, tipo: '', bytes } });
  await revisarImportacion(ctx, { id }, async () => {});
  return leerImportacion(ctx, { id });
}
