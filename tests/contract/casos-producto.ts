import sharp from 'sharp';
import { ponerImagen } from '@/lib/producto/poner-imagen';
import { nuevoProducto } from '@/tests/harness/factories';
import type { Caso } from './casos';
import { ahora } from './tienda';

const foto = async () => ({
  nombre: 'foto.png',
  tipo: 'image/png',
  bytes: new Uint8Array(
    await sharp({ create: { width: 900, height: 400, channels: 3, background: '#c81e5b' } })
      .png()
      .toBuffer(),
  ),
});

/** Good requests of what hangs from a product. */
export const CASOS_PRODUCTO: Record<string, Caso[]> = {
  'GET /inventario/producto/exportar': [
    (t) => ({ token: t.tokenJefe }),
    (t) => ({ token: t.tokenCajero, datos: { formato: 'xlsx', buscar: t.producto.nombre } }),
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
