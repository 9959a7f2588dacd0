import { z } from 'zod';
import { idDeFila, listaQuery, opcional } from '@/lib/validation';

const MAXIMO_ID = Number.MAX_SAFE_INTEGER;

/** The id of a row whose ids outgrow 32 bits; text is read too, because route parameters are text. */
const idGrande = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^\d{1,16}$/, 'El identificador debe ser un número.')
      .transform(Number),
  ])
  .pipe(z.int('El identificador debe ser un número entero.').positive().max(MAXIMO_ID, 'El identificador no existe.'));

/** A person, or 0 for what nobody signed in did: the system itself, and sign-ins with a mail that nobody has. */
const autor = z.union([z.literal(0), z.literal('0').transform(() => 0), idDeFila]);

const palabra = (que: string) =>
  opcional(
    z
      .string()
      .max(60)
      .regex(/^[a-z_.]+$/, `${que} lleva letras minúsculas.`),
  );

/** Filters of the trail. Text and address are looked for in at most `DIAS_DE_TEXTO` days, the last ones unless a range is given. */
export const ListarAuditoriaQuery = listaQuery.extend({
  usuario: opcional(autor).meta({ description: 'Quien lo hizo; 0, el sistema.' }),
  accion: palabra('La acción').meta({ description: 'Una acción, `venta.anular`, o las de un grupo, `venta.`' }),
  entidad: palabra('La entidad').meta({ description: 'De qué: `venta`, `producto`, `caja`…' }),
  id_entidad: opcional(z.string().trim().max(320)).meta({ description: 'Cuál: con `entidad`.' }),
  sucursal: opcional(z.union([z.literal('todas'), idDeFila])).meta({
    description: 'Otra sucursal, o `todas`; necesitan el derecho `sucursal:todas`.',
  }),
  ip: opcional(z.union([z.ipv4(), z.ipv6()], 'La dirección IP no es válida.')).meta({ description: 'Desde dónde.' }),
});

/** One act of the trail. */
export const LeerAuditoriaInput = z.strictObject({ id: idGrande });

/** Why goods moved. */
export const TIPOS_DE_MOVIMIENTO = [
  'INICIAL',
  'ENTRADA',
  'SALIDA',
  'VENTA',
  'ANULACION',
  'AJUSTE',
  'REGULARIZACION',
] as const;

/** Filters of the trail of goods. `buscar` is part of a product's name, or its code. */
export const ListarInventarioQuery = listaQuery.extend({
  id_producto: opcional(idDeFila),
  usuario: opcional(autor).meta({ description: 'Quien movió; 0, el sistema.' }),
  tipo: opcional(z.enum(TIPOS_DE_MOVIMIENTO, `El tipo es uno de: ${TIPOS_DE_MOVIMIENTO.join(', ')}.`)),
  sucursal: opcional(z.union([z.literal('todas'), idDeFila])).meta({
    description: 'Otra sucursal, o `todas`; necesitan el derecho `sucursal:todas`.',
  }),
});

/** One act as the list shows it. `frase` reads after the person's name: "anuló el ticket C1-12". */
export type AuditoriaDto = {
  id: number;
  fecha: string;
  /** 0: nobody signed in did it. */
  id_usuario: number;
  usuario: string;
  id_sucursal: number;
  sucursal: string | null;
  accion: string;
  frase: string;
  entidad: string;
  id_entidad: string;
  ip: string | null;
  /** The browser and system, in words. */
  dispositivo: string | null;
  request_id: string;
};

/** One field that an act changed, in words; `enlace` leads to what it names, inside this product. */
export type CambioDto = { campo: string; antes: string | null; despues: string | null; enlace: string | null };

/** One act with what it changed: as it was written, and readable. */
export type AuditoriaDetalleDto = AuditoriaDto & {
  registrada_en: string;
  agente: string | null;
  enlace: string | null;
  antes: unknown;
  despues: unknown;
  cambios: CambioDto[];
};

/** One act in the history of a thing: who, when, and what changed. */
export type HistoriaDto = Pick<AuditoriaDto, 'id' | 'fecha' | 'usuario' | 'frase'> & { cambios: CambioDto[] };

/** One movement of goods with its document, person, product and branch. */
export type MovimientoInventarioDto = {
  id: number;
  fecha: string;
  id_producto: number;
  producto: string;
  unidad: string;
  tipo: (typeof TIPOS_DE_MOVIMIENTO)[number];
  tipo_documento: string;
  id_documento: number;
  /** In words: "Venta C1-12". */
  documento: string;
  enlace: string | null;
  /** Signed: what came in is positive. */
  cantidad: number;
  /** What it was worth at cost, signed; null without the right to see costs. */
  valor: number | null;
  id_usuario: number;
  usuario: string;
  id_sucursal: number;
  sucursal: string;
};
