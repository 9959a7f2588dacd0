/** What a caja is for. */
export const ESPECIALIDADES = ['SOLO_VENTAS', 'SOLO_AGENTES', 'MIXTA'] as const;
export type Especialidad = (typeof ESPECIALIDADES)[number];

/** The kinds of document that reach a drawer. */
export type Documento = 'venta' | 'compra' | 'agente' | 'recarga' | 'movimiento';

const ADMITE: Record<Especialidad, readonly Documento[]> = {
  SOLO_VENTAS: ['venta', 'compra', 'movimiento'],
  SOLO_AGENTES: ['agente', 'recarga', 'movimiento'],
  MIXTA: ['venta', 'compra', 'agente', 'recarga', 'movimiento'],
};

/** Whether a caja of this especialidad takes the document: the one table that decides it. */
export function admite(especialidad: Especialidad, documento: Documento): boolean {
  return ADMITE[especialidad].includes(documento);
}
