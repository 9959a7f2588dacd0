import { ApiError } from '@/lib/api-client';
import type { EstadoConexion } from '@/lib/realtime/browser/connection';
import { CATALOGO_SIN_LEER, CatalogueCopy, type VistaCatalogo } from './catalogue-copy';
import type { OfflineDatabase } from './database';
import { alcanzaConcesion, latir, obtenerConcesion, vigente } from './device';
import { firmarDeNuevo } from './facts';
import { type FallaDeAlmacen, fallaDe } from './failure';
import { type Concesion, type Dispositivo, type Identidad, type Meta, readMeta, writeMeta } from './meta';
import { limpiar, type ResumenSalida, resumir, SALIDA_VACIA, type SalidasLeidas, salidasPendientes } from './outbox';
import { type EstadoEmisor, Sender } from './sender';
import { enviarHechos, pedirCatalogo } from './server';
import { acusarSesion, conSesionDeAqui } from './session';

/** All that the counter shows of its device. */
export type EstadoLocal = {
  /** The store has been opened, or it is known that it cannot be. */
  listo: boolean;
  falla: FallaDeAlmacen | null;
  identidad: Identidad | null;
  dispositivo: Dispositivo | null;
  /** Of who is here; `null` when none is good: sales then go to the server as they are made. */
  concesion: Concesion | null;
  arriendo: Meta['arriendo'];
  /** The caja is another device's, in the server's words. */
  ajena: string | null;
  revocado: boolean;
  catalogo: VistaCatalogo;
  salida: ResumenSalida;
  emisor: { estado: EstadoEmisor; frase: string | null };
  conexion: EstadoConexion;
  /** Server time − device time, in milliseconds. */
  desfase: number;
};

const INICIO: EstadoLocal = {
  listo: false,
  falla: null,
  identidad: null,
  dispositivo: null,
  concesion: null,
  arriendo: null,
  ajena: null,
  revocado: false,
  catalogo: CATALOGO_SIN_LEER,
  salida: SALIDA_VACIA,
  emisor: { estado: 'quieto', frase: null },
  conexion: 'conectando',
  desfase: 0,
};

const LATIDO_MS = 30_000;

/**
 * The counter's device, once in each tab: its store, the catalogue, the outbox and who brings it to the server. Where the
 * browser gives no store everything is still there but lives as long as the page, and sales go to the server.
 */
export class LocalCounter {
  readonly #oyentes = new Set<() => void>();
  #estado = INICIO;
  #abriendo: Promise<OfflineDatabase | null> | null = null;
  #copia: CatalogueCopy | null = null;
  #sucursal = 0;
  #emisor: Sender | null = null;
  #salidas: ReadonlyMap<number, number> = new Map();
  #version = '';
  #latido: ReturnType<typeof setInterval> | undefined;

  readonly get = (): EstadoLocal => this.#estado;

  readonly subscribe = (oyente: () => void): (() => void) => {
    this.#oyentes.add(oyente);
    return () => this.#oyentes.delete(oyente);
  };

  /** The catalogue; `null` until somebody works here. */
  get copia(): CatalogueCopy | null {
    return this.#copia;
  }

  /** The store, opened once; `null` where there is none. Never throws. */
  readonly open = (): Promise<OfflineDatabase | null> => {
    this.#abriendo ??= this.#open();
    return this.#abriendo;
  };

  /**
   * Somebody works here: who and where, as the server's page says it. Follows the catalogue of the branch, and asks for what
   * this person needs to sell without network.
   */
  async work(identidad: Identidad, version: string): Promise<void> {
    this.#version = version;
    const db = await this.open();
    if (db) await this.#guarded(async () => writeMeta(db, 'identidad', await conSesionDeAqui(db, identidad)));
    await this.#settle(identidad);
    await this.grant();
  }

  /** The counter opens without the server: what the device knows is all there is. */
  async resume(version: string): Promise<void> {
    this.#version = version;
    await this.open();
    const { identidad } = this.#estado;
    if (identidad) await this.#settle(identidad);
  }

