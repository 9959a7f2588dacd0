import { z } from 'zod';
import type { ArchivoSubido } from '@/lib/action/read-request';
import { pin } from '@/lib/auth/pin-input';
import { autoria, idDeFila, listaQuery, monto, opcional, texto, textoOpcional } from '@/lib/validation';
import { denominacionDe, ESPECIALIDADES, MOVIMIENTO_MINIMO, TIPOS_MOVIMIENTO } from './rules';

const nombre = texto({ min: 3, max: 60 });
const especialidad = z.enum(ESPECIALIDADES, 'La especialidad debe ser SOLO_VENTAS, SOLO_AGENTES o MIXTA.');

/** A limit: absent leaves it as it is, `null` takes it away. */
const limite = (que: string) =>
  z
    .union([z.null(), monto()])
    .optional()
    .meta({ description: `${que} \`null\`: solo el límite del rol.` });

/** What a caja has beside its name: all of it optional; what is not sent stays. */
const ajustes = {
  egreso_maximo: limite('Un egreso mayor espera la aprobación de un superior.'),
  diferencia_maxima: limite('Una diferencia mayor, sobrante o faltante, la mira un superior.'),
  denominaciones: z
    .union([
      z.null(),
      z
        .array(z.number())
        .min(1, 'Debe quedar al menos un billete o una moneda.')
        .max(20)
        .transform((valores, ctx) => {
          const leidas = valores.map((valor) => denominacionDe(String(valor)));
          if (leidas.includes(null)) ctx.addIssue('Hay un billete o una moneda que no existe.');
          return [...new Set(leidas.flatMap((valor) => valor ?? []))].sort((a, b) => b - a);
        }),
    ])
    .optional()
    .meta({ description: 'Los billetes y monedas que su conteo ofrece; `null`: todos.' }),
  personas: opcional(
    z
      .array(idDeFila)
      .max(200)
      .transform((ids) => [...new Set(ids)].sort((a, b) => a - b)),
  ).meta({
    description: 'Quiénes la pueden abrir, por id de usuario; vacía: cualquiera de la sucursal.',
  }),
};

/** What of those was sent, in centavos. */
function ajustesDe(v: {
  egreso_maximo?: number | null | undefined;
  diferencia_maxima?: number | null | undefined;
  denominaciones?: number[] | null | undefined;
  personas?: number[] | undefined;
}) {
  return {
    ...(v.egreso_maximo !== undefined && { egresoMaximo: v.egreso_maximo }),
    ...(v.diferencia_maxima !== undefined && { diferenciaMaxima: v.diferencia_maxima }),
    ...(v.denominaciones !== undefined && { denominaciones: v.denominaciones }),
    ...(v.personas !== undefined && { personas: v.personas }),
  };
}
export type AjustesDeCaja = ReturnType<typeof ajustesDe>;

/** A new caja; `saldo` is the cash that is already in its drawer. */
export const CrearCajaInput = z
  .strictObject({ nombre, especialidad, saldo: opcional(monto()), ...ajustes, ...autoria })
  .transform((v) => ({ nombre: v.nombre, especialidad: v.especialidad, saldo: v.saldo ?? 0, ...ajustesDe(v) }));

/** `saldo` is accepted because clients send whole forms, and ignored: cash only moves through the libro. */
export const EditarCajaInput = z
  .strictObject({
    id: idDeFila,
    nombre: opcional(nombre),
    especialidad: opcional(especialidad),
    saldo: z.unknown().optional().meta({ deprecated: true }),
    ...ajustes,
    ...autoria,
  })
  .transform((v) => ({ id: v.id, nombre: v.nombre, especialidad: v.especialidad, ...ajustesDe(v) }));

/** One row by its id. */
export const IdInput = z.strictObject({ id: idDeFila, ...autoria });

