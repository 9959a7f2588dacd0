import { sqlClient } from '@/db';
import { aprobar } from '@/lib/aprobacion/aprobar';
import { systemContext } from '@/lib/auth/system-context';
import { anotarPendiente } from '@/lib/caja/anotar';
import { cerrarCaja } from '@/lib/caja/cerrar';
import { cierreDeSesion, cuentasExternas } from '@/lib/caja/queries-cierre';
import { recontarCaja } from '@/lib/caja/recontar';
import { claveDenominacion } from '@/lib/caja/rules';
import type { Context } from '@/lib/context';
import { desglosar, jsonDeCentavos } from '@/lib/money';
import { resolverTarea } from '@/lib/tarea/resolver';
import { tareasDeSesion } from '@/lib/tarea/steps';
import type { Hecho, HechoDeCierre } from './actos';
import { juntar } from './especiales';
import type { Mundo } from './mundo';

/** Does what closes a session, or what is done about a close. `id` is that session. */
export async function actuarAlCierre(mundo: Mundo, ctx: Context, id: number, hecho: HechoDeCierre): Promise<void> {
  switch (hecho.tipo) {
    case 'cerrar':
      await cerrarCaja(ctx, await conteo(ctx, id, hecho));
      return;
    case 'recontar':
      await recontarCaja(ctx, { id, monto: jsonDeCentavos(hecho.recuento), motivo: hecho.motivo });
      return;
    case 'anotar':
      await anotarPendiente(ctx, { id, detalle: hecho.detalle });
      return;
    case 'revisar': {
      const { revision } = await cierreDeSesion(ctx, { id });
      if (revision?.estado !== 'PENDIENTE') return;
      const dueno = systemContext({ ahora: ctx.ahora, idSucursal: ctx.idSucursal, actor: mundo.actores.propietario });
      await aprobar(dueno, { id: revision.id, respuesta: hecho.respuesta });
      return;
    }
    case 'resolver': {
      // A load that was cut short and taken up finds it resolved already.
      const pendiente = (await tareasDeSesion(sqlClient(), id)).find((t) => t.estado === 'PENDIENTE');
      if (pendiente) await resolverTarea(ctx, { id: pendiente.id, resolucion: hecho.resolucion });
    }
  }
}

async function conteo(ctx: Context, id: number, hecho: Extract<Hecho, { tipo: 'cerrar' }>): Promise<object> {
  const piezas = juntar(hecho.piezas ?? desglosar(hecho.recuento));
  const banco = hecho.app === undefined ? null : (await cuentasExternas(ctx, { id })).find((c) => c.clase === 'banco');
  return {
    id,
    monto_final_real: jsonDeCentavos(hecho.recuento),
    denominaciones: Object.fromEntries(piezas.map((p) => [claveDenominacion(p.valor), p.piezas])),
    ...(banco && { saldos_externos: [{ id_cuenta: banco.id_cuenta, saldo: jsonDeCentavos(hecho.app ?? 0) }] }),
  };
}
