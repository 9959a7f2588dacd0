import { createHmac } from 'node:crypto';
import { formatBs } from '@/lib/money';
import { type ConId, type Discrepancia, definirRegla, type Lector, type Regla } from './regla';

/** Facts read at a time. */
const LOTE = 2_000;

type Firmado = {
  clave: string;
  orden: number;
  dispositivo: string;
  concesion: string;
  texto: string;
  mac: string;
  clave_mac: string;
};

/** What devices told afterwards: each fact is its device's own word, in the books once, and what did not fit is seen. */
export const REGLAS_HECHO: readonly Regla[] = [
  {
    regla: 'hecho_firma',
    entidad: 'hecho',
    async buscar(sql) {
      const halladas: Discrepancia[] = [];
      let desde = '00000000-0000-0000-0000-000000000000';
      for (let lote = await leerFirmados(sql, desde); lote.length > 0; lote = await leerFirmados(sql, desde)) {
        for (const f of lote.filter((x) => !esSuPalabra(x))) {
          const detalle = `El hecho ${f.clave} no es lo que su equipo firmó.`;
          halladas.push({ regla: 'hecho_firma', entidad: 'hecho', id: f.clave, detalle });
        }
        desde = lote.at(-1)?.clave ?? desde;
      }
      return halladas;
    },
  },
  definirRegla<ConId & { autor: number; concedida: number }>(
    'hecho_autor',
    'hecho',
    (sql) => sql`
      select h.clave::text as id, h.id_usuario as autor, g.id_usuario as concedida
      from hecho h join concesion g on g.id = h.id_concesion
      where h.id_usuario <> g.id_usuario or h.id_dispositivo <> g.id_dispositivo or h.id_sucursal <> g.id_sucursal
      order by 1`,
    (f) => `El hecho ${f.id} dice ser de la persona ${f.autor} y su concesión es de la persona ${f.concedida}.`,
  ),
  definirRegla<ConId & { tipo: string }>(
    'hecho_documento',
    'hecho',
    (sql) => sql`
      select h.clave::text as id, h.tipo from hecho h
        left join venta v on h.tipo_documento = 'venta' and v.id = h.id_documento
        left join sesion_caja s on h.tipo_documento = 'sesion_caja' and s.id = h.id_documento
        left join movimiento_caja m on h.tipo_documento = 'movimiento_caja' and m.id = h.id_documento
      where h.estado = 'ASENTADO' and not case h.tipo
        when 'venta' then coalesce(v.clave = h.clave, false)
        when 'anulacion' then coalesce(v.estado_venta = 'ANULADA', false)
        when 'apertura' then s.id is not null
        when 'movimiento' then m.id is not null
        when 'cierre' then coalesce(s.estado_sesion = 'CERRADA', false)
          or exists (select 1 from incidencia i where i.clave_hecho = h.clave and i.tipo = 'cierre_repetido')
        else true end
      order by 1`,
    (f) => `El hecho ${f.id} (${f.tipo}) dice estar asentado y su documento no está.`,
  ),
  definirRegla<ConId & { acto: string }>(
    'hecho_registro',
    'hecho',
    // Told again later, its line of the trail may be of after the fact's own time.
    (sql) => sql`
      select h.clave::text as id, x.acto from hecho h
        cross join lateral (select c ->> 'acto' as acto, c -> 'nota' is not null as con_nota
          from (select h.texto::json -> 'cuerpo' as c) y) x
      where h.tipo = 'registro' and h.estado = 'ASENTADO' and not case when x.acto = 'venta.reimprimir' and x.con_nota
        then exists (select 1 from copia_recibo c where c.clave = h.clave and c.id_usuario = h.id_usuario)
        else exists (select 1 from auditoria a
          where a.accion = x.acto and a.id_usuario = h.id_usuario and a.fecha >= h.fecha) end
      order by 1`,
    (f) => `El hecho ${f.id} está asentado (${f.acto}) y de eso no quedó nada.`,
  ),
  definirRegla<ConId & { folio: string; dice: number; suma: number }>(
    'hecho_total',
    'hecho',
    (sql) => sql`
      select h.clave::text as id, v.serie || '-' || v.numero as folio, x.dice, v.total as suma
      from hecho h join venta v on v.id = h.id_documento
        cross join lateral (select round((h.texto::json -> 'cuerpo' ->> 'total')::numeric * 100)::bigint as dice) x
      where h.tipo = 'venta' and h.estado = 'ASENTADO' and h.tipo_documento = 'venta' and v.clave = h.clave
        and x.dice <> v.total order by 1`,
    (f) => `El papel del ticket ${f.folio} dice ${formatBs(f.dice)} y en los libros es de ${formatBs(f.suma)}.`,
  ),
  definirRegla<ConId & { estado: string; abiertas: number }>(
    'hecho_retenido',
    'hecho',
    (sql) => sql`
      select h.clave::text as id, h.estado, count(i.id)::int as abiertas from hecho h
        left join incidencia i on i.clave_hecho = h.clave and i.tipo = 'retenido' and i.estado = 'ABIERTA'
      group by h.clave having (h.estado = 'RETENIDO') <> (count(i.id) = 1) or count(i.id) > 1 order by 1`,
    (f) => `El hecho ${f.id} está ${f.estado} y tiene ${f.abiertas} incidencias abiertas que lo digan.`,
  ),
  definirRegla<ConId & { tipo: string }>(
    'incidencia_auditoria',
    'incidencia',
    (sql) => sql`
      select i.id, i.tipo from incidencia i
      where i.resuelta_por is not null and not exists (select 1 from auditoria a
        where a.entidad = 'incidencia' and a.id_entidad = i.id::text and a.accion = 'incidencia.resolver') order by i.id`,
    (f) => `La incidencia ${f.id} (${f.tipo}) está resuelta y no tiene en la auditoría su incidencia.resolver.`,
  ),
  definirRegla<ConId & { serie: string; orden: number; mayor: number; numero: number; ticket: number }>(
    'dispositivo_serie',
    'dispositivo',
    (sql) => sql`
      select d.id::text as id, d.serie, d.ultimo_orden as orden, coalesce(h.mayor, 0) as mayor,
        d.ultimo_numero as numero, coalesce(v.ticket, 0) as ticket
      from dispositivo d
        left join (select id_dispositivo, max(orden) as mayor from hecho group by 1) h on h.id_dispositivo = d.id
        left join (select serie, max(numero) as ticket from venta group by 1) v on v.serie = d.serie
      where d.ultimo_orden <> coalesce(h.mayor, 0) or d.ultimo_numero < coalesce(v.ticket, 0) order by 1`,
    (f) =>
      `El equipo de la serie ${f.serie} va por el hecho ${f.orden} y el ticket ${f.numero}; llegaron hasta el ${f.mayor} y el ${f.ticket}.`,
  ),
  definirRegla<ConId & { folio: string }>(
    'venta_sin_hecho',
    'venta',
    (sql) => sql`
      select v.id, v.serie || '-' || v.numero as folio from venta v join dispositivo d on d.serie = v.serie
      where not exists (select 1 from hecho h where h.clave = v.clave and h.id_dispositivo = d.id) order by v.id`,
    (f) => `El ticket ${f.folio} es de la serie de un equipo que no dijo haberlo hecho.`,
  ),
  definirRegla<ConId & { copia: number; venta: number }>(
    'copia_auditoria',
    'copia_recibo',
    (sql) => sql`
      select c.id, c.numero as copia, c.id_venta as venta from copia_recibo c
      where not exists (select 1 from auditoria a where a.entidad = 'venta' and a.id_entidad = c.id_venta::text
        and a.accion = 'venta.reimprimir' and a.despues ->> 'copia' = c.numero::text) order by c.id`,
    (f) => `La copia ${f.copia} del ticket ${f.venta} no tiene en la auditoría su venta.reimprimir.`,
  ),
];

function leerFirmados(sql: Lector, desde: string): PromiseLike<readonly Firmado[]> {
  return sql<Firmado[]>`
    select h.clave::text, h.orden, h.id_dispositivo::text as dispositivo, h.id_concesion::text as concesion, h.texto, h.mac,
      g.clave_mac
    from hecho h join concesion g on g.id = h.id_concesion
    where h.clave > ${desde}::uuid order by h.clave limit ${LOTE}`;
}

/** Whether a fact's columns are those of its text, and the text is the one that its device signed. */
function esSuPalabra({ clave, orden, dispositivo, concesion, texto, mac, clave_mac }: Firmado): boolean {
  if (createHmac('sha256', Buffer.from(clave_mac, 'hex')).update(texto, 'utf8').digest('hex') !== mac) return false;
  const dice = JSON.parse(texto) as Record<string, unknown>;
  const uuid = (valor: unknown) => String(valor).toLowerCase();
  return (
    uuid(dice.clave) === clave &&
    dice.orden === orden &&
    uuid(dice.id_dispositivo) === dispositivo &&
    uuid(dice.concesion) === concesion
  );
}
