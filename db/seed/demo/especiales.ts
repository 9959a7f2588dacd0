import { desglosar } from '@/lib/money';
import type { Hecho, Piezas } from './actos';
import { diaDeLaSemana } from './calendario';
import type { Estado } from './estado';
import type { ClaveCaja, ClaveSucursal } from './tienda';

/** What makes a turn of the demo not like the others. */
export type Especial = 'billete' | 'qr' | 'corrige_qr' | 'abre_de_menos' | 'falta' | 'abre_de_mas';

/** On which turn of each caja, counted from the last one (0), and on which days of the week it has turns that count. */
const ESPECIALES: Partial<Record<ClaveCaja, { dias: readonly number[]; turnos: Readonly<Record<number, Especial>> }>> =
  {
    miraflores1: { dias: [1, 2, 3, 4, 5, 6], turnos: { 1: 'billete', 3: 'corrige_qr', 4: 'qr', 6: 'abre_de_menos' } },
    elAlto1: { dias: [1, 2, 3, 4, 5], turnos: { 0: 'falta', 2: 'abre_de_mas' } },
  };

/** What this turn of a caja has of special; `faltan` days remain of the demo. */
export function especialDe(caja: ClaveCaja, { dia, faltan }: { dia: string; faltan: number }): Especial | null {
  const suyo = ESPECIALES[caja];
  const semana = diaDeLaSemana(dia);
  if (!suyo?.dias.includes(semana)) return null;
  let quedan = 0;
  for (let d = 1; d <= faltan; d++) if (suyo.dias.includes((semana + d) % 7)) quedan += 1;
  return suyo.turnos[quedan] ?? null;
}

const APERTURAS = {
  abre_de_menos: { monto: -500, motivo: 'Se usaron monedas para el pasaje del camión' },
  abre_de_mas: { monto: 1_000, motivo: 'Apareció un billete de 10 detrás de la gaveta' },
} as const;

/** The opening of a turn: what the last close left or, on a special day, what was really there and why. */
export function abrirTurno({ gavetas }: Estado, caja: ClaveCaja, especial: Especial | null): Hecho {
  const distinta = especial === 'abre_de_menos' || especial === 'abre_de_mas' ? APERTURAS[especial] : null;
  if (!distinta || gavetas[caja] + distinta.monto < 0) return { tipo: 'abrir', caja };
  gavetas[caja] += distinta.monto;
  return { tipo: 'abrir', caja, contado: gavetas[caja], motivo: distinta.motivo };
}

/** How much was not found at the end of the special turn that comes short. */
const FALTA = 4_500;

/**
 * The close of a turn. `descuadre` is an ordinary day's; on a special one a note of 200 is counted as of 20, the cash of a
 * ticket charged as QR is in the drawer and not in the bank's app, or some is missing and nobody knows why.
 */
export function cerrarTurno(
  estado: Estado,
  { caja, sucursal }: { caja: ClaveCaja; sucursal: ClaveSucursal },
  { especial, descuadre, declara }: { especial: Especial | null; descuadre: number; declara: boolean },
): Extract<Hecho, { tipo: 'cerrar' }> {
  const { gavetas, dudoso } = estado;
  const app = () => ({ app: estado.bancos[sucursal] + estado.apps[sucursal] });
  if (especial === 'billete' && gavetas[caja] >= 20_000) {
    const piezas = desglosar(gavetas[caja]).map((p) => (p.valor === 20_000 ? { ...p, piezas: p.piezas - 1 } : p));
    estado.gavetas[caja] -= 18_000;
    return {
      tipo: 'cerrar',
      caja,
      recuento: gavetas[caja],
      piezas: [...piezas, { valor: 2_000, piezas: 1 }],
      ...app(),
    };
  }
  if (especial === 'qr' && dudoso) {
    gavetas[caja] += dudoso.monto;
    estado.apps[sucursal] -= dudoso.monto;
    return { tipo: 'cerrar', caja, recuento: gavetas[caja], ...app() };
  }
  gavetas[caja] = Math.max(0, gavetas[caja] + (especial === 'falta' ? -FALTA : descuadre));
  return { tipo: 'cerrar', caja, recuento: gavetas[caja], ...(declara || especial ? app() : {}) };
}

/** The note that was a 200 appears: the drawer is counted again. */
export function recontarTurno({ gavetas }: Estado, caja: ClaveCaja): Hecho {
  gavetas[caja] += 18_000;
  return { tipo: 'recontar', caja, recuento: gavetas[caja], motivo: 'Un billete de 200 se contó como de 20' };
}

/** Joins what is counted of the same kind. */
export function juntar(piezas: Piezas): Piezas {
  const suma = new Map<number, number>();
  for (const { valor, piezas: n } of piezas) suma.set(valor, (suma.get(valor) ?? 0) + n);
  return [...suma].filter(([, n]) => n > 0).map(([valor, n]) => ({ valor, piezas: n }));
}
