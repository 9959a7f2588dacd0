import { formatBs } from '@/lib/money';
import { type ConId, definirRegla, type Regla } from './regla';

/** Which of the five businesses each document's cash belongs to. */
const BOLSILLO_DE = {
  venta: 'mercaderia',
  anulacion_venta: 'mercaderia',
  edicion_venta: 'mercaderia',
  movimiento_caja: 'fondo',
  traspaso_caja: 'fondo',
  saldo_inicial_caja: 'fondo',
  apertura: 'fondo',
  cierre: 'fondo',
  recuento_caja: 'fondo',
} as const;

type Partida = ConId & { asiento: number; documento: string; importe: number; caja: string };

/** Each cash leg: in a session of its own drawer, in its own pocket, and with the document that explains it. */
export const REGLAS_EFECTIVO: readonly Regla[] = [
  definirRegla<Partida>(
    'efectivo_fuera_de_sesion',
    'partida',
    (sql) => sql`
      select p.id, a.id as asiento, a.tipo_documento as documento, p.importe, j.nombre as caja
      from partida p join cuenta c on c.id = p.id_cuenta join caja j on j.id = c.id_caja join asiento a on a.id = p.id_asiento
        left join sesion_caja s on s.id = a.id_sesion_caja
      where case when a.tipo_documento in ('saldo_inicial_caja', 'apertura') then a.id_sesion_caja is not null
        else s.id is null or s.id_caja <> c.id_caja end order by p.id`,
    (f) =>
      `El asiento ${f.asiento} (${f.documento}) mueve ${formatBs(f.importe)} en la gaveta de ${f.caja} fuera de una sesión suya.`,
  ),
  definirRegla<ConId & { caja: string; saldo: number; suma: number }>(
    'bolsillos',
    'caja',
    (sql) => sql`
      with bolsillo as (
        select c.id_caja, sum(p.importe) as total from partida p join cuenta c on c.id = p.id_cuenta join asiento a on a.id = p.id_asiento
        where a.bolsillo in ('mercaderia', 'agente', 'recargas', 'fiado', 'fondo') group by c.id_caja
      )
      select j.id, j.nombre as caja, c.saldo, coalesce(b.total, 0)::bigint as suma
      from caja j join cuenta c on c.id_caja = j.id left join bolsillo b on b.id_caja = j.id
      where c.saldo <> coalesce(b.total, 0) order by j.id`,
    (f) => `La gaveta de ${f.caja} tiene ${formatBs(f.saldo)} y sus cinco bolsillos suman ${formatBs(f.suma)}.`,
  ),
  definirRegla<ConId & { documento: string; bolsillo: string; debe: string }>(
    'bolsillo_equivocado',
    'asiento',
    (sql) => sql`
      select a.id, a.tipo_documento as documento, a.bolsillo, x.bolsillo as debe
      from asiento a join jsonb_each_text(${JSON.stringify(BOLSILLO_DE)}::text::jsonb) as x(documento, bolsillo)
        on x.documento = a.tipo_documento
      where a.bolsillo <> x.bolsillo order by a.id`,
    (f) => `El asiento ${f.id} (${f.documento}) está en el bolsillo ${f.bolsillo} y debe estar en ${f.debe}.`,
  ),
  definirRegla<ConId & { motivo: string; dice: number; libro: number }>(
    'movimiento_caja',
    'movimiento_caja',
    (sql) => sql`
      with libro as (
        select a.id_documento, a.id_sesion_caja, sum(p.importe) as total from asiento a join partida p on p.id_asiento = a.id
          join cuenta c on c.id = p.id_cuenta
        where a.tipo_documento = 'movimiento_caja'
          and (c.id_caja is not null or split_part(c.codigo, '.', 1) in ('sobrante', 'faltante')) group by 1, 2
      )
      select coalesce(m.id, l.id_documento) as id, coalesce(m.motivo, '(sin documento)') as motivo,
        coalesce(case m.tipo when 'INGRESO' then m.monto else -m.monto end, 0)::bigint as dice,
        coalesce(l.total, 0)::bigint as libro
      from movimiento_caja m full join libro l on l.id_documento = m.id and l.id_sesion_caja = m.id_sesion_caja
      where coalesce(l.total, 0) <> coalesce(case m.tipo when 'INGRESO' then m.monto else -m.monto end, 0) order by 1`,
    (f) =>
      `El movimiento de caja ${f.id} (${f.motivo}) es de ${formatBs(f.dice)} y el libro lleva ${formatBs(f.libro)} a la gaveta.`,
  ),
];
