import type { Cambio, Evento } from './eventos';

/** Beyond these the ids are not named: whoever listens looks at everything again. */
const MAXIMO_DE_IDS = 50;

type Grupo = { tema: Evento['tema']; idSucursal: number | null; ids: Set<number> | null; n: number };

/** Puts together the changes of a short while: one event for each tema and branch. */
export class Coalescer {
  #grupos = new Map<string, Grupo>();

  /** Takes one change in. Answers whether it is the first since `take`. */
  add({ tema, idSucursal, ids }: Cambio): boolean {
    const primero = this.#grupos.size === 0;
    const llave = `${tema} ${idSucursal}`;
    const grupo = this.#grupos.get(llave) ?? { tema, idSucursal, ids: new Set<number>(), n: 0 };
    this.#grupos.set(llave, grupo);
    grupo.n += 1;
    for (const id of ids ?? []) grupo.ids?.add(id);
    if (!ids || (grupo.ids?.size ?? 0) > MAXIMO_DE_IDS) grupo.ids = null;
    return primero;
  }

  /** Hands over what there is, and starts again. */
  take(): Evento[] {
    const grupos = [...this.#grupos.values()];
    this.#grupos.clear();
    return grupos.map(({ ids, ...resto }) => ({ ...resto, ids: ids && [...ids] }));
  }
}
