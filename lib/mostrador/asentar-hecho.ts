import { z } from 'zod';
import { sqlClient } from '@/db';
import { withTransaction } from '@/db/transaction';
import { PERMISOS, type Permiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { log } from '@/lib/log';
import { ClaveReutilizadaError } from '@/lib/operacion/errors';
import { ejecutar } from './ejecutar';
import { type Envio, guardarHecho, type Incidencia, incidenciaDeReloj } from './en-curso';
import { HechoDescartadoError, HechoRechazadoError, HechoRetenidoError } from './errors';
import { hechoEnPalabras } from './hecho-en-palabras';
import type { HechoLeido } from './hecho-escrito';
import type { HechoFirmado } from './leer-hecho';
import type { ACTOS_DE_REGISTRO } from './rules';
import type { ResultadoDeHechoDto } from './schemas';
import { type SesionDeHecho, sesionDeHecho, sesionPorId } from './sesion-de-hecho';

/** How a fact is brought in: by its device, or by somebody who decides on one that waited. */
export type Traida = {
  idRemitente: string | null;
  /** A superior lets it in, whatever became of its grant. */
  admitido?: boolean;
  /** In this session, instead of its own. */
  idSesion?: number;
};

/** The right that each kind of fact needs of its author. */
const DERECHO: Readonly<Record<Exclude<HechoLeido['tipo'], 'registro'>, Permiso>> = {
  apertura: 'caja:abrir',
  venta: 'venta:cobrar',
  anulacion: 'venta:anular',
  movimiento: 'caja:mover',
  cierre: 'caja:abrir',
};

/** Of what only tells, the right of each act. */
const DERECHO_DE_ACTO = {
  'caja.abrir_gaveta': 'caja:abrir_gaveta',
  'venta.reimprimir': 'venta:reimprimir',
  'venta.quitar_lineas': 'venta:cobrar',
} as const satisfies Record<(typeof ACTOS_DE_REGISTRO)[number], Permiso>;

const derechoDe = (hecho: HechoLeido): Permiso =>
  hecho.tipo === 'registro' ? DERECHO_DE_ACTO[hecho.cuerpo.acto] : DERECHO[hecho.tipo];

/**
 * Brings a signed fact into the books, once, whoever sends it and however often: posted, kept waiting (RETENIDO) when it
 * cannot be yet, or refused when it is not its device's word. Never throws for one fact: what is unexpected is FALLO.
 */
export async function asentarHecho(ctx: Context, firmado: HechoFirmado, traida: Traida): Promise<ResultadoDeHechoDto> {
  let envio: Envio = borrador(ctx, firmado, traida);
  let repetido = false;
  try {
    const sesion = traida.idSesion
      ? await sesionPorId(traida.idSesion)
      : await sesionDeHecho(firmado.hecho, firmado.concesion.idSucursal);
    envio = {
      ...preparar(envio, sesion),
      ctx: {
        ...ctx,
        onReplay: () => {
          repetido = true;
        },
      },
    };
    if (!traida.admitido) requireVigente(envio);
    await ejecutar(envio);
    if (repetido) await completar(envio);
    return await resultadoDe(firmado, repetido ? 'YA_ESTABA' : 'ACEPTADO');
  } catch (error) {
    return fracaso(envio, error);
  }
}

function borrador(ctx: Context, firmado: HechoFirmado, { idRemitente }: Traida): Envio {
  const corregida = new Date(firmado.hecho.hecho_en.getTime() + firmado.hecho.desfase);
  const fecha = corregida > ctx.ahora ? ctx.ahora : corregida;
  return {
    ...firmado,
    ctx,
    idRemitente,
    fecha,
    idSesion: null,
    prestada: false,
    sinGaveta: false,
    antes: [],
    documentoDe: () => null,
  };
}

/** Its time clamped to [opening, received], its session, its author with the right it needs, and what is known to be odd. */
function preparar(envio: Envio, sesion: SesionDeHecho | null): Envio {
  const { hecho, concesion } = envio;
  const fecha = sesion && envio.fecha < sesion.abiertaEn ? sesion.abiertaEn : envio.fecha;
  const derecho = derechoDe(hecho);
  const { autor } = concesion;
  const puedeHoy = concesion.activo && autor.permisos.has(derecho);
  const deAutor: Incidencia[] = puedeHoy
    ? []
    : [{ tipo: 'autor', frase: `Hoy ${autor.nombre} no puede: ${PERMISOS[derecho].toLowerCase()}.` }];
  return {
    ...envio,
    concesion: { ...concesion, autor: { ...autor, permisos: new Set([...autor.permisos, derecho]) } },
    fecha,
    idSesion: sesion?.id ?? null,
    prestada: sesion?.prestada ?? false,
    antes: [...incidenciaDeReloj(hecho, fecha), ...deAutor],
  };
}

function requireVigente({ concesion, fecha }: Envio): void {
  if (concesion.revocadaEn !== null)
    throw new HechoRetenidoError('concesion_revocada', 'Su equipo fue revocado: un superior decide si entra.');
  if (fecha > concesion.venceEn)
    throw new HechoRetenidoError(
      'concesion_vencida',
      'Se hizo cuando el equipo ya no podía vender sin conexión: un superior decide si entra.',
    );
}

async function fracaso(envio: Envio, error: unknown): Promise<ResultadoDeHechoDto> {
  const { hecho } = envio;
  const responder = (
    resultado: ResultadoDeHechoDto['resultado'],
    code: string,
    frase: string,
  ): ResultadoDeHechoDto => ({
    clave: hecho.clave,
    orden: hecho.orden,
    resultado,
    code,
    frase,
    documento: null,
    incidencias: [],
  });
  try {
    if (error instanceof HechoRechazadoError) return responder('RECHAZADO', error.code, error.message);
    const esperado = error instanceof AppError && error.status !== 503;
    const malformado = error instanceof z.ZodError;
    if (!esperado && !malformado) throw error;
    const conocido = await conocidoComo(envio);
    if (conocido === 'ASENTADO') return await resultadoDe(envio, 'YA_ESTABA');
    if (conocido === 'DESCARTADO' || error instanceof HechoDescartadoError) {
      const descartado = new HechoDescartadoError();
      return responder('YA_ESTABA', descartado.code, descartado.message);
    }
    if (conocido === 'OTRO' || error instanceof ClaveReutilizadaError) {
      const otra = new ClaveReutilizadaError();
      return responder('RECHAZADO', otra.code, otra.message);
    }
    const porque = malformado
      ? { code: 'validacion', frase: error.issues[0]?.message ?? 'No se entiende.' }
      : { code: (error as AppError).code, frase: (error as AppError).message };
    await retener(envio, porque);
    return responder('RETENIDO', porque.code, porque.frase);
  } catch (falla) {
    log().error({ err: falla, clave: hecho.clave }, 'a fact failed');
    return responder('FALLO', 'falla', 'El servidor no pudo con este hecho: se envía de nuevo más tarde.');
  }
}

/** How the server has the fact; `OTRO` when its clave has another text. */
async function conocidoComo({ hecho, texto }: HechoFirmado): Promise<string | null> {
  const [fila] = await sqlClient()<{ estado: string; texto: string }[]>`
    select estado, texto from hecho where clave = ${hecho.clave}::uuid`;
  if (!fila) return null;
  return fila.texto === texto ? fila.estado : 'OTRO';
}

/** The fact stays with the server, and somebody is told what it tells and why it waits. */
async function retener(envio: Envio, retenido: { code: string; frase: string }): Promise<void> {
  await withTransaction({}, async (tx) => {
    await tx.sql`select 1 from dispositivo where id = ${envio.hecho.id_dispositivo}::uuid for no key update`;
    const frase = `${hechoEnPalabras(envio.hecho)} ${retenido.frase}`;
    const incidencias: Incidencia[] = [{ tipo: 'retenido', frase }];
    await guardarHecho(tx, envio, { documento: null, incidencias, retenido });
  });
}

/** An act that came first through the ordinary API under the same clave: the fact is kept beside it. */
async function completar(envio: Envio): Promise<void> {
  if ((await conocidoComo(envio)) !== null) return;
  await withTransaction({}, async (tx) => {
    const [venta] = await tx.sql<{ id: number }[]>`select id from venta where clave = ${envio.hecho.clave}::uuid`;
    await guardarHecho(tx, envio, { documento: venta ? { tipo: 'venta', id: venta.id } : null, incidencias: [] });
  });
}

type FilaResultado = {
  tipo_documento: string | null;
  id_documento: number | null;
  folio: string | null;
  incidencias: ResultadoDeHechoDto['incidencias'];
};

/** What became of a fact that stands: its document and what did not fit, also of the first time. */
async function resultadoDe({ hecho }: HechoFirmado, resultado: 'ACEPTADO' | 'YA_ESTABA'): Promise<ResultadoDeHechoDto> {
  const [fila] = await sqlClient()<FilaResultado[]>`
    select h.tipo_documento, h.id_documento, v.serie || '-' || v.numero as folio,
      coalesce((select jsonb_agg(jsonb_build_object('tipo', i.tipo, 'frase', i.frase) order by i.id) from incidencia i
        where i.clave_hecho = h.clave and i.tipo <> 'retenido'), '[]') as incidencias
    from hecho h left join venta v on h.tipo_documento = 'venta' and v.id = h.id_documento
    where h.clave = ${hecho.clave}::uuid`;
  const { tipo_documento: tipo = null, id_documento: id = null, folio = null, incidencias = [] } = fila ?? {};
  return {
    clave: hecho.clave,
    orden: hecho.orden,
    resultado,
    code: null,
    frase: null,
    documento: tipo && id ? { tipo, id, folio } : null,
    incidencias,
  };
}
