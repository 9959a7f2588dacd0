import { formatBs } from '@/lib/money';
import { type ConId, definirRegla, type Regla } from './regla';

/** What a superior let in, and what nobody did. */
export const REGLAS_APROBACION: readonly Regla[] = [
  definirRegla<ConId & { tipo: string | null; documento: number | null }>(
    'aprobacion_sin_documento',
    'aprobacion',
    (sql) => sql`
      select a.id, a.tipo_documento as tipo, a.id_documento as documento from aprobacion a
      where a.estado = 'USADA' and not case a.tipo_documento
        when 'venta' then exists (select 1 from venta v where v.id = a.id_documento)
        when 'movimiento_caja' then exists (select 1 from movimiento_caja m where m.id = a.id_documento)
        when 'traspaso_caja' then exists (select 1 from traspaso_caja t where t.id = a.id_documento)
        when 'sesion_caja' then exists (select 1 from sesion_caja s where s.id = a.id_documento)
        when 'recuento_caja' then exists (select 1 from recuento_caja r where r.id = a.id_documento)
        when 'ajuste_stock' then exists (select 1 from movimiento_stock k
          where k.tipo_documento = 'ajuste_stock' and k.id_documento = a.id_documento and k.fecha = a.usada_en)
        when 'documento_stock' then exists (select 1 from documento_stock d where d.id = a.id_documento)
        when 'conteo' then exists (select 1 from conteo n where n.id = a.id_documento and n.estado = 'APLICADO')
        else false end
      order by a.id`,
    (f) => `La aprobación ${f.id} se usó y su documento (${f.tipo ?? 'ninguno'} ${f.documento ?? ''}) no existe.`,
  ),
  definirRegla<ConId & { acto: string }>(
    'aprobacion_auditoria',
    'aprobacion',
    (sql) => sql`
      select a.id, x.acto from aprobacion a cross join lateral (values
          ('aprobacion.aprobar', a.estado = 'USADA' or (a.estado = 'APROBADA')),
          ('aprobacion.rechazar', a.estado = 'RECHAZADA'), ('aprobacion.usar', a.estado = 'USADA')) x(acto, debe)
      where x.debe and not exists (select 1 from auditoria t
        where t.entidad = 'aprobacion' and t.id_entidad = a.id::text and t.accion = x.acto) order by a.id, x.acto`,
    (f) => `La aprobación ${f.id} no tiene en la auditoría su ${f.acto}.`,
  ),
  definirRegla<ConId & { dice: string; hay: string }>(
    'aprobacion_autor',
    'aprobacion',
    (sql) => sql`
      select a.id, a.solicitada_por as dice, coalesce(v.id_usuario, m.id_user_create, t.id_user_create, s.id_user_create)::text as hay
      from aprobacion a
        left join venta v on a.tipo_documento = 'venta' and a.verbo = 'venta.cobrar' and v.id = a.id_documento
        left join movimiento_caja m on a.tipo_documento = 'movimiento_caja' and m.id = a.id_documento
        left join traspaso_caja t on a.tipo_documento = 'traspaso_caja' and t.id = a.id_documento
        left join sesion_caja s on a.tipo_documento = 'sesion_caja' and a.verbo = 'caja.abrir' and s.id = a.id_documento
      where a.estado = 'USADA' and coalesce(v.id_usuario, m.id_user_create, t.id_user_create, s.id_user_create) <> a.solicitada_por
      order by a.id`,
    (f) => `La aprobación ${f.id} es de la persona ${f.dice} y su documento lo hizo la persona ${f.hay}.`,
  ),
  definirRegla<ConId & { verbo: string; monto: number; hay: number }>(
    'aprobacion_monto',
    'aprobacion',
    (sql) => sql`
      select a.id, a.verbo, a.monto, x.hay from aprobacion a
        left join venta v on a.tipo_documento = 'venta' and v.id = a.id_documento
        left join movimiento_caja m on a.tipo_documento = 'movimiento_caja' and m.id = a.id_documento
        cross join lateral (select case a.verbo when 'venta.anular' then v.total when 'caja.movimiento' then m.monto
          when 'venta.cobrar' then v.descuento end as hay) x
      where a.estado = 'USADA' and case when a.verbo = 'venta.cobrar'
        then a.permisos = array['venta:descuento'] and a.monto > x.hay else a.monto <> x.hay end
      order by a.id`,
    (f) => `La aprobación ${f.id} (${f.verbo}) es por ${formatBs(f.monto)} y su documento es por ${formatBs(f.hay)}.`,
  ),
];
