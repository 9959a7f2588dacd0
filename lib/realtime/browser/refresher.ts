import type { QueryClient, QueryKey } from '@tanstack/react-query';
import type { Tema } from '../eventos';

/** What each tema makes old, by the first part of the keys in `lib/<room>/query-options.ts`. */
const CLAVES: Record<Tema, readonly QueryKey[]> = {
  venta: [['ventas'], ['cajas'], ['productos']],
  aparcado: [['aparcados']],
  caja: [['cajas']],
  producto: [['productos'], ['categorias']],
  cliente: [['clientes'], ['cliente']],
  inventario: [['inventario'], ['productos']],
  alerta_stock: [['inventario']],
  aprobacion: [['aprobaciones']],
  tarea: [['tareas'], ['cajas']],
  alerta: [['alertas']],
  incidencia: [['incidencias']],
  dispositivo: [['dispositivos']],
  whatsapp: [['whatsapp']],
};

const PAUSA_MS = 2_000;

type Client = Pick<QueryClient, 'invalidateQueries'>;

/**
 * Makes queries old when what they show has changed; those on screen are asked again. Waits a little, and not the same on
 * every till: fifteen of them must not ask for the catalogue fifteen times in the instant after each sale.
 */
export class Refresher {
  readonly #client: Client;
  readonly #azar: () => number;
  readonly #temas = new Set<Tema>();
  #reloj: ReturnType<typeof setTimeout> | undefined;

  constructor(client: Client, azar: () => number = Math.random) {
    this.#client = client;
    this.#azar = azar;
  }

  add(tema: Tema): void {
    // A tema of a newer server: this page shows nothing of it.
    if (!Object.hasOwn(CLAVES, tema)) return;
    this.#temas.add(tema);
    this.#reloj ??= setTimeout(() => this.#refresh(), PAUSA_MS * (0.5 + this.#azar()));
  }

  /** Everything may be old. */
  all(): void {
    for (const tema of Object.keys(CLAVES) as Tema[]) this.add(tema);
  }

  close(): void {
    clearTimeout(this.#reloj);
    this.#reloj = undefined;
    this.#temas.clear();
  }

  #refresh(): void {
    const claves = new Map([...this.#temas].flatMap((tema) => CLAVES[tema].map((clave) => [String(clave), clave])));
    this.close();
    for (const queryKey of claves.values()) void this.#client.invalidateQueries({ queryKey });
  }
}
