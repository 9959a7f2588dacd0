import type { EventoNumerado } from './eventos';

/**
 * The last events, in the order every process heard them, so that a stream that was cut goes on where it was, here or in
 * another process. Starts at a mark of its own: whoever was here from the start and heard nothing knows it missed nothing.
 */
export class Memory {
  #marca = `m-${crypto.randomUUID()}`;
  #eventos: EventoNumerado[] = [];

  constructor(private readonly maximo: number) {}

  /** The id of the last event, or the mark. */
  get ultimo(): string {
    return this.#eventos.at(-1)?.id ?? this.#marca;
  }

  add(evento: EventoNumerado): void {
    this.#eventos.push(evento);
    if (this.#eventos.length <= this.maximo) return;
    const fuera = this.#eventos.shift();
    // What comes next still goes on from the one that left.
    if (fuera) this.#marca = fuera.id;
  }

  /** The events after the one named, or `null` when that one is not known here: something may have been missed. */
  since(id: string): EventoNumerado[] | null {
    if (id === this.#marca) return [...this.#eventos];
    const lugar = this.#eventos.findIndex((evento) => evento.id === id);
    return lugar < 0 ? null : this.#eventos.slice(lugar + 1);
  }

  /** Forgets: for a while nothing was heard, so no earlier id can go on from here. */
  clear(): void {
    this.#marca = `m-${crypto.randomUUID()}`;
    this.#eventos = [];
  }
}
