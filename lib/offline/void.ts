import { newUuid } from '@/lib/uuid';
import type { VentaDto } from '@/lib/venta/schemas';
import type { OfflineDatabase } from './database';
import { guardarHecho } from './facts';
import { readMeta, type SesionLocal } from './meta';
import type { Envio } from './types';

/** The ticket cannot be voided at this device: it is of another session or device, or its person may not. */
export class NoSeAnulaAquiError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'NoSeAnulaAquiError';
  }
}

/**
 * Voids a ticket that this device sold in the session that is open, without waiting for the server: a fact that follows the
 * sale. Its goods are here again and its paper says so at once. Once per ticket. Durable when it resolves. Throws
 * NoSeAnulaAquiError, SinConcesionError, and what the store throws.
 */
export async function anularAqui(db: OfflineDatabase, clave: string, motivo: string): Promise<VentaDto> {
  return db.transaction('rw', db.salida, db.meta, async () => {
    const [venta, identidad] = await Promise.all([
      db.salida.where('clave').equals(clave).first(),
      readMeta(db, 'identidad'),
    ]);
    const sesion = identidad?.sesion;
    if (!venta?.venta) throw new NoSeAnulaAquiError('Ese ticket no se hizo en este equipo: hace falta el servidor.');
    if (venta.venta.estado_venta === 'ANULADA') return venta.venta;
    if (!identidad?.permisos.includes('venta:anular')) throw new NoSeAnulaAquiError('Su rol no puede anular ventas.');
    if (!sesion || sesion.cierre || !esDe(venta, sesion))
      throw new NoSeAnulaAquiError('Sin conexión solo se anulan los tickets de la caja abierta.');
    await guardarHecho(db, {
      clave: newUuid(),
      tipo: 'anulacion',
      idUsuario: identidad.usuario.id,
      sesion,
      cuerpo: { venta: clave, motivo_edicion: motivo },
      salidas: venta.salidas.map(({ idProducto, cantidad }) => ({ idProducto, cantidad: -cantidad })),
    });
    const anulada: VentaDto = { ...venta.venta, estado_venta: 'ANULADA', motivo_edicion: motivo };
    await db.salida.update(venta.id ?? 0, { venta: anulada });
    return anulada;
  });
}

/** Whether a sale was signed in a session: one opened here has had two names. */
function esDe({ texto }: Envio, { id, apertura }: SesionLocal): boolean {
  const { sesion } = JSON.parse(texto) as { sesion?: { id?: number; apertura?: string } };
  return (id !== null && sesion?.id === id) || (apertura !== null && sesion?.apertura === apertura);
}
