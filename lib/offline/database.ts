import Dexie, { type EntityTable, liveQuery, type Table } from 'dexie';
import { enLotes } from './lots';
import type { AparcadoLocal, CategoriaLocal, ClienteLocal, Envio, LoteDeProductos } from './types';

/** Named values of the device; see `meta.ts`. */
type FilaMeta = { nombre: string; valor: unknown };

/** The name of the store in each browser. */
export const NOMBRE_BASE = 'kantuta';

/**
 * What a till keeps. The catalogue is a copy of the server's and may be dropped by a migration; the outbox, the device's
 * series, its grants and its parked tickets exist nowhere else, so a migration rewrites them and never drops them.
 */
export class OfflineDatabase extends Dexie {
  declare lotes: EntityTable<LoteDeProductos, 'id'>;
  declare categorias: EntityTable<CategoriaLocal, 'id'>;
  declare clientes: EntityTable<ClienteLocal, 'id'>;
  declare meta: EntityTable<FilaMeta, 'nombre'>;
  declare salida: Table<Envio, number, Envio>;
  declare aparcados: EntityTable<AparcadoLocal, 'clave'>;

  constructor(nombre = NOMBRE_BASE) {
    // Chromium's default lets a commit be lost with the power; a ticket that was paid may not be.
    super(nombre, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({
      productos: 'id, *codigos, favorito',
      meta: 'nombre',
      salida: '++id, &clave, estado',
    });
    this.version(2)
      .stores({
        productos: 'id, *codigos, favorito, carga',
        categorias: 'id, carga',
        clientes: 'id, carga',
        aparcados: 'clave',
      })
      .upgrade(async (tx) => {
        // Products gained presentations: the copy is asked for again.
        await tx.table('productos').clear();
        await tx.table('meta').delete('catalogo');
        await tx.table('salida').toCollection().modify(completeEntry);
      });
    this.version(3)
      .stores({ productos: null, lotes: 'id, carga' })
      // The same products, many to a row: a counter that is updated and finds no network still has all of them.
      .upgrade(async (tx) => tx.table('lotes').bulkAdd(enLotes(await tx.table('productos').toArray())));
  }

  /** Follows what a query answers, whichever tab changes it. Answers how to stop. */
  watch<T>(query: () => Promise<T>, next: (valor: T) => void, error: (error: unknown) => void = () => {}): () => void {
    const oida = liveQuery(query).subscribe({ next, error });
    return () => oida.unsubscribe();
  }
}

/** What an entry written by version 1 lacks. Its text and its signature stay as they are. */
function completeEntry(envio: Partial<Envio>): void {
  envio.salidas ??= [];
  envio.ajeno ??= false;
  envio.intentos ??= 0;
  envio.error ??= null;
  envio.acusadoEn ??= null;
  envio.idDocumento ??= null;
}