  /** Reads again what was written of this device: a session opened or closed here. */
  async refresh(): Promise<void> {
    const db = await this.open();
    if (db) await this.#guarded(() => this.#read(db));
  }

  /**
   * Asks for a grant when the one of who is here will not do, and for the lease of the caja. `olvidada`: the server says that
   * it has none, whatever this device remembers. Never throws.
   */
  async grant({ tomar = false, olvidada = false } = {}): Promise<void> {
    const db = await this.open();
    const { identidad, arriendo } = this.#estado;
    if (!db || !identidad) return;
    const idCaja = identidad.sesion?.caja.id ?? null;
    const propia = (await readMeta(db, 'concesiones'))?.[identidad.usuario.id];
    const tiene = idCaja === null || arriendo?.idCaja === idCaja;
    if (!tomar && !olvidada && tiene && alcanzaConcesion(propia)) return;
    // Without an answer the one that there is goes on; the next heartbeat asks again.
    const dado = await obtenerConcesion(db, idCaja, tomar).catch(() => null);
    if (!dado) return;
    await this.#guarded(() => this.#read(db));
    this.#set({ ajena: dado.ajena });
  }

  /** What is known of the server, by what it acknowledged. */
  heard(conexion: EstadoConexion): void {
    const vuelve = conexion === 'en_linea' && this.#estado.conexion !== 'en_linea';
    this.#set({ conexion });
    if (!vuelve) return;
    this.#emisor?.kick(true);
    this.#copia?.hint();
    void this.beat();
  }

  /** Something of the catalogue changed somewhere. */
  hint(): void {
    this.#copia?.hint();
  }

  /** Sends what waits, also what was refused. */
  send(): void {
    this.#emisor?.kick(true);
  }

  /** Tells the server how this device is, and hears whether it still stands. Never throws. */
  readonly beat = (): Promise<void> => this.#guarded(() => this.#beat());

  /** What is left of a product: what the server says, less what only this device has sold. */
  readonly existenciaDe = <P extends { id: number; existencia: number }>(producto: P): P => {
    const vendido = this.#salidas.get(producto.id) ?? 0;
    return vendido === 0 ? producto : { ...producto, existencia: producto.existencia - vendido };
  };

  /** Forgets who was here. Only with nothing left to send. */
  async forget(): Promise<void> {
    const db = await this.open();
    if (db) await writeMeta(db, 'identidad', null);
    this.#set({ identidad: null, concesion: null });
  }

