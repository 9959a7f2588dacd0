import { z } from 'zod';
import { ESPECIALIDADES, TIPOS_MOVIMIENTO } from '@/lib/caja/rules';
import type {
  BalanceDto,
  CajaDto,
  MovimientoCajaDto,
  SesionCajaDto,
  SesionDetalleDto,
} from '@/lib/caja/schemas-respuestas';
import { AprobacionDocumento } from './aprobacion';
import { bs, comunes, diaDeLaPaz, dtoDe, id, instante } from './comunes';

const oculto = (que: string) =>
  bs.nullable().meta({ description: `${que} \`null\` con la sesión abierta, sin el derecho \`caja:ver_esperado\`.` });

const SesionAbierta = z.strictObject({
  id,
  id_usuario: id,
  cajero: z.string(),
  fecha_apertura: instante,
  contando_desde: instante.nullable(),
});

const caja = {
  id,
  nombre: z.string(),
  especialidad: z.enum(ESPECIALIDADES),
  saldo: oculto('Lo que hay en la gaveta.'),
  id_sucursal: id,
  sucursal: z.string(),
  egreso_maximo: bs
    .nullable()
    .meta({ description: 'Un egreso mayor espera a un superior; `null`: solo el límite del rol.' }),
  diferencia_maxima: bs
    .nullable()
    .meta({ description: 'Una diferencia mayor la mira un superior; `null`: solo el límite del rol.' }),
  denominaciones: z.array(bs).meta({ description: 'Los billetes y monedas que su conteo ofrece.' }),
  personas: z
    .array(z.strictObject({ id_usuario: id, nombre: z.string() }))
    .meta({ description: 'Quiénes la pueden abrir; vacía: cualquiera de la sucursal.' }),
  sesion_abierta: SesionAbierta.nullable().meta({ description: 'Quién la tiene abierta.' }),
  ...comunes,
};

/** `Caja` of the contract. */
export const Caja = dtoDe<CajaDto>()(z.strictObject(caja)).meta({ id: 'Caja' });

const sesion = {
  id,
  monto_inicial: bs,
  diferencia_apertura: oculto('Lo contado al abrir menos lo que debía haber.'),
  monto_final_teorico: oculto('Lo que debería haber.'),
  monto_final_real: bs.nullable().meta({ description: 'Lo contado al cerrar.' }),
  diferencia: bs.nullable().meta({ description: 'Lo contado menos lo que debería haber.' }),
  denominaciones: z
    .record(z.string(), z.int().nonnegative())
    .nullable()
    .meta({ description: 'Piezas por billete o moneda: `{ "200": 3, "0.5": 4 }`.' }),
  estado_sesion: z.enum(['ABIERTA', 'CERRADA']),
  fecha_apertura: instante,
  fecha_cierre: instante.nullable(),
  fecha_negocio: diaDeLaPaz.meta({ description: 'El día de La Paz en que se abrió.' }),
  motivo_apertura: z.string().nullable().meta({ description: 'Por qué no abrió con lo que dejó el último cierre.' }),
  contando_desde: instante
    .nullable()
    .meta({ description: 'Desde cuándo se cuenta la gaveta: mientras tanto no se mueve su efectivo.' }),
  contando_por: z.string().nullable(),
  id_sesion_relevada: id.nullable().meta({ description: 'La sesión que recibió en un relevo.' }),
  id_caja: id,
  caja: Caja,
  id_usuario: id,
  cajero: z.string(),
  ...comunes,
};

/** `SesionCaja` of the contract. */
export const SesionCaja = dtoDe<SesionCajaDto>()(z.strictObject(sesion)).meta({ id: 'SesionCaja' });

/** A caja with its newest sessions. */
export const CajaConSesiones = dtoDe<CajaDto & { sesiones: SesionCajaDto[] }>()(
  z.strictObject({ ...caja, sesiones: z.array(SesionCaja).meta({ description: 'Las cien más nuevas.' }) }),
).meta({ id: 'CajaConSesiones' });

/** `MovimientoCaja` of the contract. */
export const MovimientoCaja = dtoDe<MovimientoCajaDto>()(
  z.strictObject({
    id,
    tipo: z.enum(TIPOS_MOVIMIENTO),
    monto: bs,
    motivo: z.string().meta({ description: 'Lo escrito, o el nombre del motivo.' }),
    id_motivo: id.nullable(),
    motivo_de_lista: z.string().nullable(),
    con_foto: z.boolean().meta({ description: 'Su foto está en `/cajas/movimiento/{id}/foto`.' }),
    fecha: instante,
    id_sesion_caja: id,
    usuario: z.string().meta({ description: 'Quién lo registró.' }),
    aprobaciones: z.array(AprobacionDocumento).meta({ description: 'Quién dejó pasar un egreso sobre el límite.' }),
    ...comunes,
  }),
).meta({ id: 'MovimientoCaja' });

/** A session with its movements by hand. */
export const SesionDetalle = dtoDe<SesionDetalleDto>()(
  z.strictObject({
    ...sesion,
    movimientos: z.array(MovimientoCaja),
    aprobaciones: z.array(AprobacionDocumento).meta({ description: 'De la diferencia al abrir, o al cerrar.' }),
  }),
).meta({ id: 'SesionDetalle' });

const cifra = bs.nullable();

/** Figures of a session. */
export const Balance = dtoDe<BalanceDto>()(
  z.strictObject({
    id_sesion_caja: id,
    monto_inicial: bs,
    ingresos: cifra,
    egresos: cifra,
    monto_final_teorico: cifra,
    ventas: z.strictObject({ efectivo: cifra, qr: cifra, transferencia: cifra }),
    agentes: z.strictObject({ ingresos: cifra, egresos: cifra, neto: cifra }),
    recargas: cifra,
    fiado: cifra,
    compras: cifra,
    traspasos: cifra.meta({ description: 'Entre la gaveta, la caja fuerte y el banco; con signo.' }),
    otros: cifra,
    bolsillos: z
      .strictObject({ mercaderia: cifra, agente: cifra, recargas: cifra, fiado: cifra, fondo: cifra })
      .meta({ description: 'Suman `monto_final_teorico`.' }),
  }),
).meta({
  id: 'Balance',
  description: 'Con la sesión abierta y sin el derecho `caja:ver_esperado`, toda suma es `null`.',
});
