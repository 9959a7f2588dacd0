import type { Tx } from '@/db/transaction';
import type { Context, HechoEnCurso } from '@/lib/context';
import { regularizar } from '@/lib/kardex/regularizar';
import { NADA } from '@/lib/kardex/rules';
import { formatBs } from '@/lib/money';
import { llaveVendido, stockDePresentacion, type Vendido } from '@/lib/producto/rules';
import { leerCambiosDePrecio, leerPreciosEn, leerVendibles, type Vendible } from '@/lib/producto/steps';
import { formatCantidad } from '@/lib/quantity';
import type { VentaLeida } from './armar-ticket';
import { cuadrarPagos, nombreVendido, totalizar } from './rules';
import type { Numeros } from './steps';

/**
 * Makes room for a sale that already happened, before it is checked like any other: what was deleted since is read all the
 * same, a price that its device could show stands, another one stands too and is told, what is missing of the stock enters
 * as a regularización, and cash is rounded as the branch did then. Each thing that did not fit is an incidencia.
 */
export async function tolerar(
  tx: Tx,
  ctx: Context,
  hecho: HechoEnCurso,
  leido: VentaLeida,
  { numeros, folio }: { numeros: Numeros; folio: { serie: string; numero: number } },
): Promise<VentaLeida> {
  const vendibles = await conEliminados(tx, ctx, hecho, leido);
  const detalles = await conSusPrecios(tx, ctx, hecho, { ...leido, vendibles });
  const origen = { tipo: 'venta', id: numeros.idVenta, nombre: `Venta ${folio.serie}-${folio.numero}` };
  const existencias = await regularizar(tx, ctx, {
    idSucursal: ctx.idSucursal,
    faltas: faltasDe(hecho, { ...leido, vendibles }),
    existencias: leido.existencias,
    origen,
  });
  return { venta: { ...leido.venta, detalles }, vendibles, existencias, redondea: redondeoDe(leido) };
}

async function conEliminados(tx: Tx, ctx: Context, hecho: HechoEnCurso, { venta, vendibles }: VentaLeida) {
  const faltan = venta.detalles.filter((d) => !vendibles.has(llaveVendido(d)));
  if (faltan.length === 0) return vendibles;
  const eliminados = await leerVendibles(tx, ctx.idSucursal, faltan, { eliminados: true });
  for (const { nombre, presentacion } of eliminados.values())
    hecho.incidencia('producto_eliminado', `${nombreVendido(nombre, presentacion)} ya no estaba en el catálogo.`);
  return new Map([...vendibles, ...eliminados]);
}

/** Each line with the price it is compared with: its own, unless it came with a motive. */
async function conSusPrecios(tx: Tx, ctx: Context, hecho: HechoEnCurso, { venta, vendibles }: VentaLeida) {
  const distintas = venta.detalles.filter((d) => !d.motivoPrecio && !d.creado && esOtro(d, vendibles));
  if (distintas.length === 0) return venta.detalles;
  const vigentes = await preciosDesde(tx, ctx, await hecho.preciosDesde(tx), distintas);
  const dichos = new Set<string>();
  for (const d of distintas) {
    const llave = llaveVendido(d);
    const vendible = vendibles.get(llave);
    if (!vendible || vigentes.get(llave)?.has(d.precio) || dichos.has(llave)) continue;
    dichos.add(llave);
    const nombre = nombreVendido(vendible.nombre, vendible.presentacion);
    hecho.incidencia(
      'precio',
      `${nombre} se vendió a ${formatBs(d.precio)} y su precio era ${formatBs(vendible.precio)}.`,
    );
  }
  return venta.detalles.map((d) => (d.motivoPrecio ? d : { ...d, precioVigente: d.precio }));
}

const esOtro = (d: Vendido & { precio: number }, vendibles: ReadonlyMap<string, Vendible>) =>
  vendibles.get(llaveVendido(d))?.precio !== d.precio;

/** Every price in force at some moment between `desde` and the sale, by what was sold. */
async function preciosDesde(tx: Tx, ctx: Context, desde: Date, vendidos: readonly Vendido[]) {
  const cambios = await leerCambiosDePrecio(tx, ctx.idSucursal, vendidos, { desde, hasta: ctx.ahora });
  const precios = new Map<string, Set<number>>();
  for (const momento of [desde, ...cambios]) {
    for (const [llave, precio] of await leerPreciosEn(tx, ctx.idSucursal, vendidos, momento))
      precios.set(llave, (precios.get(llave) ?? new Set()).add(precio));
  }
  return precios;
}

/** What leaves and is not there, by product. */
function faltasDe(hecho: HechoEnCurso, { venta, vendibles, existencias }: VentaLeida) {
  const salen = new Map<number, { cantidad: number; vendible: Vendible }>();
  for (const d of venta.detalles) {
    const vendible = vendibles.get(llaveVendido(d));
    if (!vendible) continue;
    const antes = salen.get(d.idProducto)?.cantidad ?? 0;
    salen.set(d.idProducto, { cantidad: antes + (stockDePresentacion(d.cantidad, vendible.factor) ?? 0), vendible });
  }
  return [...salen].flatMap(
    ([
      idProducto,
      {
        cantidad,
        vendible: { nombre, unidad, costoCompra: costo },
      },
    ]) => {
      const hay = (existencias.get(idProducto) ?? NADA).cantidad;
      if (hay >= cantidad) return [];
      hecho.incidencia(
        'stock',
        `Se vendieron ${formatCantidad(cantidad)} de ${nombre} y había ${formatCantidad(hay)}.`,
      );
      return [{ idProducto, nombre, unidad, cantidad: cantidad - hay, costo }];
    },
  );
}

/** As the branch rounds now, unless only the other way explains what was paid. */
function redondeoDe({ venta, redondea }: VentaLeida): boolean {
  if (!venta.pagos) return redondea;
  const { total } = totalizar(venta.detalles);
  const cuadra = (r: boolean) => cuadrarPagos(total, venta.pagos ?? [], r) !== null;
  return cuadra(redondea) || !cuadra(!redondea) ? redondea : !redondea;
}
