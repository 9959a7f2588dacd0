import { firmar } from '@/lib/firma';
import type { HechoEscritoInput, TipoDeHecho } from '@/lib/mostrador/schemas';
import type { VentaDto } from '@/lib/venta/schemas';
import type { OfflineDatabase } from './database';
import { vigente } from './device';
import { type Concesion, type Dispositivo, readMeta, type SesionLocal, writeMeta } from './meta';
import type { Envio } from './types';

/** The number of a ticket in the series of its device. */
export type Folio = { serie: string; numero: number };

/** Something that just happened at this counter. */
export type Hecho = {
  clave: string;
  tipo: TipoDeHecho;
  /** Who did it. */
  idUsuario: number;
  /** Absent for an opening. */
  sesion?: Pick<SesionLocal, 'id' | 'apertura'>;
  cuerpo: object;
  salidas?: Envio['salidas'];
  /** Makes the paper of a sale, which then takes a number of the device's series. */
  venta?: (folio: Folio, hechoEn: Date) => VentaDto;
};

/** Nobody may sign at this device for that person: the act has to go to the server. */
export class SinConcesionError extends Error {
  constructor() {
    super('Este equipo todavía no puede vender sin conexión.');
    this.name = 'SinConcesionError';
  }
}

/**
 * Signs a fact and keeps it. Resolves once it is durable on the device, with its order and, for a sale, its number; nothing
 * is left of it when it throws. The same clave again answers the entry that there is. Throws SinConcesionError, and what
 * the store throws when it is full or blocked.
 */
export async function guardarHecho(db: OfflineDatabase, hecho: Hecho, ahora = new Date()): Promise<Envio> {
  return db.transaction('rw', db.salida, db.meta, async () => {
    const hecha = await db.salida.where('clave').equals(hecho.clave).first();
    if (hecha) return hecha;
    const [dispositivo, concesiones, reloj] = await Promise.all([
      readMeta(db, 'dispositivo'),
      readMeta(db, 'concesiones'),
      readMeta(db, 'reloj'),
    ]);
    const concesion = concesiones?.[hecho.idUsuario];
    const desfase = reloj?.desfase ?? 0;
    if (!dispositivo?.serie || !concesion || !vigente(concesion, ahora, desfase)) throw new SinConcesionError();
    const siguiente = numerar(dispositivo, hecho);
    const folio = hecho.venta ? { serie: dispositivo.serie, numero: siguiente.numero } : null;
    // Nothing here may wait for anything but the store, or the transaction would close.
    const texto = JSON.stringify(escribir(hecho, { dispositivo: siguiente, concesion, folio, desfase, ahora }));
    const envio: Envio = {
      clave: hecho.clave,
      tipo: hecho.tipo,
      orden: siguiente.orden,
      texto,
      mac: firmar(concesion.clave_mac, texto),
      estado: 'guardado',
      hechoEn: ahora.getTime(),
      salidas: hecho.salidas ?? [],
      venta: folio && hecho.venta ? hecho.venta(folio, ahora) : null,
      ajeno: false,
      intentos: 0,
      error: null,
      acusadoEn: null,
      idDocumento: null,
      idUsuario: hecho.idUsuario,
    };
    await writeMeta(db, 'dispositivo', siguiente);
    const id = await db.salida.add(envio);
    return { ...envio, id };
  });
}

/**
 * Signs again, under the grant that its author has now, what the server refused because it knows nothing of the old one: its
 * database was restored. What happened, its order and its number stay. Answers how many.
 */
export async function firmarDeNuevo(db: OfflineDatabase): Promise<number> {
  return db.transaction('rw', db.salida, db.meta, async () => {
    const concesiones = (await readMeta(db, 'concesiones')) ?? {};
    const rechazados = await db.salida.where('estado').equals('observado').toArray();
    const nuevos = rechazados.flatMap((envio): Envio[] => {
      if (envio.codigo !== 'concesion_desconocida' || envio.ajeno || envio.idUsuario === undefined) return [];
      const concesion = concesiones[envio.idUsuario];
      const dicho = JSON.parse(envio.texto) as HechoEscritoInput;
      if (!concesion || dicho.concesion === concesion.id) return [];
      const texto = JSON.stringify({ ...dicho, concesion: concesion.id });
      return [{ ...envio, texto, mac: firmar(concesion.clave_mac, texto), codigo: null, error: null }];
    });
    await db.salida.bulkPut(nuevos);
    return nuevos.length;
  });
}

function numerar(dispositivo: Dispositivo, { venta }: Hecho): Dispositivo {
  return {
    ...dispositivo,
    orden: dispositivo.orden + 1,
    numero: dispositivo.numero + (venta ? 1 : 0),
  };
}

type Firma = { dispositivo: Dispositivo; concesion: Concesion; folio: Folio | null; desfase: number; ahora: Date };

function escribir({ clave, tipo, sesion, cuerpo }: Hecho, firma: Firma): HechoEscritoInput {
  const { dispositivo, concesion, folio, desfase, ahora } = firma;
  const de = sesion && (sesion.id === null ? { apertura: sesion.apertura ?? '' } : { id: sesion.id });
  return {
    v: 1,
    tipo,
    clave,
    orden: dispositivo.orden,
    id_dispositivo: dispositivo.id,
    concesion: concesion.id,
    hecho_en: ahora.toISOString(),
    desfase,
    ...(de && { sesion: de }),
    ...(folio && { folio }),
    cuerpo,
    // Each kind's body was made by who knows it; the server checks them all.
  } as HechoEscritoInput;
}
