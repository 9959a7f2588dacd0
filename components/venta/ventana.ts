import type { IdAccion } from './acciones';

/** What stands over the counter: the dialog of an act, or parking the ticket. The charge has its own file. */
export type Ventana = IdAccion | 'aparcar';
