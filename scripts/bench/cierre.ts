import { randomUUID } from 'node:crypto';
import { systemContext } from '@/lib/auth/system-context';
import { abrirCaja } from '@/lib/caja/abrir';
import { cerrarCaja } from '@/lib/caja/cerrar';
import { crearCaja } from '@/lib/caja/crear';
import { cierreDeSesion } from '@/lib/caja/queries-cierre';
import { registrarUsuario } from '@/lib/usuario/registrar';
import { cobrarVenta } from '@/lib/venta/cobrar';
import type { TiendaDeBench } from './tienda';

/** How many tickets the measured session holds. */
export const TICKETS = 1_000;
const A_LA_VEZ = 8;

/**
 * Sells a session's tickets by the verb and closes it: milliseconds from the seal to its answer, and until the comparison
 * with its ranked causes is ready too.
 */
export async function medirCierre(
  idSucursal: number,
  tienda: TiendaDeBench,
): Promise<{ sellar: number; todo: number }> {
  const ctx = () => ({ ...systemContext({ ahora: new Date(), idSucursal }), clave: randomUUID() });
  const persona = await registrarUsuario(ctx(), {
    email: 'cierre@bench.bo',
    password: tienda.password,
    nombres: 'Cajera del cierre',
    p_apellido: 'Bench',
    fecha_nacimiento: '1990-01-01',
    genero: 'F',
    id_role: 1,
    id_sucursal: idSucursal,
  });
  const caja = await crearCaja(ctx(), { nombre: 'Caja del cierre', especialidad: 'SOLO_VENTAS' });
  const { id } = await abrirCaja(ctx(), { id_caja: caja.id, id_usuario: persona.id });
  const vender = (n: number) => {
    const producto = tienda.productos[n % tienda.productos.length];
    if (!producto) throw new Error('the bench has no products');
    const detalles = [{ id_producto: producto.id, cantidad: 1, precio_unitario: producto.precio }];
    return cobrarVenta(ctx(), { metodo_pago: n % 5 === 0 ? 'QR' : 'EFECTIVO', id_sesion_caja: id, detalles });
  };
  for (let n = 0; n < TICKETS; n += A_LA_VEZ) {
    await Promise.all(Array.from({ length: A_LA_VEZ }, (_, i) => vender(n + i)));
  }
  const inicio = performance.now();
  await cerrarCaja(ctx(), { id, monto_final_real: 1_000 });
  const sellar = performance.now() - inicio;
  await cierreDeSesion(ctx(), { id });
  return { sellar, todo: performance.now() - inicio };
}
