import type { Linea } from './actos';
import type { Azar } from './azar';
import { PRODUCTOS, type ProductoDemo } from './productos';

/** How much more than usual each category sells at that time of day. */
const GUSTOS: readonly { hasta: number; gustos: Readonly<Record<string, number>> }[] = [
  {
    hasta: 11,
    gustos: { Panadería: 5, 'Lácteos y huevos': 3, 'Desayuno e infusiones': 2.5, 'Frutas y verduras': 1.5 },
  },
  {
    hasta: 15,
    gustos: {
      'Frutas y verduras': 3,
      Abarrotes: 2,
      'Fideos y sopas': 2.5,
      'Aceites, salsas y enlatados': 2,
      'Carnes, fiambres y congelados': 2,
      'Gaseosas, jugos y agua': 2.5,
    },
  },
  { hasta: 18.5, gustos: { Panadería: 2.5, 'Galletas y dulces': 3, 'Snacks y piqueos': 2.5, 'Higiene y papel': 1.5 } },
  {
    hasta: 24,
    gustos: { 'Gaseosas, jugos y agua': 3, 'Snacks y piqueos': 2, 'Lácteos y huevos': 1.5, Panadería: 1.5 },
  },
];

/** How many lines a ticket has: mostly few. */
const TAMANOS = [26, 24, 18, 12, 8, 5, 4, 2, 1];

/** What a customer finds on the shelf: stock in thousandths and price in centavos, by product. */
export type Estante = { hay(producto: number): number; precio(producto: number): number };

/**
 * What a customer takes at that hour (`finDeSemana`: Friday to Sunday), never more than there is. Empty when nothing
 * chosen was left.
 */
export function llenarCanasta(azar: Azar, estante: Estante, hora: number, finDeSemana: boolean): Linea[] {
  const gustos = GUSTOS.find((g) => hora < g.hasta)?.gustos ?? {};
  const cerveza = hora > 17 && finDeSemana ? 5 : 1;
  const peso = (p: ProductoDemo) =>
    p.rotacion ** 1.4 * (gustos[p.categoria] ?? 1) * (p.categoria === 'Cervezas y licores' ? cerveza : 1);
  const lineas = TAMANOS.indexOf(azar.pesado(TAMANOS, (t) => t)) + 1;
  const elegidos = new Set(Array.from({ length: lineas }, () => azar.pesado(PRODUCTOS, peso)));
  return [...elegidos].flatMap((p) => {
    const cantidad = Math.min(cuanto(azar, p), estante.hay(p.indice));
    return cantidad > 0 ? [{ producto: p.indice, cantidad, precio: estante.precio(p.indice), descuento: 0 }] : [];
  });
}

function cuanto(azar: Azar, { unidad, precio }: ProductoDemo): number {
  if (unidad === 'kg') return azar.suerte(0.5) ? azar.entero(1, 8) * 250 : azar.entero(20, 480) * 5;
  if (precio <= 1.2) return azar.entero(2, 10) * 1000;
  if (precio <= 6) return azar.pesado([1, 2, 3, 4], (n) => 1 / n ** 2) * 1000;
  return azar.suerte(0.85) ? 1000 : 2000;
}

/** A little off the dearest line, when the ticket is big enough to ask for it. */
export function conDescuento(azar: Azar, lineas: readonly Linea[]): Linea[] {
  const importe = (l: Linea) => (l.precio * l.cantidad) / 1000;
  const mayor = lineas.reduce<Linea | null>((m, l) => (m === null || importe(l) > importe(m) ? l : m), null);
  if (!mayor || importe(mayor) < 1500) return [...lineas];
  const descuento = azar.elegir([50, 100, 100, 200]);
  return lineas.map((l) => (l === mayor ? { ...l, descuento } : l));
}
