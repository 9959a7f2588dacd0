/** A way to a printer that takes bytes. */
export type Transporte = {
  /** How the printer calls itself, for the person who chose it. */
  nombre: string;
  /** Sends everything. Rejects with ImpresoraError when it did not arrive whole. */
  escribir: (bytes: Uint8Array) => Promise<void>;
};

/** How a kind of printer is found: asking the person, or by what they allowed before. */
export type Puerta = {
  /** Whether this browser, on this page, has it at all. */
  hay: () => boolean;
  /** Shows the browser's list; must follow a touch or a key. `null` when nothing was chosen. */
  elegir: () => Promise<Transporte | null>;
  /** What was allowed before, without asking; `null` when nothing is plugged in. */
  recordado: () => Promise<Transporte | null>;
};

/** The printer did not take it; the sentence says what to do. */
export class ImpresoraError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ImpresoraError';
  }
}
