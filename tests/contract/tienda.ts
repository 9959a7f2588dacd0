import { randomUUID } from 'node:crypto';
import type { Actor, Context } from '@/lib/context';
import { env } from '@/lib/env';
import { prepareQueues } from '@/lib/jobs/prepare';
import { prepararImportacion } from '@/lib/producto/importacion/preparar';
import { revisarImportacion } from '@/lib/producto/importacion/revisar';
import { leerImportacion } from '@/lib/producto/queries';
import type { ProductoDto } from '@/lib/producto/schemas';
import type { ImportacionDto } from '@/lib/producto/schemas-importacion';
import { cobrarVenta } from '@/lib/venta/cobrar';
import type { VentaDto } from '@/lib/venta/schemas';
import { tokenDe } from '@/tests/auth/llamar';
import {
  ctxDe,
  linea,
  nuevaCaja,
  nuevaPersona,
  nuevaSucursal,
  nuevoProducto,
  nuevoTurno,
  type Turno,
} from '@/tests/harness/factories';

/** A small shop that works: who runs it, who sells, what is sold, and another branch that is none of their business. */
export type Tienda = {
  idSucursal: number;
  otraSucursal: number;
  jefe: Actor;
  tokenJefe: string;
  turno: Turno;
  tokenCajero: string;
  producto: ProductoDto;
  venta: VentaDto;
};

/** Opens the shop with one sale made. */
export async function abrirTienda(): Promise<Tienda> {
  await prepareQueues(env().DATABASE_URL);
  const idSucursal = await nuevaSucursal();
  const jefe = await nuevaPersona('Superadministrador', idSucursal);
  const turno = await nuevoTurno(idSucursal, { saldo: 500, especialidad: 'MIXTA', ahora: new Date() });
  const producto = await nuevoProducto(idSucursal, { stock: 1000 });
  const tienda = {
    idSucursal,
    otraSucursal: await nuevaSucursal(),
    jefe,
    tokenJefe: await tokenDe(jefe),
    turno,
    tokenCajero: await tokenDe(turno.cajero),
    producto,
  };
  return { ...tienda, venta: await vender(tienda) };
}

/** A request by this person now, as the API would make it. */
export const ahora = (actor: Actor): Context => ctxDe(actor, { ahora: new Date(), clave: randomUUID() });

/** Charges a ticket in the open session: cash with change, unless told otherwise. */
export function vender({ turno, producto }: Pick<Tienda, 'turno' | 'producto'>, mas: object = {}): Promise<VentaDto> {
  const pedido = {
    metodo_pago: 'EFECTIVO',
    recibido: 50,
    id_sesion_caja: turno.idSesion,
    detalles: [linea(producto, 2)],
  };
  return cobrarVenta(ahora(turno.cajero), { ...pedido, ...mas });
}

/** A piece of a name that nothing else has. */
export const unico = () => randomUUID().slice(0, 8);

/** A caja of the shop that nobody has open, and that is empty. */
export const cajaLibre = ({ idSucursal }: Tienda) => nuevaCaja(idSucursal);

/** A file as the counter's office uploads it. */
export function archivoCsv(texto: string, nombre = 'productos.csv') {
  return { nombre, tipo: 'text/csv', bytes: new TextEncoder().encode(texto) };
}

/** A staged file with a good row, one with a remark, and a bad one. */
export async function subirCsv({ jefe }: Tienda): Promise<ImportacionDto> {
  const n = unico();
  const texto = `codigo_barras,nombre,categoria,precio_venta,costo_compra,stock_actual,color
7771234567891,Leche ${n},Lácteos ${n},7.50,6,10,blanco
,Pan ${n},Panes ${n},0.50,,,
,Sin precio ${n},Panes ${n},siete,,,
`;
  const { id } = await prepararImportacion(ahora(jefe), { archivo: archivoCsv(texto) });
  await revisarImportacion(ahora(jefe), { id }, async () => {});
  return leerImportacion(ahora(jefe), { id });
}
