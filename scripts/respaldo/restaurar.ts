import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { migrate } from '@/db/migrate';
import { REGLAS, verificar } from '@/lib/verificacion/verificar';
import { exigirVacia, migracionesDe, recrear } from './base-vacia';
import { conectar, nombreSql, type Sql } from './conexion';
import { comprobarArchivo, leerArchivo, type Manifiesto } from './formato';
import { RespaldoRechazado } from './rechazo';

/**
 * Loads a copy into an empty database: the schema by the project's own migrations, the rows with the guards asleep, then
 * every row counted and every book recomputed. What does not agree is named and nothing of it stays: the base ends either
 * whole or empty. A copy of an older version is brought up to date. Answers how many controls it passed.
 * Throws RespaldoRechazado: a damaged or newer copy, a base with data or in use, a discrepancy.
 */
export async function restaurar({
  url,
  archivo,
}: {
  url: string;
  archivo: string;
}): Promise<Manifiesto & { controles: number }> {
  const manifiesto = await comprobarArchivo(archivo);
  const { suyas, todas } = migracionesDe(manifiesto);
  const sql = conectar(url);
  try {
    await exigirVacia(sql);
    try {
      await recrear(sql, url, { cuantas: suyas, todas });
      await sql.begin(async (tx) => {
        await cargar(tx, archivo, manifiesto);
        await exigirFilas(tx, manifiesto);
        if (suyas === todas) await exigirQueCuadre(tx);
      });
      if (suyas < todas) {
        await migrate(url);
        await exigirQueCuadre(sql);
      }
    } catch (error) {
      await recrear(sql, url, { cuantas: todas, todas });
      throw error;
    }
    await sql`analyze`;
    return { ...manifiesto, controles: REGLAS.length };
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function cargar(tx: Sql, archivo: string, { tablas, secuencias }: Manifiesto): Promise<void> {
  await tx`set local session_replication_role = replica`;
  for (const { tabla } of tablas) await tx.unsafe(`delete from public.${nombreSql(tabla)}`);
  const piezas = leerArchivo(archivo);
  let pieza = await piezas.next();
  while (!pieza.done && !Buffer.isBuffer(pieza.value) && 'tabla' in pieza.value) {
    const { tabla, columnas } = pieza.value;
    async function* filas() {
      for (pieza = await piezas.next(); !pieza.done && Buffer.isBuffer(pieza.value); pieza = await piezas.next()) {
        yield pieza.value;
      }
    }
    const lista = columnas.map(nombreSql).join(', ');
    const destino = await tx.unsafe(`copy public.${nombreSql(tabla)} (${lista}) from stdin`).writable();
    await pipeline(Readable.from(filas()), destino);
  }
  for (const [nombre, ultimo] of Object.entries(secuencias)) {
    await tx`select setval(${`public.${nombreSql(nombre)}`}::regclass, ${ultimo}::bigint)`;
  }
  await tx`set local session_replication_role = origin`;
}

async function exigirFilas(tx: Sql, { tablas }: Manifiesto): Promise<void> {
  for (const { tabla, filas } of tablas) {
    const [hay] = await tx.unsafe<{ n: number }[]>(`select count(*)::int as n from public.${nombreSql(tabla)}`);
    if (hay?.n !== filas) {
      throw new RespaldoRechazado(
        `No se restauró: la tabla ${tabla} quedó con ${hay?.n} filas y la copia tiene ${filas}`,
      );
    }
  }
}

async function exigirQueCuadre(sql: Sql): Promise<void> {
  const halladas = await verificar(sql);
  if (halladas.length === 0) return;
  const detalle = halladas.map((d) => `  ✗ ${d.detalle} (${d.regla})`).join('\n');
  throw new RespaldoRechazado(`No se restauró, porque lo copiado no cuadra:\n${detalle}`);
}
