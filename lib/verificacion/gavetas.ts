import { formatBs } from '@/lib/money';
import { type ConId, definirRegla, type Lector, type Regla } from './regla';

type Gaveta = ConId & { caja: string; saldo: number; calculado: number };
type Sesion = ConId & { caja: string; dice: number; calculado: number };

/** Every cash leg with what its entry says of it. */
const efectivo = (sql: Lector) => sql`
  select c.id_caja, p.importe, a.id as id_asiento, a.id_sesion_caja, a.tipo_documento, a.id_documento, a.bolsillo
  from partida p join cuenta c on c.id = p.id_cuenta and c.id_caja is not null join asiento a on a.id = p.id_asiento`;

/** What the recounts of a session (`s`) put in its drawer, or took. */
const recontado = (sql: Lector) => sql`coalesce((select sum(e.importe)::bigint from efectivo e
  where e.id_sesion_caja = s.id and e.tipo_documento = 'recuento_caja'), 0)`;

/** The drawers: what a session started with plus its cash is what the drawer holds, and what was counted at the close. */
export const REGLAS_GAVETA: readonly Regla[] = [
  definirRegla<Gaveta>(
    'gaveta_abierta',
    'sesion_caja',
    (sql) => sql`
      with efectivo as (${efectivo(sql)}),
      movido as (select id_sesion_caja, sum(importe) as total from efectivo where id_sesion_caja is not null group by 1)
      select s.id, j.nombre as caja, c.saldo, (s.monto_inicial + coalesce(m.total, 0))::bigint as calculado
      from sesion_caja s join caja j on j.id = s.id_caja join cuenta c on c.id_caja = s.id_caja
        left join movido m on m.id_sesion_caja = s.id
      where s.estado_sesion = 'ABIERTA' and c.saldo <> s.monto_inicial + coalesce(m.total, 0) order by s.id`,
    (f) =>
      `La gaveta de ${f.caja} tiene ${formatBs(f.saldo)} y su sesión abierta ${f.id}, con su monto inicial y sus movimientos, da ${formatBs(f.calculado)}.`,
  ),
  definirRegla<Gaveta>(
    'gaveta_cerrada',
    'caja',
    (sql) => sql`
      with efectivo as (${efectivo(sql)}),
      inicial as (select id_caja, sum(importe) as total from efectivo where tipo_documento = 'saldo_inicial_caja' group by 1),
      ultima as (
        select distinct on (s.id_caja) s.id_caja, s.monto_final_real + ${recontado(sql)} as monto_final_real
        from sesion_caja s order by s.id_caja, s.fecha_apertura desc, s.id desc
      )
      select j.id, j.nombre as caja, c.saldo, coalesce(u.monto_final_real, i.total, 0)::bigint as calculado
      from caja j join cuenta c on c.id_caja = j.id left join inicial i on i.id_caja = j.id left join ultima u on u.id_caja = j.id
      where not exists (select 1 from sesion_caja s where s.id_caja = j.id and s.estado_sesion = 'ABIERTA')
        and c.saldo <> coalesce(u.monto_final_real, i.total, 0) order by j.id`,
    (f) =>
      `La gaveta de ${f.caja} está cerrada con ${formatBs(f.saldo)} y su último conteo dejó ${formatBs(f.calculado)}.`,
  ),
  definirRegla<ConId & { caja: string }>(
    'caja_sin_cuenta',
    'caja',
    (sql) => sql`
      select j.id, j.nombre as caja from caja j
      where not exists (select 1 from cuenta c where c.id_caja = j.id and c.saldo is not null and c.saldo_minimo >= 0) order by j.id`,
    (f) => `La caja ${f.caja} no tiene una cuenta de gaveta con saldo y mínimo cero.`,
  ),
  definirRegla<Sesion>(
    'cierre_no_cuadra',
    'sesion_caja',
    (sql) => cierre(sql, sql`s.monto_final_real`, sql`e.tipo_documento <> 'recuento_caja'`),
    (f) =>
      `El cierre de ${f.caja} (sesión ${f.id}) contó ${formatBs(f.dice)} y el libro deja su gaveta en ${formatBs(f.calculado)}.`,
  ),
  definirRegla<Sesion>(
    'teorico_no_cuadra',
    'sesion_caja',
    (sql) => cierre(sql, sql`s.monto_final_teorico`, sql`e.tipo_documento not in ('cierre', 'recuento_caja')`),
    (f) =>
      `El cierre de ${f.caja} (sesión ${f.id}) esperaba ${formatBs(f.dice)} y sus movimientos dan ${formatBs(f.calculado)}.`,
  ),
  definirRegla<Sesion>(
    'diferencia_no_cuadra',
    'sesion_caja',
    (sql) => sql`
      select s.id, j.nombre as caja, s.diferencia as dice, s.monto_final_real - s.monto_final_teorico as calculado
      from sesion_caja s join caja j on j.id = s.id_caja
      where s.estado_sesion = 'CERRADA' and s.diferencia is distinct from s.monto_final_real - s.monto_final_teorico order by s.id`,
    (f) =>
      `El cierre de ${f.caja} (sesión ${f.id}) dice una diferencia de ${formatBs(f.dice)} y contado menos esperado da ${formatBs(f.calculado)}.`,
  ),
  definirRegla<Sesion>(
    'apertura_no_cuadra',
    'sesion_caja',
    (sql) => sql`
      with efectivo as (${efectivo(sql)}),
      inicial as (select id_caja, sum(importe) as total from efectivo where tipo_documento = 'saldo_inicial_caja' group by 1),
      apertura as (select id_documento as id_sesion, sum(importe) as total from efectivo where tipo_documento = 'apertura' group by 1),
      fila as (
        select s.*, lag(s.monto_final_real + ${recontado(sql)}) over (partition by s.id_caja order by s.fecha_apertura, s.id) as anterior
        from sesion_caja s
      )
      select s.id, j.nombre as caja, s.monto_inicial as dice,
        (coalesce(s.anterior, i.total, 0) + coalesce(a.total, 0))::bigint as calculado
      from fila s join caja j on j.id = s.id_caja left join inicial i on i.id_caja = s.id_caja
        left join apertura a on a.id_sesion = s.id
      where s.monto_inicial <> coalesce(s.anterior, i.total, 0) + coalesce(a.total, 0) order by s.id`,
    (f) =>
      `La sesión ${f.id} de ${f.caja} abrió con ${formatBs(f.dice)} y lo que había, con su diferencia de apertura, da ${formatBs(f.calculado)}.`,
  ),
  definirRegla<ConId & { cajas: string }>(
    'sesion_repetida',
    'sesion_caja',
    (sql) => sql`
      select s.id, string_agg(j.nombre, ' y ' order by j.id) as cajas
      from sesion_caja s join sesion_caja o on o.id < s.id and (o.id_caja = s.id_caja or o.id_usuario = s.id_usuario)
          and o.estado_sesion = 'ABIERTA'
        join caja j on j.id = s.id_caja
      where s.estado_sesion = 'ABIERTA' group by s.id order by s.id`,
    (f) => `La sesión ${f.id} de ${f.cajas} está abierta a la vez que otra de la misma caja o persona.`,
  ),
];

function cierre(sql: Lector, dice: ReturnType<Lector>, cuales: ReturnType<Lector>) {
  return sql<Sesion[]>`
    with efectivo as (${efectivo(sql)}),
    movido as (select e.id_sesion_caja, sum(e.importe) as total from efectivo e where ${cuales} group by 1)
    select s.id, j.nombre as caja, ${dice} as dice, (s.monto_inicial + coalesce(m.total, 0))::bigint as calculado
    from sesion_caja s join caja j on j.id = s.id_caja left join movido m on m.id_sesion_caja = s.id
    where s.estado_sesion = 'CERRADA' and ${dice} is distinct from s.monto_inicial + coalesce(m.total, 0) order by s.id`;
}
