import { randomBytes, randomUUID } from 'node:crypto';
import { anotarCopia } from '@/lib/recibo/anotar-copia';
import type { Caso } from './casos';
import { ahora, vender } from './tienda';

/** Good requests of receipts and of the drawer opened without a sale. */
export const CASOS_RECIBO: Record<string, Caso[]> = {
  'GET /ventas/{id}/copias': [
    async (t) => {
      const { id } = await vender(t);
      await anotarCopia(ahora(t.turno.cajero), { id_venta: id, formato: 'ROLLO' });
      await anotarCopia(ahora(t.turno.cajero), { id_venta: id, formato: 'TERMICA', numero: 2 });
      return { token: t.tokenCajero, datos: { id } };
    },
  ],
  'POST /ventas/copias': [
    async (t) => ({
      token: t.tokenCajero,
      datos: { id_venta: (await vender(t)).id, numero: 3, formato: 'ROLLO', fecha: new Date().toISOString() },
    }),
    async (t) => ({ token: t.tokenJefe, datos: { id_venta: (await vender(t)).id, formato: 'A4', id_user_create: 1 } }),
    async (t) => {
      const token_recibo = randomBytes(16).toString('base64url');
      await vender(t, { token_recibo });
      return { token: t.tokenCajero, datos: { token_recibo, formato: 'ROLLO' } };
    },
  ],
  'GET /ventas/{id}/pdf': [
    async (t) => {
      const { id } = await vender(t, { token_recibo: randomBytes(16).toString('base64url') });
      return { token: t.tokenCajero, datos: { id } };
    },
  ],
  'POST /ventas/quitadas': [
    (t) => ({
      token: t.tokenCajero,
      datos: {
        id_sesion_caja: t.turno.idSesion,
        ticket: randomUUID(),
        lineas: [{ id_producto: t.producto.id, nombre: t.producto.nombre, cantidad: 1.5, importe: 15 }],
      },
    }),
  ],
  'POST /cajas/gaveta': [
    (t) => ({
      token: t.tokenCajero,
      datos: { id_sesion_caja: t.turno.idSesion, motivo: 'Dar cambio', fecha: new Date().toISOString() },
    }),
    (t) => ({ token: t.tokenJefe, datos: { id_sesion_caja: t.turno.idSesion, motivo: 'Revisar el sencillo' } }),
  ],
};
