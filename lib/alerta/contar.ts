import { CLASES, type Lector, type Rango, type TipoDeAlerta } from './clases';
import { DIAS_DE_PASADO, type Dia } from './rules';

/** A person's counts: the day looked at, and each day before it. `idSucursal` is where most of today's events were. */
export type Persona = { idUsuario: number; nombre: string; idSucursal: number; hoy: Dia; pasado: Dia[] };

type Fila = {
  id_usuario: number;
  nombre: string;
  dia: string;
  eventos: number;
  ocasiones: number;
  id_sucursal: number | null;
};

/**
 * What each person did of one kind on the last day of the range and on each day before it. Occasions are their tickets of
 * the day, or 1 for each day on which they did anything at all. Only people with events on the day come back.
 */
export async function contar(sql: Lector, tipo: TipoDeAlerta, rango: Rango, dia: string): Promise<Persona[]> {
  const { eventos, por } = CLASES[tipo];
  const ocasiones =
    por === 'tickets'
      ? sql`select v.id_usuario, (v.fecha at time zone 'America/La_Paz')::date as dia, count(*)::int as n
          from sucursal s join venta v on v.id_sucursal = s.id
          where v.fecha >= ${rango.desde}::timestamptz and v.fecha < ${rango.hasta}::timestamptz group by 1, 2`
      : sql`select a.id_usuario, (a.fecha at time zone 'America/La_Paz')::date as dia, 1 as n from auditoria a
          where a.fecha >= ${rango.desde}::timestamptz and a.fecha < ${rango.hasta}::timestamptz group by 1, 2`;
  const filas = await sql<Fila[]>`
    with evento as (${eventos(sql, rango)}),
      cuenta as (select e.id_usuario, (e.fecha at time zone 'America/La_Paz')::date as dia, count(*)::int as n,
        mode() within group (order by e.id_sucursal) as id_sucursal from evento e group by 1, 2),
      ocasion as (${ocasiones})
    select o.id_usuario, u.name as nombre, o.dia::text as dia, coalesce(c.n, 0) as eventos, o.n as ocasiones, c.id_sucursal
    from ocasion o join usuario u on u.id = o.id_usuario left join cuenta c on c.id_usuario = o.id_usuario and c.dia = o.dia
    where o.id_usuario in (select id_usuario from cuenta where dia = ${dia}::date)
    order by o.id_usuario, o.dia`;
  return porPersona(filas, dia);
}

function porPersona(filas: readonly Fila[], dia: string): Persona[] {
  const personas = new Map<number, Fila[]>();
  for (const fila of filas) personas.set(fila.id_usuario, [...(personas.get(fila.id_usuario) ?? []), fila]);
  return [...personas.values()].flatMap((suyas) => {
    const hoy = suyas.find((f) => f.dia === dia);
    if (!hoy || hoy.id_sucursal === null) return [];
    const pasado = suyas.filter((f) => f.dia < dia).slice(-DIAS_DE_PASADO);
    return [{ idUsuario: hoy.id_usuario, nombre: hoy.nombre, idSucursal: hoy.id_sucursal, hoy, pasado }];
  });
}
