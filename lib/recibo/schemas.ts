import { z } from 'zod';
import { autoria, cantidad, idDeFila, monto, opcional, texto } from '@/lib/validation';
import { FORMATOS, type Formato } from './rules';

/** What opens a public receipt; anything else opens nothing. */
export const TOKEN_DE_RECIBO = /^[A-Za-z0-9_-]{22}$/;

/** When it happened, by the device; absent means now. */
const fechaDelHecho = opcional(z.iso.datetime({ offset: true, error: 'La fecha debe ser ISO 8601.' })).meta({
  description: 'Cuándo ocurrió, si se avisa después.',
});

const uuid = z.uuid('Debe ser un UUID.').transform((v) => v.toLowerCase());

/**
 * A copy that came out of a printer. The ticket by its id, or by its clave or its receipt token when the device has not been
 * told its id yet.
 */
export const AnotarCopiaInput = z
  .strictObject({
    id_venta: opcional(idDeFila),
    clave_venta: opcional(uuid).meta({ description: 'La clave con que se cobró, cuando aún no se sabe su id.' }),
    token_recibo: opcional(z.string().regex(TOKEN_DE_RECIBO, 'El token del recibo son 22 caracteres de base64url.')),
    numero: opcional(z.int().min(1).max(9_999)).meta({ description: 'El que dice el papel; sin él, el siguiente.' }),
    formato: z.enum(FORMATOS, `El formato es uno de: ${FORMATOS.join(', ')}.`),
    fecha: fechaDelHecho,
    ...autoria,
  })
  .refine((v) => [v.id_venta, v.clave_venta, v.token_recibo].filter((cual) => cual !== undefined).length === 1, {
    path: ['id_venta'],
    error: 'Falta el ticket: id_venta, clave_venta o token_recibo, uno de los tres.',
  })
  .transform((v) => ({
    idVenta: v.id_venta ?? null,
    claveVenta: v.clave_venta ?? null,
    tokenRecibo: v.token_recibo ?? null,
    numero: v.numero ?? null,
    formato: v.formato,
    fecha: v.fecha ?? null,
  }));

/** Lines that were taken off a ticket after its total was said. */
export const AnotarQuitadasInput = z
  .strictObject({
    id_sesion_caja: idDeFila,
    ticket: uuid.meta({ description: 'La clave del ticket, que quizá nunca se cobró.' }),
    lineas: z
      .array(
        z.strictObject({
          id_producto: opcional(idDeFila),
          nombre: texto(),
          cantidad: cantidad(),
          importe: monto(),
        }),
      )
      .min(1, 'Falta qué se quitó.')
      .max(500, 'Un ticket admite hasta 500 líneas.'),
    fecha: fechaDelHecho,
    ...autoria,
  })
  .transform((v) => ({
    idSesionCaja: v.id_sesion_caja,
    ticket: v.ticket,
    lineas: v.lineas.map((l) => ({
      idProducto: l.id_producto ?? null,
      nombre: l.nombre,
      cantidad: l.cantidad,
      importe: l.importe,
    })),
    fecha: v.fecha ?? null,
  }));

/** One ticket by id. */
export const PorVentaInput = z.strictObject({ id: idDeFila });

/** A copy of a receipt, as it was told. */
export type CopiaDto = {
  id: number;
  id_venta: number;
  numero: number;
  formato: Formato;
  fecha: string;
  id_usuario: number;
  usuario: string;
};

/** What was noted of the lines taken off. */
export type QuitadasDto = { id_sesion_caja: number; lineas: number; fecha: string };
