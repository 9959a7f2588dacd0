import { revisionDe } from '@/lib/aprobacion/steps';
import type { Context } from '@/lib/context';
import { jsonDeCentavos } from '@/lib/money';
import { tareasDeSesion } from '@/lib/tarea/steps';
import { casoDe } from './caso';
import { selectCorrecciones, selectRecuentos } from './correcciones';
import { selectConteosExternos } from './externos';
import { balanceDe, filasDe } from './figures';
import { hipotesisDe } from './hipotesis';
import type { Reader } from './read';
import type { CierreDto, HipotesisDto } from './schemas-cierre';
import type { SesionDetalleDto } from './schemas-respuestas';

/** All that a sealed count found, what was done about it since, and what may have happened. The session is closed and seen. */
export async function cierreDe(sql: Reader, ctx: Context, sesion: SesionDetalleDto): Promise<CierreDto> {
  const { id } = sesion;
  const [balance, externas, vigente, recuentos, correcciones, tareas, revision] = await Promise.all([
    balanceDe(sql, ctx, sesion),
    selectConteosExternos(sql, id),
    diferenciaVigente(sql, id),
    selectRecuentos(sql, sql`r.id_sesion_caja = ${id}`),
    selectCorrecciones(sql, id),
    tareasDeSesion(sql, id),
    revisionDe(sql, { tipo: 'sesion_caja', id }),
  ]);
  return {
    sesion,
    balance,
    externas,
    diferencia_vigente: jsonDeCentavos(vigente),
    hipotesis: await hipotesisConFilas(sql, sesion, vigente),
    recuentos,
    correcciones,
    tareas,
    revision,
  };
}

/** What the session's sobrante and faltante say now, in centavos: the close, its recounts, and late or corrected tickets. */
async function diferenciaVigente(sql: Reader, idSesion: number): Promise<number> {
  const [fila] = await sql<{ vigente: number }[]>`
    select coalesce(-sum(p.importe), 0)::bigint as vigente from sesion_caja s join caja c on c.id = s.id_caja
      join asiento a on a.id_sesion_caja = s.id join partida p on p.id_asiento = a.id
      join cuenta q on q.id = p.id_cuenta
        and q.codigo in ('sobrante.S' || c.id_sucursal, 'faltante.S' || c.id_sucursal)
    where s.id = ${idSesion}`;
  return fila?.vigente ?? 0;
}

async function hipotesisConFilas(sql: Reader, sesion: SesionDetalleDto, vigente: number): Promise<HipotesisDto[]> {
  const hipotesis = hipotesisDe(await casoDe(sql, sesion, vigente));
  const asientos = [...new Set(hipotesis.flatMap((h) => h.filas))];
  const filas = asientos.length > 0 ? await filasDe(sql, { idSesion: sesion.id, asientos, limite: null }) : [];
  return hipotesis.map(({ causa, titulo, mirar, certeza, filas: ids }) => ({
    causa,
    titulo,
    mirar,
    certeza,
    filas: filas.filter((f) => ids.includes(f.id_asiento)),
  }));
}
