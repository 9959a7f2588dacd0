import sharp from 'sharp';
import { aplicarEdicion } from '@/lib/edicion/aplicar';
import { deshacerEdicion } from '@/lib/edicion/deshacer';
import { verEdicion } from '@/lib/edicion/queries';
import { crearPresentacion } from '@/lib/presentacion/crear';
import { crearProducto } from '@/lib/producto/crear';
import { ponerImagen } from '@/lib/producto/poner-imagen';
import { nuevaCategoria, nuevoProducto } from '@/tests/harness/factories';
import type { Caso } from './casos';
import { ahora, type Tienda, unico } from './tienda';

const foto = async () => ({
  nombre: 'foto.png',
  tipo: 'image/png',
  bytes: new Uint8Array(
    await sharp({ create: { width: 900, height: 400, channels: 3, background: '#c81e5b' } })
      .png()
      .toBuffer(),
  ),
});

/** The code of a presentation: of a product that says all it may, or of one that has no code of its own. */
export async function codigoDePresentacion(t: Tienda, conTodo: boolean): Promise<string> {
  const { id } = await crearProducto(ahora(t.jefe), {
    nombre: `Por presentación ${unico()}`,
    precio_venta: 3,
    costo_compra: 2,
    id_categoria: await nuevaCategoria(),
    ...(conTodo && { codigo_barras: unico(), sku: `S-${unico()}`, dias_cobertura: 5, stock_actual: 12 }),
  });
  if (conTodo) await ponerImagen(ahora(t.jefe), { id, archivo: await foto() });
  const codigo = unico();
  await crearPresentacion(ahora(t.jefe), { id_producto: id, nombre: 'Caja', factor: 12, precio_venta: 30, codigo });
  return codigo;
}

/** A product with all that a label says, and a presentation of it without a code. */
async function rotulado(t: Tienda): Promise<{ id: number; idPresentacion: number }> {
  const { id } = await crearProducto(ahora(t.jefe), {
    nombre: `Con etiqueta ${unico()}`,
    precio_venta: 3,
    costo_compra: 2,
    id_categoria: await nuevaCategoria(),
    codigo_barras: unico(),
    sku: `S-${unico()}`,
  });
  const caja = { id_producto: id, nombre: 'Caja', factor: 12, precio_venta: 30 };
  return { id, idPresentacion: (await crearPresentacion(ahora(t.jefe), caja)).id };
}

/** Good requests of what hangs from a product. */
export const CASOS_PRODUCTO: Record<string, Caso[]> = {
  'GET /inventario/producto/exportar': [
    (t) => ({ token: t.tokenJefe }),
    (t) => ({ token: t.tokenCajero, datos: { formato: 'xlsx', buscar: t.producto.nombre } }),
  ],
  'GET /inventario/etiquetas': [
    (t) => ({ token: t.tokenCajero, datos: { ids: String(t.producto.id), presentaciones: 'true' } }),
    async (t) => ({ token: t.tokenCajero, datos: { ids: String((await rotulado(t)).id), presentaciones: 'true' } }),
  ],
  'POST /inventario/etiquetas/codigos': [
    async (t) => ({ token: t.tokenJefe, datos: { productos: [(await nuevoProducto(t.idSucursal)).id] } }),
    async (t) => ({ token: t.tokenJefe, datos: { presentaciones: [(await rotulado(t)).idPresentacion] } }),
  ],
  'GET /inventario/ediciones': [
    async (t) => {
      const cambio = { campo: 'stock_minimo', valor: 7 };
      const pedido = { cambio, cuales: { ids: [(await nuevoProducto(t.idSucursal)).id, (await rotulado(t)).id] } };
      const { huella } = await verEdicion(ahora(t.jefe), pedido);
      const { id } = await aplicarEdicion(ahora(t.jefe), { ...pedido, huella });
      await deshacerEdicion(ahora(t.jefe), { id });
      return { token: t.tokenJefe };
    },
  ],
  'GET /inventario/importaciones/plantilla': [(t) => ({ token: t.tokenJefe })],
  'GET /inventario/producto/{id}/imagen': [
    async (t) => {
      const { id } = await nuevoProducto(t.idSucursal);
      await ponerImagen(ahora(t.jefe), { id, archivo: await foto() });
      return { token: t.tokenCajero, datos: { id } };
    },
  ],
  'POST /inventario/producto/{id}/imagen': [
    async (t) => ({ token: t.tokenJefe, datos: { id: (await nuevoProducto(t.idSucursal)).id, archivo: await foto() } }),
  ],
  'DELETE /inventario/producto/{id}/imagen': [
    async (t) => ({ token: t.tokenJefe, datos: { id: (await nuevoProducto(t.idSucursal)).id } }),
  ],
};
