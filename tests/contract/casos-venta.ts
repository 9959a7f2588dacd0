import { randomBytes } from 'node:crypto';
import { crearPresentacion } from '@/lib/presentacion/crear';
import { anularVenta } from '@/lib/venta/anular';
import { editarPagoVenta } from '@/lib/venta/editar-pago';
import { linea } from '@/tests/harness/factories';
import type { Caso } from './casos';
import { VENTA_APROBADA } from './casos-aprobacion';
import { ahora, unico, vender } from './tienda';

const tokenRecibo = () => randomBytes(16).toString('base64url');

/** Good requests of tickets. */
export const CASOS_VENTA: Record<string, Caso[]> = {
  'GET /ventas': [
    async (t) => {
      await anularVenta(ahora(t.turno.cajero), { id: (await vender(t)).id, motivo_edicion: 'Se equivocó' });
      await editarPagoVenta(ahora(t.jefe), {
        id: (await vender(t)).id,
        metodo_pago: 'TRANSFERENCIA',
        motivo_edicion: 'Pagó por banco',
      });
      return { token: t.tokenCajero };
    },
    (t) => ({ token: t.tokenJefe, datos: { limite: 2, estado_venta: 'COMPLETADA', buscar: 'producto' } }),
  ],
  'POST /ventas': [
    (t) => ({
      token: t.tokenCajero,
      datos: {
        metodo_pago: 'EFECTIVO',
        recibido: 50,
        id_sesion_caja: t.turno.idSesion,
        detalles: [linea(t.producto, 2, 0.03)],
        id_cliente: null,
        token_recibo: tokenRecibo(),
        id_usuario: 1,
        id_user_create: 1,
      },
    }),
    (t) => ({
      token: t.tokenCajero,
      datos: {
        pagos: [
          { metodo: 'QR', monto: 15.5, referencia: 'QR-991' },
          { metodo: 'EFECTIVO', monto: 4.5 },
        ],
        id_sesion_caja: t.turno.idSesion,
        detalles: [
          { id_producto: t.producto.id, cantidad: 1, precio_unitario: 10 },
          { id_producto: t.producto.id, cantidad: 1, precio_unitario: 10 },
        ],
      },
    }),
    async (t) => {
      const paquete = { id_producto: t.producto.id, nombre: `Paquete ${unico()}`, factor: 6, precio_venta: 55 };
      const { id } = await crearPresentacion(ahora(t.jefe), paquete);
      const detalle = { id_producto: t.producto.id, id_presentacion: id, cantidad: 2, precio_unitario: 55 };
      return {
        token: t.tokenCajero,
        datos: { metodo_pago: 'QR', id_sesion_caja: t.turno.idSesion, detalles: [detalle] },
      };
    },
    (t) => ({
      token: t.tokenJefe,
      datos: {
        metodo_pago: 'TRANSFERENCIA',
        id_sesion_caja: t.turno.idSesion,
        nota: 'Lo recoge su hija',
        detalles: [
          { ...linea(t.producto), precio_unitario: 9, cambio_precio: { motivo: 'Envase golpeado' }, nota: 'Sin bolsa' },
          {
            producto_nuevo: { codigo: unico(), nombre: `Alfajor ${unico()}`, unidad: 'unidad' },
            cantidad: 1,
            precio_unitario: 3.5,
          },
        ],
      },
    }),
  ],
  'POST /ventas/reporte-resumen': [
    (t) => ({ token: t.tokenJefe, datos: { fechaInicio: '2020-01-01', fechaFin: '2150-01-01', auditor: 'Rosa' } }),
  ],
  'GET /ventas/{id}': [
    VENTA_APROBADA,
    (t) => ({ token: t.tokenCajero, datos: { id: t.venta.id } }),
    async (t) => {
      const { id } = await vender(t);
      await anularVenta(ahora(t.turno.cajero), { id, motivo_edicion: 'Se equivocó' });
      return { token: t.tokenJefe, datos: { id } };
    },
  ],
  'PATCH /ventas/{id}': [
    async (t) => ({
      token: t.tokenJefe,
      datos: { id: (await vender(t)).id, estado_venta: 'EDITADA', metodo_pago: 'QR' },
    }),
    async (t) => ({
      token: t.tokenCajero,
      datos: { id: (await vender(t)).id, estado_venta: 'ANULADA', motivo_edicion: 'El cliente devolvió' },
    }),
    async (t) => ({
      token: t.tokenJefe,
      datos: { id: (await vender(t)).id, metodo_pago: 'QR', motivo_edicion: 'Pagó con QR' },
    }),
  ],
  'DELETE /ventas/{id}': [
    async (t) => ({ token: t.tokenCajero, datos: { id: (await vender(t)).id } }),
    async (t) => ({ token: t.tokenCajero, datos: { id: (await vender(t)).id, motivo_edicion: 'Ticket repetido' } }),
  ],
};
