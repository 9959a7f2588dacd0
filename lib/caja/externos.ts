import type { Tx } from '@/db/transaction';
import type { Context } from '@/lib/context';
import { formatBs, jsonDeCentavos } from '@/lib/money';
import { abrirTarea } from '@/lib/tarea/steps';
import { CuentaExternaError } from './errors';
import type { Reader } from './read';
import { admite, type ClaseExterna, type Especialidad, nombreExterna } from './rules';
import type { ConteoExternoDto, CuentaExternaDto } from './schemas-cierre';

type SesionDeCaja = { id: number; caja: string; idSucursal: number };
type Declarado = { idCuenta: number; saldo: number };

type FilaExterna = {
  id_cuenta: number;
  nombre: string;
  clase: ClaseExterna;
  saldo_app: number;
  saldo_libro: number;
  diferencia_previa: number | null;
};

/**
 * The accounts whose own app shows a balance, that a caja of this especialidad may be asked for: the bank where its QR
 * arrive, and the floats of agents and operators where it works with them. Names alone, no figure: the count is blind.
 */
export async function selectCuentasExternas(
  sql: Reader,
  caja: { idSucursal: number; especialidad: Especialidad },
): Promise<CuentaExternaDto[]> {
  const filas = await sql<{ id_cuenta: number; nombre: string; clase: ClaseExterna }[]>`
    select id as id_cuenta, nombre, externa as clase from cuenta
    where id_sucursal = ${caja.idSucursal} and externa is not null
    order by case externa when 'agente' then 1 when 'operadora' then 2 else 3 end, nombre, id`;
  const documento = { banco: 'venta', agente: 'agente', operadora: 'recarga' } as const;
  const cobra = (clase: ClaseExterna) => clase === 'banco' || admite(caja.especialidad, documento[clase]);
  return filas.filter((f) => cobra(f.clase)).map((f) => ({ ...f, nombre: nombreExterna(f) }));
}

/**
 * Keeps what each app showed beside what the libro says now, and leaves a task for each one that came apart since it was
 * last declared, unless it agrees again. The shop's own bank, declared for the first time, only begins: what was in it before is not a difference.
 * Throws CuentaExternaError when an account is not of the branch or has no app.
 */
export async function declararExternos(
  tx: Tx,
  ctx: Context,
  sesion: SesionDeCaja,
  declarados: readonly Declarado[],
): Promise<void> {
  if (declarados.length === 0) return;
  const filas = await tx.sql<FilaExterna[]>`
    with nuevo as (
      insert into conteo_externo (id_sesion_caja, id_cuenta, saldo_app, saldo_libro, diferencia_previa, fecha)
      select ${sesion.id}, q.id, x.saldo, coalesce(q.saldo, (select coalesce(sum(p.importe), 0) from partida p where p.id_cuenta = q.id)),
        (select e.saldo_app - e.saldo_libro from conteo_externo e where e.id_cuenta = q.id order by e.id desc limit 1),
        ${ctx.ahora.toISOString()}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(declarados)}::text::jsonb) as x("idCuenta" int, saldo bigint)
      join cuenta q on q.id = x."idCuenta" and q.externa is not null and q.id_sucursal = ${sesion.idSucursal}
      returning id_cuenta, saldo_app, saldo_libro, diferencia_previa
    )
    select n.*, q.nombre, q.externa as clase from nuevo n join cuenta q on q.id = n.id_cuenta order by n.id_cuenta`;
  if (filas.length !== declarados.length) throw new CuentaExternaError();
  const en = { ...ctx, idSucursal: sesion.idSucursal };
  for (const f of filas) {
    const nueva = diferenciaNueva(f);
    // What came apart before and agrees again was settled: nothing is left to look at.
    if (nueva === null || nueva === 0 || f.saldo_app === f.saldo_libro) continue;
    const nombre = nombreExterna(f);
    await abrirTarea(tx, en, {
      tipo: 'saldo_externo',
      resumen: `${nombre}: la app muestra ${formatBs(Math.abs(nueva))} ${nueva > 0 ? 'más' : 'menos'} que el libro`,
      detalle: `Al cerrar ${sesion.caja} la app mostraba ${formatBs(f.saldo_app)} y el libro ${formatBs(f.saldo_libro)}.`,
      monto: nueva,
      documento: { tipo: 'sesion_caja', id: sesion.id },
      idSesionCaja: sesion.id,
    });
  }
}

/** What came apart since the account was last declared, centavos; null when a bank is declared for the first time. */
function diferenciaNueva(f: Omit<FilaExterna, 'nombre' | 'id_cuenta'>): number | null {
  if (f.diferencia_previa === null && f.clase === 'banco') return null;
  return f.saldo_app - f.saldo_libro - (f.diferencia_previa ?? 0);
}

/** What each app showed at the close of a session beside the libro, in bolivianos. */
export async function selectConteosExternos(sql: Reader, idSesion: number): Promise<ConteoExternoDto[]> {
  const filas = await sql<FilaExterna[]>`
    select e.id_cuenta, q.nombre, q.externa as clase, e.saldo_app, e.saldo_libro, e.diferencia_previa
    from conteo_externo e join cuenta q on q.id = e.id_cuenta where e.id_sesion_caja = ${idSesion}
    order by case q.externa when 'agente' then 1 when 'operadora' then 2 else 3 end, q.nombre, q.id`;
  const bs = (centavos: number | null) => (centavos === null ? null : jsonDeCentavos(centavos));
  return filas.map((f) => ({
    id_cuenta: f.id_cuenta,
    nombre: nombreExterna(f),
    clase: f.clase,
    saldo_app: jsonDeCentavos(f.saldo_app),
    saldo_libro: jsonDeCentavos(f.saldo_libro),
    diferencia: jsonDeCentavos(f.saldo_app - f.saldo_libro),
    diferencia_previa: bs(f.diferencia_previa),
    diferencia_nueva: bs(diferenciaNueva(f)),
  }));
}
