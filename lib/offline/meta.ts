import type { ConcesionDto } from '@/lib/mostrador/schemas';
import type { SucursalDeTicket } from '@/lib/sucursal/schemas';
import type { Piezas } from '@/lib/vuelto';
import type { OfflineDatabase } from './database';

/** This browser as the server knows it. `numero` and `orden` are the last ones used. */
export type Dispositivo = { id: string; nombre: string | null; serie: string | null; numero: number; orden: number };

/** What lets a person sign at this device. */
export type Concesion = ConcesionDto['concesion'];

/** The session of a caja that this device works in: one of the server's, or one opened here without it. */
export type SesionLocal = {
  /** `null` until the server says which one it became. */
  id: number | null;
  /** The clave of the fact that opened it here. */
  apertura: string | null;
  idResponsable: number;
  fechaApertura: string;
  caja: { id: number; nombre: string; especialidad: string; idSucursal: number };
  /** Notes and coins it opened with, by value in centavos, where they were counted. */
  piezas?: Piezas | null;
  /** Closed here; the server has not acknowledged it. */
  cierre: { clave: string; hechoEn: number; montoCentavos: number } | null;
};

/** Who works here and where, so that the counter opens without asking anybody. */
export type Identidad = {
  usuario: { id: number; nombre: string; rol: string };
  sucursal: {
    id: number;
    nombre: string;
    direccion: string | null;
    telefono: string | null;
    redondea: boolean;
    /** What its receipts say of their own; absent in what an older version kept. */
    textos?: Pick<SucursalDeTicket, 'texto_encabezado' | 'texto_pie' | 'dias_devolucion'>;
    balanza?: readonly string[];
  };
  permisos: readonly string[];
  topes: Readonly<Record<string, number>>;
  sesion: SesionLocal | null;
};

/** Where the catalogue on the device stands. */
export type EstadoCatalogo = {
  cursor: string;
  idSucursal: number;
  /** The number of the full load that its rows belong to. */
  carga: number;
  /** The first load has ended. */
  completo: boolean;
  total: number | null;
  /** The instant it shows, by the server's clock. */
  corte: string;
  /** When it was last asked for, by this device's. */
  sincronizadoEn: number;
};

/** The named values of the device. */
export type Meta = {
  dispositivo: Dispositivo;
  /** By person. */
  concesiones: Readonly<Record<number, Concesion>>;
  /** The caja that may be opened here without network. */
  arriendo: { idCaja: number; caja: string; especialidad: string } | null;
  /** Server time − device time, in milliseconds, and when it was measured. */
  reloj: { desfase: number; medidoEn: number };
  identidad: Identidad | null;
  catalogo: EstadoCatalogo;
  /** What the drawer of a session should hold by now, by value in centavos. */
  gaveta: { sesion: string; piezas: Piezas };
  /** What the browser answered when it was asked never to drop the store. */
  persistencia: { concedida: boolean; preguntadaEn: number };
};

/** Reads a value, or `undefined`. Joins the transaction under way, if its tables include `meta`. */
export async function readMeta<K extends keyof Meta>(db: OfflineDatabase, nombre: K): Promise<Meta[K] | undefined> {
  return (await db.meta.get(nombre))?.valor as Meta[K] | undefined;
}

/** Writes a value; durable when it resolves. */
export async function writeMeta<K extends keyof Meta>(db: OfflineDatabase, nombre: K, valor: Meta[K]): Promise<void> {
  await db.meta.put({ nombre, valor });
}
