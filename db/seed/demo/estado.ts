import { centavosDeJson } from '@/lib/money';
import type { Cobro, Linea } from './actos';
import { PRODUCTOS } from './productos';
import { CAJAS, type ClaveCaja, type ClaveSucursal } from './tienda';

/**
 * What the plan believes of the shop while it invents its past: stock in thousandths by branch and product, prices and
 * drawers in centavos. It follows the same arithmetic as the verbs, so that no act is refused.
 */
export type Estado = {
  existencias: Record<ClaveSucursal, number[]>;
  precios: number[];
  gavetas: Record<ClaveCaja, number>;
  /** The safes, in centavos. */
  fuertes: Record<ClaveSucursal, number>;
  /** What was asked of the other branch and did not arrive yet, by the act that asked. */
  pedidos: Map<string, { producto: number; cantidad: number }[]>;
  /** The shop's bank accounts by its books, in centavos, and what each bank's own app shows beyond them. */
  bancos: Record<ClaveSucursal, number>;
  apps: Record<ClaveSucursal, number>;
  /** The ticket charged as QR whose cash is in the drawer. */
  dudoso: { venta: string; monto: number } | null;
};

/** Bolivianos of the catalogue as centavos. */
export function centavos(bolivianos: number): number {
  return centavosDeJson(bolivianos) ?? 0;
}

/** The shop on its first morning: full shelves, the opening cash in every drawer. */
export function estadoInicial(): Estado {
  const lleno = () => PRODUCTOS.map((p) => p.dotacion);
  const gavetas = Object.fromEntries(Object.entries(CAJAS).map(([clave, c]) => [clave, centavos(c.saldo)]));
  return {
    existencias: { miraflores: lleno(), elAlto: lleno() },
    precios: PRODUCTOS.map((p) => centavos(p.precio)),
    gavetas: gavetas as Record<ClaveCaja, number>,
    fuertes: { miraflores: 0, elAlto: 0 },
    pedidos: new Map(),
    bancos: { miraflores: 0, elAlto: 0 },
    apps: { miraflores: 0, elAlto: 0 },
    dudoso: null,
  };
}

/** A ticket happens (`signo` 1) or is voided (−1): goods leave or come back, cash enters or leaves. */
export function mover(
  estado: Estado,
  venta: { sucursal: ClaveSucursal; caja: ClaveCaja; lineas: readonly Linea[]; cobro: Cobro },
  signo: 1 | -1,
): void {
  const existencias = estado.existencias[venta.sucursal];
  for (const { producto, cantidad } of venta.lineas) {
    existencias[producto] = (existencias[producto] ?? 0) - signo * cantidad;
  }
  estado.gavetas[venta.caja] += signo * venta.cobro.efectivo;
  for (const { metodo, monto } of venta.cobro.pagos) {
    if (metodo !== 'EFECTIVO') estado.bancos[venta.sucursal] += signo * monto;
  }
}
