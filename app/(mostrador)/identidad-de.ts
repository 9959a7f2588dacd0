import type { SesionCajaDto } from '@/lib/caja/schemas-respuestas';
import type { Context } from '@/lib/context';
import { piezasAlAbrir } from '@/lib/mostrador/queries';
import type { Identidad } from '@/lib/offline/meta';
import { listarSucursales } from '@/lib/sucursal/queries';

/** What the device keeps of who works at it and where, so that the counter opens there without the server. */
export async function identidadDe(ctx: Context, sesion: SesionCajaDto | null): Promise<Identidad> {
  const { actor } = ctx;
  const id = sesion?.caja.id_sucursal ?? ctx.idSucursal;
  const sucursal = (await listarSucursales(ctx)).find((s) => s.id === id);
  return {
    usuario: { id: actor.idUsuario, nombre: actor.nombre, rol: actor.rol },
    sucursal: {
      id,
      nombre: sucursal?.nombre ?? sesion?.caja.sucursal ?? 'Sucursal',
      direccion: sucursal?.direccion ?? null,
      telefono: sucursal?.telefono ?? null,
      redondea: sucursal?.redondeo_efectivo ?? true,
      textos: {
        texto_encabezado: sucursal?.texto_encabezado ?? null,
        texto_pie: sucursal?.texto_pie ?? null,
        dias_devolucion: sucursal?.dias_devolucion ?? 0,
      },
      balanza: sucursal?.formatos_balanza ?? [],
    },
    permisos: [...actor.permisos],
    topes: { ...actor.topes },
    sesion: sesion && {
      id: sesion.id,
      apertura: null,
      idResponsable: sesion.id_usuario,
      fechaApertura: sesion.fecha_apertura,
      caja: {
        id: sesion.caja.id,
        nombre: sesion.caja.nombre,
        especialidad: sesion.caja.especialidad,
        idSucursal: sesion.caja.id_sucursal,
      },
      piezas: await piezasAlAbrir(ctx, sesion.id),
      cierre: null,
    },
  };
}
