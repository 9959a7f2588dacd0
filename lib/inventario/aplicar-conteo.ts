import type { z } from 'zod';
import type { Tx } from '@/db/transaction';
import { conAprobacion } from '@/lib/aprobacion/steps';
import { emitAudit } from '@/lib/audit';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { partidasDeDiferencias } from '@/lib/kardex/documento';
import { lockExistencias, moverStock } from '@/lib/kardex/mover-stock';
import { type Existencia, NADA } from '@/lib/kardex/rules';
import { asentar } from '@/lib/libro/asentar';
import { writeOnce } from '@/lib/operacion/write-once';
import { valorDelAjuste } from '@/lib/producto/steps';
import { publish } from '@/lib/realtime/publish';
import { autorizarDiferencias } from './autorizar-diferencias';
import { ConteoDesactualizadoError, ConteoVacioError } from './errors';
import { type ConteoBloqueado, lockConteo } from './lock-conteo';
import { ajustadaDespues, leerConteoEn } from './read-conteo';
import type { NoContados } from './rules';
import { AplicarConteoInput } from './schemas';
import type { ConteoDetalleDto } from './schemas-respuestas';

type Linea = {
  idProducto: number;
  nombre: string;
  costoCompra: number;
  contada: number;
  habia: number;
  valorHabia: number;
};

/** What a line adjusts: the difference that was found, applied to what there is now. */
type Ajuste = Linea & { cantidad: number; valor: number };

/**
 * Ends a count: for each product the difference found when it was counted is applied to what there is now, so that what was
 * sold meanwhile stays sold. `CERO` also takes away what nobody counted. All in one entry against *diferencia de
 * inventario*; what is worth more than the actor's cap needs an approval. Throws PermisoError, RequiereAprobacionError,
 * ConteoNoEncontradoError, ConteoCerradoError, ConteoVacioError, ConteoDesactualizadoError.
 */
export async function aplicarConteo(
  ctx: Context,
  raw: z.input<typeof AplicarConteoInput> | unknown,
): Promise<ConteoDetalleDto> {
  requirePermiso(ctx, 'producto:ajustar');
  const input = AplicarConteoInput.parse(raw);
  return conAprobacion(ctx, () =>
    writeOnce(
      ctx,
      { verbo: 'conteo.aplicar', input },
      {
        work: async (tx) => {
          const conteo = await lockConteo(tx, ctx, input.id, 'cerrar');
          const contadas = await leerContadas(tx, conteo);
          if (contadas.length === 0) throw new ConteoVacioError();
          const sinContar = input.noContados === 'CERO' ? await leerSinContar(tx, conteo) : [];
          const ids = [...contadas, ...sinContar].map((l) => l.idProducto);
          const existencias = await lockExistencias(tx, conteo.idSucursal, ids);
          await exigirVigentes(tx, conteo);
          const lineas = [...contadas, ...sinContar.flatMap((p) => enCero(p, existencias))];
          const ajustes = ajustesDe(lineas, existencias);
          // What the count itself found, which no sale of the meantime changes: the approval is of this.
          const halladas = lineas.flatMap((l) => diferenciaHallada(l));
          const motivo = `Conteo C-${conteo.numero}`;
          const acto = { verbo: 'conteo.aplicar', input, que: `conteo C-${conteo.numero}`, motivo };
          await autorizarDiferencias(tx, ctx, acto, halladas, { tipo: 'conteo', id: conteo.id });
          const valor = await asentarConteo(tx, ctx, conteo, input.noContados, ajustes);
          await emitAudit(tx, ctx, {
            accion: 'conteo.aplicar',
            entidad: 'conteo',
            idEntidad: conteo.id,
            despues: { productos: lineas.length, ajustados: ajustes.filter((a) => a.cantidad !== 0).length, valor },
          });
          publish(tx, { tema: 'producto', idSucursal: conteo.idSucursal });
          publish(tx, { tema: 'inventario', idSucursal: conteo.idSucursal });
          return { respuesta: await leerConteoEn(tx.sql, ctx, conteo.id) };
        },
      },
    ),
  );
}

async function leerContadas(tx: Tx, conteo: ConteoBloqueado): Promise<Linea[]> {
  return tx.sql<Linea[]>`
    select l.id_producto as "idProducto", p.nombre, p.costo_compra as "costoCompra", l.contada, l.habia,
      l.valor_habia as "valorHabia"
    from conteo_linea l join producto p on p.id = l.id_producto where l.id_conteo = ${conteo.id} order by l.id_producto`;
}

/** Throws ConteoDesactualizadoError when something counted was adjusted since: its difference was taken already. */
async function exigirVigentes(tx: Tx, conteo: ConteoBloqueado): Promise<void> {
  const corregidas = await tx.sql<{ nombre: string }[]>`
    select p.nombre from conteo_linea l join producto p on p.id = l.id_producto
    where l.id_conteo = ${conteo.id} and ${ajustadaDespues(tx.sql, tx.sql`${conteo.idSucursal}::int`)} order by p.nombre`;
  if (corregidas.length > 0) {
    throw new ConteoDesactualizadoError(
      corregidas.map((c) => c.nombre),
      'se ajustó después de contarlo',
    );
  }
}

