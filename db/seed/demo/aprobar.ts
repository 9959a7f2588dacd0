import { aprobar } from '@/lib/aprobacion/aprobar';
import { RequiereAprobacionError } from '@/lib/aprobacion/errors';
import { pedirAprobacion } from '@/lib/aprobacion/pedir';
import { systemContext } from '@/lib/auth/system-context';
import type { Context } from '@/lib/context';
import type { Mundo } from './mundo';

const MOTIVOS = [
  'Cliente de siempre',
  'La caja del producto está golpeada',
  'Se llevó varios',
  'Se lo prometió el dueño',
];
const RESPUESTAS = ['Está bien', 'Por esta vez', 'Conocido', 'Dale'];

/**
 * Does an act that may be beyond its person: when it is refused for that, they ask for it, the owner lets it and it is done
 * again, as at a counter.
 */
export async function conPermisoDelDueno(
  mundo: Mundo,
  ctx: Context,
  act: (ctx: Context) => Promise<unknown>,
): Promise<void> {
  try {
    await act(ctx);
  } catch (error) {
    if (!(error instanceof RequiereAprobacionError) || !error.detalle) throw error;
    const { id_aprobacion: id } = error.detalle;
    const despues = (segundos: number) => new Date(ctx.ahora.getTime() + segundos * 1000);
    const sinClave = { ...ctx, clave: null };
    await pedirAprobacion({ ...sinClave, ahora: despues(20) }, { id, motivo: MOTIVOS[id % MOTIVOS.length] });
    const { idSucursal } = ctx;
    const dueno = systemContext({ ahora: despues(75), idSucursal, actor: mundo.actores.propietario });
    await aprobar(dueno, { id, respuesta: RESPUESTAS[id % RESPUESTAS.length] });
    await act({ ...ctx, ahora: despues(90) });
  }
}
