import { z } from 'zod';
import { ESTADOS_VISIBLES } from '@/lib/aprobacion/rules';
import type { AprobacionDeDocumento, AprobacionDto, SuperiorDto } from '@/lib/aprobacion/schemas';
import { bs, dtoDe, id, instante } from './comunes';

const via = z.enum(['PIN', 'PANTALLA']).meta({ description: 'Con su PIN en el momento, o desde su propia pantalla.' });
const permisos = z.array(z.string()).meta({ description: 'Los derechos que se excedieron.' });

/** An approval on the document it let in. */
export const AprobacionDocumento = dtoDe<AprobacionDeDocumento>()(
  z.strictObject({
    id,
    aprobador: z.string(),
    motivo: z.string().nullable().meta({ description: 'Por qué se pidió.' }),
    respuesta: z.string().nullable().meta({ description: 'Lo que respondió quien aprobó.' }),
    fecha: instante,
    via,
    permisos,
  }),
).meta({ id: 'AprobacionDeDocumento' });

/** What somebody may not do alone, and the answer. */
export const Aprobacion = dtoDe<AprobacionDto>()(
  z.strictObject({
    id,
    id_sucursal: id,
    sucursal: z.string(),
    verbo: z.string().meta({ description: 'La operación: `venta.cobrar`.' }),
    momento: z.enum(['ANTES', 'DESPUES']).meta({
      description: '`DESPUES`: lo que ya ocurrió, como la diferencia de un cierre, y solo se revisa.',
    }),
    permisos,
    resumen: z.string(),
    detalle: z.array(z.strictObject({ etiqueta: z.string(), valor: z.string() })),
    monto: bs.nullable().meta({ description: 'Lo que está en juego; `null` cuando diría lo que no se debe ver.' }),
    estado: z.enum(ESTADOS_VISIBLES).meta({ description: '`VENCIDA`: pasó su tiempo sin respuesta o sin usarse.' }),
    solicitada_por: id,
    solicitante: z.string(),
    creada_en: instante,
    motivo: z.string().nullable(),
    pedida_en: instante.nullable(),
    vence_en: instante.nullable(),
    resuelta_por: id.nullable(),
    aprobador: z.string().nullable(),
    resuelta_en: instante.nullable(),
    via: via.nullable(),
    respuesta: z.string().nullable(),
    usada_en: instante.nullable(),
    tipo_documento: z.string().nullable(),
    id_documento: id.nullable().meta({ description: 'El documento que dejó pasar.' }),
    puede_resolver: z.boolean().meta({ description: 'Si quien pregunta puede responderla ahora.' }),
  }),
).meta({ id: 'Aprobacion' });

/** Who may answer. */
export const Superior = dtoDe<SuperiorDto>()(
  z.strictObject({
    id_usuario: id,
    nombre: z.string(),
    rol: z.string(),
    con_pin: z.boolean().meta({ description: 'Si puede aprobar en el momento, con su PIN.' }),
  }),
).meta({ id: 'Superior' });
