import { sqlClient } from '@/db';
import { withTransaction } from '@/db/transaction';
import { emitAudit } from '@/lib/audit';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { asentarHecho } from './asentar-hecho';
import { HechoRechazadoError } from './errors';
import { leerHecho } from './leer-hecho';
import { CODIGOS_QUE_ESPERAN } from './rules';
import { EnviarHechosInput, type HechosDto, type ResultadoDeHechoDto } from './schemas';

/**
 * Facts of a device, or of a file that it exported, one by one in their order, each in a transaction of its own; the answer
 * has one result a fact, in the same places. Who sends is kept apart from who did it. What waited for one of them enters
 * after it. Throws PermisoError.
 */
export async function recibirHechos(ctx: Context, raw: unknown): Promise<HechosDto> {
  requirePermiso(ctx, 'venta:cobrar');
  const { hechos, idDispositivo: idRemitente } = EnviarHechosInput.parse(raw);
  const resultados: ResultadoDeHechoDto[] = [];
  for (const hecho of hechos) resultados.push(await recibir(ctx, hecho, idRemitente));
  const claves = resultados.flatMap((r) => (r.resultado === 'ACEPTADO' && r.clave ? [r.clave] : []));
  if (claves.length > 0) await reintentar(ctx, claves);
  return { resultados, hora_servidor: ctx.ahora.toISOString() };
}

async function recibir(
  ctx: Context,
  hecho: { texto: string; mac: string },
  idRemitente: string | null,
): Promise<ResultadoDeHechoDto> {
  try {
    return await asentarHecho(ctx, await leerHecho(ctx, hecho), { idRemitente });
  } catch (error) {
    if (!(error instanceof HechoRechazadoError)) throw error;
    if (error.code === 'firma') await anotarRechazo(ctx, error);
    const { clave = null, orden = null } = error.hecho ?? {};
    const { code, message: frase } = error;
    return { clave, orden, resultado: 'RECHAZADO', code, frase, documento: null, incidencias: [] };
  }
}

/** An edited or forged fact leaves a trace, and nothing else. */
async function anotarRechazo(ctx: Context, { code, hecho }: HechoRechazadoError): Promise<void> {
  await withTransaction({}, (tx) =>
    emitAudit(tx, ctx, {
      accion: 'hecho.rechazar',
      entidad: 'hecho',
      idEntidad: hecho?.clave ?? '',
      despues: { code, orden: hecho?.orden ?? null },
    }),
  );
}

/** What the same devices had waiting for something that may have arrived by now. */
async function reintentar(ctx: Context, claves: readonly string[]): Promise<void> {
  const esperan = await sqlClient()<{ texto: string; mac: string; id_dispositivo_remitente: string | null }[]>`
    select h.texto, h.mac, h.id_dispositivo_remitente from hecho h
    where h.estado = 'RETENIDO' and h.code = any (${[...CODIGOS_QUE_ESPERAN]}::text[])
      and h.id_dispositivo in (select id_dispositivo from hecho where clave = any (${[...claves]}::uuid[]))
    order by h.id_dispositivo, h.orden limit 200`;
  for (const { texto, mac, id_dispositivo_remitente: remitente } of esperan)
    await recibir(ctx, { texto, mac }, remitente);
}
