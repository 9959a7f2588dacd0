import type { Context } from '@/lib/context';
import { agregarCodigo } from '@/lib/presentacion/agregar-codigo';
import { crearPresentacion } from '@/lib/presentacion/crear';
import { ponerPrecio } from '@/lib/presentacion/poner-precio';
import { anotarVencimiento } from '@/lib/reposicion/anotar-vencimiento';
import { ponerReposicion } from '@/lib/reposicion/poner';
import { diaDe } from '@/lib/time';
import { conDigito } from '../catalogo/ean';
import { claveDe } from './azar';
import { codigoDePack, EN_PACK, PRODUCTOS, type ProductoDemo } from './productos';
import type { ClaveSucursal } from './tienda';

const DIA_MS = 86_400_000;

/** Where each category of the demo hangs. */
export const RAMAS: Readonly<Record<string, string>> = {
  'Gaseosas, jugos y agua': 'Bebidas',
  'Cervezas y licores': 'Bebidas',
  Limpieza: 'Casa y limpieza',
  'Higiene y papel': 'Casa y limpieza',
  'Bebé, hogar y mascotas': 'Casa y limpieza',
};

/** The shop's reference of a product: three letters of its category and its place. */
export function skuDe(p: ProductoDemo): string {
  const letras = p.categoria
    .normalize('NFD')
    .replace(/[^a-z]/gi, '')
    .slice(0, 3)
    .toUpperCase();
  return `${letras}-${String(p.indice + 1).padStart(4, '0')}`;
}

/** Big bottles: dearer up in El Alto, where they also sell faster. */
const GRANDES = PRODUCTOS.filter((p) => p.categoria.startsWith('Gaseosas') && p.precio >= 13).slice(0, 5);

type Contextos = (nombre: string, sucursal?: ClaveSucursal) => Context;

/**
 * What makes a catalogue of a shop's: six-packs with their price and code, a second code here and there, minimums of one
 * branch and dates that expire. Each act has its key, so that a load cut short takes it up.
 */
export async function vestirCatalogo(ctx: Contextos, ids: readonly number[], hora: Date): Promise<void> {
  for (const p of EN_PACK) {
    const id_producto = ids[p.indice];
    await crearPresentacion(ctx(`presentacion/${p.indice}`), {
      id_producto,
      nombre: 'Six-pack',
      factor: 6,
      precio_venta: Math.round(p.precio * 6 * 0.93 * 2) / 2,
      codigo: codigoDePack(p),
    });
    const codigo = conDigito(`7779901${String(p.indice).padStart(5, '0')}`);
    await agregarCodigo(ctx(`codigo/${p.indice}`), { id_producto, codigo });
  }
  const elAlto = ctx('reposicion', 'elAlto').idSucursal;
  for (const p of GRANDES) {
    const id_producto = ids[p.indice];
    const reposicion = { id_producto, id_sucursal: elAlto, stock_minimo: 18, dias_cobertura: 5 };
    await ponerReposicion(ctx(`reposicion/${p.indice}`, 'elAlto'), reposicion);
  }
  const perecederos = PRODUCTOS.filter((p) => /Lácteos|fiambres/.test(p.categoria)).slice(0, 10);
  for (const [i, p] of perecederos.entries()) {
    const vence = diaDe(new Date(hora.getTime() + (20 + i * 6) * DIA_MS));
    const dato = { id_producto: ids[p.indice], vence, lote: `L${1200 + i}`, cantidad: 6 };
    await anotarVencimiento(ctx(`vencimiento/${p.indice}`), dato);
  }
}

/** The prices of El Alto, set when the days of the demo are over: what was sold there was at everybody's price. */
export async function preciosDeElAlto(ctx: Context, ids: readonly number[]): Promise<void> {
  for (const p of GRANDES) {
    const id_producto = ids[p.indice];
    const propio = { id_producto, id_sucursal: ctx.idSucursal, precio_venta: p.precio + 1 };
    await ponerPrecio({ ...ctx, clave: claveDe(`precio/el-alto/${p.indice}`) }, propio);
  }
}
