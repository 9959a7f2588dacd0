import type { Tx } from '@/db/transaction';
import type { Exceso } from '@/lib/aprobacion/schemas';
import { autorizar, conAprobacion } from '@/lib/aprobacion/steps';
import { lockArchivo, usarArchivo } from '@/lib/archivo/usar';
import { emitAudit } from '@/lib/audit';
import { requirePermiso } from '@/lib/auth/permisos';
import { alcanza, fraseDeLimite } from '@/lib/auth/topes';
import { excesoDeEgreso, lockSesionAbierta, type SesionAbierta } from '@/lib/caja/steps';
import type { Context } from '@/lib/context';
import { asentar } from '@/lib/libro/asentar';
import { cuentaDe, cuentaGaveta } from '@/lib/libro/cuentas';
import { SaldoInsuficienteError } from '@/lib/libro/errors';
import { formatBs } from '@/lib/money';
import { writeOnce } from '@/lib/operacion/write-once';
import { publish } from '@/lib/realtime/publish';
import { CajaFuerteSinDineroError, TraspasoImposibleError } from './errors';
import { selectTraspasos } from './read';
import { fraseTraspaso, type Lugar, mueveGaveta } from './rules';
import { TraspasarInput, type Traspaso, type TraspasoDto } from './schemas';

/**
 * Cash changes place and stays the shop's: drawer, safe, bank. Never an income nor an expense. Between safe and bank no
 * session takes part. What leaves the safe, and what a drawer gives to the bank, is within the actor's caps or takes an
 * approval; what a drawer gives to the safe is always welcome. Once per `ctx.clave`.
 * Throws PermisoError, TraspasoImposibleError, SesionNoEncontradaError, SesionAjenaError, SesionCerradaError,
 * SesionContandoError, RequiereAprobacionError, ArchivoNoDisponibleError and, when the place does not hold that much,
 * SaldoInsuficienteError or CajaFuerteSinDineroError, which state no figure.
 */
export async function traspasar(ctx: Context, raw: unknown): Promise<TraspasoDto> {
  requirePermiso(ctx, 'caja:mover');
  const input = TraspasarInput.parse(raw);
  requirePosible(input);
  if (!mueveGaveta(input)) requirePermiso(ctx, 'caja:fuerte');
  return conAprobacion(ctx, () =>
    writeOnce(
      ctx,
      { verbo: 'caja.traspaso', input },
      {
        work: async (tx) => {
          const sesion =
            input.idSesionCaja === null ? null : await lockSesionAbierta(tx, ctx, input.idSesionCaja, 'traspaso');
          const en = { ...ctx, idSucursal: sesion?.idSucursal ?? ctx.idSucursal };
          if (input.idArchivo) await lockArchivo(tx, ctx, input.idArchivo);
          const id = await insertTraspaso(tx, en, input);
          if (input.idArchivo) await usarArchivo(tx, ctx, input.idArchivo, { tipo: 'traspaso_caja', id });
          await asentarTraspaso(tx, en, sesion, { id, ...input });
          await autorizar(tx, en, () => describir(input, sesion), excesosDe(en, sesion, input), {
            tipo: 'traspaso_caja',
            id,
          });
          const [traspaso] = await selectTraspasos(tx.sql, tx.sql`t.id = ${id}`);
          if (!traspaso) throw new Error(`traspaso_caja ${id}: not found after its insert`);
          await emitAudit(tx, en, {
            accion: 'caja.traspaso',
            entidad: 'traspaso_caja',
            idEntidad: id,
            despues: traspaso,
          });
          publish(tx, { tema: 'caja', idSucursal: en.idSucursal, ids: sesion ? [sesion.idCaja] : [] });
          return { respuesta: traspaso };
        },
      },
    ),
  );
}

function requirePosible(t: Traspaso): void {
  if (t.origen === t.destino) throw new TraspasoImposibleError('El dinero debe ir a otro lugar.', 'destino');
  if (mueveGaveta(t) && t.idSesionCaja === null) {
    throw new TraspasoImposibleError('Falta decir de qué caja abierta es la gaveta.', 'id_sesion_caja');
  }
  if (!mueveGaveta(t) && t.idSesionCaja !== null) {
    throw new TraspasoImposibleError('Entre la caja fuerte y el banco no interviene ninguna caja.', 'id_sesion_caja');
  }
}

/** What of it the actor may not do alone. */
function excesosDe(ctx: Context, sesion: SesionAbierta | null, t: Traspaso): Exceso[] {
  if (t.origen === 'GAVETA' && sesion) return t.destino === 'BANCO' ? excesoDeEgreso(ctx, sesion, t.monto) : [];
  if (t.origen !== 'CAJA_FUERTE' || alcanza(ctx, 'caja:fuerte', t.monto)) return [];
  const frase = `Sacar ${formatBs(t.monto)} de la caja fuerte; ${fraseDeLimite(ctx, 'caja:fuerte')}`;
  return [{ permiso: 'caja:fuerte', cuanto: t.monto, monto: t.monto, frase }];
}

function describir(t: Traspaso, sesion: SesionAbierta | null) {
  return {
    verbo: 'caja.traspaso',
    input: t,
    resumen: `traspaso de ${formatBs(t.monto)} ${fraseTraspaso(t.origen, t.destino)}`,
    detalle: [
      ...(sesion ? [{ etiqueta: 'Caja', valor: sesion.caja }] : []),
      ...(t.nota ? [{ etiqueta: 'Nota', valor: t.nota }] : []),
    ],
  };
}

async function insertTraspaso(tx: Tx, ctx: Context, t: Traspaso): Promise<number> {
  const ahora = ctx.ahora.toISOString();
  const [fila] = await tx.sql<{ id: number }[]>`
    insert into traspaso_caja (id_sucursal, origen, destino, monto, nota, fecha, id_sesion_caja, id_archivo, id_user_create,
      created_at, updated_at)
    values (${ctx.idSucursal}, ${t.origen}, ${t.destino}, ${t.monto}, ${t.nota}, ${ahora}::timestamptz, ${t.idSesionCaja},
      ${t.idArchivo ?? null}, ${ctx.actor.idUsuario}, ${ahora}::timestamptz, ${ahora}::timestamptz)
    returning id`;
  if (!fila) throw new Error('traspaso_caja: the insert gave no id');
  return fila.id;
}

async function asentarTraspaso(
  tx: Tx,
  ctx: Context,
  sesion: SesionAbierta | null,
  t: Traspaso & { id: number },
): Promise<void> {
  const cuenta = (lugar: Lugar): string => {
    if (lugar === 'GAVETA') return cuentaGaveta(sesion?.idCaja ?? 0);
    return cuentaDe(lugar === 'BANCO' ? 'banco' : 'caja_fuerte', ctx.idSucursal);
  };
  try {
    await asentar(tx, ctx, {
      tipoDocumento: 'traspaso_caja',
      idDocumento: t.id,
      idSucursal: ctx.idSucursal,
      idSesionCaja: sesion?.id ?? null,
      bolsillo: 'fondo',
      glosa: `Traspaso ${fraseTraspaso(t.origen, t.destino)}${t.nota ? `: ${t.nota}` : ''}`,
      partidas: [
        { cuenta: cuenta(t.destino), importe: t.monto },
        { cuenta: cuenta(t.origen), importe: -t.monto },
      ],
    });
  } catch (error) {
    if (error instanceof SaldoInsuficienteError && t.origen === 'CAJA_FUERTE') throw new CajaFuerteSinDineroError();
    throw error;
  }
}
