import type { CatalogoDto } from '@/lib/mostrador/schemas';
import { estadoCatalogo, guardarPagina, olvidarCatalogo, paginaLocal } from './catalogue';
import type { OfflineDatabase } from './database';
import { leerProductos } from './lots';
import { type EstadoCatalogo, readMeta } from './meta';
import { SearchIndex } from './search-index';
import type { CategoriaLocal } from './types';

/** How the copy stands, for who shows it. `cambios` goes up whenever the index changed. */
export type VistaCatalogo = {
  /** What the device had is in memory: a code that is not found is not here. */
  leido: boolean;
  /** The first load has ended. */
  completo: boolean;
  cargados: number;
  total: number | null;
  sincronizadoEn: number | null;
  error: string | null;
  cambios: number;
};

export const CATALOGO_SIN_LEER: VistaCatalogo = {
  leido: false,
  completo: false,
  cargados: 0,
  total: null,
  sincronizadoEn: null,
  error: null,
  cambios: 0,
};

type Options = {
  /** `null` where the browser gives no store: the copy then lives as long as the page. */
  db: OfflineDatabase | null;
  idSucursal: number;
  fetchPage: (cursor: string | null) => Promise<CatalogoDto>;
  onChange: (vista: VistaCatalogo) => void;
  azar?: () => number;
};

const PISTA_MS = 1_000;
const CADA_MS = 60_000;

/**
 * The catalogue of a branch at this device: in memory to be searched, in the store to outlive the page, and kept up to date
 * by what changed since its cursor. Each tab follows with a cursor of its own, for its memory is its own.
 */
export class CatalogueCopy {
  readonly index = new SearchIndex();
  categorias: readonly CategoriaLocal[] = [];
  /** Resolves once what the device had is in memory, or could not be read. */
  readonly leida: Promise<void>;
  readonly #o: Options;
  #estado: EstadoCatalogo | null = null;
  #vista = CATALOGO_SIN_LEER;
  #corriendo: Promise<void> | null = null;
  #pedido = false;
  #pista: ReturnType<typeof setTimeout> | undefined;
  #reloj: ReturnType<typeof setInterval> | undefined;
  #cerrado = false;
  readonly #alLeer: () => void;

  constructor(o: Options) {
    this.#o = o;
    let alLeer = () => {};
    this.leida = new Promise((resolve) => {
      alLeer = resolve;
    });
    this.#alLeer = alLeer;
  }

  /** Where it stands, to say it in a heartbeat. */
  get estado(): EstadoCatalogo | null {
    return this.#estado;
  }

  /** Brings what the device has into memory, then what changed meanwhile; goes on following until `close`. */
  async open(): Promise<void> {
    try {
      await this.#read();
    } finally {
      this.#alLeer();
    }
    if (this.#cerrado) return;
    this.#tell({ leido: true });
    this.#reloj = setInterval(() => void this.sync(), CADA_MS);
    await this.sync();
  }

  async #read(): Promise<void> {
    const { db, idSucursal } = this.#o;
    if (db) {
      // Before the rows: what another tab stores meanwhile is asked for again.
      this.#estado = await estadoCatalogo(db, idSucursal);
      const otra = !this.#estado && (await readMeta(db, 'catalogo'));
      if (otra) await olvidarCatalogo(db);
      this.categorias = this.#estado ? await db.categorias.orderBy('id').toArray() : [];
      if (this.#estado) {
        await leerProductos(db, (productos) => {
          const primeros = this.index.size === 0;
          this.index.apply(productos);
          // The first ones are what is shown; of the others nobody sees that they come one piece after another.
          if (primeros && productos.length > 0) this.#tell();
        });
      }
    }
  }

  close(): void {
    this.#cerrado = true;
    clearTimeout(this.#pista);
    clearInterval(this.#reloj);
  }

  /** Something of it changed: asks soon, once for many hints, and not at the same instant as the other tills. */
  hint(): void {
    this.#pista ??= setTimeout(
      () => {
        this.#pista = undefined;
        void this.sync();
      },
      PISTA_MS * (0.5 + (this.#o.azar ?? Math.random)()),
    );
  }

  /** Asks for what changed until there is no more. Never throws: `error` says what failed. */
  sync(): Promise<void> {
    this.#pedido = true;
    this.#corriendo ??= this.#follow().finally(() => {
      this.#corriendo = null;
      // Nobody waits now, with the server or without it; whoever writes a letter would.
      setTimeout(() => this.index.prepare());
    });
    return this.#corriendo;
  }

  async #follow(): Promise<void> {
    while (this.#pedido && !this.#cerrado) {
      this.#pedido = false;
      try {
        await this.#pages();
        this.#tell({ error: null });
      } catch (error) {
        this.#tell({ error: error instanceof Error ? error.message : 'No se pudo actualizar el catálogo.' });
        return;
      }
    }
  }

  /** All pages from the cursor on; each is asked for while the one before is being kept. */
  async #pages(): Promise<void> {
    const { fetchPage } = this.#o;
    let pagina = await fetchPage(this.#estado?.cursor ?? null);
    while (!this.#cerrado) {
      const otra = pagina.hay_mas ? fetchPage(pagina.cursor) : null;
      // Its failure is told when it is its turn.
      otra?.catch(() => {});
      await this.#keep(pagina);
      if (!otra) return;
      pagina = await otra;
    }
  }

  async #keep(dto: CatalogoDto): Promise<void> {
    const { db, idSucursal } = this.#o;
    const completoAntes = this.#estado?.completo === true && !dto.reiniciar;
    const pagina = paginaLocal(dto, this.#estado, idSucursal);
    const fin = !dto.hay_mas && !completoAntes;
    const viejos = db ? await guardarPagina(db, pagina, fin) : [];
    this.#estado = pagina.estado;
    const eliminados = [...pagina.eliminados.productos, ...viejos];
    this.index.apply(pagina.productos, eliminados);
    for (const { id, existencia } of pagina.existencias) this.index.setStock(id, existencia);
    if (pagina.categorias.length + pagina.eliminados.categorias.length > 0) this.#renewCategories(pagina);
    this.#tell();
  }

  #renewCategories({ categorias, eliminados }: ReturnType<typeof paginaLocal>): void {
    const porId = new Map([...this.categorias, ...categorias].map((c) => [c.id, c]));
    for (const id of eliminados.categorias) porId.delete(id);
    this.categorias = [...porId.values()].sort((a, b) => a.nombre.localeCompare(b.nombre, 'es'));
  }

  #tell(mas: Partial<VistaCatalogo> = {}): void {
    this.#vista = {
      ...this.#vista,
      completo: this.#estado?.completo ?? false,
      total: this.#estado?.total ?? null,
      sincronizadoEn: this.#estado?.sincronizadoEn ?? null,
      cargados: this.index.size,
      cambios: this.#vista.cambios + 1,
      ...mas,
    };
    this.#o.onChange(this.#vista);
  }
}
