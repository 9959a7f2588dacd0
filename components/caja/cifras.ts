import type { BolsilloDeFilas, Concepto } from '@/lib/caja/schemas';
import type { BalanceDto } from '@/lib/caja/schemas-respuestas';

/** Each concepto as a person calls it. */
export const NOMBRE_DE_CONCEPTO: Record<Concepto, string> = {
  apertura: 'Diferencia de apertura',
  ventas_efectivo: 'Ventas en efectivo',
  ventas_qr: 'Ventas por QR',
  ventas_transferencia: 'Ventas por transferencia',
  ingresos: 'Ingresos',
  egresos: 'Egresos',
  compras: 'Compras pagadas con caja',
  agentes: 'Agente bancario, neto',
  recargas: 'Recargas',
  fiado: 'Fiado cobrado',
  traspasos: 'Traspasos',
  otros: 'Otros movimientos',
  cierre: 'Diferencia de cierre',
  recuento: 'Recuentos',
};

/** Which rows of a session are looked at: those of a figure, those of a pocket, or all of them. */
export type FiltroDeFilas = { concepto?: Concepto; bolsillo?: BolsilloDeFilas };

type Figura = readonly [concepto: Concepto, valor: number | null];

/** What entered and left the drawer, signed, in the order of the close; lines at zero say nothing and stay out. */
export function cifrasDeGaveta(b: BalanceDto): Figura[] {
  const todas: Figura[] = [
    ['ventas_efectivo', b.ventas.efectivo],
    ['ingresos', b.ingresos],
    ['egresos', b.egresos && -b.egresos],
    ['traspasos', b.traspasos],
    ['compras', b.compras && -b.compras],
    ['agentes', b.agentes.neto],
    ['recargas', b.recargas],
    ['fiado', b.fiado],
    ['otros', b.otros],
  ];
  return todas.filter(([concepto, valor]) => valor !== 0 || concepto === 'ventas_efectivo');
}

/** What was charged and never touches the drawer. */
export function cifrasDeFuera(b: BalanceDto): Figura[] {
  const todas: Figura[] = [
    ['ventas_qr', b.ventas.qr],
    ['ventas_transferencia', b.ventas.transferencia],
  ];
  return todas.filter(([, valor]) => valor !== 0);
}

/** Where the rows of a figure are: on the page of its session, that is `base`. */
export function rutaDeFilas(base: string, { concepto, bolsillo }: FiltroDeFilas): string {
  const consulta = bolsillo ? `?bolsillo=${bolsillo}` : concepto ? `?ver=${concepto}` : '';
  return `${base}${consulta}#filas`;
}
