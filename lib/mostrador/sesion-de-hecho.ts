import { sqlClient } from '@/db';
import { TtlCache } from '@/lib/auth/ttl-cache';
import { processWide } from '@/lib/process-wide';
import { HechoRechazadoError, HechoRetenidoError } from './errors';
import type { HechoLeido } from './hecho-escrito';

/** The session of a fact, as far as it never changes. */
export type SesionDeHecho = {
  id: number;
  idCaja: number;
  idSucursal: number;
  abiertaEn: Date;
  /** It is not the one that its device opened: there was another in the way (`apertura_en_conflicto`). */
  prestada: boolean;
};

const sesiones = () => processWide('sesiones de hechos', () => new TtlCache<SesionDeHecho>(2_000, 60_000));

/**
 * The session that a fact belongs to; `null` for what has none. Throws HechoRetenidoError while its opening has not arrived
 * or nobody knows it, HechoRechazadoError when it is of another branch than the grant.
 */
export async function sesionDeHecho(hecho: HechoLeido, idSucursal: number): Promise<SesionDeHecho | null> {
  if (hecho.tipo === 'apertura' || !hecho.sesion) return null;
  const { id, apertura } = hecho.sesion;
  const llave = apertura ?? String(id);
  const sesion = sesiones().get(llave) ?? (await leer(id, apertura));
  if (!sesion) {
    throw apertura
      ? new HechoRetenidoError('espera_otro_hecho', 'Espera a que llegue la apertura de su caja.')
      : new HechoRetenidoError('sesion_desconocida', 'Nombra una sesión de caja que no existe.');
  }
  sesiones().set(llave, sesion);
  if (sesion.idSucursal !== idSucursal)
    throw new HechoRechazadoError('otra_sucursal', 'Su caja es de otra sucursal.', hecho);
  return sesion;
}

/** The session by its id, whatever its fact said. Throws HechoRetenidoError. */
export async function sesionPorId(id: number): Promise<SesionDeHecho> {
  const sesion = await leer(id, null);
  if (!sesion) throw new HechoRetenidoError('sesion_desconocida', 'Esa sesión de caja no existe.');
  return sesion;
}

async function leer(id: number | null, apertura: string | null): Promise<SesionDeHecho | null> {
  const sql = sqlClient();
  const [fila] = await sql<(Omit<SesionDeHecho, 'abiertaEn'> & { abiertaEn: string })[]>`
    select s.id, s.id_caja as "idCaja", c.id_sucursal as "idSucursal", s.fecha_apertura as "abiertaEn",
      exists (select 1 from incidencia i where i.clave_hecho = h.clave and i.tipo = 'apertura_en_conflicto') as prestada
    from sesion_caja s join caja c on c.id = s.id_caja
      left join hecho h on h.clave = ${apertura}::uuid and h.tipo_documento = 'sesion_caja' and h.id_documento = s.id
    where ${apertura ? sql`h.clave is not null` : sql`s.id = ${id}`}`;
  return fila ? { ...fila, abiertaEn: new Date(fila.abiertaEn) } : null;
}
