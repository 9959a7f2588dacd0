import { randomUUID } from 'node:crypto';
import { aparcarTicket } from '@/lib/venta/aparcar';
import type { Caso } from './casos';
import { ahora, type Tienda } from './tienda';

/** A ticket left for later, with everything that one may have. */
const porAparcar = (t: Tienda) => ({
  clave: randomUUID(),
  id_sesion_caja: t.turno.idSesion,
  etiqueta: 'Doña Marta',
  total: 18.5,
  contenido: {
    lineas: [
      {
        id_producto: t.producto.id,
        cantidad: 2,
        descuento: { tipo: 'porcentaje' as const, centesimas: 500 },
        cambio_precio: { precio: 9, motivo: 'Envase golpeado' },
        nota: 'Sin bolsa',
      },
      {
        producto_nuevo: { codigo: '7770001', nombre: 'Alfajor', unidad: 'unidad' as const, precio: 1.5 },
        cantidad: 1,
      },
    ],
    descuento: { tipo: 'monto' as const, monto: 1 },
    nota: 'Vuelve a las seis',
  },
});

const enEspera = async (t: Tienda, cambios: object = {}) =>
  (await aparcarTicket(ahora(t.turno.cajero), { ...porAparcar(t), ...cambios })).id;

/** Tickets in the wait. */
export const CASOS_APARCADO: Record<string, Caso[]> = {
  'GET /ventas/aparcados': [
    async (t) => {
      await enEspera(t);
      return { token: t.tokenCajero };
    },
    (t) => ({ token: t.tokenJefe, datos: { limite: 2, buscar: 'marta' } }),
  ],
  'POST /ventas/aparcados': [
    (t) => ({ token: t.tokenCajero, datos: porAparcar(t) }),
    (t) => ({
      token: t.tokenCajero,
      datos: {
        clave: randomUUID(),
        id_sesion_caja: t.turno.idSesion,
        etiqueta: '',
        total: 10,
        contenido: { lineas: [{ id_producto: t.producto.id, cantidad: 1 }] },
      },
    }),
  ],
  'POST /ventas/aparcados/{id}/tomar': [
    async (t) => ({ token: t.tokenCajero, datos: { id: await enEspera(t) } }),
    async (t) => ({ token: t.tokenCajero, datos: { id: await enEspera(t, { etiqueta: '' }) } }),
  ],
  'DELETE /ventas/aparcados/{id}': [async (t) => ({ token: t.tokenJefe, datos: { id: await enEspera(t) } })],
};
