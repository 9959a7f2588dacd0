import type { Hecho } from './actos';
import type { Azar } from './azar';
import { diaDeLaSemana } from './calendario';
import { centavos, type Estado } from './estado';
import { PRODUCTOS, type ProductoDemo } from './productos';
import type { ClaveSucursal } from './tienda';

type Conteo = Extract<Hecho, { tipo: 'contar' }>;

/** Suppliers come on these days; bread, every morning. */
const DIAS_DE_REPOSICION = [2, 5];

/** Products whose supplier has not come lately: some shelves of the demo end nearly empty. */
const sinProveedor = ({ indice, categoria }: ProductoDemo) => indice % 11 === 3 && categoria !== 'Panadería';

/** What is filled up before opening. `faltan` days remain of the demo. */
export function reponer(
  azar: Azar,
  estado: Estado,
  { sucursal, dia, faltan }: { sucursal: ClaveSucursal; dia: string; faltan: number },
): Conteo[] {
  const dePan = (p: ProductoDemo) => p.categoria === 'Panadería' && p.codigo === null;
  const toca = DIAS_DE_REPOSICION.includes(diaDeLaSemana(dia));
  return PRODUCTOS.filter((p) => dePan(p) || (toca && !(faltan < 8 && sinProveedor(p)))).flatMap((p) => {
    const hay = estado.existencias[sucursal][p.indice] ?? 0;
    if (hay > p.dotacion * 0.45) return [];
    const llega = Math.round((p.dotacion * (1 + azar.real() * 0.2) - hay) / 1000) * 1000;
    const motivo = dePan(p) ? 'Horneada de la mañana' : 'Reposición del proveedor';
    return contar(estado, sucursal, p, hay + llega, motivo);
  });
}

const PERECEDEROS = ['Frutas y verduras', 'Panadería', 'Lácteos y huevos', 'Carnes, fiambres y congelados'];
const MERMAS = ['Producto vencido', 'Se echó a perder', 'Envase roto', 'Pan del día anterior'];

/** What spoils in the week, and what a count of a few shelves corrects. */
export function mermar(azar: Azar, estado: Estado, sucursal: ClaveSucursal): Conteo[] {
  const perecederos = PRODUCTOS.filter((p) => PERECEDEROS.includes(p.categoria));
  const perdidos = elegirVarios(azar, perecederos, 6).map((p) => ({ p, motivo: `Merma: ${azar.elegir(MERMAS)}` }));
  const contados = elegirVarios(azar, PRODUCTOS, 3).map((p) => ({ p, motivo: 'Conteo físico' }));
  return [...perdidos, ...contados].flatMap(({ p, motivo }) => {
    const hay = estado.existencias[sucursal][p.indice] ?? 0;
    const falta = p.unidad === 'kg' ? azar.entero(10, 120) * 10 : azar.entero(1, 2) * 1000;
    return hay > falta * 2 ? contar(estado, sucursal, p, hay - falta, motivo) : [];
  });
}

/** A handful of prices that rise by half a boliviano or so. */
export function encarecer(azar: Azar, estado: Estado): Extract<Hecho, { tipo: 'precio' }>[] {
  const caros = PRODUCTOS.filter((p) => p.codigo !== null && p.precio >= 5);
  return elegirVarios(azar, caros, 6).map((p) => {
    const precio = (estado.precios[p.indice] ?? centavos(p.precio)) + azar.elegir([50, 50, 100]);
    estado.precios[p.indice] = precio;
    return { tipo: 'precio', producto: p.indice, precio };
  });
}

function contar(estado: Estado, sucursal: ClaveSucursal, p: ProductoDemo, hay: number, motivo: string): Conteo[] {
  estado.existencias[sucursal][p.indice] = hay;
  return [{ tipo: 'contar', producto: p.indice, hay, motivo }];
}

function elegirVarios<T>(azar: Azar, lista: readonly T[], cuantos: number): T[] {
  return [...new Set(Array.from({ length: cuantos }, () => azar.elegir(lista)))];
}
