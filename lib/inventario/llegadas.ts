import { ValidacionError } from '@/lib/errors';
import { costoDeSalida } from '@/lib/kardex/rules';
import { formatCantidad } from '@/lib/quantity';
import { MasDeLoEnviadoError, UnidadesEnterasError } from './errors';
import type { LineaBloqueada } from './lock-transferencia';
import { type Causa, enCamino } from './rules';
import type { Recibir } from './schemas';

/** What arrives of a line and what never will, with the value that each takes of what was on the way. */
export type Llegada = {
  linea: LineaBloqueada;
  recibida: number;
  valor: number;
  perdida: number;
  valorPerdido: number;
  causa: Causa | null;
  explicacion: string | null;
};

/**
 * What is said to arrive, or everything on the way when nothing is said. Values leave what is on the way by the same rule as
 * stock: its average, and the last of it takes the rest. Throws MasDeLoEnviadoError, UnidadesEnterasError, ValidacionError.
 */
export function llegadasDe(dichas: Recibir['lineas'], lineas: readonly LineaBloqueada[]): Llegada[] {
  if (!dichas) return lineas.flatMap((linea) => llegada(linea, { recibida: enCamino(linea).cantidad, perdida: 0 }));
  const vistas = new Set<number>();
  return dichas.flatMap((dicha, i) => {
    const linea = lineas.find((l) => l.idProducto === dicha.idProducto);
    if (!linea || vistas.has(dicha.idProducto)) {
      const frase = linea ? 'Hay un producto repetido.' : 'No es de esta transferencia.';
      throw new ValidacionError(frase, { [`lineas.${i}.id_producto`]: frase });
    }
    vistas.add(dicha.idProducto);
    const queda = enCamino(linea).cantidad;
    const partida = [dicha.recibida, dicha.perdida].some((cantidad) => cantidad % 1000 !== 0);
    if (linea.unidad === 'unidad' && partida) throw new UnidadesEnterasError(i, linea.nombre, 'recibida');
    if (dicha.recibida + dicha.perdida > queda) throw new MasDeLoEnviadoError(linea.nombre, formatCantidad(queda), i);
    return llegada(linea, dicha);
  });
}

function llegada(
  linea: LineaBloqueada,
  d: { recibida: number; perdida: number; causa?: Causa | null; explicacion?: string | null },
): Llegada[] {
  if (d.recibida + d.perdida === 0) return [];
  const camino = enCamino(linea);
  const valor = d.recibida === 0 ? 0 : costoDeSalida(camino, d.recibida);
  const resto = { cantidad: camino.cantidad - d.recibida, valor: camino.valor - valor };
  const valorPerdido = d.perdida === 0 ? 0 : costoDeSalida(resto, d.perdida);
  const { recibida, perdida, causa = null, explicacion = null } = d;
  return [{ linea, recibida, valor, perdida, valorPerdido, causa, explicacion }];
}

/** Thousandths of all lines still on the way after some arrivals. */
export function quedaEnCamino(lineas: readonly LineaBloqueada[], llegadas: readonly Llegada[]): number {
  const antes = lineas.reduce((suma, l) => suma + enCamino(l).cantidad, 0);
  return antes - llegadas.reduce((suma, l) => suma + l.recibida + l.perdida, 0);
}
