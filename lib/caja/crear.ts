import type { Tx } from '@/db/transaction';
import { emitAudit } from '@/lib/audit';
import { requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { asentar } from '@/lib/libro/asentar';
import { abrirCuentaGaveta, cuentaDe, cuentaGaveta } from '@/lib/libro/cuentas';
import { writeOnce } from '@/lib/operacion/write-once';
import { NombreDeCajaRepetidoError } from './errors';
import { asignarPersonas } from './personas';
import { selectCajas } from './read';
import { type AjustesDeCaja, CrearCajaInput } from './schemas';
import type { CajaDto } from './schemas-respuestas';

/**
 * Creates a caja in the request's branch with its cash account and its ticket series. Cash that is already in the drawer
 * enters against capital, outside any session. Once per `ctx.clave`. Throws PermisoError, NombreDeCajaRepetidoError, PersonaNoAsignableError.
 */
export async function crearCaja(ctx: Context, raw: unknown): Promise<CajaDto> {
  requirePermiso(ctx, 'caja:administrar');
  const input = CrearCajaInput.parse(raw);
  return writeOnce(
    ctx,
    { verbo: 'caja.crear', input },
    {
      work: async (tx) => {
        const id = await insertCaja(tx, ctx, input);
        if (input.personas) await asignarPersonas(tx, { id, idSucursal: ctx.idSucursal }, input.personas);
        await abrirCuentaGaveta(tx, { id, nombre: input.nombre, idSucursal: ctx.idSucursal });
        await tx.sql`insert into serie_ticket (serie, id_caja) values (${`C${id}`}, ${id})`;
        if (input.saldo > 0) await asentarSaldoInicial(tx, ctx, id, input);
        const [caja] = await selectCajas(tx.sql, ctx, tx.sql`c.id = ${id}`);
        if (!caja) throw new Error(`caja ${id}: not found after its insert`);
        await emitAudit(tx, ctx, { accion: 'caja.crear', entidad: 'caja', idEntidad: id, despues: caja });
        return { respuesta: caja };
      },
    },
  );
}

type NuevaCaja = { nombre: string; especialidad: string; saldo: number } & AjustesDeCaja;

async function insertCaja(tx: Tx, ctx: Context, { nombre, especialidad, ...ajustes }: NuevaCaja): Promise<number> {
  const ahora = ctx.ahora.toISOString();
  const [fila] = await tx.sql<{ id: number }[]>`
    insert into caja (nombre, especialidad, id_sucursal, egreso_maximo, diferencia_maxima, denominaciones, id_user_create,
      created_at, updated_at)
    values (${nombre}, ${especialidad}, ${ctx.idSucursal}, ${ajustes.egresoMaximo ?? null}, ${ajustes.diferenciaMaxima ?? null},
      ${ajustes.denominaciones ?? null}::int[], ${ctx.actor.idUsuario}, ${ahora}::timestamptz, ${ahora}::timestamptz)
    on conflict do nothing returning id`;
  if (!fila) throw new NombreDeCajaRepetidoError(nombre);
  return fila.id;
}

async function asentarSaldoInicial(tx: Tx, ctx: Context, id: number, { nombre, saldo }: NuevaCaja): Promise<void> {
  await asentar(tx, ctx, {
    tipoDocumento: 'saldo_inicial_caja',
    idDocumento: id,
    idSucursal: ctx.idSucursal,
    idSesionCaja: null,
    bolsillo: 'fondo',
    glosa: `Saldo inicial de ${nombre}`,
    partidas: [
      { cuenta: cuentaGaveta(id), importe: saldo },
      { cuenta: cuentaDe('capital', ctx.idSucursal), importe: -saldo },
    ],
  });
}
