import { formatBs } from '@/lib/money';
import { type ConId, definirRegla, type Regla } from './regla';

/** What was done about a close after it: recounts and their entries, what the apps showed, and the tasks it left. */
export const REGLAS_CIERRE: readonly Regla[] = [
  definirRegla<ConId & { ajuste: number; libro: number }>(
    'recuento_sin_asiento',
    'recuento_caja',
    (sql) => sql`
      with pata as (
        select a.id_documento, a.id as id_asiento, a.id_sesion_caja, sum(p.importe) as total
        from asiento a join partida p on p.id_asiento = a.id join cuenta c on c.id = p.id_cuenta
        where a.tipo_documento = 'recuento_caja' and (c.id_caja is not null or c.codigo = 'apertura.S' || a.id_sucursal)
        group by 1, 2, 3
      )
      select coalesce(r.id, l.id_documento) as id, coalesce(r.ajuste, 0) as ajuste, coalesce(l.total, 0)::bigint as libro
      from recuento_caja r full join pata l
        on l.id_documento = r.id and l.id_asiento = r.id_asiento and l.id_sesion_caja = r.id_sesion_caja
      where coalesce(r.ajuste, 0) <> coalesce(l.total, 0) order by 1`,
    (f) => `El recuento ${f.id} cambia ${formatBs(f.ajuste)} y el libro lleva ${formatBs(f.libro)}.`,
  ),
  definirRegla<ConId & { monto: number; suma: number }>(
    'recuento_no_cuadra',
    'recuento_caja',
    (sql) => sql`
      with fila as (
        select r.id, r.monto, (s.monto_final_real + sum(r.ajuste) over (partition by r.id_sesion_caja order by r.id))::bigint as suma
        from recuento_caja r join sesion_caja s on s.id = r.id_sesion_caja
      )
      select * from fila where monto is distinct from suma order by id`,
    (f) =>
      `El recuento ${f.id} contó ${formatBs(f.monto)} y el conteo sellado, con lo que cambiaron sus recuentos, da ${formatBs(f.suma)}.`,
  ),
  definirRegla<ConId & { cuenta: string }>(
    'conteo_externo_sin_cierre',
    'conteo_externo',
    (sql) => sql`
      select e.id, coalesce(q.codigo, '(ninguna)') as cuenta from conteo_externo e join sesion_caja s on s.id = e.id_sesion_caja
        join caja c on c.id = s.id_caja left join cuenta q on q.id = e.id_cuenta
      where s.estado_sesion <> 'CERRADA' or q.externa is null or q.id_sucursal <> c.id_sucursal order by e.id`,
    (f) => `El saldo declarado ${f.id} (${f.cuenta}) no es de un cierre de su sucursal.`,
  ),
  definirRegla<ConId & { acto: string }>(
    'tarea_sin_auditoria',
    'tarea',
    (sql) => sql`
      select t.id, x.acto from tarea t cross join lateral (values ('tarea.abrir', true),
        ('tarea.resolver', t.estado = 'RESUELTA')) x(acto, debe)
      where x.debe and not exists (select 1 from auditoria a
        where a.entidad = 'tarea' and a.id_entidad = t.id::text and a.accion = x.acto) order by t.id, x.acto`,
    (f) => `La tarea ${f.id} no tiene en la auditoría su ${f.acto}.`,
  ),
];
