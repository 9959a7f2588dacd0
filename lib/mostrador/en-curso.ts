import type { Tx } from '@/db/transaction';
import type { Context, HechoEnCurso } from '@/lib/context';
import { publish } from '@/lib/realtime/publish';
import { HechoDescartadoError } from './errors';
import type { HechoLeido } from './hecho-escrito';
import type { HechoFirmado } from './leer-hecho';
import { DESFASE_RARO_MS, MARGEN_DE_PRECIOS_MS, type TipoDeIncidencia } from './rules';

/** What a fact left behind: the document it made, or none. */
export type Documento = { tipo: string; id: number };

/** A fact being posted: the context its verb runs in. */
export type Envio = HechoFirmado & {
  /** Who brings it, when, from where. */
  ctx: Context;
  idRemitente: string | null;
  /** When it happened: corrected and clamped. */
  fecha: Date;
  idSesion: number | null;
  /** Its session is one that was in the way of its own. */
  prestada: boolean;
  sinGaveta: boolean;
  /** Which document the verb's answer is. */
  documentoDe: (respuesta: unknown) => Documento | null;
  /** What did not fit, known before its verb runs. */
  antes: readonly Incidencia[];
};

/** Something that did not fit. */
export type Incidencia = { tipo: TipoDeIncidencia; frase: string };

/** The context of a fact's verb: its author acts, when it happened. What it tells is kept with the fact. */
export function contextoDelHecho(envio: Envio): Context & { hecho: HechoEnCurso } {
  const { hecho, concesion, ctx, fecha } = envio;
  let dichas: Incidencia[] = [];
  let esperaba = false;
  return {
    actor: concesion.autor,
    idSucursal: concesion.idSucursal,
    ahora: fecha,
    clave: hecho.clave,
    requestId: ctx.requestId,
    ip: ctx.ip,
    dispositivo: concesion.equipo,
    ...(ctx.onReplay && { onReplay: ctx.onReplay }),
    hecho: {
      folio: hecho.tipo === 'venta' ? hecho.folio : null,
      serie: concesion.serie,
      idSesion: envio.idSesion,
      recibidoEn: ctx.ahora,
      sinGaveta: envio.sinGaveta,
      preciosDesde: (tx) => preciosDesde(tx, hecho, fecha),
      incidencia: (tipo, frase) => dichas.push({ tipo: tipo as TipoDeIncidencia, frase }),
      empezar: async (tx) => {
        dichas = [...envio.antes];
        esperaba = await bloquear(tx, hecho);
      },
      terminar: (tx, respuesta) =>
        guardarHecho(tx, envio, { documento: envio.documentoDe(respuesta), incidencias: dichas, esperaba }),
    },
  };
}

/** What came before its corrected time was clamped by more than a while: its clock was wrong and nobody knew by how much. */
export function incidenciaDeReloj(hecho: HechoLeido, fecha: Date): Incidencia[] {
  const corregida = hecho.hecho_en.getTime() + hecho.desfase;
  if (Math.abs(corregida - fecha.getTime()) <= DESFASE_RARO_MS) return [];
  return [{ tipo: 'reloj', frase: 'El reloj del equipo no era el de la tienda: la hora del ticket es aproximada.' }];
}

/** One fact of a device at a time; one that was thrown away does not come back. Tells whether it was waiting. */
async function bloquear(tx: Tx, hecho: HechoLeido): Promise<boolean> {
  const [, conocido] = await Promise.all([
    tx.sql`select 1 from dispositivo where id = ${hecho.id_dispositivo}::uuid for no key update`,
    tx.sql<{ estado: string }[]>`select estado from hecho where clave = ${hecho.clave}::uuid`,
  ]);
  if (conocido[0]?.estado === 'DESCARTADO') throw new HechoDescartadoError();
  return conocido[0]?.estado === 'RETENIDO';
}

