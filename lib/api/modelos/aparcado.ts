import { z } from 'zod';
import { UNIDADES } from '@/lib/producto/rules';
import type { AparcadoDto, AparcadoTomadoDto } from '@/lib/venta/aparcado-schemas';
import { bs, cantidad, dtoDe, id, instante } from './comunes';

const campos = {
  id,
  clave: z.uuid().meta({ description: 'La del ticket: con ella se cobra.' }),
  etiqueta: z.string().nullable().meta({ description: 'Cómo lo llaman.' }),
  lineas: z.int().positive(),
  total: bs.meta({ description: 'Lo que sumaba al dejarlo en espera.' }),
  cajero: z.string(),
  caja: z.string(),
  fecha: instante,
};

/** A ticket in the wait. */
export const Aparcado = dtoDe<AparcadoDto>()(z.strictObject(campos)).meta({ id: 'TicketEnEspera' });

const rebaja = z
  .union([
    z.strictObject({ tipo: z.literal('porcentaje'), centesimas: z.int().meta({ description: '5 % es 500.' }) }),
    z.strictObject({ tipo: z.literal('monto'), monto: bs }),
  ])
  .nullable();

/** A ticket just taken up, with what it has. */
export const AparcadoTomado = dtoDe<AparcadoTomadoDto>()(
  z.strictObject({
    ...campos,
    contenido: z.strictObject({
      lineas: z.array(
        z.strictObject({
          id_producto: id.nullable(),
          producto_nuevo: z
            .strictObject({ codigo: z.string(), nombre: z.string(), unidad: z.enum(UNIDADES), precio: bs })
            .nullable()
            .meta({ description: 'Lo que el catálogo no conocía.' }),
          id_presentacion: id.nullable(),
          cantidad,
          descuento: rebaja,
          cambio_precio: z.strictObject({ precio: bs, motivo: z.string() }).nullable(),
          nota: z.string().nullable(),
        }),
      ),
      descuento: rebaja,
      nota: z.string().nullable(),
      id_cliente: id.nullable(),
    }),
  }),
).meta({ id: 'TicketRetomado' });
