import { sqlClient } from '@/db';
import { withTransaction } from '@/db/transaction';
import { abrirCaja } from '@/lib/caja/abrir';
import { crearCaja } from '@/lib/caja/crear';
import { lockSesionAbierta } from '@/lib/caja/steps';
import type { Context } from '@/lib/context';
import { asentar, type Bolsillo } from '@/lib/libro/asentar';
import { cuentaDe, cuentaGaveta } from '@/lib/libro/cuentas';
import { ctxDe, nuevaPersona, nuevaSucursal } from '@/tests/harness/factories';

/** Noon of an ordinary day in La Paz. */
export const MEDIODIA = new Date('2026-11-20T16:00:00.000Z');

export { nuevaSucursal as sucursalNueva } from '@/tests/harness/factories';

let serial = 0;

/** A new person with a built-in role: the context of their requests, at noon in their branch. */
export async function persona(rol: Parameters<typeof nuevaPersona>[0], idSucursal: number): Promise<Context> {
  return ctxDe(await nuevaPersona(rol, idSucursal), { ahora: MEDIODIA });
}

/** The same person at another instant. */
export const a = (ctx: Context, ahora: string): Context => ({ ...ctx, ahora: new Date(ahora) });

/** The same person with the key of one act. */
export const conClave = (ctx: Context, clave: string = crypto.randomUUID()): Context => ({ ...ctx, clave });

/** A branch with an administrator, a cashier and a caja with `saldo` bolivianos. */
export async function tienda(saldo = 0) {
  const idSucursal = await nuevaSucursal();
  const admin = await persona('Administrador', idSucursal);
  const cajera = await persona('Operador', idSucursal);
  const caja = await crearCaja(admin, { nombre: `Caja de prueba ${++serial}`, especialidad: 'MIXTA', saldo });
  return { idSucursal, admin, cajera, caja };
}

/** The same, opened by the cashier with what the drawer holds. */
export async function tiendaAbierta(saldo = 100) {
  const t = await tienda(saldo);
  const sesion = await abrirCaja(t.cajera, { id_caja: t.caja.id });
  return { ...t, sesion };
}

/** Cash in (or out, negative) of an open session as another room would post it. Centavos. */
export async function asentarEfectivo(
  ctx: Context,
  idSesion: number,
  importe: number,
  doc: { bolsillo?: Bolsillo; tipo?: string } = {},
): Promise<void> {
  await withTransaction(ctx, async (tx) => {
    const sesion = await lockSesionAbierta(tx, ctx, idSesion, null);
    await asentar(tx, ctx, {
      tipoDocumento: doc.tipo ?? 'venta',
      idDocumento: 1,
      idSucursal: sesion.idSucursal,
      idSesionCaja: idSesion,
      bolsillo: doc.bolsillo ?? 'mercaderia',
      glosa: 'Documento de prueba',
      partidas: [
        { cuenta: cuentaGaveta(sesion.idCaja), importe },
        { cuenta: cuentaDe('ventas', sesion.idSucursal), importe: -importe },
      ],
    });
  });
}

/** What the libro says a drawer holds, in centavos. */
export async function saldoDe(idCaja: number): Promise<number> {
  const [fila] = await sqlClient()<{ saldo: number; suma: number }[]>`
    select q.saldo, (select coalesce(sum(importe), 0)::bigint from partida where id_cuenta = q.id) as suma
    from cuenta q where q.id_caja = ${idCaja}`;
  if (!fila || fila.saldo !== fila.suma) throw new Error('saldo and partidas disagree');
  return fila.saldo;
}

/** The balance of a branch's account, in centavos. */
export async function sumaCuenta(codigo: string): Promise<number> {
  const [fila] = await sqlClient()<{ suma: number }[]>`
    select coalesce(sum(p.importe), 0)::bigint as suma from partida p join cuenta c on c.id = p.id_cuenta where c.codigo = ${codigo}`;
  return fila?.suma ?? 0;
}

/** How many trail lines an act left. */
export async function auditadas(accion: string, idEntidad: number): Promise<number> {
  const filas =
    await sqlClient()`select 1 from auditoria where accion = ${accion} and id_entidad = ${String(idEntidad)}`;
  return filas.length;
}
