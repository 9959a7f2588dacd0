import { randomUUID } from 'node:crypto';
import { sqlClient } from '@/db';
import type { Actor, Context } from '@/lib/context';
import { cobrarVenta } from '@/lib/venta/cobrar';
import {
  ctxDe,
  linea,
  nuevaPersona,
  nuevaSucursal,
  type nuevoProducto,
  nuevoTurno,
  type Turno,
} from '../harness/factories';

/** Two branches with somebody who minds the stock in each, a till, and who runs the first. */
export type Cadena = { norte: number; sur: number; almacen: Actor; otro: Actor; jefe: Actor; turno: Turno };

export async function nuevaCadena(): Promise<Cadena> {
  const [norte, sur] = [await nuevaSucursal(), await nuevaSucursal()];
  return {
    norte,
    sur,
    almacen: await nuevaPersona('Almacenero', norte),
    otro: await nuevaPersona('Almacenero', sur),
    jefe: await nuevaPersona('Administrador', norte),
    turno: await nuevoTurno(norte, { saldo: 100 }),
  };
}

/** The context of a request with a key of its own. */
export const con = (actor: Actor, mas: Partial<Context> = {}) => ctxDe(actor, { clave: randomUUID(), ...mas });

/** Sells some of a product at the till. */
export const vender = (turno: Turno, producto: Awaited<ReturnType<typeof nuevoProducto>>, cantidad: number) =>
  cobrarVenta(con(turno.cajero), {
    id_sesion_caja: turno.idSesion,
    metodo_pago: 'QR',
    detalles: [linea(producto, cantidad)],
  });

/** What a branch has of a product: thousandths and centavos. */
export async function hay(idProducto: number, idSucursal: number): Promise<{ cantidad: number; valor: number }> {
  const [fila] = await sqlClient()<{ cantidad: number; valor: number }[]>`
    select cantidad, valor from existencia where id_producto = ${idProducto} and id_sucursal = ${idSucursal}`;
  return fila ? { cantidad: fila.cantidad, valor: fila.valor } : { cantidad: 0, valor: 0 };
}

/** The balance of an account, in centavos. */
export async function cuenta(codigo: string): Promise<number> {
  const [fila] = await sqlClient()<{ total: number }[]>`
    select coalesce(sum(p.importe), 0)::bigint as total from partida p join cuenta c on c.id = p.id_cuenta where c.codigo = ${codigo}`;
  return fila?.total ?? 0;
}