/** Without `monto_inicial`, what the drawer holds; without `id_usuario`, the person signed in. */
export const AbrirCajaInput = z
  .strictObject({
    ...autoria,
    id_caja: idDeFila,
    monto_inicial: opcional(monto()),
    id_usuario: opcional(idDeFila),
    motivo: textoOpcional({ min: 3 }).meta({ description: 'Por qué lo contado no es lo que dejó el último cierre.' }),
    pedir_motivo: opcional(z.boolean('Debe ser true o false.')).meta({
      description: 'Con una diferencia y sin motivo, 409 `falta_motivo_apertura` en vez de asentarla sin él.',
    }),
  })
  .transform((v) => ({
    idCaja: v.id_caja,
    montoInicial: v.monto_inicial,
    idUsuario: v.id_usuario,
    // Absent when not sent: what is fingerprinted of an older request stays as it was.
    ...(v.motivo && { motivo: v.motivo }),
    ...(v.pedir_motivo && { pedirMotivo: true }),
  }));

/**
 * Cash in or out by hand, with a reason of the list, its own words, or both. Without `id_motivo` it is the general reason,
 * and then the words must be there.
 */
export const RegistrarMovimientoInput = z
  .strictObject({
    tipo: z.enum(TIPOS_MOVIMIENTO, 'El tipo debe ser INGRESO o EGRESO.'),
    monto: monto({ min: MOVIMIENTO_MINIMO }),
    motivo: textoOpcional({ min: 3 }).meta({ description: 'Para qué fue, en palabras. Obligatorio sin `id_motivo`.' }),
    id_motivo: opcional(idDeFila).meta({ description: 'De `/cajas/motivos`; sin él, el motivo general.' }),
    id_archivo: opcional(idDeFila).meta({
      description: 'La foto del comprobante, subida en `/cajas/movimiento/foto`.',
    }),
    id_sesion_caja: idDeFila,
    ...autoria,
  })
  .refine((v) => v.id_motivo !== undefined || typeof v.motivo === 'string', {
    path: ['motivo'],
    message: 'Debe tener al menos 3 caracteres.',
  })
  .transform((v) => ({
    tipo: v.tipo,
    monto: v.monto,
    motivo: v.motivo ?? null,
    idSesionCaja: v.id_sesion_caja,
    // Absent when not sent: what is fingerprinted of an older request stays as it was.
    ...(v.id_motivo !== undefined && { idMotivo: v.id_motivo }),
    ...(v.id_archivo !== undefined && { idArchivo: v.id_archivo }),
  }));
export type Movimiento = z.output<typeof RegistrarMovimientoInput>;

/** The photo of a slip, before its movement or transfer names it. */
export const SubirFotoInput = z.strictObject({
  archivo: z.custom<ArchivoSubido>((v) => typeof v === 'object' && v !== null && 'bytes' in v, 'Falta la foto.'),
  nombre: z.unknown().optional(),
});

/** Pieces by note or coin, named in bolivianos: `{ "200": 3, "0.5": 4 }`. Becomes pieces by centavos. */
const denominaciones = z
  .record(z.string(), z.int('Cada denominación lleva un número entero de piezas.').min(0).max(1_000_000))
  .transform((porClave, ctx) => {
    const conteo: Record<number, number> = {};
    for (const [clave, piezas] of Object.entries(porClave)) {
      const valor = denominacionDe(clave);
      if (valor === null) ctx.addIssue(`No hay billete ni moneda de ${clave.slice(0, 20)}.`);
      else conteo[valor] = (conteo[valor] ?? 0) + piezas;
    }
    return conteo;
  });

/** A count by piece, in what closes a drawer and in what counts it again. */
export const porPiezas = opcional(denominaciones).meta({
  description: 'Piezas por billete o moneda: `{ "200": 3, "0.5": 4 }`.',
});

/** What the apps of banks and operators show, each account once. */
const saldosExternos = z
  .array(z.strictObject({ id_cuenta: idDeFila, saldo: monto() }))
  .max(60)
  .refine(
    (saldos) => new Set(saldos.map((s) => s.id_cuenta)).size === saldos.length,
    'Cada cuenta se declara una vez.',
  );

