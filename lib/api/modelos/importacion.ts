import { z } from 'zod';
import { SITUACIONES } from '@/lib/producto/rules-importacion';
import {
  EXISTENTES,
  type ImportacionDto,
  type ImportacionFilaDto,
  type PorDeshacerDto,
  type ResultadoDeshacer,
  type ResumenImportacion,
} from '@/lib/producto/schemas-importacion';
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

const Deshacer = dtoDe<ResultadoDeshacer>()(
  z.strictObject({
    eliminados: cuenta.meta({ description: 'Los que creó y no se movieron: se eliminan y su stock sale.' }),
    quedaron: cuenta.meta({ description: 'Los que creó y se movieron después: quedan.' }),
    restaurados: cuenta.meta({ description: 'Vuelven a su precio y costo de antes.' }),
    cambiados: cuenta.meta({ description: 'Alguien los cambió después: quedan como están.' }),
    categorias: cuenta,
    id_asiento: id.nullable(),
  }),
);

/** What undoing an import would do. */
export const PorDeshacer = dtoDe<PorDeshacerDto>()(
  z.strictObject({
    eliminados: cuenta,
    quedaron: cuenta,
    restaurados: cuenta,
    cambiados: cuenta,
    valor: bs.nullable().meta({ description: 'Lo que sale, al costo; `null` sin `producto:ver_costo`.' }),
  }),
).meta({ id: 'PorDeshacer' });

const Resumen = dtoDe<ResumenImportacion>()(
  z.strictObject({
    codificacion: z.string(),
    separador: z.string(),
    encabezado: z.array(z.string()).meta({ description: 'La primera fila, como está escrita.' }),
    muestra: z.array(z.array(z.string())).meta({ description: 'Las primeras filas, para reconocer las columnas.' }),
    con_encabezado: z.boolean(),
    aceptar_digitos: z.boolean(),
    posiciones: z.record(z.string(), cuenta).meta({ description: 'Qué columna del archivo, desde 0, es cada cosa.' }),
    columnas: z.record(z.string(), z.string()).meta({ description: 'El encabezado escrito, por columna.' }),
    columnas_ignoradas: z.array(z.string()),
    categorias_nuevas: z.array(z.string()),
    nuevas: cuenta,
    existentes: cuenta,
    avisos: cuenta,
    digitos_malos: cuenta.meta({ description: 'Filas con el dígito verificador equivocado.' }),
    valor_stock: bs.nullable().meta({ description: 'Lo que vale el stock nuevo; `null` sin `producto:ver_costo`.' }),
    opcion: z.enum(EXISTENTES).optional(),
    resultado: Resultado.optional(),
    deshecha: z
      .strictObject({ motivo: z.string(), ...Deshacer.partial().shape })
      .optional()
      .meta({ description: 'Por qué se deshizo y, una vez hecho, qué pasó.' }),
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