  async #open(): Promise<OfflineDatabase | null> {
    let db: OfflineDatabase | null = null;
    try {
      // Apart from the page's own code: it paints before it has a store.
      const { OfflineDatabase: Database } = await import('./database');
      db = new Database();
      await db.open();
      await this.#read(db);
      this.#start(db);
      this.#set({ listo: true });
      return db;
    } catch (error) {
      db?.close();
      this.#set({ falla: fallaDe(error), listo: true });
      return null;
    }
  }

  #start(db: OfflineDatabase): void {
    // A newer version of the product in another tab may change the store; this one goes on when its page is loaded again.
    db.on('versionchange', () => db.close());
    const leidas: SalidasLeidas = new Map();
    db.watch(
      () => Promise.all([resumir(db), salidasPendientes(db, leidas), readMeta(db, 'dispositivo')]),
      ([salida, salidas, dispositivo = null]) => {
        const crece = salida.pendientes > this.#estado.salida.pendientes;
        this.#salidas = salidas;
        this.#set({ salida, dispositivo });
        if (crece) this.#emisor?.kick();
      },
      (error) => this.#set({ falla: fallaDe(error) }),
    );
    this.#emisor = new Sender({
      db,
      send: async (envios) => enviarHechos(this.#estado.dispositivo?.id ?? '', envios),
      onEstado: (estado, frase) => this.#set({ emisor: { estado, frase } }),
      onConfirmados: (hechos) => {
        this.#copia?.hint();
        void this.#guarded(async () => (await acusarSesion(db, hechos)) && this.#read(db));
      },
      onDesconocidos: () => void this.#renew(db),
    });
    void this.#guarded(() => this.#emisor?.run());
    void this.#guarded(() => limpiar(db));
  }

  async #read(db: OfflineDatabase): Promise<void> {
    const [identidad = null, dispositivo = null, arriendo = null, reloj, concesiones] = await Promise.all([
      readMeta(db, 'identidad'),
      readMeta(db, 'dispositivo'),
      readMeta(db, 'arriendo'),
      readMeta(db, 'reloj'),
      readMeta(db, 'concesiones'),
    ]);
    const desfase = reloj?.desfase ?? 0;
    const suya = identidad && concesiones?.[identidad.usuario.id];
    const concesion = suya && vigente(suya, new Date(), desfase) ? suya : null;
    this.#set({ identidad, dispositivo, arriendo, desfase, concesion });
  }

  async #settle(identidad: Identidad): Promise<void> {
    const db = await this.open();
    if (db) await this.#guarded(() => this.#read(db));
    else this.#set({ identidad });
    if (this.#copia && this.#sucursal === identidad.sucursal.id) return;
    this.#copia?.close();
    this.#sucursal = identidad.sucursal.id;
    const copia = new CatalogueCopy({
      db,
      idSucursal: identidad.sucursal.id,
      fetchPage: pedirCatalogo,
      onChange: (catalogo) => this.#copia === copia && this.#set({ catalogo }),
    });
    this.#copia = copia;
    void this.#guarded(() => copia.open());
    this.#latido ??= setInterval(() => void this.beat(), LATIDO_MS);
  }

  async #beat(): Promise<void> {
    const db = await this.open();
    const { salida, conexion, concesion } = this.#estado;
    if (!db || conexion === 'sin_sesion') return;
    // The server knows a device from its first grant on.
    const conocido = async () => Object.keys((await readMeta(db, 'concesiones')) ?? {}).length > 0;
    if (!(await conocido())) await this.grant();
    if (!(await conocido())) return;
    const { pendientes, masAntiguo } = salida;
    const cursor = this.#copia?.estado?.cursor ?? null;
    // Nobody answers while there is no network; the connection says when it is back.
    const oido = await latir(db, { pendientes, masAntiguo, cursor, version: this.#version }).catch(desconocido);
    if (!oido) return;
    if (oido === 'desconocido') return this.#renew(db);
    this.#set({ revocado: oido.revocado, desfase: (await readMeta(db, 'reloj'))?.desfase ?? 0 });
    if (oido.revocado) return;
    if (oido.venceEn === null) await this.#renew(db);
    else if (!alcanzaConcesion(concesion ?? undefined)) await this.grant();
  }

  /** The server forgot this device or its grant, as a database that was restored does: a new one, and what waits under it. */
  async #renew(db: OfflineDatabase): Promise<void> {
    await this.grant({ olvidada: true });
    await this.#guarded(async () => {
      if ((await firmarDeNuevo(db)) > 0) this.#emisor?.kick(true);
    });
  }

  /** A store that fails is told, never thrown at whoever happened to be near. */
  async #guarded(work: () => Promise<unknown> | undefined): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#set({ falla: fallaDe(error) });
    }
  }

  #set(cambio: Partial<EstadoLocal>): void {
    this.#estado = { ...this.#estado, ...cambio };
    for (const oyente of this.#oyentes) oyente();
  }
}

/** What a heartbeat that was not taken says: the server knows no such device, or nothing. */
function desconocido(error: unknown): 'desconocido' | null {
  return error instanceof ApiError && error.status === 404 ? 'desconocido' : null;
}

let unico: LocalCounter | null = null;

/** The counter's device of this tab. In a browser only. */
export function localCounter(): LocalCounter {
  unico ??= new LocalCounter();
  return unico;
}
