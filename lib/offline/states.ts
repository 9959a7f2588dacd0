/**
 * The life of what this device did and the server must know. A state only moves to one of its list; nothing comes back.
 *
 * | from       | to         | when                                                                              |
 * |------------|------------|-----------------------------------------------------------------------------------|
 * | guardado   | enviado    | it is about to leave for the first time                                            |
 * | enviado    | confirmado | the server has it in the books, by this try or by an earlier one                   |
 * | enviado    | retenido   | the server has it and somebody must resolve it there (an incidencia)               |
 * | enviado    | observado  | the server did not take it; it stays here                                          |
 * | observado  | retenido, confirmado | a later try was taken                                                    |
 * | retenido   | confirmado | it was resolved, and the device happened to ask again                              |
 */
export const PASOS = {
  /** Durable on this device; never left it. */
  guardado: ['enviado'],
  /** Left at least once; nobody knows yet whether it arrived. It is sent again, the same, until there is an answer. */
  enviado: ['confirmado', 'retenido', 'observado'],
  /** The server did not take it. It stays, is tried again when a person asks, and can be exported. */
  observado: ['confirmado', 'retenido'],
  /** Delivered: the server keeps it until somebody resolves it. */
  retenido: ['confirmado'],
  /** In the books. Kept some days so that its paper can be printed again. */
  confirmado: [],
} as const satisfies Record<string, readonly string[]>;

/** Where an entry of the outbox stands. */
export type EstadoEnvio = keyof typeof PASOS;

/** What only this device has. */
export const SIN_ACUSE = ['guardado', 'enviado', 'observado'] as const satisfies readonly EstadoEnvio[];

/** Whether an entry may go from one state to the other. */
export function puedePasar(de: EstadoEnvio, a: EstadoEnvio): boolean {
  return (PASOS[de] as readonly EstadoEnvio[]).includes(a);
}
