/** How asking for an approval ended. `otra_vez`: it expired, and the act has to be tried again to ask anew. */
export type Desenlace = { como: 'aprobada' | 'cancelada' | 'otra_vez' } | { como: 'rechazada'; frase: string };
