import { z } from 'zod';
import { CONCEPTOS } from '@/lib/caja/schemas';
import type {
  CierreDto,
  ConteoExternoDto,
  CorreccionDto,
  CuentaExternaDto,
  DiferenciasDto,
  HipotesisDto,
  PuntoDto,
  RecuentoDto,
  RevisionDto,
  SesionVivaDto,
} from '@/lib/caja/schemas-cierre';
import type { FilaDeSesionDto } from '@/lib/caja/schemas-respuestas';
import { ESTADOS_TAREA, type TareaDto } from '@/lib/tarea/schemas';
import { AprobacionDocumento } from './aprobacion';
import { Balance, SesionCaja, SesionDetalle } from './caja';
import { bs, dtoDe, id, instante } from './comunes';

const clase = z.enum(['banco', 'agente', 'operadora']);
const externa = { id_cuenta: id, nombre: z.string(), clase };
const piezas = z.record(z.string(), z.int().nonnegative());

/** An account whose own app shows a balance. */
export const CuentaExterna = dtoDe<CuentaExternaDto>()(z.strictObject(externa)).meta({ id: 'CuentaExterna' });

const ConteoExterno = dtoDe<ConteoExternoDto>()(
  z.strictObject({
    ...externa,
    saldo_app: bs,
    saldo_libro: bs,
    diferencia: bs.meta({ description: 'Lo que muestra la app menos lo que dice el libro.' }),
    diferencia_previa: bs.nullable().meta({ description: 'La que ya tenía la última vez que se declaró.' }),
    diferencia_nueva: bs.nullable().meta({
      description: 'Lo que se separó desde entonces; `null` la primera vez que se declara el banco propio.',
    }),
  }),
).meta({ id: 'ConteoExterno' });

/** One row behind a figure. */
export const FilaDeSesion = dtoDe<FilaDeSesionDto>()(
  z.strictObject({
    id_asiento: id,
    fecha: instante,
    concepto: z.enum(CONCEPTOS),
    tipo_documento: z.string(),
    id_documento: z.int(),
    glosa: z.string(),
    usuario: z.string(),
    importe: bs,
  }),
).meta({ id: 'FilaDeSesion' });

/** A later count of a closed drawer. */
export const Recuento = dtoDe<RecuentoDto>()(
  z.strictObject({
    id,
    id_sesion_caja: id,
    monto: bs,
    denominaciones: piezas.nullable(),
    ajuste: bs.meta({ description: 'Lo que cambia de lo que estaba contado.' }),
    diferencia: bs.meta({ description: 'La de la sesión con este recuento.' }),
    contra: z.enum(['gaveta', 'apertura']).meta({
      description: '`apertura`: la caja ya se había vuelto a abrir, y su gaveta se contó entonces.',
    }),
    motivo: z.string(),
    id_asiento: id,
    fecha: instante,
    usuario: z.string(),
    aprobaciones: z.array(AprobacionDocumento),
  }),
).meta({ id: 'Recuento' });

const Correccion = dtoDe<CorreccionDto>()(
  z.strictObject({
    id_asiento: id,
    fecha: instante,
    tipo_documento: z.string(),
    id_documento: z.int(),
    glosa: z.string(),
    usuario: z.string(),
    id_sesion_caja: id.nullable().meta({ description: 'La sesión en que se hizo.' }),
    importe: bs,
  }),
).meta({ id: 'Correccion' });

/** Something that is not right, and what came of it. */
export const Tarea = dtoDe<TareaDto>()(
  z.strictObject({
    id,
    id_sucursal: id,
    sucursal: z.string(),
    tipo: z.string(),
    resumen: z.string(),
    detalle: z.string().nullable(),
    monto: bs.nullable(),
    id_sesion_caja: id.nullable(),
    caja: z.string().nullable(),
    estado: z.enum(ESTADOS_TAREA),
    creada_por: z.string(),
    creada_en: instante,
    resuelta_por: z.string().nullable(),
    resuelta_en: instante.nullable(),
    resolucion: z.string().nullable(),
  }),
).meta({ id: 'Tarea' });

const Hipotesis = dtoDe<HipotesisDto>()(
  z.strictObject({
    causa: z.string(),
    titulo: z.string(),
    mirar: z.string().meta({ description: 'Qué mirar.' }),
    certeza: z.enum(['alta', 'media', 'baja']),
    filas: z.array(FilaDeSesion),
  }),
).meta({ id: 'Hipotesis' });

const Revision = dtoDe<RevisionDto>()(
  z.strictObject({
    id,
    estado: z.enum(['PENDIENTE', 'APROBADA', 'RECHAZADA']),
    respuesta: z.string().nullable(),
  }),
).meta({ id: 'RevisionDeCierre' });

/** What a sealed count found. */
export const Cierre = dtoDe<CierreDto>()(
  z.strictObject({
    sesion: SesionDetalle,
    balance: Balance,
    externas: z.array(ConteoExterno).meta({ description: 'Lo que mostraban las apps, junto al libro.' }),
    diferencia_vigente: bs.meta({ description: 'La diferencia después de recuentos y correcciones.' }),
    hipotesis: z.array(Hipotesis).meta({ description: 'Las causas probables, de la más a la menos.' }),
    recuentos: z.array(Recuento),
    correcciones: z.array(Correccion).meta({ description: 'Lo que se asentó después del cierre y lo corrige.' }),
    tareas: z.array(Tarea),
    revision: Revision.nullable().meta({ description: 'La de un superior, cuando la diferencia pasa el límite.' }),
  }),
).meta({ id: 'Cierre' });

/** An open session, live. */
export const SesionViva = dtoDe<SesionVivaDto>()(
  z.strictObject({
    sesion: SesionCaja,
    balance: Balance,
    tickets: z.int().nonnegative(),
    ultima_operacion: instante.nullable(),
  }),
).meta({ id: 'SesionViva' });

const Punto = dtoDe<PuntoDto>()(z.strictObject({ id_sesion_caja: id, fecha: instante, diferencia: bs })).meta({
  id: 'PuntoDeDiferencia',
});

/** How closes went over time. */
export const Diferencias = dtoDe<DiferenciasDto>()(
  z.strictObject({
    id: id.meta({ description: 'De la persona o de la caja.' }),
    nombre: z.string(),
    cierres: z.int().nonnegative(),
    cuadran: z.int().nonnegative().meta({ description: 'Cuántos cuadraron al centavo.' }),
    faltantes: bs,
    sobrantes: bs,
    neto: bs,
    por_semana: bs.nullable().meta({
      description: 'Cuánto crece o baja el tamaño de la diferencia por semana; `null` con menos de cuatro cierres.',
    }),
    puntos: z.array(Punto).meta({ description: 'Los doscientos últimos cierres, del más viejo al más nuevo.' }),
  }),
).meta({ id: 'Diferencias' });
