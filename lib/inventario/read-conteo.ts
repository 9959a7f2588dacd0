import type { PendingQuery, Row } from 'postgres';
import type { AprobacionDeDocumento } from '@/lib/aprobacion/schemas';
import { aprobacionesDto, aprobacionesJson } from '@/lib/aprobacion/steps';
import { puede } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import type { Unidad } from '@/lib/producto/rules';
import { jsonDeMilesimas } from '@/lib/quantity';
import { trabajaEn } from './alcance';
import { ConteoNoEncontradoError } from './errors';
import { alCosto, iso, type Lector } from './lector';
import type { Alcance, EstadoConteo, NoContados } from './rules';
import type { ConteoDetalleDto, ConteoDto, ConteoLineaDto } from './schemas-respuestas';

/** A count as it is read. */
export type FilaConteo = {
  id: number;
  numero: number;
  id_sucursal: number;
  sucursal: string;
  alcance: Alcance;
  id_categoria: number | null;
  categoria: string | null;
  nota: string | null;
  estado: EstadoConteo;
  abierto_en: string;
  id_usuario: number;
  usuario: string | null;
  contados: number;
  total: number | null;
  no_contados: NoContados | null;
  cerrado_en: string | null;
  cerrado_por: string | null;
  valor: number | null;
};

/** `select … from conteo c`; add `where`. */
export function selectConteo(sql: Lector): PendingQuery<Row[]> {
  return sql`select c.id, c.numero, c.id_sucursal, s.nombre as sucursal, c.alcance, c.id_categoria, k.nombre as categoria,
    c.nota, c.estado, c.abierto_en, c.id_usuario, u.name as usuario, c.no_contados, c.cerrado_en, q.name as cerrado_por, c.valor,
    (select count(*) from conteo_linea l where l.id_conteo = c.id) as contados,
    case when c.alcance <> 'LIBRE' then (
      with recursive rama as (
        select id from categoria where id = c.id_categoria union all
        select h.id from categoria h join rama r on h.id_padre = r.id
      ) select count(*) from producto p where p.estado and (c.id_categoria is null or p.id_categoria in (select id from rama))
    ) end as total
    from conteo c join sucursal s on s.id = c.id_sucursal left join categoria k on k.id = c.id_categoria
      left join usuario u on u.id = c.id_usuario left join usuario q on q.id = c.cerrado_por`;
}

/** A count as clients see it. */
export function conteoDto(ctx: Context, { numero, ...f }: FilaConteo): ConteoDto {
  return {
    ...f,
    folio: `C-${numero}`,
    abierto_en: iso(f.abierto_en),
    cerrado_en: iso(f.cerrado_en),
    usuario: f.usuario ?? 'Sistema',
    valor: alCosto(ctx, f.valor),
  };
}

type FilaLinea = {
  id_producto: number;
  nombre: string;
  codigo_barras: string | null;
  unidad: Unidad;
  contada: number;
  habia: number;
  movida: boolean;
  contada_en: string;
  contada_por: string | null;
  valor_ajuste: number | null;
  aplicado: boolean;
};

/**
 * Whether the stock of a line of `conteo_linea l` was set right after it was counted, by another count, an adjustment, or the
 * void of what never was: applying its difference too would take it twice.
 */
export function ajustadaDespues(sql: Lector, idSucursal: PendingQuery<Row[]>): PendingQuery<Row[]> {
  return sql`exists (select 1 from movimiento_stock m where m.id_producto = l.id_producto and m.id_sucursal = ${idSucursal}
    and (m.tipo = 'AJUSTE' or (m.tipo = 'ANULACION' and m.tipo_documento = 'documento_stock')) and m.id > l.ultimo_movimiento)`;
}

function selectLinea(sql: Lector): PendingQuery<Row[]> {
  return sql`select l.id_producto, p.nombre, p.codigo_barras, p.unidad, l.contada, l.habia,
    l.movida or (c.estado = 'ABIERTO' and ${ajustadaDespues(sql, sql`c.id_sucursal`)}) as movida, l.contada_en,
    u.name as contada_por, l.valor_ajuste, c.estado = 'APLICADO' as aplicado
    from conteo_linea l join producto p on p.id = l.id_producto join conteo c on c.id = l.id_conteo
      left join usuario u on u.id = l.contada_por`;
}

/** Who counts does not know what there should be; who may adjust, and what was applied, does. */
function lineaDto(ctx: Context, f: FilaLinea): ConteoLineaDto {
  const ve = f.aplicado || puede(ctx, 'producto:ajustar');
  const { aplicado: _, valor_ajuste, ...l } = f;
  return {
    ...l,
    contada: jsonDeMilesimas(f.contada),
    habia: ve ? jsonDeMilesimas(f.habia) : null,
    diferencia: ve ? jsonDeMilesimas(f.contada - f.habia) : null,
    valor: alCosto(ctx, valor_ajuste),
    contada_en: iso(f.contada_en),
    contada_por: f.contada_por ?? 'Sistema',
  };
}

/** What was counted of a product. Throws ConteoNoEncontradoError. */
export async function leerLineaEn(sql: Lector, ctx: Context, id: number, idProducto: number): Promise<ConteoLineaDto> {
  const [fila] = await sql<
    FilaLinea[]
  >`${selectLinea(sql)} where l.id_conteo = ${id} and l.id_producto = ${idProducto}`;
  if (!fila) throw new ConteoNoEncontradoError();
  return lineaDto(ctx, fila);
}

/** A count with everything counted, the last first. Throws ConteoNoEncontradoError. */
export async function leerConteoEn(sql: Lector, ctx: Context, id: number): Promise<ConteoDetalleDto> {
  const [[fila], lineas, [aprobado]] = await Promise.all([
    sql<FilaConteo[]>`${selectConteo(sql)} where c.id = ${id}`,
    sql<FilaLinea[]>`${selectLinea(sql)} where l.id_conteo = ${id} order by l.contada_en desc, p.nombre`,
    sql<{ lista: AprobacionDeDocumento[] }[]>`select ${sql.unsafe(aprobacionesJson('conteo', String(id)))} as lista`,
  ]);
  if (!fila || !trabajaEn(ctx, fila.id_sucursal)) throw new ConteoNoEncontradoError();
  return {
    ...conteoDto(ctx, fila),
    lineas: lineas.map((l) => lineaDto(ctx, l)),
    aprobaciones: aprobacionesDto(aprobado?.lista ?? []),
  };
}
