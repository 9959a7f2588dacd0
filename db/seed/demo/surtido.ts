import type { Cantidad, Hecho, HechoDeAlmacen } from './actos';
import type { Azar } from './azar';
import { diaDeLaSemana } from './calendario';
import { centavos, type Estado } from './estado';
import { PRODUCTOS, type ProductoDemo } from './productos';
import type { ClaveSucursal } from './tienda';

/** Suppliers come on these days; bread, every morning. */
const DIAS_DE_REPOSICION = [2, 5];

/** Products whose supplier has not come lately: some shelves of the demo end nearly empty. */
const sinProveedor = ({ indice, categoria }: ProductoDemo) => indice % 11 === 3 && categoria !== 'Panadería';

const dePan = (p: ProductoDemo) => p.categoria === 'Panadería' && p.codigo === null;

/** Who brings each thing. */
function proveedorDe(p: ProductoDemo): string | null {
  if (dePan(p)) return null;
  if (/Gaseosas|Cervezas/.test(p.categoria)) return 'Bebidas del Illimani';
  if (/Frutas|Carnes|Lácteos|Panadería/.test(p.categoria)) return 'Frescos del Valle';
  return 'Distribuidora El Prado';
}

/** What the suppliers bring before opening, a document each. `faltan` days remain of the demo; in the last some things come dearer. */
export function reponer(
  azar: Azar,
  estado: Estado,
  { sucursal, dia, faltan }: { sucursal: ClaveSucursal; dia: string; faltan: number },
): HechoDeAlmacen[] {
  const toca = DIAS_DE_REPOSICION.includes(diaDeLaSemana(dia));
  const traen = new Map<string | null, (Cantidad & { costo?: number })[]>();
  for (const p of PRODUCTOS.filter((uno) => dePan(uno) || (toca && !(faltan < 8 && sinProveedor(uno))))) {
    const hay = estado.existencias[sucursal][p.indice] ?? 0;
    if (hay > p.dotacion * 0.45) continue;
    const llega = Math.round((p.dotacion * (1 + azar.real() * 0.2) - hay) / 1000) * 1000;
    if (llega <= 0) continue;
    estado.existencias[sucursal][p.indice] = hay + llega;
    const sube = faltan < 4 && p.codigo !== null && p.indice % 45 === 4;
    const linea = { producto: p.indice, cantidad: llega, ...(sube && { costo: encarecido(p) }) };
    traen.set(proveedorDe(p), [...(traen.get(proveedorDe(p)) ?? []), linea]);
  }
  return [...traen].map(([proveedor, lineas]) => {
    const motivo = proveedor === null ? 'Horneada de la mañana' : 'Reposición del proveedor';
    return { tipo: 'entrada', motivo, proveedor, lineas };
  });
}

/** An eighth dearer, in centavos. */
const encarecido = (p: ProductoDemo) => Math.round((centavos(p.costo) * 9) / 8 / 10) * 10;

const PERECEDEROS = ['Frutas y verduras', 'Panadería', 'Lácteos y huevos', 'Carnes, fiambres y congelados'];

/** What spoils in the week, and what a count of a few shelves corrects. */
export function mermar(azar: Azar, estado: Estado, sucursal: ClaveSucursal): HechoDeAlmacen[] {
  const sacar = (p: ProductoDemo): Cantidad[] => {
    const hay = estado.existencias[sucursal][p.indice] ?? 0;
    const cantidad = p.unidad === 'kg' ? azar.entero(10, 120) * 10 : azar.entero(1, 2) * 1000;
    if (hay <= cantidad * 2) return [];
    estado.existencias[sucursal][p.indice] = hay - cantidad;
    return [{ producto: p.indice, cantidad }];
  };
  const perecederos = PRODUCTOS.filter((p) => PERECEDEROS.includes(p.categoria));
  const [vencidos, rotos] = [elegirVarios(azar, perecederos, 4), elegirVarios(azar, PRODUCTOS, 2)];
  return [
    salir('VENCIDO', 'Revisión del sábado: se pasó la fecha', vencidos.flatMap(sacar)),
    salir('MERMA', azar.elegir(['Envase roto', 'Se echó a perder', 'Se cayó de la góndola']), rotos.flatMap(sacar)),
    salir('CONSUMO', 'Limpieza de la tienda', elegirVarios(azar, PRODUCTOS.filter(esDeLimpieza), 1).flatMap(sacar)),
    contarAlgunos(azar, estado, sucursal),
  ].flatMap((hecho) => hecho ?? []);
}

const esDeLimpieza = (p: ProductoDemo) => p.categoria === 'Limpieza';

/** The fridge that stopped one night: more than who minds the stock may write off alone. */
export function perderHeladera(estado: Estado, sucursal: ClaveSucursal): HechoDeAlmacen | null {
  const lineas = PRODUCTOS.filter((p) => p.categoria.startsWith('Carnes')).flatMap((p) => {
    const hay = estado.existencias[sucursal][p.indice] ?? 0;
    const cantidad = Math.floor((hay * 0.6) / 1000) * 1000;
    estado.existencias[sucursal][p.indice] = hay - cantidad;
    return cantidad > 0 ? [{ producto: p.indice, cantidad }] : [];
  });
  return salir('MERMA', 'Corte de luz en la noche: se perdió la heladera', lineas);
}

function salir(salida: 'MERMA' | 'CONSUMO' | 'VENCIDO', motivo: string, lineas: Cantidad[]): HechoDeAlmacen | null {
  return lineas.length === 0 ? null : { tipo: 'salida', salida, motivo, lineas };
}

/** Six products counted: mostly right, some short, one that nobody knew of. */
function contarAlgunos(azar: Azar, estado: Estado, sucursal: ClaveSucursal): HechoDeAlmacen {
  const lineas = elegirVarios(
    azar,
    PRODUCTOS.filter((p) => p.codigo !== null),
    6,
  ).map((p, i) => {
    const hay = estado.existencias[sucursal][p.indice] ?? 0;
    const cantidad = Math.max(0, hay + ([-1000, 0, 0, 1000, -2000, 0][i] ?? 0));
    estado.existencias[sucursal][p.indice] = cantidad;
    return { producto: p.indice, cantidad };
  });
  return { tipo: 'conteo', categoria: null, nota: 'Conteo del sábado', lineas, aplica: true };
}

/** A count of a category that was begun and is still open. */
export function empezarConteo(estado: Estado, sucursal: ClaveSucursal): HechoDeAlmacen {
  const suyos = PRODUCTOS.filter((p) => p.categoria === 'Cervezas y licores').slice(0, 7);
  const lineas = suyos.map((p, i) => {
    const hay = estado.existencias[sucursal][p.indice] ?? 0;
    return { producto: p.indice, cantidad: Math.max(0, hay - (i === 2 ? 1000 : 0)) };
  });
  return { tipo: 'conteo', categoria: 'Cervezas y licores', nota: 'Antes del fin de semana', lineas, aplica: false };
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

function elegirVarios<T>(azar: Azar, lista: readonly T[], cuantos: number): T[] {
  return [...new Set(Array.from({ length: cuantos }, () => azar.elegir(lista)))];
}
