import { jsonDeCentavos } from '@/lib/money';
import { newUuid } from '@/lib/uuid';
import type { OfflineDatabase } from './database';
import { guardarHecho, SinConcesionError } from './facts';
import { type Identidad, readMeta, type SesionLocal, writeMeta } from './meta';
import { SIN_ACUSE } from './states';
import type { Envio } from './types';

/** The caja can be opened without network at one device, and this is not it. */
export class CajaDeOtroEquipoError extends Error {
  constructor() {
    super('Sin conexión esta caja no se puede abrir en este equipo.');
    this.name = 'CajaDeOtroEquipoError';
  }
}

/**
 * Opens the caja that this device attends, without the server: a fact like any other, which the sales of the session name.
 * `contado` in centavos. Durable when it resolves. Throws CajaDeOtroEquipoError, SinConcesionError, and what the store throws.
 */
export async function abrirAqui(db: OfflineDatabase, contado: number): Promise<SesionLocal> {
  return db.transaction('rw', db.salida, db.meta, async () => {
    const [identidad, arriendo] = await Promise.all([readMeta(db, 'identidad'), readMeta(db, 'arriendo')]);
    if (!identidad) throw new SinConcesionError();
    if (!arriendo) throw new CajaDeOtroEquipoError();
    const ahora = new Date();
    const envio = await guardarHecho(
      db,
      {
        clave: newUuid(),
        tipo: 'apertura',
        idUsuario: identidad.usuario.id,
        cuerpo: { id_caja: arriendo.idCaja, monto_inicial: jsonDeCentavos(contado) },
      },
      ahora,
    );
    const sesion: SesionLocal = {
      id: null,
      apertura: envio.clave,
      idResponsable: identidad.usuario.id,
      fechaApertura: ahora.toISOString(),
      caja: {
        id: arriendo.idCaja,
        nombre: arriendo.caja,
        especialidad: arriendo.especialidad,
        idSucursal: identidad.sucursal.id,
      },
      cierre: null,
    };
    await writeMeta(db, 'identidad', { ...identidad, sesion });
    return sesion;
  });
}

/**
 * Seals the count of the open session without the server. It is provisional until the server has it: nothing more is sold
 * in it here, and the comparison comes later. `contado` in centavos. Throws SinConcesionError, and what the store throws.
 */
export async function cerrarAqui(
  db: OfflineDatabase,
  contado: number,
  denominaciones: Record<string, number> | null,
): Promise<SesionLocal> {
  return db.transaction('rw', db.salida, db.meta, async () => {
    const identidad = await readMeta(db, 'identidad');
    const sesion = identidad?.sesion;
    if (!identidad || !sesion) throw new SinConcesionError();
    if (sesion.cierre) return sesion;
    const envio = await guardarHecho(db, {
      clave: newUuid(),
      tipo: 'cierre',
      idUsuario: identidad.usuario.id,
      sesion,
      cuerpo: { monto_final_real: jsonDeCentavos(contado), ...(denominaciones && { denominaciones }) },
    });
    const cerrada = { ...sesion, cierre: { clave: envio.clave, hechoEn: envio.hechoEn, montoCentavos: contado } };
    await writeMeta(db, 'identidad', { ...identidad, sesion: cerrada });
    return cerrada;
  });
}

/** The identity that the server's page says, with what this device did to the session and the server does not know yet. */
export async function conSesionDeAqui(db: OfflineDatabase, identidad: Identidad): Promise<Identidad> {
  const mia = (await readMeta(db, 'identidad'))?.sesion;
  if (!mia || identidad.sesion?.id === mia.id) {
    return mia?.cierre && identidad.sesion && (await espera(db, mia.cierre.clave))
      ? { ...identidad, sesion: { ...identidad.sesion, cierre: mia.cierre } }
      : identidad;
  }
  const deAqui = mia.id === null && mia.apertura !== null && (await espera(db, mia.apertura));
  return deAqui && !identidad.sesion ? { ...identidad, sesion: mia } : identidad;
}

async function espera(db: OfflineDatabase, clave: string): Promise<boolean> {
  const envio = await db.salida.where('clave').equals(clave).first();
  return envio !== undefined && (SIN_ACUSE as readonly string[]).includes(envio.estado);
}

/** What the server acknowledged changes the session of this device: it has an id, or it is over. `true` when it did. */
export async function acusarSesion(
  db: OfflineDatabase,
  hechos: readonly { envio: Envio; idDocumento: number | null }[],
): Promise<boolean> {
  return db.transaction('rw', db.meta, async () => {
    const identidad = await readMeta(db, 'identidad');
    const sesion = identidad?.sesion;
    if (!identidad || !sesion) return false;
    const apertura = hechos.find(({ envio }) => envio.clave === sesion.apertura);
    const cierre = hechos.some(({ envio }) => envio.clave === sesion.cierre?.clave);
    if (!apertura && !cierre) return false;
    const id = apertura?.idDocumento ?? sesion.id;
    await writeMeta(db, 'identidad', { ...identidad, sesion: cierre ? null : { ...sesion, id } });
    return true;
  });
}
