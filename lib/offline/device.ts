import { ApiError } from '@/lib/api-client';
import { newUuid } from '@/lib/uuid';
import type { OfflineDatabase } from './database';
import { type Concesion, type Dispositivo, type Meta, readMeta, writeMeta } from './meta';
import { mandarLatido, pedirConcesion } from './server';

/** A grant with less than this left is asked for anew. */
const RENOVAR_MS = 7 * 86_400_000;

/** Who this browser is; born at the first call, and kept with its data. */
export async function esteDispositivo(db: OfflineDatabase): Promise<Dispositivo> {
  return db.transaction('rw', db.meta, async () => {
    const hay = await readMeta(db, 'dispositivo');
    if (hay) return hay;
    const nuevo: Dispositivo = { id: newUuid(), nombre: null, serie: null, numero: 0, orden: 0 };
    await writeMeta(db, 'dispositivo', nuevo);
    return nuevo;
  });
}

/** What the device got by asking. `ajena`: the caja is another device's, which the server said. */
export type Permiso = { concesion: Concesion; arriendo: Meta['arriendo']; ajena: string | null };

/**
 * Asks for a grant for who is signed in, and for the lease of a caja. Keeps both, the series and the clock. A caja that
 * another device has is no failure: here it only cannot be opened without network. Throws ApiError, SinRespuestaError.
 */
export async function obtenerConcesion(db: OfflineDatabase, idCaja: number | null, tomar = false): Promise<Permiso> {
  const { id } = await esteDispositivo(db);
  const pedir = (conCaja: boolean) =>
    pedirConcesion({ id_dispositivo: id, ...(conCaja && idCaja !== null && { id_caja: idCaja, tomar }) });
  const antes = Date.now();
  let ajena: string | null = null;
  const dto = await pedir(true).catch((error: unknown) => {
    if (!(error instanceof ApiError && error.code === 'caja_de_otro_equipo')) throw error;
    ajena = error.message;
    return pedir(false);
  });
  const despues = Date.now();
  const { concesion, dispositivo } = dto;
  return db.transaction('rw', db.meta, async () => {
    const [mio, concesiones, identidad] = await Promise.all([
      readMeta(db, 'dispositivo'),
      readMeta(db, 'concesiones'),
      readMeta(db, 'identidad'),
    ]);
    const caja = identidad?.sesion?.caja;
    const arriendo = dto.arriendo && {
      idCaja: dto.arriendo.id_caja,
      caja: dto.arriendo.caja,
      especialidad: caja?.id === dto.arriendo.id_caja ? caja.especialidad : 'SOLO_VENTAS',
    };
    await writeMeta(db, 'dispositivo', {
      id,
      nombre: dispositivo.nombre,
      serie: dispositivo.serie,
      // A store that was restored, or another tab: the higher one is right.
      numero: Math.max(mio?.numero ?? 0, dispositivo.ultimo_numero),
      orden: Math.max(mio?.orden ?? 0, dispositivo.ultimo_orden),
    });
    await writeMeta(db, 'concesiones', { ...concesiones, [concesion.id_usuario]: concesion });
    await writeMeta(db, 'arriendo', arriendo);
    await writeMeta(db, 'reloj', medir(dto.hora_servidor, antes, despues));
    return { concesion, arriendo, ajena };
  });
}

/** Whether a grant is good at a moment of this device's clock, which may be wrong by `desfase`. */
export function vigente({ vence_en }: Concesion, ahora: Date, desfase: number): boolean {
  return ahora.getTime() + desfase < Date.parse(vence_en);
}

/** Whether the grant of a person is good for long enough not to ask again. */
export function alcanzaConcesion(concesion: Concesion | undefined, ahora = Date.now()): boolean {
  return concesion !== undefined && Date.parse(concesion.vence_en) - ahora > RENOVAR_MS;
}

/** What of a device its heartbeat tells. */
export type Pulso = { pendientes: number; masAntiguo: number | null; cursor: string | null; version: string };

/**
 * Tells the server how this device is, and learns its clock and whether its grant still stands. Throws ApiError,
 * SinRespuestaError.
 */
export async function latir(db: OfflineDatabase, pulso: Pulso): Promise<{ revocado: boolean; venceEn: string | null }> {
  const { id } = await esteDispositivo(db);
  const antes = Date.now();
  const dto = await mandarLatido({
    id_dispositivo: id,
    ahora: new Date(antes).toISOString(),
    pendientes: pulso.pendientes,
    ...(pulso.masAntiguo !== null && { mas_antiguo: new Date(pulso.masAntiguo).toISOString() }),
    ...(pulso.cursor !== null && { cursor: pulso.cursor }),
    version: pulso.version,
  });
  await writeMeta(db, 'reloj', medir(dto.hora_servidor, antes, Date.now()));
  return { revocado: dto.estado === 'REVOCADO', venceEn: dto.concesion_vence_en };
}

/** Server time − device time: the server said its own somewhere between asking and hearing. */
function medir(horaServidor: string, antes: number, despues: number): Meta['reloj'] {
  return { desfase: Math.round(Date.parse(horaServidor) + (despues - antes) / 2 - despues), medidoEn: despues };
}
