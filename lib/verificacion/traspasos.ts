import { formatBs } from '@/lib/money';
import { type ConId, definirRegla, type Regla } from './regla';

/** Cash by hand against its reason, cash that changes place, and the drawers that are being counted or were handed over. */
export const REGLAS_TRASPASO: readonly Regla[] = [
  definirRegla<ConId & { motivo: string; debe: string }>(
    'movimiento_motivo',
    'movimiento_caja',
    (sql) => sql`
      select m.id, m.motivo, x.debe from movimiento_caja m
        left join motivo_caja k on k.id = m.id_motivo
        join asiento a on a.tipo_documento = 'movimiento_caja' and a.id_documento = m.id
        cross join lateral (select case when coalesce(k.general, true)
          then case m.tipo when 'INGRESO' then 'ingresos_varios' else 'egresos_varios' end
          else 'motivo_' || k.id end || '.S' || a.id_sucursal as debe) x
      where coalesce(k.tipo, m.tipo) <> m.tipo or not exists (select 1 from partida p join cuenta c on c.id = p.id_cuenta
        where p.id_asiento = a.id and c.codigo = x.debe) order by m.id`,
    (f) => `El movimiento de caja ${f.id} (${f.motivo}) no está en la cuenta de su motivo, ${f.debe}.`,
  ),
  definirRegla<ConId & { dice: number; sale: number; entra: number }>(
    'traspaso_caja',
    'traspaso_caja',
    (sql) => sql`
      with lugar as (
        select a.id_documento, a.id_sesion_caja, p.importe, case when c.id_caja is not null then 'GAVETA'
          when c.codigo = 'caja_fuerte.S' || a.id_sucursal then 'CAJA_FUERTE' when c.codigo = 'banco.S' || a.id_sucursal then 'BANCO' end as lugar
        from asiento a join partida p on p.id_asiento = a.id join cuenta c on c.id = p.id_cuenta
        where a.tipo_documento = 'traspaso_caja'
      ), suma as (
        select coalesce(t.id, l.id_documento) as id, coalesce(t.monto, 0)::bigint as dice,
          coalesce(-sum(l.importe) filter (where l.lugar = t.origen), 0)::bigint as sale,
          coalesce(sum(l.importe) filter (where l.lugar = t.destino), 0)::bigint as entra
        from traspaso_caja t full join lugar l on l.id_documento = t.id and l.id_sesion_caja is not distinct from t.id_sesion_caja
        group by t.id, l.id_documento, t.monto
      )
      select id, dice, sale, entra from suma where dice <> sale or dice <> entra or dice = 0 order by id`,
    (f) =>
      `El traspaso ${f.id} es de ${formatBs(f.dice)} y el libro saca ${formatBs(f.sale)} de su origen y pone ${formatBs(f.entra)} en su destino.`,
  ),
  definirRegla<ConId & { caja: string; asiento: number }>(
    'efectivo_en_conteo',
    'sesion_caja',
    (sql) => sql`
      select s.id, j.nombre as caja, max(a.id) as asiento from sesion_caja s join caja j on j.id = s.id_caja
        join asiento a on a.id_sesion_caja = s.id join partida p on p.id_asiento = a.id
        join cuenta c on c.id = p.id_cuenta and c.id_caja = s.id_caja
      where s.estado_sesion = 'ABIERTA' and a.fecha > s.contando_desde group by s.id, j.nombre order by s.id`,
    (f) =>
      `La gaveta de ${f.caja} se está contando (sesión ${f.id}) y el asiento ${f.asiento} movió su efectivo después.`,
  ),
  definirRegla<ConId & { caja: string }>(
    'relevo_no_cuadra',
    'sesion_caja',
    (sql) => sql`
      select s.id, j.nombre as caja from sesion_caja s join caja j on j.id = s.id_caja
        join sesion_caja r on r.id = s.id_sesion_relevada
      where r.id_caja <> s.id_caja or r.fecha_cierre is distinct from s.fecha_apertura
        or r.monto_final_real is distinct from s.monto_inicial order by s.id`,
    (f) => `La sesión ${f.id} de ${f.caja} no abrió con el conteo de la que recibió en el relevo.`,
  ),
];
