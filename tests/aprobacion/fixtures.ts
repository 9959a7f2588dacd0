import { sqlClient } from '@/db';
import { aprobar } from '@/lib/aprobacion/aprobar';
import { pedirAprobacion } from '@/lib/aprobacion/pedir';
import type { DetalleDeRechazo } from '@/lib/aprobacion/schemas';
import { hashPin } from '@/lib/auth/pin-hash';
import type { Actor, Context } from '@/lib/context';
import { AppError } from '@/lib/errors';
import type { ProductoDto } from '@/lib/producto/schemas';
import { cobrarVenta } from '@/lib/venta/cobrar';
import {
  AHORA,
  ctxDe,
  linea,
  nuevaPersona,
  nuevaSucursal,
  nuevoProducto,
  nuevoTurno,
  type Turno,
} from '@/tests/harness/factories';

/** A PIN nobody guesses, of every superior here. */
export const PIN = '482913';

/** A branch with a cashier at an open caja, an administrator with a PIN, and a product of Bs 10. */
export type Mostrador = { idSucursal: number; turno: Turno; cajera: Context; admin: Context; producto: ProductoDto };

/** Minutes after the tests' now. */
export const minutos = (n: number) => new Date(AHORA.getTime() + n * 60_000);

/** The same person, later. */
export const luego = (ctx: Context, n: number): Context => ({ ...ctx, ahora: minutos(n) });

/** Gives a person the PIN of these tests. */
export async function darPin(actor: Actor): Promise<void> {
  await sqlClient()`update usuario set pin_hash = ${await hashPin(PIN)} where id = ${actor.idUsuario}`;
}

/** An open counter. */
export async function abrirMostrador(): Promise<Mostrador> {
  const idSucursal = await nuevaSucursal();
  const turno = await nuevoTurno(idSucursal, { saldo: 1000, especialidad: 'MIXTA' });
  const admin = await nuevaPersona('Administrador', idSucursal);
  await darPin(admin);
  const producto = await nuevoProducto(idSucursal, { precio: 10, stock: 500 });
  return { idSucursal, turno, cajera: ctxDe(turno.cajero), admin: ctxDe(admin), producto };
}

/** A ticket with this discount on a line of Bs 10: over 1 the cashier needs a superior. */
export const ticket = ({ turno, producto }: Mostrador, descuento = 3) => ({
  metodo_pago: 'EFECTIVO',
  id_sesion_caja: turno.idSesion,
  detalles: [linea(producto, 1, descuento)],
});

/** Charges it. */
export const cobrar = (ctx: Context, raw: object) => cobrarVenta(ctx, raw);

/** What a refused act would need. Fails when it was not refused for that. */
export async function rechazo(act: Promise<unknown>): Promise<DetalleDeRechazo> {
  const error = await act.then(
    () => null,
    (e: unknown) => e,
  );
  if (!(error instanceof AppError) || error.code !== 'requiere_aprobacion') throw error ?? new Error('not refused');
  return error.detalle as DetalleDeRechazo;
}

/** Asks for a refused act and has it approved; the id of the approval. */
export async function aprobada(m: Mostrador, act: Promise<unknown>, aprobador = m.admin): Promise<number> {
  const { id_aprobacion: id } = await rechazo(act);
  await pedirAprobacion(m.cajera, { id, motivo: 'Cliente de siempre' });
  await aprobar(aprobador, { id, respuesta: 'Está bien' });
  return id;
}

/** How an approval is kept. */
export async function estadoDe(id: number): Promise<string | undefined> {
  const [fila] = await sqlClient()<{ estado: string }[]>`select estado from aprobacion where id = ${id}`;
  return fila?.estado;
}

/** How many trail lines of an act an approval has. */
export async function auditadas(accion: string, id: number): Promise<number> {
  const filas = await sqlClient()`
    select 1 from auditoria where entidad = 'aprobacion' and accion = ${accion} and id_entidad = ${String(id)}`;
  return filas.length;
}

/** Tickets charged at this counter. */
export async function tickets(m: Mostrador): Promise<number> {
  const filas = await sqlClient()`select 1 from venta where id_sesion_caja = ${m.turno.idSesion}`;
  return filas.length;
}
