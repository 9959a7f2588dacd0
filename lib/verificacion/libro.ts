import { formatBs } from '@/lib/money';
import { type ConId, definirRegla, type Regla } from './regla';

type Suma = ConId & { suma: number };
type Cuenta = ConId & { codigo: string; saldo: number; suma: number };
type Rango = ConId & { codigo: string; saldo: number; minimo: number | null; maximo: number | null };

const limite = (centavos: number | null) => (centavos === null ? 'sin límite' : formatBs(centavos));

/** The libro itself: every entry whole and balanced, every kept balance the sum of its legs and within its limits. */
export const REGLAS_LIBRO: readonly Regla[] = [
  definirRegla<Suma>(
    'asiento_no_cuadra',
    'asiento',
    (sql) => sql`
      select id_asiento as id, sum(importe)::bigint as suma from partida
      group by id_asiento having sum(importe) <> 0 order by id_asiento`,
    (f) => `El asiento ${f.id} no cuadra: sus partidas suman ${formatBs(f.suma)} y deben sumar cero.`,
  ),
  definirRegla<ConId & { partidas: number }>(
    'asiento_incompleto',
    'asiento',
    (sql) => sql`
      select a.id, count(p.id) as partidas from asiento a left join partida p on p.id_asiento = a.id
      group by a.id having count(p.id) < 2 order by a.id`,
    (f) => `El asiento ${f.id} tiene ${f.partidas} partidas; necesita al menos dos.`,
  ),
  definirRegla<ConId & { importe: number; asiento: number; cuenta: number; falta: string }>(
    'partida_huerfana',
    'partida',
    (sql) => sql`
      select p.id, p.importe, p.id_asiento as asiento, p.id_cuenta as cuenta,
        case when a.id is null then 'un asiento' else 'una cuenta' end as falta
      from partida p left join asiento a on a.id = p.id_asiento left join cuenta c on c.id = p.id_cuenta
      where a.id is null or c.id is null order by p.id`,
    (f) =>
      `La partida ${f.id} de ${formatBs(f.importe)} nombra ${f.falta} que no existe (asiento ${f.asiento}, cuenta ${f.cuenta}).`,
  ),
  definirRegla<Cuenta>(
    'saldo_de_cuenta',
    'cuenta',
    (sql) => sql`
      select c.id, c.codigo, c.saldo, coalesce(sum(p.importe), 0)::bigint as suma
      from cuenta c left join partida p on p.id_cuenta = c.id
      where c.saldo is not null group by c.id having c.saldo <> coalesce(sum(p.importe), 0) order by c.id`,
    (f) => `La cuenta ${f.codigo} guarda un saldo de ${formatBs(f.saldo)} y sus partidas suman ${formatBs(f.suma)}.`,
  ),
  definirRegla<Rango>(
    'saldo_fuera_de_rango',
    'cuenta',
    (sql) => sql`
      select c.id, c.codigo, c.saldo, c.saldo_minimo as minimo, c.saldo_maximo as maximo from cuenta c
      where c.saldo < c.saldo_minimo or c.saldo > c.saldo_maximo order by c.id`,
    (f) =>
      `La cuenta ${f.codigo} tiene ${formatBs(f.saldo)}, fuera de sus límites (mínimo ${limite(f.minimo)}, máximo ${limite(f.maximo)}).`,
  ),
];