/** The sealed count. */
export const CerrarCajaInput = z
  .strictObject({
    id: idDeFila,
    monto_final_real: monto(),
    denominaciones: porPiezas,
    saldos_externos: opcional(saldosExternos).meta({
      description: 'Lo que muestra la app de cada banco u operadora: las cuentas de `/cajas/sesion/{id}/externas`.',
    }),
    ...autoria,
  })
  .transform((v) => ({
    id: v.id,
    montoFinalReal: v.monto_final_real,
    denominaciones: v.denominaciones ?? null,
    // Absent from what is fingerprinted when it was not sent, as it was before it existed.
    ...(v.saldos_externos?.length && {
      externos: v.saldos_externos.map((s) => ({ idCuenta: s.id_cuenta, saldo: s.saldo })),
    }),
  }));

/** One count that closes a session and opens the next in the name of whoever receives the drawer, who types their PIN. */
export const RelevarInput = z
  .strictObject({
    id: idDeFila,
    id_usuario: idDeFila.meta({ description: 'Quién recibe la caja.' }),
    pin: pin.meta({ description: 'El PIN de quien recibe.' }),
    monto: monto().meta({ description: 'Lo que contaron juntos: con eso cierra una sesión y abre la otra.' }),
    denominaciones: opcional(z.record(z.string(), z.number())).meta({
      description: 'Piezas por billete o moneda: `{ "200": 3, "0.5": 4 }`.',
    }),
  })
  .transform(({ id_usuario, ...v }) => ({ ...v, idUsuario: id_usuario }));

/** Who else may work in a session. */
export const AdmitirInput = z
  .strictObject({ id: idDeFila, id_usuario: idDeFila })
  .transform((v) => ({ id: v.id, idUsuario: v.id_usuario }));

/** The drawer opened without a sale: why, and when if it is told afterwards. */
export const AbrirGavetaInput = z
  .strictObject({
    id_sesion_caja: idDeFila,
    motivo: texto({ min: 3 }),
    fecha: opcional(z.iso.datetime({ offset: true, error: 'La fecha debe ser ISO 8601.' })).meta({
      description: 'Cuándo ocurrió, si se avisa después.',
    }),
    ...autoria,
  })
  .transform((v) => ({ idSesionCaja: v.id_sesion_caja, motivo: v.motivo, fecha: v.fecha ?? null }));

/** Whose open session. */
export const SesionActivaInput = z.strictObject({ id_usuario: idDeFila });

/** Cajas of the request's branch, of another, or of all that the actor sees. */
export const ListarCajasInput = listaQuery.extend({ id_sucursal: opcional(z.union([z.literal('todas'), idDeFila])) });

/** The history, newest first. */
export const ListarSesionesInput = listaQuery.extend({
  id_caja: opcional(idDeFila),
  id_usuario: opcional(idDeFila),
  estado_sesion: opcional(z.enum(['ABIERTA', 'CERRADA'])),
});

/** What a figure of the balance is made of. */
export const CONCEPTOS = [
  'ventas_efectivo',
  'ventas_qr',
  'ventas_transferencia',
  'ingresos',
  'egresos',
  'compras',
  'traspasos',
  'agentes',
  'recargas',
  'fiado',
  'otros',
  'apertura',
  'cierre',
  'recuento',
] as const;
export type Concepto = (typeof CONCEPTOS)[number];

/** The pockets of a drawer, and `gaveta` for all of them: what the expected cash is made of. */
export const BOLSILLOS_DE_FILAS = ['gaveta', 'mercaderia', 'agente', 'recargas', 'fiado', 'fondo'] as const;
export type BolsilloDeFilas = (typeof BOLSILLOS_DE_FILAS)[number];

/** The rows behind a session's figures, newest first: of one figure, of one pocket, or all. */
export const FilasDeSesionInput = listaQuery.pick({ limite: true, cursor: true }).extend({
  id: idDeFila,
  concepto: opcional(z.enum(CONCEPTOS)),
  bolsillo: opcional(z.enum(BOLSILLOS_DE_FILAS)).meta({
    description: 'Las filas de un bolsillo, o `gaveta`: todo lo que entró y salió de ella.',
  }),
});
