import { sqlClient } from '@/db';
import { withTransaction } from '@/db/transaction';
import { type Permiso, ROLES_DE_FABRICA } from '@/lib/auth/permisos';
import { systemContext } from '@/lib/auth/system-context';
import { abrirCaja } from '@/lib/caja/abrir';
import { crearCaja } from '@/lib/caja/crear';
import { lockSesionAbierta } from '@/lib/caja/steps';
import type { Context } from '@/lib/context';
import { asentar, type Bolsillo } from '@/lib/libro/asentar';
import { cuentaDe, cuentaGaveta } from '@/lib/libro/cuentas';
import { crearSucursal } from '@/lib/sucursal/crear';

/** Noon of an ordinary day in La Paz. */
export const MEDIODIA = new Date('2026-11-20T16:00:00.000Z');

let serial = 0;
const unico = () => `${++serial}${Math.random().toString(36).slice(2, 7)}`;

/** A new branch; returns its id. */
export async function sucursalNueva(): Promise<number> {
  const { id } = await crearSucursal(systemContext({ ahora: MEDIODIA, idSucursal: 1 }), {
    nombre: `Sucursal ${unico()}`,
  });
  return id;
}

type Rol = (typeof ROLES_DE_FABRICA)[number]['nombre'];

/** A new person with a built-in role, and the context of their requests in their branch. */
export async function persona(rol: Rol, idSucursal: number, ahora = MEDIODIA): Promise<Context> {
  const fabrica = ROLES_DE_FABRICA.find((r) => r.nombre === rol) ?? ROLES_DE_FABRICA[1];
  const nombre = `${rol} ${unico()}`;
  const [fila] = await sqlClient()<{ id: number }[]>`
    with p as (insert into persona (nombres, p_apellido, fecha_nacimiento, genero) values (${nombre}, 'Quispe', '1990-01-01', 'F')
      returning id)
    insert into usuario (name, email, password_hash, id_persona, id_rol, id_sucursal)
    select ${nombre}, ${`${unico()}@prueba.bo`}, 'x', p.id, ${fabrica.id}, ${idSucursal} from p returning id`;
  const actor = {
    idUsuario: fila?.id ?? 0,
    nombre,
    email: '',
    idRol: fabrica.id,
    rol,
    idSucursal,
    permisos: new Set<Permiso>(fabrica.permisos),
  };
  return { actor, idSucursal, ahora, clave: null, requestId: 'prueba', ip: null, dispositivo: null };
}

/** The same person at another instant. */
export const a = (ctx: Context, ahora: string): Context => ({ ...ctx, ahora: new Date(ahora) });

/** The same person with the key of one act. */
export const conClave = (ctx: Context, clave: string = crypto.randomUUID()): Context => ({ ...ctx, clave });

/** A branch with an administrator, a cashier and a caja with `saldo` bolivianos. */
export async function tienda(saldo = 0) {
  const idSucursal = await sucursalNueva();
  const admin = await persona('Administrador', idSucursal);
  const cajera = await persona('Operador', idSucursal);
  const caja = await crearCaja(admin, { nombre: `Caja ${unico()}`, especialidad: 'MIXTA', saldo });
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
    const sesion = await lockSesionAbierta(tx, ctx, idSesion);
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
