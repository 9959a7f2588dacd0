import type { PendingQuery, Row } from 'postgres';
import type { SqlClient } from '@/db';
import type { Tx } from '@/db/transaction';

/** Where a read runs. */
export type Lector = SqlClient | Tx['sql'];
/** A half-open range of instants, ISO. */
export type Rango = { desde: string; hasta: string };

/** A kind of alert: what is counted, out of what, and how it reads. */
export type Clase = {
  /** "anulaciones": how the count is called. */
  nombre: string;
  /** Fewer than these in a day are never news. */
  minimo: number;
  /** Out of what: the tickets of the person that day, or the days they worked. */
  por: 'tickets' | 'dias';
  /**
   * The events of a range, one row each: `id_usuario, id_sucursal, fecha, entidad, id_entidad, detalle`. The same rows are
   * counted and listed, so that a figure always opens to what it is made of.
   */
  eventos: (sql: Lector, r: Rango) => PendingQuery<Row[]>;
};

const deLaAuditoria = (accion: string) => (sql: Lector, r: Rango) =>
  sql`
  select a.id_usuario, a.id_sucursal, a.fecha, a.entidad, a.id_entidad, coalesce(a.despues->>'motivo', 'Copia ' || (a.despues->>'copia'), '') as detalle
  from auditoria a where a.accion = ${accion} and a.fecha >= ${r.desde}::timestamptz and a.fecha < ${r.hasta}::timestamptz`;

/** Tickets with a discount, of those in the last hour of their session or of all. */
const conDescuento = (ultimaHora: boolean) => (sql: Lector, r: Rango) =>
  sql`
  select v.id_usuario, v.id_sucursal, v.fecha, 'venta' as entidad, v.id::text as id_entidad,
    'Descuento de Bs ' || to_char(v.descuento / 100.0, 'FM999990D00') as detalle
  from sucursal s join venta v on v.id_sucursal = s.id
    ${ultimaHora ? sql`join sesion_caja k on k.id = v.id_sesion_caja and v.fecha >= k.fecha_cierre - interval '1 hour'` : sql``}
  where v.descuento > 0 and v.fecha >= ${r.desde}::timestamptz and v.fecha < ${r.hasta}::timestamptz`;

/** Every kind of alert. One whose act does not exist yet finds no rows, and raises nothing. */
export const CLASES = {
  anulaciones: {
    nombre: 'anulaciones',
    minimo: 4,
    por: 'tickets',
    eventos: deLaAuditoria('venta.anular'),
  },
  gaveta_sin_venta: {
    nombre: 'aperturas de gaveta sin venta',
    minimo: 4,
    por: 'tickets',
    eventos: deLaAuditoria('caja.abrir_gaveta'),
  },
  lineas_quitadas: {
    nombre: 'veces que quitó líneas de un ticket ya totalizado',
    minimo: 4,
    por: 'tickets',
    eventos: deLaAuditoria('venta.quitar_lineas'),
  },
  reimpresiones: {
    nombre: 'copias de tickets',
    minimo: 5,
    por: 'tickets',
    eventos: deLaAuditoria('venta.reimprimir'),
  },
  descuentos: {
    nombre: 'tickets con descuento',
    minimo: 5,
    por: 'tickets',
    eventos: conDescuento(false),
  },
  descuentos_de_ultima_hora: {
    nombre: 'tickets con descuento en la última hora de la sesión',
    minimo: 4,
    por: 'tickets',
    eventos: conDescuento(true),
  },
  cambios_de_precio: {
    nombre: 'cambios de precio al vender',
    minimo: 4,
    por: 'tickets',
    eventos: (sql, r) => sql`
      select v.id_usuario, v.id_sucursal, v.fecha, 'venta' as entidad, v.id::text as id_entidad,
        d.nombre || ': ' || d.motivo_precio as detalle
      from sucursal s join venta v on v.id_sucursal = s.id join detalle_venta d on d.id_venta = v.id
      where d.motivo_precio is not null and v.fecha >= ${r.desde}::timestamptz and v.fecha < ${r.hasta}::timestamptz`,
  },
  precios_editados: {
    nombre: 'precios cambiados en el catálogo',
    minimo: 10,
    por: 'dias',
    eventos: (sql, r) => sql`
      select a.id_usuario, a.id_sucursal, a.fecha, a.entidad, a.id_entidad, coalesce(a.despues->>'nombre', '') as detalle
      from auditoria a where a.accion = 'producto.editar' and a.antes->'precioVenta' is distinct from a.despues->'precioVenta'
        and a.fecha >= ${r.desde}::timestamptz and a.fecha < ${r.hasta}::timestamptz`,
  },
  ingresos_fallidos: {
    nombre: 'ingresos fallidos',
    minimo: 6,
    por: 'dias',
    eventos: (sql, r) => sql`
      select a.id_usuario, a.id_sucursal, a.fecha, a.entidad, a.id_entidad, coalesce(a.ip, '') as detalle
      from auditoria a where a.accion = 'sesion.ingreso_fallido' and a.id_usuario > 0
        and a.fecha >= ${r.desde}::timestamptz and a.fecha < ${r.hasta}::timestamptz`,
  },
} as const satisfies Record<string, Clase>;

/** The name of a kind. */
export type TipoDeAlerta = keyof typeof CLASES;

/** All of them. */
export const TIPOS_DE_ALERTA = Object.keys(CLASES) as [TipoDeAlerta, ...TipoDeAlerta[]];

/** Whether a stored kind is one of ours: a newer version may have had others. */
export function esTipo(texto: string): texto is TipoDeAlerta {
  return Object.hasOwn(CLASES, texto);
}
