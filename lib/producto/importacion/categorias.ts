import type { Tx } from '@/db/transaction';
import type { Context } from '@/lib/context';
import { normalizarTexto } from '../rules';

/** The id of each category, by its normalised name, and those that had to be created. */
export type Categorias = { ids: Map<string, number>; nuevas: number[] };

/**
 * Finds the categories by name, whatever their case and accents, and creates those that are missing. Locks them all
 * against deletion until the commit.
 */
export async function resolverCategorias(tx: Tx, ctx: Context, nombres: readonly string[]): Promise<Categorias> {
  const pedidas = new Map<string, string>();
  for (const nombre of nombres) {
    const clave = normalizarTexto(nombre);
    if (!pedidas.has(clave)) pedidas.set(clave, nombre);
  }
  const leer = async () => {
    const filas = await tx.sql<{ id: number; nombre: string }[]>`
      select id, nombre from categoria where estado order by id for share`;
    return new Map(filas.map((f) => [normalizarTexto(f.nombre), f.id]));
  };
  const hay = await leer();
  const faltan = [...pedidas].filter(([clave]) => !hay.has(clave)).map(([, nombre]) => nombre);
  if (faltan.length === 0) return { ids: hay, nuevas: [] };
  const ahora = ctx.ahora.toISOString();
  const creadas = await tx.sql<{ id: number }[]>`
    insert into categoria (nombre, id_user_create, created_at, updated_at)
    select x, ${ctx.actor.idUsuario}::int, ${ahora}::timestamptz, ${ahora}::timestamptz from unnest(${faltan}::text[]) x
    on conflict (lower(nombre)) where estado do nothing returning id`;
  return { ids: await leer(), nuevas: creadas.map((c) => c.id) };
}
