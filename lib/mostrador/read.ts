import type { SqlClient } from '@/db';
import type { Tx } from '@/db/transaction';
import { puede } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { CODIGOS_QUE_ESPERAN, type TipoDeIncidencia } from './rules';
import type { DispositivoDto, IncidenciaDto } from './schemas';

/** Where a read runs: the caller's transaction, or the pool. */
export type Lector = Tx['sql'] | SqlClient;

/** The condition over a table `x` with `id_sucursal` that keeps other branches out. */
export function visible(sql: Lector, ctx: Context) {
  return puede(ctx, 'sucursal:todas') ? sql`true` : sql`x.id_sucursal = ${ctx.idSucursal}`;
}

/** An incidencia as it is read. */
export type FilaIncidencia = Omit<IncidenciaDto, 'retenido' | 'espera' | 'documento' | 'tipo'> & {
  tipo: TipoDeIncidencia;
  estado_hecho: string;
  code: string | null;
  tipo_documento: string | null;
  id_documento: number | null;
  folio: string | null;
};

/** `select … from incidencia x`, with its fact, its device and its people; add `where`. */
export const SELECT_INCIDENCIA = `
  select x.id, x.id_sucursal, s.nombre as sucursal, x.tipo, x.frase, x.creada_en, x.estado, x.motivo, x.resuelta_en,
    r.name as resuelta_por, h.clave as clave_hecho, h.tipo as tipo_hecho, h.fecha as ocurrido_en, h.estado as estado_hecho, h.code,
    h.tipo_documento, h.id_documento, v.serie || '-' || v.numero as folio, a.name as autor, e.name as remitente, d.nombre as equipo
  from incidencia x join hecho h on h.clave = x.clave_hecho join sucursal s on s.id = x.id_sucursal
    join dispositivo d on d.id = h.id_dispositivo join usuario a on a.id = h.id_usuario join usuario e on e.id = h.id_remitente
    left join usuario r on r.id = x.resuelta_por left join venta v on h.tipo_documento = 'venta' and v.id = h.id_documento`;

/** An incidencia as clients see it. */
export function incidenciaDto(f: FilaIncidencia): IncidenciaDto {
  const { estado_hecho, code, tipo_documento: tipo, id_documento: id, folio, ...resto } = f;
  return {
    ...resto,
    creada_en: new Date(f.creada_en).toISOString(),
    ocurrido_en: new Date(f.ocurrido_en).toISOString(),
    resuelta_en: f.resuelta_en && new Date(f.resuelta_en).toISOString(),
    retenido: estado_hecho === 'RETENIDO' && f.tipo === 'retenido',
    espera: estado_hecho === 'RETENIDO' && CODIGOS_QUE_ESPERAN.some((c) => c === code),
    documento: tipo && id ? { tipo, id, folio } : null,
  };
}

/** A device as it is read. */
export type FilaDispositivo = Omit<DispositivoDto, 'faltan'> & { faltan: number };

/** `select … from dispositivo x`; add `where`. `faltan`: facts with a lower number than the last that never came. */
export const SELECT_DISPOSITIVO = `
  select x.id, x.nombre, x.serie, x.id_sucursal, s.nombre as sucursal, x.creado_en, x.visto_en, x.pendientes, x.mas_antiguo,
    x.desfase_ms, x.version, x.sincronizado_en, x.ultimo_numero, x.revocado_en, x.motivo_revocacion, r.name as revocado_por,
    c.nombre as caja, (x.ultimo_orden - (select count(distinct h.orden) from hecho h where h.id_dispositivo = x.id))::int as faltan,
    (select u.name from concesion g join usuario u on u.id = g.id_usuario where g.id_dispositivo = x.id
      order by g.emitida_en desc limit 1) as persona
  from dispositivo x join sucursal s on s.id = x.id_sucursal left join usuario r on r.id = x.revocado_por
    left join arriendo_caja y on y.id_dispositivo = x.id left join caja c on c.id = y.id_caja`;

const iso = (valor: string | null) => valor && new Date(valor).toISOString();

/** A device as clients see it. */
export function dispositivoDto(f: FilaDispositivo): DispositivoDto {
  return {
    ...f,
    creado_en: new Date(f.creado_en).toISOString(),
    visto_en: new Date(f.visto_en).toISOString(),
    mas_antiguo: iso(f.mas_antiguo),
    sincronizado_en: iso(f.sincronizado_en),
    revocado_en: iso(f.revocado_en),
    faltan: Math.max(0, f.faltan),
  };
}
