import { processWide } from '@/lib/process-wide';

/** Upper bounds of the duration histogram, in seconds. */
export const CUBOS_S = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;
/** More routes than the product has: beyond, requests are counted under one name. */
const SERIES_MAXIMAS = 300;

/** What is counted of one method of one route. */
export type Serie = {
  metodo: string;
  ruta: string;
  porStatus: Map<number, number>;
  /** Requests by the first bound they fit under; the last one is over all of them. */
  cubos: number[];
  sumaS: number;
};

/** What Next gives: nothing at all where the route has no parameters. */
export type Params = Readonly<Record<string, string | string[] | undefined>> | undefined;

const series = () => processWide('pedidos', () => new Map<string, Serie>());

/** A path with its parameters by name, `/api/cajas/:id`: few, whatever is asked. */
export function rutaDe(pathname: string, params: Params): string {
  let partes: string[] | undefined;
  for (const [nombre, valor] of Object.entries(params ?? {}).reverse()) {
    partes ??= pathname.split('/');
    const i = typeof valor === 'string' ? partes.findLastIndex((parte) => esParte(parte, valor)) : -1;
    if (i < 0) return 'otra';
    partes[i] = `:${nombre}`;
  }
  return partes?.join('/') ?? pathname;
}

/** Whether a piece of a path is this value, written as it is or encoded. */
function esParte(parte: string, valor: string): boolean {
  if (parte === valor) return true;
  try {
    return parte === encodeURIComponent(valor);
  } catch {
    return false; // half of a surrogate pair
  }
}

/** Counts one answered request. */
export function contarPedido(metodo: string, ruta: string, status: number, ms: number): void {
  const todas = series();
  const serie =
    todas.get(`${metodo} ${ruta}`) ?? abrirSerie(todas, metodo, todas.size < SERIES_MAXIMAS ? ruta : 'otra');
  const segundos = ms / 1000;
  const hallado = CUBOS_S.findIndex((tope) => segundos <= tope);
  const cubo = hallado < 0 ? CUBOS_S.length : hallado;
  serie.cubos[cubo] = (serie.cubos[cubo] ?? 0) + 1;
  serie.porStatus.set(status, (serie.porStatus.get(status) ?? 0) + 1);
  serie.sumaS += segundos;
}

function abrirSerie(todas: Map<string, Serie>, metodo: string, ruta: string): Serie {
  const clave = `${metodo} ${ruta}`;
  const nueva = { metodo, ruta, porStatus: new Map(), cubos: new Array<number>(CUBOS_S.length + 1).fill(0), sumaS: 0 };
  const serie = todas.get(clave) ?? nueva;
  todas.set(clave, serie);
  return serie;
}

/** What was counted in this process since it started. */
export function pedidosContados(): readonly Serie[] {
  return [...series().values()];
}
