import type postgres from 'postgres';
import type { AprobacionDeDocumento } from '@/lib/aprobacion/schemas';
import { aprobacionesDto, aprobacionesJson } from '@/lib/aprobacion/steps';
import { jsonDeCentavos } from '@/lib/money';
import { conteoDto, type Reader } from './read';
import type { Conteo } from './rules';
import type { CorreccionDto, RecuentoDto } from './schemas-cierre';

type Fragment = postgres.PendingQuery<postgres.Row[]>;

type FilaRecuento = Omit<RecuentoDto, 'denominaciones' | 'aprobaciones'> & {
  denominaciones: Conteo | null;
  aprobaciones: AprobacionDeDocumento[];
};

/** Recounts that meet `where` (over `r`), newest first. */
export async function selectRecuentos(sql: Reader, where: Fragment): Promise<RecuentoDto[]> {
  const filas = await sql<FilaRecuento[]>`
    select r.id, r.id_sesion_caja, r.monto, r.denominaciones, r.ajuste, r.contra, r.motivo, r.id_asiento, r.fecha,
      coalesce(u.name, '') as usuario,
      (s.monto_final_real - s.monto_final_teorico + (select sum(x.ajuste) from recuento_caja x
        where x.id_sesion_caja = r.id_sesion_caja and x.id <= r.id))::bigint as diferencia,
      ${sql.unsafe(aprobacionesJson('recuento_caja', 'r.id'))} as aprobaciones
    from recuento_caja r join sesion_caja s on s.id = r.id_sesion_caja left join usuario u on u.id = r.id_user_create
    where ${where} order by r.id desc`;
  return filas.map((f) => ({
    ...f,
    monto: jsonDeCentavos(f.monto),
    ajuste: jsonDeCentavos(f.ajuste),
    diferencia: jsonDeCentavos(f.diferencia),
    denominaciones: f.denominaciones && conteoDto(f.denominaciones),
    fecha: new Date(f.fecha).toISOString(),
    aprobaciones: aprobacionesDto(f.aprobaciones),
  }));
}

/**
 * What was entered after a session closed and corrects it: recounts, tickets that arrived late, and entries of other
 * sessions that undo one of its own. `importe` is what it moved of cash or of the session's difference.
 */
export async function selectCorrecciones(sql: Reader, idSesion: number): Promise<CorreccionDto[]> {
  const filas = await sql<(CorreccionDto & { importe: number })[]>`
    with sesion as (select id, fecha_cierre from sesion_caja where id = ${idSesion} and estado_sesion = 'CERRADA'),
    correccion as (
      select a.* from asiento a join sesion s on a.id_sesion_caja = s.id
      where a.registrado_en > s.fecha_cierre and a.fecha > s.fecha_cierre and a.tipo_documento <> 'cierre'
      union
      select c.* from asiento a join sesion s on a.id_sesion_caja = s.id join asiento c on c.corrige_a = a.id
      where c.id_sesion_caja is distinct from s.id
    )
    select c.id as id_asiento, c.fecha, c.tipo_documento, c.id_documento, c.glosa, coalesce(u.name, '') as usuario,
      c.id_sesion_caja, coalesce((select sum(p.importe) from partida p join cuenta q on q.id = p.id_cuenta
        where p.id_asiento = c.id and (q.id_caja is not null or q.codigo like 'banco.S%')), 0)::bigint as importe
    from correccion c left join usuario u on u.id = c.id_usuario order by c.id desc limit 200`;
  return filas.map((f) => ({ ...f, fecha: new Date(f.fecha).toISOString(), importe: jsonDeCentavos(f.importe) }));
}
