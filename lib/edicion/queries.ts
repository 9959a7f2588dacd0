import { sqlClient } from '@/db';
import { encodeCursor, idDelCursor, Page } from '@/lib/action/page';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { calcular } from './calcular';
import { edicionDto, type FilaEdicion, selectEdicion } from './read';
import { campoDe } from './rules';
import { type EdicionDto, ListarEdicionesQuery, VerEdicionInput, type VistaEdicionDto } from './schemas';
import { valorEnPalabras } from './texto';

const MUESTRA = 60;
const PAGINA = 30;
const MAXIMO_ID = 2_147_483_647;

/**
 * What a change would do, before it is made: how many products would change and the first of them, with before and after.
 * Writes nothing. Throws PermisoError, EdicionVaciaError (nothing was chosen).
 */
export async function verEdicion(ctx: Context, raw: unknown): Promise<VistaEdicionDto> {
  requirePermiso(ctx, 'producto:edicion_masiva');
  const { cambio, cuales } = VerEdicionInput.parse(raw);
  const sql = sqlClient();
  const { elegidos, filas, huella } = await calcular(sql, ctx, { cambio, cuales });
  const campo = campoDe(cambio);
  const [categorias, propios] = await Promise.all([
    campo === 'id_categoria' ? sql<{ id: number; nombre: string }[]>`select id, nombre from categoria` : [],
    campo === 'precio_venta'
      ? sql<{ n: number }[]>`
          select count(distinct id_producto) as n from precio_sucursal
          where estado and id_presentacion is null and id_producto = any (${filas.map((f) => f.id)}::int[])`
      : [],
  ]);
  const nombres = new Map(categorias.map((c) => [c.id, c.nombre]));
  const decir = (valor: (typeof filas)[number]['antes']) => valorEnPalabras(campo, valor, nombres);
  return {
    huella,
    elegidos,
    cambian: filas.length,
    con_precio_propio: propios[0]?.n ?? 0,
    muestra: filas
      .slice(0, MUESTRA)
      .map(({ id, nombre, antes, despues }) => ({ id, nombre, antes: decir(antes), despues: decir(despues) })),
  };
}

/** The editions that were made, newest first, in pages of thirty. */
export async function listarEdiciones(ctx: Context, raw: unknown = {}): Promise<Page<EdicionDto>> {
  requirePermiso(ctx, 'producto:edicion_masiva');
  const { limite = PAGINA, cursor } = ListarEdicionesQuery.parse(raw);
  const sql = sqlClient();
  const filas = await sql<FilaEdicion[]>`
    ${selectEdicion(sql)} where e.id < ${idDelCursor(cursor) ?? MAXIMO_ID} order by e.id desc limit ${limite + 1}`;
  const pagina = filas.slice(0, limite);
  return new Page(pagina.map(edicionDto), {
    nextCursor: filas.length > limite ? encodeCursor([pagina.at(-1)?.id ?? 0]) : null,
  });
}
