import { sqlClient } from '@/db';
import type { Context } from '@/lib/context';
import { REFERENCIAS } from './cambios';
import { dispositivoEnPalabras } from './dispositivo';
import { fraseDe } from './frases';
import type { AuditoriaDto } from './schemas';
import type { Lector } from './visible';

/** A row of the trail as it is read. `que` is the name of what it was done to, when it still has one. */
export type FilaAuditoria = {
  id: number;
  fecha: string;
  micros: number;
  id_usuario: number;
  usuario: string | null;
  id_sucursal: number;
  sucursal: string | null;
  accion: string;
  entidad: string;
  id_entidad: string;
  que: string | null;
  ip: string | null;
  dispositivo: string | null;
  request_id: string | null;
};

/** Who did nothing signed in. */
const NADIE = 'Sistema';

/** The columns of a `FilaAuditoria`, over `a`; the joins of `DESDE`. Ids become numbers only where they look like one. */
export const COLUMNAS = `a.id, a.fecha, (extract(epoch from a.fecha) * 1000000)::bigint as micros, a.id_usuario, u.name as usuario,
  a.id_sucursal, s.nombre as sucursal, a.accion, a.entidad, a.id_entidad, a.ip, a.dispositivo, a.request_id,
  case when a.id_entidad !~ '^[0-9]{1,9}$' then null else case a.entidad
    when 'venta' then (select v.serie || '-' || v.numero from venta v where v.id = a.id_entidad::int)
    when 'producto' then (select p.nombre from producto p where p.id = a.id_entidad::int)
    when 'categoria' then (select c.nombre from categoria c where c.id = a.id_entidad::int)
    when 'caja' then (select c.nombre from caja c where c.id = a.id_entidad::int)
    when 'sesion_caja' then (select c.nombre from sesion_caja k join caja c on c.id = k.id_caja where k.id = a.id_entidad::int)
    when 'movimiento_caja' then (select c.nombre from movimiento_caja m join sesion_caja k on k.id = m.id_sesion_caja
      join caja c on c.id = k.id_caja where m.id = a.id_entidad::int)
    when 'recuento_caja' then (select c.nombre from recuento_caja r join sesion_caja k on k.id = r.id_sesion_caja
      join caja c on c.id = k.id_caja where r.id = a.id_entidad::int)
    when 'tarea' then (select x.resumen from tarea x where x.id = a.id_entidad::int)
    when 'motivo_caja' then (select x.nombre from motivo_caja x where x.id = a.id_entidad::int)
    when 'traspaso_caja' then (select case t.origen when 'GAVETA' then 'de la gaveta' when 'BANCO' then 'del banco'
      else 'de la caja fuerte' end || case t.destino when 'GAVETA' then ' a la gaveta' when 'BANCO' then ' al banco'
      else ' a la caja fuerte' end from traspaso_caja t where t.id = a.id_entidad::int)
    when 'importacion' then (select i.archivo from importacion i where i.id = a.id_entidad::int)
    when 'cliente' then (select x.nombre from cliente x where x.id = a.id_entidad::int)
    when 'usuario' then (select x.name from usuario x where x.id = a.id_entidad::int)
    when 'persona' then (select x.nombres || ' ' || x.p_apellido from persona x where x.id = a.id_entidad::int)
    when 'rol' then (select r.nombre from rol r where r.id = a.id_entidad::int)
    when 'sucursal' then (select x.nombre from sucursal x where x.id = a.id_entidad::int)
    when 'aprobacion' then (select x.resumen from aprobacion x where x.id = a.id_entidad::int)
    when 'alerta' then (select x.titulo from alerta x where x.id = a.id_entidad::int)
    when 'documento_stock' then (select x.serie || '-' || x.numero from documento_stock x where x.id = a.id_entidad::int)
    when 'conteo' then (select 'C-' || x.numero from conteo x where x.id = a.id_entidad::int)
    when 'transferencia' then (select 'T-' || x.numero from transferencia x where x.id = a.id_entidad::int)
    when 'alerta_stock' then (select p.nombre from alerta_stock x join producto p on p.id = x.id_producto
      where x.id = a.id_entidad::int)
    when 'tienda' then (select i.tienda from instalacion i limit 1)
  end end as que`;

/** Where a `FilaAuditoria` comes from. */
export const DESDE =
  'auditoria a left join usuario u on u.id = a.id_usuario left join sucursal s on s.id = a.id_sucursal';

/** The client's connection, or the caller's transaction. */
export function lectorDe(ctx: Context): Lector {
  return ctx.tx?.sql ?? sqlClient();
}

/** A row of the trail as clients see it. */
export function auditoriaDto(f: FilaAuditoria): AuditoriaDto {
  const que = f.que ?? (/^\d{1,9}$/.test(f.id_entidad) ? `n.º ${f.id_entidad}` : f.id_entidad);
  return {
    id: f.id,
    fecha: new Date(f.fecha).toISOString(),
    id_usuario: f.id_usuario,
    usuario: f.usuario ?? NADIE,
    id_sucursal: f.id_sucursal,
    sucursal: f.sucursal,
    accion: f.accion,
    frase: fraseDe(f.accion, que),
    entidad: f.entidad,
    id_entidad: f.id_entidad,
    ip: f.ip,
    dispositivo: dispositivoEnPalabras(f.dispositivo),
    request_id: f.request_id ?? '',
  };
}

const NOMBRE: Readonly<Record<string, string>> = {
  usuario: 'select id, name as nombre from usuario',
  caja: 'select id, nombre from caja',
  sesion_caja: 'select k.id, c.nombre from sesion_caja k join caja c on c.id = k.id_caja',
  sucursal: 'select id, nombre from sucursal',
  categoria: 'select id, nombre from categoria',
  producto: 'select id, nombre from producto',
  rol: 'select id, nombre from rol',
};

/** The names of the rows that an act names by id, as `id_caja:3`. */
export async function leerNombres(
  sql: Lector,
  referencias: readonly { columna: string; id: number }[],
): Promise<Map<string, string>> {
  const nombres = new Map<string, string>();
  for (const { columna, id } of referencias) {
    const consulta = NOMBRE[REFERENCIAS[columna] ?? ''];
    if (!consulta || !Number.isInteger(id) || Math.abs(id) > 2_147_483_647) continue;
    const [fila] = await sql<{ nombre: string }[]>`select nombre from (${sql.unsafe(consulta)}) x where id = ${id}`;
    if (fila) nombres.set(`${columna}:${id}`, fila.nombre);
  }
  return nombres;
}
