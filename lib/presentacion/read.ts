import type { SqlClient } from '@/db';
import type { Tx } from '@/db/transaction';
import { jsonDeCentavos } from '@/lib/money';
import { jsonDeMilesimas } from '@/lib/quantity';
import { PresentacionNoEncontradaError } from './errors';
import type { CodigoDto, PresentacionDto } from './schemas';

type Fila = { id: number; nombre: string; factor: number; precio: number; codigos: string };

/** The living presentations of a product with their codes, the smallest first. */
export async function leerPresentaciones(sql: Tx['sql'] | SqlClient, idProducto: number): Promise<PresentacionDto[]> {
  const filas = await sql<
    Fila[]
  >`${select(sql)} where t.id_producto = ${idProducto} and t.estado order by t.factor, t.id`;
  return filas.map(dto);
}

/** One living presentation inside the transaction. Throws PresentacionNoEncontradaError. */
export async function leerPresentacionEn(tx: Tx, id: number): Promise<PresentacionDto> {
  const [fila] = await tx.sql<Fila[]>`${select(tx.sql)} where t.id = ${id} and t.estado`;
  if (!fila) throw new PresentacionNoEncontradaError();
  return dto(fila);
}

function select(sql: Tx['sql'] | SqlClient) {
  return sql`
    select t.id, t.nombre, t.factor, t.precio_venta as precio,
      (select coalesce(jsonb_agg(jsonb_build_object('id', k.id, 'codigo', k.codigo, 'principal', false) order by k.id), '[]')
        from codigo_producto k where k.id_producto = t.id_producto and k.id_presentacion = t.id and k.estado)::text as codigos
    from presentacion_producto t`;
}

function dto(f: Fila): PresentacionDto {
  const codigos = JSON.parse(f.codigos) as CodigoDto[];
  return {
    id: f.id,
    nombre: f.nombre,
    factor: jsonDeMilesimas(f.factor),
    precio_venta: jsonDeCentavos(f.precio),
    codigos,
  };
}
