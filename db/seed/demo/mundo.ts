import { CATALOGO } from '@/db/seed/catalogo';
import { ponerPin } from '@/lib/auth/pin';
import { systemContext } from '@/lib/auth/system-context';
import { crearCaja } from '@/lib/caja/crear';
import type { Actor, Context } from '@/lib/context';
import { listarMotivos } from '@/lib/motivo/queries';
import { ajustarStock } from '@/lib/producto/ajustar-stock';
import { crearProducto } from '@/lib/producto/crear';
import { crearCategoria } from '@/lib/producto/crear-categoria';
import { jsonDeMilesimas } from '@/lib/quantity';
import { formatosDeBalanza } from '@/lib/sucursal/queries';
import { configurarBalanza } from '@/lib/venta/configurar-balanza';
import { claveDe } from './azar';
import { RAMAS, skuDe, vestirCatalogo } from './catalogo';
import { leerGente } from './fundacion';
import { PRODUCTOS, type ProductoDemo } from './productos';
import { CAJAS, type ClaveCaja, type ClaveSucursal, CONTRASENA, type Cuenta, PIN_DE_DEMO } from './tienda';

/** The ids that the rows of the demo got, by the names its acts use. */
export type Mundo = {
  sucursales: Record<ClaveSucursal, number>;
  actores: Record<Cuenta, Actor>;
  cajas: Record<ClaveCaja, number>;
  /** The reasons of an egreso, by name. */
  motivos: Map<string, number>;
  categorias: Map<string, number>;
  /** By position in `PRODUCTOS`. */
  productos: number[];
  /** The open session of each caja, and every ticket by the name of its act. */
  sesiones: Map<ClaveCaja, number>;
  ventas: Map<string, number>;
  /** The transfers between branches, by the act that asked for each. */
  transferencias: Map<string, number>;
};

/** The context of an act of the demo: that person, there and then, named so that it happens once. */
export function contextoDe(
  mundo: Pick<Mundo, 'actores' | 'sucursales'>,
  acto: { nombre: string; hora: Date; quien: Cuenta; sucursal: ClaveSucursal },
): Context {
  return systemContext({
    ahora: acto.hora,
    idSucursal: mundo.sucursales[acto.sucursal],
    actor: mundo.actores[acto.quien],
    clave: claveDe(acto.nombre),
  });
}

/** Cajas, categories and products with their opening stock in both branches, all created at `hora`. */
export async function equipar(hora: Date): Promise<Mundo> {
  const gente = await leerGente();
  const alas =
    (cuando: Date) =>
    (nombre: string, sucursal: ClaveSucursal = 'miraflores') =>
      contextoDe(gente, { nombre, hora: cuando, quien: 'super', sucursal });
  const ctx = alas(hora);
  const antes = alas(new Date(hora.getTime() - TEMPORADA_MS));
  const motivos = new Map((await listarMotivos(ctx('motivos'), { tipo: 'EGRESO' })).map((m) => [m.nombre, m.id]));
  await ponerPin({ ...ctx('pin'), clave: null }, { pin: PIN_DE_DEMO, password: CONTRASENA });
  const balanza = ctx('balanza');
  if ((await formatosDeBalanza(balanza)).length === 0) await configurarBalanza(balanza, { formatos: BALANZA });
  const cajas: Partial<Record<ClaveCaja, number>> = {};
  for (const [clave, { sucursal, ...caja }] of Object.entries(CAJAS)) {
    cajas[clave as ClaveCaja] = (await crearCaja(ctx(`caja/${clave}`, sucursal), caja)).id;
  }
  const categorias = new Map<string, number>();
  for (const nombre of new Set(Object.values(RAMAS))) {
    categorias.set(nombre, (await crearCategoria(antes(`categoria/${nombre}`), { nombre })).id);
  }
  for (const { nombre } of CATALOGO) {
    const dato = { nombre, id_padre: categorias.get(RAMAS[nombre] ?? '') ?? null };
    categorias.set(nombre, (await crearCategoria(antes(`categoria/${nombre}`), dato)).id);
  }
  const crear = async (p: ProductoDemo): Promise<number> => {
    const { id } = await crearProducto(ctx(`producto/${p.indice}`), {
      nombre: p.nombre,
      codigo_barras: p.codigo,
      sku: skuDe(p),
      unidad: p.unidad,
      precio_venta: p.precio,
      costo_compra: p.costo,
      stock_actual: jsonDeMilesimas(p.dotacion),
      stock_minimo: jsonDeMilesimas(p.minimo),
      favorito: p.favorito,
      id_categoria: categorias.get(p.categoria),
    });
    const stock = { id, stock_actual: jsonDeMilesimas(p.dotacion), motivo_ajuste: 'Inventario inicial' };
    await ajustarStock(ctx(`producto/${p.indice}/el-alto`, 'elAlto'), stock);
    return id;
  };
  const productos: number[] = [];
  for (let i = 0; i < PRODUCTOS.length; i += A_LA_VEZ) {
    productos.push(...(await Promise.all(PRODUCTOS.slice(i, i + A_LA_VEZ).map(crear))));
  }
  await vestirCatalogo(ctx, productos, hora);
  for (const p of DE_TEMPORADA) {
    const { categoria, ...producto } = p;
    const dato = { ...producto, id_categoria: categorias.get(categoria) };
    await crearProducto(antes(`temporada/${p.nombre}`), dato);
  }
  return {
    ...gente,
    cajas: cajas as Record<ClaveCaja, number>,
    motivos,
    categorias,
    productos,
    sesiones: new Map(),
    ventas: new Map(),
    transferencias: new Map(),
  };
}

/** The labels that the scale of Miraflores prints: the article and its grams. */
const BALANZA = ['20AAAAAPPPPPC'];

/** How long before the first day the shop was founded, and bought what nobody wanted since. */
export const TEMPORADA_MS = 75 * 86_400_000;

/** What was left of the last season, without a sale in months. */
const DE_TEMPORADA = [
  {
    nombre: 'Guirnalda de luces navideñas 5 m',
    categoria: 'Bebé, hogar y mascotas',
    precio_venta: 45,
    costo_compra: 31,
    stock_actual: 9,
  },
  {
    nombre: 'Protector solar FPS 50 120 ml',
    categoria: 'Higiene y papel',
    precio_venta: 68,
    costo_compra: 49,
    stock_actual: 6,
  },
];

/** Products are created by handfuls: each is a transaction of its own. */
const A_LA_VEZ = 6;
