import { type Area, destinosDe, pasoA } from '@/components/layout/navigation';
import { salirAction } from '@/lib/auth/actions';
import type { Context } from '@/lib/context';
import { listarSucursales } from '@/lib/sucursal/queries';

/** What both shells show of the signed-in person: the places their rights open, their branch, and the way out. */
export async function shellProps(ctx: Context, area: Area) {
  const { actor, idSucursal } = ctx;
  const sucursales = await listarSucursales(ctx);
  return {
    items: destinosDe(actor.permisos, area),
    paso: pasoA(actor.permisos, area === 'gestion' ? 'mostrador' : 'gestion'),
    usuario: { id: actor.idUsuario, nombre: actor.nombre, rol: actor.rol },
    sucursal: sucursales.find((s) => s.id === idSucursal)?.nombre ?? 'Sucursal',
    onSignOut: salirAction,
  };
}
