import { randomUUID } from 'node:crypto';
import { sqlClient } from '@/db';
import { actorDeFila, columnasDeActor, type FilaActor } from '@/lib/auth/principal';
import { systemContext } from '@/lib/auth/system-context';
import { abrirCaja } from '@/lib/caja/abrir';
import { cerrarCaja } from '@/lib/caja/cerrar';
import { crearCaja } from '@/lib/caja/crear';
import { cierreDeSesion } from '@/lib/caja/queries-cierre';
import { registrarUsuario } from '@/lib/usuario/registrar';
import { cobrarVenta } from '@/lib/venta/cobrar';
import { meta } from './cifras';
import type { TiendaDeBench } from './tienda';

/** How many tickets each measured session holds, and how many sessions are closed: the slowest is the figure. */
export const TICKETS = 1_000;
const CIERRES = 3;
const META_S = 2;
const A_LA_VEZ = 8;

/** Milliseconds from the seal to its answer, and until the comparison with its ranked causes is ready too. */
export type MedidaDeCierre = { sellar: number; todo: number };

/** Closes several sessions of a thousand tickets and keeps the slowest. */
export async function medirCierres(tienda: TiendaDeBench): Promise<MedidaDeCierre> {
  const medidas: MedidaDeCierre[] = [];
  for (let n = 1; n <= CIERRES; n++) medidas.push(await medirCierre(tienda, n));
  return medidas.reduce((peor, m) => (m.todo > peor.todo ? m : peor));
}

/** The close against its target, as the report says it. */
export function informeDeCierre({ sellar, todo }: MedidaDeCierre): string {
  const segundos = (ms: number) => (ms / 1_000).toFixed(3).replace('.', ',');
  const figura = meta(`Cierre de ${TICKETS} tickets, s`, todo / 1_000, 3, todo / 1_000 <= META_S, `≤ ${META_S}`);
  return `${figura}\n  (el más lento de ${CIERRES}; sellar y responder: ${segundos(sellar)} s)`;
}

/** Sells a session's tickets by the verb and closes it, short by what nobody explains. */
async function medirCierre(tienda: TiendaDeBench, n: number): Promise<MedidaDeCierre> {
  const { idSucursal } = tienda;
  const sistema = () => ({ ...systemContext({ ahora: new Date(), idSucursal }), clave: randomUUID() });
  const persona = await registrarUsuario(sistema(), {
    email: `cierre${n}@bench.bo`,
    password: tienda.password,
    nombres: 'Cajera del cierre',
    p_apellido: 'Bench',
    fecha_nacimiento: '1990-01-01',
    genero: 'F',
    id_role: 1,
    id_sucursal: idSucursal,
  });
  const actor = await actorDe(persona.id);
  const ctx = () => ({ ...systemContext({ ahora: new Date(), idSucursal, actor }), clave: randomUUID() });
  const caja = await crearCaja(ctx(), { nombre: `Caja del cierre ${n}`, especialidad: 'SOLO_VENTAS' });
  const { id } = await abrirCaja(ctx(), { id_caja: caja.id });
  const vender = (i: number) => {
    const producto = tienda.productos[i % tienda.productos.length];
    if (!producto) throw new Error('the bench has no products');
    const detalles = [{ id_producto: producto.id, cantidad: 1, precio_unitario: producto.precio }];
    return cobrarVenta(ctx(), { metodo_pago: i % 5 === 0 ? 'QR' : 'EFECTIVO', id_sesion_caja: id, detalles });
  };
  for (let i = 0; i < TICKETS; i += A_LA_VEZ) {
    await Promise.all(Array.from({ length: A_LA_VEZ }, (_, j) => vender(i + j)));
  }
  const inicio = performance.now();
  await cerrarCaja(ctx(), { id, monto_final_real: 1_000 });
  const sellar = performance.now() - inicio;
  await cierreDeSesion(ctx(), { id });
  return { sellar, todo: performance.now() - inicio };
}

/** Whoever sells and closes, with the rights of their role. */
async function actorDe(id: number) {
  const sql = sqlClient();
  const [fila] = await sql<FilaActor[]>`
    select ${columnasDeActor(sql)} from usuario u join rol r on r.id = u.id_rol where u.id = ${id}`;
  if (!fila) throw new Error(`usuario ${id}: not found after its insert`);
  return actorDeFila(fila);
}
