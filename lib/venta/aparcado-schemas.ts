import { z } from 'zod';
import { MAXIMO_CODIGO, MAXIMO_NOMBRE, UNIDADES, type Unidad } from '@/lib/producto/rules';
import { autoria, cantidad, idDeFila, listaQuery, monto, opcional, texto, textoOpcional } from '@/lib/validation';
import { MAXIMO_NOTA } from './rules';

const rebaja = z.union([
  z.strictObject({ tipo: z.literal('porcentaje'), centesimas: z.int().min(1).max(10_000) }),
  z.strictObject({ tipo: z.literal('monto'), monto: monto({ min: 1 }) }),
]);

const LineaAparcada = z
  .strictObject({
    id_producto: opcional(idDeFila),
    producto_nuevo: opcional(
      z.strictObject({
        codigo: texto({ max: MAXIMO_CODIGO }),
        nombre: texto({ max: MAXIMO_NOMBRE }),
        unidad: z.enum(UNIDADES),
        precio: monto(),
      }),
    ),
    id_presentacion: opcional(idDeFila),
    cantidad: cantidad(),
    descuento: opcional(rebaja),
    cambio_precio: opcional(z.strictObject({ precio: monto(), motivo: texto({ min: 3 }) })),
    nota: textoOpcional({ max: MAXIMO_NOTA }),
  })
  .refine((d) => (d.id_producto === undefined) !== (d.producto_nuevo === undefined), 'Falta el producto, o sobra uno.');

/** A ticket as it waits: what was asked for, without the catalogue's prices, which are read again when it is resumed. */
export const ContenidoTicket = z.strictObject({
  lineas: z.array(LineaAparcada).min(1, 'El ticket no tiene productos.').max(500, 'Un ticket admite hasta 500 líneas.'),
  descuento: opcional(rebaja),
  nota: textoOpcional({ max: MAXIMO_NOTA }),
  id_cliente: opcional(idDeFila),
});
/** The same after parsing, as its row keeps it: centavos and thousandths. */
export type ContenidoGuardado = z.output<typeof ContenidoTicket>;

/** What is taken off a line or a ticket: hundredths of a percent, or bolivianos. */
export type RebajaDto = { tipo: 'porcentaje'; centesimas: number } | { tipo: 'monto'; monto: number };

/** A line of a parked ticket; `producto_nuevo` when the catalogue did not know it. */
export type LineaAparcadaDto = {
  id_producto: number | null;
  producto_nuevo: { codigo: string; nombre: string; unidad: Unidad; precio: number } | null;
  id_presentacion: number | null;
  cantidad: number;
  descuento: RebajaDto | null;
  cambio_precio: { precio: number; motivo: string } | null;
  nota: string | null;
};

/** A parked ticket's content as clients receive it. */
export type ContenidoTicketDto = {
  lineas: LineaAparcadaDto[];
  descuento: RebajaDto | null;
  nota: string | null;
  id_cliente: number | null;
};

/** A ticket to leave for later. `clave` is the ticket's own; the key of the request names the act of parking it. */
export const AparcarTicketInput = z.strictObject({
  clave: z.uuid('La clave del ticket debe ser un UUID.'),
  id_sesion_caja: idDeFila,
  etiqueta: textoOpcional({ max: 60 }),
  total: monto(),
  contenido: ContenidoTicket,
  ...autoria,
});

/** One parked ticket. */
export const AparcadoInput = z.strictObject({ id: idDeFila, ...autoria });

/** Those that wait in the branch. */
export const ListarAparcadosQuery = listaQuery;

/** A parked ticket as its list shows it. */
export type AparcadoDto = {
  id: number;
  clave: string;
  etiqueta: string | null;
  lineas: number;
  total: number;
  cajero: string;
  caja: string;
  fecha: string;
};

/** A parked ticket that this device has now, with what to go on from. */
export type AparcadoTomadoDto = AparcadoDto & { contenido: ContenidoTicketDto };
