import { sqlClient } from '@/db';
import { withTransaction } from '@/db/transaction';
import { lockSesionAbierta } from '@/lib/caja/steps';
import type { Context } from '@/lib/context';
import { asentar, type Bolsillo, type Partida } from '@/lib/libro/asentar';
import { cuentaDe, cuentaGaveta } from '@/lib/libro/cuentas';

/** Documents of rooms that do not exist yet, with the postings of the table: agents, recargas, fiado. Centavos. */

/** A float whose own app shows its balance, funded from capital. Its id and code. */
export async function nuevoFloat(
  ctx: Context,
  f: { nombre: string; clase: 'agente' | 'operadora'; saldo: number },
): Promise<{ id: number; codigo: string }> {
  const { idSucursal } = ctx;
  const codigo = `${f.clase}.${f.nombre}.S${idSucursal}`;
  const [cuenta] = await sqlClient()<{ id: number }[]>`
    insert into cuenta (codigo, nombre, tipo, id_sucursal, saldo, saldo_minimo, externa)
    values (${codigo}, ${f.nombre}, 'activo', ${idSucursal}, 0, 0, ${f.clase}) returning id`;
  await withTransaction(ctx, (tx) =>
    asentar(tx, ctx, {
      tipoDocumento: 'fondeo_agente',
      idDocumento: 1,
      idSucursal,
      idSesionCaja: null,
      bolsillo: f.clase === 'agente' ? 'agente' : 'recargas',
      glosa: `Fondeo de ${f.nombre}`,
      partidas: [
        { cuenta: codigo, importe: f.saldo },
        { cuenta: cuentaDe('capital', idSucursal), importe: -f.saldo },
      ],
    }),
  );
  return { id: cuenta?.id ?? 0, codigo };
}

type Documento = { tipo: string; bolsillo: Bolsillo; glosa: string; partidas: (gaveta: string) => readonly Partida[] };

/** Posts a document in the session, as its room will. */
export async function documento(ctx: Context, idSesion: number, d: Documento): Promise<number> {
  return withTransaction(ctx, async (tx) => {
    const sesion = await lockSesionAbierta(tx, ctx, idSesion, null);
    return asentar(tx, ctx, {
      tipoDocumento: d.tipo,
      idDocumento: 1,
      idSucursal: sesion.idSucursal,
      idSesionCaja: idSesion,
      bolsillo: d.bolsillo,
      glosa: d.glosa,
      partidas: d.partidas(cuentaGaveta(sesion.idCaja)),
    });
  });
}

const comisiones = (idSucursal: number) => cuentaDe('ingresos_varios', idSucursal);

/** Cash in: drawer (amount and commission), float and commissions. */
export function deposito(ctx: Context, idSesion: number, banco: string, monto: number, comision = 0) {
  return documento(ctx, idSesion, {
    tipo: 'deposito_agente',
    bolsillo: 'agente',
    glosa: 'Depósito de agente',
    partidas: (gaveta) => [
      { cuenta: gaveta, importe: monto + comision },
      { cuenta: banco, importe: -monto },
      { cuenta: comisiones(ctx.idSucursal), importe: -comision },
    ],
  });
}

/** Cash out: float, drawer and commissions. */
export function retiro(ctx: Context, idSesion: number, banco: string, monto: number, comision = 0) {
  return documento(ctx, idSesion, {
    tipo: 'retiro_agente',
    bolsillo: 'agente',
    glosa: 'Retiro de agente',
    partidas: (gaveta) => [
      { cuenta: banco, importe: monto },
      { cuenta: gaveta, importe: comision - monto },
      { cuenta: comisiones(ctx.idSucursal), importe: -comision },
    ],
  });
}

/** A top-up sold: drawer and the operator's float. */
export function recarga(ctx: Context, idSesion: number, operadora: string, monto: number) {
  return documento(ctx, idSesion, {
    tipo: 'recarga_cliente',
    bolsillo: 'recargas',
    glosa: 'Recarga a cliente',
    partidas: (gaveta) => [
      { cuenta: gaveta, importe: monto },
      { cuenta: operadora, importe: -monto },
    ],
  });
}

/** A customer pays what they owe. */
export function pagoDeFiado(ctx: Context, idSesion: number, monto: number) {
  return documento(ctx, idSesion, {
    tipo: 'pago_fiado',
    bolsillo: 'fiado',
    glosa: 'Pago de fiado',
    partidas: (gaveta) => [
      { cuenta: gaveta, importe: monto },
      { cuenta: cuentaDe('ventas', ctx.idSucursal), importe: -monto },
    ],
  });
}
