import { mulDiv } from '@/lib/money';

/** To what a changed price may be rounded, in centavos. */
export const REDONDEOS = [1, 10, 50, 100] as const;
export type Redondeo = (typeof REDONDEOS)[number];

/** Fields that an edition of many may change, as the database names them. */
export const CAMPOS = [
  'precio_venta',
  'id_categoria',
  'stock_minimo',
  'dias_cobertura',
  'favorito',
  'tratamiento',
  'politica_sobreventa',
] as const;
export type Campo = (typeof CAMPOS)[number];

/** What a field of a product holds: centavos, thousandths, days, an id, a word. */
export type Valor = number | string | boolean | null;

/** One change for many products, in centavos, thousandths and hundredths of a percent. */
export type Cambio =
  | { tipo: 'porcentaje'; centesimas: number; redondeo: Redondeo }
  | { tipo: 'fijo'; campo: Campo; valor: Valor };

/**
 * A price moved by a percentage (hundredths: 5 % = 500) and rounded half up to a multiple of `redondeo` centavos. A price
 * that was not zero does not become zero by rounding: it stays at one multiple.
 */
export function precioConPorcentaje(precio: number, centesimas: number, redondeo: Redondeo): number {
  const exacto = mulDiv(precio, 10_000 + centesimas, 10_000);
  const redondeado = mulDiv(exacto, 1, redondeo) * redondeo;
  return redondeado === 0 && exacto > 0 ? redondeo : redondeado;
}

/** Which field a change touches. */
export function campoDe(cambio: Cambio): Campo {
  return cambio.tipo === 'porcentaje' ? 'precio_venta' : cambio.campo;
}

/** What the field holds after the change. */
export function valorNuevo(cambio: Cambio, antes: Valor): Valor {
  if (cambio.tipo === 'fijo') return cambio.valor;
  return precioConPorcentaje(Number(antes), cambio.centesimas, cambio.redondeo);
}
