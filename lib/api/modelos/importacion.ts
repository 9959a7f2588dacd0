import { z } from 'zod';
import {
  EXISTENTES,
  type ImportacionDto,
  type ImportacionFilaDto,
  type ResumenImportacion,
  SITUACIONES,
} from '@/lib/producto/schemas';
import { bs, comunes, dtoDe, id, instante } from './comunes';

const cuenta = z.int().nonnegative();

const Resultado = z.strictObject({
  creados: cuenta,
  actualizados: cuenta,
  sin_cambio: cuenta.meta({ description: 'Ya estaban, con el mismo precio y costo.' }),
  omitidos: cuenta,
  categorias: cuenta,
  id_asiento: id.nullable().meta({ description: 'El asiento del stock inicial, si vale algo.' }),
});

const Resumen = dtoDe<ResumenImportacion>()(
  z.strictObject({
    codificacion: z.string(),
    separador: z.string(),
    columnas: z.record(z.string(), z.string()).meta({ description: 'El encabezado escrito, por columna.' }),
    columnas_ignoradas: z.array(z.string()),
    categorias_nuevas: z.array(z.string()),
    nuevas: cuenta,
    existentes: cuenta,
    avisos: cuenta,
    valor_stock: bs.nullable().meta({ description: 'Lo que vale el stock nuevo; `null` sin `producto:ver_costo`.' }),
    opcion: z.enum(EXISTENTES).optional(),
    resultado: Resultado.optional(),
  }),
);

/** A file of products on its way into the catalogue. */
export const Importacion = dtoDe<ImportacionDto>()(
  z.strictObject({
    id,
    archivo: z.string(),
    situacion: z.enum(SITUACIONES),
    filas: cuenta,
    filas_malas: cuenta,
    filas_hechas: cuenta,
    resumen: Resumen,
    falla: z.string().nullable(),
    id_sucursal: id,
    terminada_en: instante.nullable(),
    ...comunes,
  }),
).meta({ id: 'Importacion' });

/** One row of a staged file. */
export const ImportacionFila = dtoDe<ImportacionFilaDto>()(
  z.strictObject({
    linea: id.meta({ description: 'Línea del archivo, desde 1.' }),
    crudo: z.record(z.string(), z.string()).meta({ description: 'Lo que estaba escrito, por columna.' }),
    falla: z.string().nullable(),
    aviso: z.string().nullable(),
    existente: z.boolean().meta({ description: 'Su producto ya estaba en el catálogo.' }),
  }),
).meta({ id: 'ImportacionFila' });
