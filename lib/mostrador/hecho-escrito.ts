import { z } from 'zod';
import { idDeFila, monto, opcional, texto } from '@/lib/validation';
import { momento, uuid } from './campos';
import { ACTOS_DE_REGISTRO } from './rules';

const UN_ANIO_MS = 366 * 86_400_000;
const desfase = z.int('El desfase son milisegundos enteros.').min(-UN_ANIO_MS).max(UN_ANIO_MS);

/** The caja session of a fact: by its id, or by the clave of the fact that opened it without network. */
const sesionDeHecho = z
  .union([z.strictObject({ id: idDeFila }), z.strictObject({ apertura: uuid })])
  .transform((v) => ('id' in v ? { id: v.id, apertura: null } : { id: null, apertura: v.apertura }));

const comunes = {
  v: z.literal(1),
  clave: uuid,
  id_dispositivo: uuid,
  concesion: uuid,
  orden: z.int().positive().max(2_147_483_647).meta({ description: 'El número del hecho en su equipo, desde 1.' }),
  hecho_en: momento.meta({ description: 'Cuándo ocurrió, por el reloj del equipo.' }),
  desfase: desfase.meta({ description: 'Milisegundos que hay que sumarle: hora del servidor − hora del equipo.' }),
};

/** What each kind of fact says. The body of a sale is that of `POST /ventas`, without its session and with its total. */
const HECHOS = [
  z.strictObject({
    ...comunes,
    tipo: z.literal('apertura'),
    cuerpo: z.strictObject({ id_caja: idDeFila, monto_inicial: monto() }),
  }),
  z.strictObject({
    ...comunes,
    tipo: z.literal('venta'),
    sesion: sesionDeHecho,
    folio: z.strictObject({ serie: texto({ max: 20 }), numero: z.int().positive().max(999_999_999) }),
    cuerpo: z.looseObject({ total: monto() }),
  }),
  z.strictObject({
    ...comunes,
    tipo: z.literal('anulacion'),
    sesion: sesionDeHecho,
    cuerpo: z.strictObject({ venta: uuid, motivo_edicion: texto({ min: 3 }) }),
  }),
  z.strictObject({
    ...comunes,
    tipo: z.literal('movimiento'),
    sesion: sesionDeHecho,
    cuerpo: z.looseObject({ tipo: z.literal('INGRESO', 'Sin conexión solo se registran ingresos.') }),
  }),
  z.strictObject({
    ...comunes,
    tipo: z.literal('cierre'),
    sesion: sesionDeHecho,
    cuerpo: z.looseObject({ monto_final_real: monto() }),
  }),
  z.strictObject({
    ...comunes,
    tipo: z.literal('registro'),
    sesion: sesionDeHecho.optional(),
    cuerpo: z.strictObject({
      acto: z.enum(ACTOS_DE_REGISTRO),
      venta: opcional(uuid),
      motivo: opcional(texto({ max: 200 })),
      detalle: opcional(z.record(z.string().max(40), z.union([z.string().max(200), z.number(), z.boolean()]))),
      nota: opcional(z.looseObject({})).meta({
        description:
          'El cuerpo de su ruta (POST /cajas/gaveta, /ventas/copias o /ventas/quitadas), sin sesión ni fecha.',
      }),
    }),
  }),
] as const;

/** A fact as its device wrote it: the JSON that `texto` holds. */
export const HechoEscrito = z.discriminatedUnion('tipo', HECHOS);
/** What a device writes. */
export type HechoEscritoInput = z.input<typeof HechoEscrito>;
/** What the server reads of it. */
export type HechoLeido = z.output<typeof HechoEscrito>;
