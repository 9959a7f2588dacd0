import { randomUUID } from 'node:crypto';
import { ROLES_DE_FABRICA } from '@/lib/auth/permisos';
import { systemContext } from '@/lib/auth/system-context';
import { abrirCaja } from '@/lib/caja/abrir';
import { crearCaja } from '@/lib/caja/crear';
import { crearProducto } from '@/lib/producto/crear';
import { crearCategoria } from '@/lib/producto/crear-categoria';
import { crearSucursal } from '@/lib/sucursal/crear';
import { registrarUsuario } from '@/lib/usuario/registrar';

/** A cashier with an open session of a caja of their own. */
export type Cajero = { email: string; idSesion: number };
/** The shop that is measured. `precio` in bolivianos. */
export type TiendaDeBench = {
  idSucursal: number;
  cajeros: Cajero[];
  productos: { id: number; precio: number }[];
  password: string;
};

const STOCK = 1_000_000;

/** Builds the shop by the verbs: cashiers, their cajas open, and products with more stock than the bench can sell. */
export async function montarTienda(cuantos: { cajeros: number; productos: number }): Promise<TiendaDeBench> {
  const ahora = new Date();
  const password = randomUUID();
  const { id: idSucursal } = await crearSucursal(systemContext({ ahora, idSucursal: 0 }), { nombre: 'Bench' });
  const ctx = systemContext({ ahora, idSucursal });
  const cajeros: Cajero[] = [];
  for (let i = 1; i <= cuantos.cajeros; i++) cajeros.push(await contratar(i));
  const categoria = await crearCategoria(ctx, { nombre: 'Bench' });
  const productos: TiendaDeBench['productos'] = [];
  for (let i = 1; i <= cuantos.productos; i++) {
    const dto = await crearProducto(ctx, {
      nombre: `Producto de prueba ${i}`,
      codigo_barras: String(7_770_000_000_000 + i),
      precio_venta: 1 + (i % 90) / 2,
      costo_compra: 0.5 + (i % 90) / 3 - (((i % 90) / 3) % 0.01),
      stock_actual: STOCK,
      id_categoria: categoria.id,
    });
    productos.push({ id: dto.id, precio: dto.precio_venta });
  }
  return { idSucursal, cajeros, productos, password };

  async function contratar(i: number): Promise<Cajero> {
    const email = `cajero${i}@bench.bo`;
    const operador = ROLES_DE_FABRICA.find((r) => r.nombre === 'Operador');
    const persona = await registrarUsuario(ctx, {
      email,
      password,
      nombres: `Cajero ${i}`,
      p_apellido: 'Bench',
      fecha_nacimiento: '1990-01-01',
      genero: 'M',
      id_role: operador?.id,
      id_sucursal: idSucursal,
    });
    const caja = await crearCaja(ctx, { nombre: `Caja ${i}`, especialidad: 'SOLO_VENTAS' });
    const sesion = await abrirCaja(ctx, { id_caja: caja.id, id_usuario: persona.id });
    return { email, idSesion: sesion.id };
  }
}
