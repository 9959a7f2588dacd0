import { sqlClient } from '@/db';
import { conPlazo } from '@/lib/action/deadline';
import { baseResponde } from '@/lib/health';
import { NOMBRES_DE_COLAS } from '@/lib/jobs/colas';
import { metrica } from './texto';

const LIMITE_MS = 2000;

type Estado = { sesiones: number; ventas: number; colas: boolean };

/**
 * What the database tells, the same from every process: whether it answers, open sessions, waiting jobs, tickets ever sold.
 * Cheap whatever the shop's history: nothing here reads a ledger. Without a database only the first line is left.
 */
export async function metricasDeLaBase(): Promise<string> {
  const texto = (await baseResponde()) ? await conPlazo(delNegocio, LIMITE_MS).catch(() => null) : null;
  const responde = { valor: texto === null ? 0 : 1 };
  return `${metrica('kantuta_base_responde', 'gauge', 'Whether the database answers', [responde])}${texto ?? ''}`;
}

async function delNegocio(): Promise<string> {
  const sql = sqlClient();
  const [estado] = await sql<Estado[]>`
    select (select count(*)::int from sesion_caja where estado_sesion = 'ABIERTA') as sesiones,
      (select coalesce(sum(ultimo), 0)::bigint from serie_ticket) as ventas,
      to_regclass('pgboss.job') is not null as colas`;
  const pendientes = estado?.colas
    ? await sql<{ cola: string; n: number }[]>`
        select name as cola, count(*)::int as n from pgboss.job where state < 'active' group by name`
    : [];
  const deCola = new Map(pendientes.map(({ cola, n }) => [cola, n]));
  const colas = NOMBRES_DE_COLAS.map((cola) => ({ etiquetas: { cola }, valor: deCola.get(cola) ?? 0 }));
  return [
    metrica('kantuta_sesiones_abiertas', 'gauge', 'Cajas that are open', [{ valor: estado?.sesiones ?? 0 }]),
    metrica('kantuta_trabajos_pendientes', 'gauge', 'Jobs that wait for the worker', colas),
    // every sale takes the next number of its series, in its own transaction
    metrica('kantuta_ventas_total', 'counter', 'Tickets ever sold', [{ valor: estado?.ventas ?? 0 }]),
  ].join('');
}