type SinContar = Pick<Linea, 'idProducto' | 'nombre' | 'costoCompra'>;

/** What the count covers, has stock, and nobody counted. A free count covers only what was counted. */
async function leerSinContar(tx: Tx, conteo: ConteoBloqueado): Promise<SinContar[]> {
  if (conteo.alcance === 'LIBRE') return [];
  return tx.sql<SinContar[]>`
    with recursive rama as (
      select id from categoria where id = ${conteo.idCategoria} union all
      select c.id from categoria c join rama r on c.id_padre = r.id
    )
    select p.id as "idProducto", p.nombre, p.costo_compra as "costoCompra"
    from existencia e join producto p on p.id = e.id_producto
    where e.id_sucursal = ${conteo.idSucursal} and e.cantidad > 0
      and (${conteo.idCategoria}::int is null or p.id_categoria in (select id from rama))
      and not exists (select 1 from conteo_linea l where l.id_conteo = ${conteo.id} and l.id_producto = p.id)
    order by p.id`;
}

/** What nobody counted, as counted zero now that its stock is locked. */
function enCero(p: SinContar, existencias: ReadonlyMap<number, Existencia>): Linea[] {
  const hay = existencias.get(p.idProducto) ?? NADA;
  return hay.cantidad === 0 ? [] : [{ ...p, contada: 0, habia: hay.cantidad, valorHabia: hay.valor }];
}

function diferenciaHallada(l: Linea): { nombre: string; cantidad: number; valor: number }[] {
  const cantidad = l.contada - l.habia;
  if (cantidad === 0) return [];
  const valor = valorDelAjuste({ cantidad: l.habia, valor: l.valorHabia }, cantidad, l.costoCompra);
  return [{ nombre: l.nombre, cantidad, valor }];
}

/** Throws ConteoDesactualizadoError when so much left since a product was counted that the difference does not fit. */
function ajustesDe(lineas: readonly Linea[], existencias: ReadonlyMap<number, Existencia>): Ajuste[] {
  const sinCaber: string[] = [];
  const ajustes = lineas.map((l) => {
    const hay = existencias.get(l.idProducto) ?? NADA;
    const cantidad = l.contada - l.habia;
    const cabe = hay.cantidad + cantidad >= 0;
    if (!cabe) sinCaber.push(l.nombre);
    return { ...l, cantidad, valor: cantidad === 0 || !cabe ? 0 : valorDelAjuste(hay, cantidad, l.costoCompra) };
  });
  if (sinCaber.length > 0) throw new ConteoDesactualizadoError(sinCaber, 'salió más de lo contado');
  return ajustes;
}

async function asentarConteo(
  tx: Tx,
  ctx: Context,
  conteo: ConteoBloqueado,
  noContados: NoContados,
  ajustes: readonly Ajuste[],
): Promise<number> {
  const documento = { tipoDocumento: 'conteo', idDocumento: conteo.id, idSucursal: conteo.idSucursal };
  const valor = ajustes.reduce((suma, a) => suma + a.valor, 0);
  const partidas = partidasDeDiferencias(conteo.idSucursal, ajustes);
  const idAsiento =
    partidas.length === 0
      ? null
      : await asentar(tx, ctx, {
          ...documento,
          idSesionCaja: null,
          bolsillo: 'mercaderia',
          glosa: `Conteo C-${conteo.numero}`,
          partidas,
        });
  const ahora = ctx.ahora.toISOString();
  await tx.sql`
    insert into conteo_linea as l (id_conteo, id_producto, contada, habia, valor_habia, contada_en, contada_por, ajuste,
      valor_ajuste)
    select ${conteo.id}::int, x."idProducto", x.contada, x.habia, x."valorHabia", ${ahora}::timestamptz,
      ${ctx.actor.idUsuario}::int, x.cantidad, x.valor
    from jsonb_to_recordset(${JSON.stringify(ajustes)}::text::jsonb) as x("idProducto" int, contada bigint, habia bigint,
      "valorHabia" bigint, cantidad bigint, valor bigint)
    on conflict (id_conteo, id_producto) do update set ajuste = excluded.ajuste, valor_ajuste = excluded.valor_ajuste`;
  await tx.sql`
    update conteo set estado = 'APLICADO', no_contados = ${noContados}, cerrado_en = ${ahora}::timestamptz,
      cerrado_por = ${ctx.actor.idUsuario}, valor = ${valor}, id_asiento = ${idAsiento} where id = ${conteo.id}`;
  await moverStock(tx, ctx, { ...documento, tipo: 'AJUSTE', idAsiento, filas: ajustes });
  return valor;
}
