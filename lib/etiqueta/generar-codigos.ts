import type { Tx } from '@/db/transaction';
import { emitAudit } from '@/lib/audit';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { writeOnce } from '@/lib/operacion/write-once';
import { busquedaDe } from '@/lib/producto/rules';
import { conCodigosUnicos } from '@/lib/producto/steps';
import { publish } from '@/lib/realtime/publish';
import { SinCodigosInternosError } from './errors';
import { codigoInterno, prefijosLibres } from './rules';
import { type CodigoGeneradoDto, GenerarCodigosInput } from './schemas';

/**
 * Gives a code of the shop's own, an EAN-13 that starts with 20 to 29, to the products and presentations of the list that have
 * none; the others are left alone. Never one that a scale would print, nor one that is taken. Returns the codes given.
 * Throws PermisoError, SinCodigosInternosError.
 */
export async function generarCodigos(ctx: Context, raw: unknown): Promise<CodigoGeneradoDto[]> {
  requirePermiso(ctx, 'producto:editar');
  const { productos, presentaciones } = GenerarCodigosInput.parse(raw);
  const input = { productos, presentaciones };
  const work = async (tx: Tx) => {
    const sinCodigo = await lockSinCodigo(tx, input);
    const codigos = await elegirCodigos(tx, sinCodigo);
    await escribir(tx, ctx, codigos);
    for (const { id_producto, id_presentacion, codigo } of codigos) {
      await emitAudit(tx, ctx, {
        accion: 'producto.codigo_interno',
        entidad: 'producto',
        idEntidad: id_producto,
        despues: { codigo, id_presentacion },
      });
    }
    if (codigos.length > 0) {
      publish(tx, { tema: 'producto', idSucursal: null, ids: [...new Set(codigos.map((c) => c.id_producto))] });
    }
    return { respuesta: codigos };
  };
  return conCodigosUnicos({}, () => writeOnce(ctx, { verbo: 'producto.codigo_interno', input }, { work }));
}

type SinCodigo = { idProducto: number; idPresentacion: number | null };

/** Locks the products of the list, and says which of them, and of the presentations, have no code. */
async function lockSinCodigo(
  tx: Tx,
  { productos, presentaciones }: { productos: number[]; presentaciones: number[] },
): Promise<SinCodigo[]> {
  await tx.sql`
    select 1 from producto where estado and (id = any (${productos}::int[])
      or id in (select id_producto from presentacion_producto where id = any (${presentaciones}::int[])))
    order by id for no key update`;
  const filas = await tx.sql<SinCodigo[]>`
    select id as "idProducto", null::int as "idPresentacion" from producto
    where estado and codigo_barras is null and id = any (${productos}::int[])
    union all
    select t.id_producto, t.id from presentacion_producto t join producto p on p.id = t.id_producto and p.estado
    where t.estado and t.id = any (${presentaciones}::int[])
      and not exists (select 1 from codigo_producto k where k.id_presentacion = t.id and k.estado)
    order by 1, 2 nulls first`;
  return filas.map((f) => ({ ...f }));
}

/** The first free code of each: its prefix is no scale's, and nobody typed it before. */
async function elegirCodigos(tx: Tx, cuales: readonly SinCodigo[]): Promise<CodigoGeneradoDto[]> {
  const formatos = await tx.sql<{ formato: string }[]>`
    select distinct unnest(formatos_balanza) as formato from sucursal where estado`;
  const prefijos = prefijosLibres(formatos.map((f) => f.formato));
  const posibles = (c: SinCodigo) =>
    prefijos.map((p) =>
      codigoInterno(p, c.idPresentacion === null ? 'producto' : 'presentacion', c.idPresentacion ?? c.idProducto),
    );
  const tomados = await tx.sql<{ codigo: string }[]>`
    select codigo from codigo_producto where estado and codigo = any (${cuales.flatMap(posibles)}::text[])`;
  const ocupados = new Set(tomados.map((t) => t.codigo));
  return cuales.map((c) => {
    const codigo = posibles(c).find((p) => !ocupados.has(p));
    if (!codigo) throw new SinCodigosInternosError();
    return { id_producto: c.idProducto, id_presentacion: c.idPresentacion, codigo };
  });
}

async function escribir(tx: Tx, ctx: Context, codigos: readonly CodigoGeneradoDto[]): Promise<void> {
  const ahora = ctx.ahora.toISOString();
  const nombres = await tx.sql<{ id: number; nombre: string }[]>`
    select id, nombre from producto where id = any (${codigos.map((c) => c.id_producto)}::int[])`;
  const nombreDe = new Map(nombres.map((n) => [n.id, n.nombre]));
  const propios = codigos
    .filter((c) => c.id_presentacion === null)
    .map((c) => ({
      id: c.id_producto,
      codigo: c.codigo,
      busqueda: busquedaDe(nombreDe.get(c.id_producto) ?? '', c.codigo),
    }));
  await tx.sql`
    update producto p set codigo_barras = x.codigo, busqueda = x.busqueda, id_user_update = ${ctx.actor.idUsuario}::int,
      updated_at = ${ahora}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(propios)}::text::jsonb) as x(id int, codigo text, busqueda text)
    where p.id = x.id`;
  const otros = codigos.filter((c) => c.id_presentacion !== null);
  await tx.sql`
    insert into codigo_producto (id_producto, id_presentacion, codigo, id_user_create, created_at, updated_at)
    select x.id_producto, x.id_presentacion, x.codigo, ${ctx.actor.idUsuario}::int, ${ahora}::timestamptz, ${ahora}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(otros)}::text::jsonb) as x(id_producto int, id_presentacion int, codigo text)`;
}