/** A price may be on the device since the catalogue that it had acknowledged when it sold; some minutes of grace. */
async function preciosDesde(tx: Tx, hecho: HechoLeido, fecha: Date): Promise<Date> {
  const [fila] = await tx.sql<{ corte: string | null }[]>`
    select max(corte) as corte from sincronia
    where id_dispositivo = ${hecho.id_dispositivo}::uuid and acusada_en <= ${fecha.toISOString()}::timestamptz`;
  const corte = fila?.corte ? Math.min(new Date(fila.corte).getTime(), fecha.getTime()) : fecha.getTime();
  return new Date(corte - MARGEN_DE_PRECIOS_MS);
}

/** The fact, what did not fit of it, and how far its device is, in one statement each. */
export async function guardarHecho(
  tx: Tx,
  envio: Envio,
  fin: {
    documento: Documento | null;
    incidencias: readonly Incidencia[];
    /** Why it waits. */
    retenido?: { code: string; frase: string };
    /** It was waiting, and enters. */
    esperaba?: boolean;
  },
): Promise<void> {
  const { hecho, concesion, ctx } = envio;
  const recibido = ctx.ahora.toISOString();
  const estado = fin.retenido ? 'RETENIDO' : 'ASENTADO';
  const numero = hecho.tipo === 'venta' && hecho.folio.serie === concesion.serie ? hecho.folio.numero : 0;
  if (fin.incidencias.length > 0) publish(tx, { tema: 'incidencia', idSucursal: concesion.idSucursal });
  await Promise.all([
    tx.sql`
      insert into hecho (clave, id_dispositivo, orden, tipo, id_concesion, id_usuario, id_sucursal, id_remitente,
        id_dispositivo_remitente, hecho_en, desfase_ms, fecha, recibido_en, texto, mac, estado, code, frase, tipo_documento,
        id_documento)
      values (${hecho.clave}::uuid, ${hecho.id_dispositivo}::uuid, ${hecho.orden}, ${hecho.tipo}, ${concesion.id}::uuid,
        ${concesion.autor.idUsuario}, ${concesion.idSucursal}, ${ctx.actor.idUsuario}, ${envio.idRemitente}::uuid,
        ${hecho.hecho_en.toISOString()}::timestamptz, ${hecho.desfase}, ${envio.fecha.toISOString()}::timestamptz,
        ${recibido}::timestamptz, ${envio.texto}, ${envio.mac}, ${estado}, ${fin.retenido?.code ?? null},
        ${fin.retenido?.frase ?? null}, ${fin.documento?.tipo ?? null}, ${fin.documento?.id ?? null})
      on conflict (clave) do update set estado = excluded.estado, code = excluded.code, frase = excluded.frase,
        fecha = least(excluded.fecha, hecho.recibido_en), tipo_documento = excluded.tipo_documento, id_documento = excluded.id_documento
      where hecho.estado = 'RETENIDO'`,
    fin.incidencias.length > 0 &&
      tx.sql`
        insert into incidencia (id_sucursal, tipo, frase, detalle, clave_hecho, creada_en)
        select ${concesion.idSucursal}::int, x.tipo, x.frase, '[]'::jsonb, ${hecho.clave}::uuid, ${recibido}::timestamptz
        from jsonb_to_recordset(${JSON.stringify(fin.incidencias)}::text::jsonb) as x(tipo text, frase text)
        where ${!fin.retenido} or not exists (select 1 from incidencia i
          where i.clave_hecho = ${hecho.clave}::uuid and i.tipo = x.tipo and i.estado = 'ABIERTA')`,
    fin.esperaba &&
      tx.sql`
        update incidencia set estado = 'RESUELTA', resuelta_en = ${recibido}::timestamptz, motivo = 'Entró al llegar lo que esperaba'
        where clave_hecho = ${hecho.clave}::uuid and tipo = 'retenido' and estado = 'ABIERTA'`,
    tx.sql`
      update dispositivo set ultimo_orden = greatest(ultimo_orden, ${hecho.orden}::int),
        ultimo_numero = greatest(ultimo_numero, ${numero}::int)
      where id = ${hecho.id_dispositivo}::uuid`,
  ]);
}
