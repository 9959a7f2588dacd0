import { formatBs } from '@/lib/money';
import { formatCantidad } from '@/lib/quantity';
import type { Cambio, Campo, Valor } from './rules';

const NOMBRE: Record<Campo, string> = {
  precio_venta: 'Precio',
  id_categoria: 'Categoría',
  stock_minimo: 'Stock mínimo',
  dias_cobertura: 'Días de cobertura',
  favorito: 'Favorito',
  tratamiento: 'Impuesto',
  politica_sobreventa: 'Sin existencia',
};

const PALABRA: Readonly<Record<string, string>> = {
  GRAVADO: 'gravado',
  EXENTO: 'exento',
  TASA_CERO: 'tasa cero',
  RECHAZAR: 'no se vende',
  AVISAR: 'se avisa y se vende',
};

/** What a field holds, as a person reads it. `categorias` gives names to their ids. */
export function valorEnPalabras(campo: Campo, valor: Valor, categorias: ReadonlyMap<number, string>): string {
  if (valor === null) return '—';
  if (typeof valor === 'boolean') return valor ? 'sí' : 'no';
  if (typeof valor === 'string') return PALABRA[valor] ?? valor;
  if (campo === 'precio_venta') return formatBs(valor);
  if (campo === 'stock_minimo') return formatCantidad(valor);
  if (campo === 'id_categoria') return categorias.get(valor) ?? String(valor);
  return String(valor);
}

/** What an edition does: "Precio +5 %, redondeado a Bs 0,10". `categoria` is the name of the one it gives. */
export function fraseDeCambio(cambio: Cambio, categoria: string | null): string {
  if (cambio.tipo === 'porcentaje') {
    const cuanto = (cambio.centesimas / 100).toLocaleString('de-DE', { signDisplay: 'always' }).replace('-', '−');
    const redondeo = cambio.redondeo > 1 ? `, redondeado a ${formatBs(cambio.redondeo)}` : '';
    return `Precio ${cuanto}\u00a0%${redondeo}`;
  }
  const nombres = new Map(categoria === null ? [] : [[Number(cambio.valor), categoria] as const]);
  return `${NOMBRE[cambio.campo]}: ${valorEnPalabras(cambio.campo, cambio.valor, nombres)}`;
}
