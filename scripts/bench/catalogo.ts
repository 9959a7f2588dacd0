import { sqlClient } from '@/db';

const COSAS = [
  'Arroz',
  'Aceite',
  'Galleta',
  'Leche',
  'Yogur',
  'Detergente',
  'Fideo',
  'Azúcar',
  'Refresco',
  'Chocolate',
];
const MARCAS = ['Andina', 'del Valle', 'Illimani', 'Kantuta', 'Oriental', 'Santa Cruz', 'Tunari', 'Yungas'];
const CLASES = ['clásica', 'integral', 'light', 'familiar', 'económica', 'premium', 'sin sal', 'con miel'];

/** A word that the bench types: the beginning of things that are in the catalogue. */
export function palabraDe(n: number): string {
  const cosas = [...COSAS, ...MARCAS];
  return (cosas[n % cosas.length] ?? '')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .slice(0, 6);
}

/**
 * Brings the catalogue to so many products, each with its code (7780000000000 + n) and stock in no branch; one in five
 * hundred is a favourite. Written at once: the bench measures the counter, not the making of a product.
 */
export async function llenarCatalogo(hasta: number): Promise<void> {
  const sql = sqlClient();
  await sql`
    insert into producto (nombre, codigo_barras, unidad, id_categoria, precio_venta, costo_compra, favorito, busqueda, created_at, updated_at)
    select nombre, codigo, 'unidad', c.id, 100 + n % 9000, 50, n % 500 = 0,
      lower(translate(nombre, 'áéíóúñÁÉÍÓÚ', 'aeiounaeiou')) || ' ' || codigo, now(), now()
    from (select id from categoria order by id limit 1) c,
      generate_series((select count(*)::int from producto where codigo_barras like '778%'), ${hasta - 1}::int) n,
      lateral (select concat_ws(' ', (string_to_array(${COSAS.join('|')}, '|'))[1 + n % ${COSAS.length}], (string_to_array(${MARCAS.join('|')}, '|'))[1 + n / 7 % ${MARCAS.length}],
        (string_to_array(${CLASES.join('|')}, '|'))[1 + n / 53 % ${CLASES.length}], n) as nombre, (7780000000000 + n)::text as codigo) x`;
  await sql`analyze`;
}
