import { randomUUID } from 'node:crypto';
import { ROLES_DE_FABRICA } from '@/lib/auth/permisos';
import { systemContext } from '@/lib/auth/system-context';
import { abrirCaja } from '@/lib/caja/abrir';
import { crearCaja } from '@/lib/caja/crear';
import type { Especialidad } from '@/lib/caja/rules';
import type { Actor, Context } from '@/lib/context';
import { crearProducto } from '@/lib/producto/crear';
import { crearCategoria } from '@/lib/producto/crear-categoria';
import type { ProductoDto } from '@/lib/producto/schemas';
import { crearSucursal } from '@/lib/sucursal/crear';
import { registrarUsuario } from '@/lib/usuario/registrar';

/** States built by calling the verbs, as a shop would. Every builder makes something new, so tests do not meet. */

/** When the tests happen, unless they say otherwise: 10:00 in La Paz. */
export const AHORA = new Date('2026-11-20T14:00:00Z');
/** The password of every person made here. */
export const PASSWORD = 'kantuta-prueba';

type NombreRol = (typeof ROLES_DE_FABRICA)[number]['nombre'];

let siguiente = 0;
const numero = () => ++siguiente;

/** The context of nobody, with every right, in a branch. */
export function ctxSistema(idSucursal: number, ahora = AHORA): Context {
  return systemContext({ ahora, idSucursal });
}

/** The context of a request by this person: no key unless given. */
export function ctxDe(actor: Actor, pedido: Partial<Omit<Context, 'actor'>> = {}): Context {
  return {
    actor,
    idSucursal: actor.idSucursal,
    ahora: AHORA,
    clave: null,
    requestId: randomUUID(),
    ip: null,
    dispositivo: null,
    ...pedido,
  };
}

/** A branch with its accounts; its id. */
export async function nuevaSucursal(opciones: { redondeo?: boolean } = {}): Promise<number> {
  const nombre = `Sucursal ${numero()}`;
  const sucursal = await crearSucursal(ctxSistema(0), { nombre, redondeo_efectivo: opciones.redondeo ?? true });
  return sucursal.id;
}

/** A person with a built-in role, who can sign in with `PASSWORD`. */
export async function nuevaPersona(rol: NombreRol, idSucursal: number): Promise<Actor> {
  const fabrica = ROLES_DE_FABRICA.find((r) => r.nombre === rol);
  if (!fabrica) throw new Error(`There is no role ${rol}`);
  const n = numero();
  const persona = await registrarUsuario(ctxSistema(idSucursal), {
    email: `persona${n}@prueba.bo`,
    password: PASSWORD,
    nombres: `${rol} ${n}`,
    p_apellido: 'Quispe',
    fecha_nacimiento: '1990-05-17',
    genero: 'F',
    id_role: fabrica.id,
    id_sucursal: idSucursal,
  });
  return {
    idUsuario: persona.id,
    nombre: persona.name,
    email: persona.email,
    idRol: fabrica.id,
    rol,
    idSucursal,
    sucursales: [idSucursal],
    permisos: new Set(fabrica.permisos),
    soloPropias: new Set(),
    topes: fabrica.topes,
    nivel: 'clave',
    debeCambiarClave: false,
  };
}

/** A caja with its drawer; `saldo` in bolivianos is what it already holds. */
export async function nuevaCaja(
  idSucursal: number,
  opciones: { especialidad?: Especialidad; saldo?: number } = {},
): Promise<number> {
  const { especialidad = 'SOLO_VENTAS', saldo = 0 } = opciones;
  const caja = await crearCaja(ctxSistema(idSucursal), { nombre: `Caja ${numero()}`, especialidad, saldo });
  return caja.id;
}

/** A cashier with an open session of a caja of their own. */
export type Turno = { cajero: Actor; idCaja: number; idSesion: number };

/** Opens a caja for somebody new, or for who is given; `saldo` in bolivianos. */
export async function nuevoTurno(
  idSucursal: number,
  opciones: { rol?: NombreRol; saldo?: number; especialidad?: Especialidad; ahora?: Date } = {},
): Promise<Turno> {
  const cajero = await nuevaPersona(opciones.rol ?? 'Operador', idSucursal);
  const idCaja = await nuevaCaja(idSucursal, opciones);
  const sesion = await abrirCaja(ctxDe(cajero, { ahora: opciones.ahora ?? AHORA }), { id_caja: idCaja });
  return { cajero, idCaja, idSesion: sesion.id };
}

/** A category; its id. */
export async function nuevaCategoria(): Promise<number> {
  return (await crearCategoria(ctxSistema(0), { nombre: `Categoría ${numero()}` })).id;
}

/** A product with stock in a branch: bolivianos and units, as on the wire. */
export async function nuevoProducto(
  idSucursal: number,
  opciones: { precio?: number; costo?: number; stock?: number; unidad?: 'unidad' | 'kg' | 'l' | 'm' } = {},
): Promise<ProductoDto> {
  const { precio = 10, costo = 6, stock = 100, unidad = 'unidad' } = opciones;
  return crearProducto(ctxSistema(idSucursal), {
    nombre: `Producto ${numero()}`,
    unidad,
    precio_venta: precio,
    costo_compra: costo,
    stock_actual: stock,
    id_categoria: await nuevaCategoria(),
  });
}

/** A line of a ticket at the catalogue's price. */
export function linea(producto: ProductoDto, cantidad = 1, descuento = 0) {
  return { id_producto: producto.id, cantidad, precio_unitario: producto.precio_venta, descuento };
}
