import { candidatasDeConteo } from './hipotesis-conteo';
import { candidatasDeFilas } from './hipotesis-filas';
import { ajusteExterno, type Candidata, type CasoDeCierre } from './hipotesis-modelo';
import { candidatasDeCuentas, candidatasDeOmision } from './hipotesis-omisiones';

/** A likely cause: what it would be, what to look at, and how sure it is beside the others. */
export type Hipotesis = {
  causa: string;
  titulo: string;
  mirar: string;
  /** Its share among all causes that fit. */
  certeza: 'alta' | 'media' | 'baja';
  peso: number;
  /** The entries to look at, at most twenty. */
  filas: readonly number[];
};

const COMO_MAXIMO = 6;
const FILAS_A_MIRAR = 20;

/**
 * The likely causes of a difference, likeliest first. Pure: it reads the session's entries, the count and what the apps
 * showed, and nothing else.
 *
 * Each cause weighs `frecuencia × verosimilitud × ajuste`: how often it happens at a counter, how likely this very amount
 * is if it happened, and how well the accounts of the apps fit it. So a withdrawal of Bs 100 paid twice needs a withdrawal
 * of Bs 100 among the session's, and weighs less among fifty than alone; an unregistered one needs none, but an app that
 * shows Bs 100 more than the libro makes it nearly certain and one that agrees nearly impossible; 180 missing with twenties
 * in the count is a note of 200 taken for one of 20 before it is anything else. Frequencies are those of the trade, in round
 * numbers: what matters is their order. Accounts that nobody declared say nothing, so the same list works without them.
 */
export function hipotesisDe(caso: CasoDeCierre): Hipotesis[] {
  const candidatas =
    caso.diferencia === 0
      ? candidatasDeCuentas(caso)
      : [...candidatasDeFilas(caso), ...candidatasDeOmision(caso), ...candidatasDeConteo(caso)];
  const pesadas = candidatas
    .map((c) => ({
      c,
      peso: c.frecuencia * c.verosimilitud * (caso.diferencia === 0 ? 1 : ajusteExterno(c.efecto, caso.externas)),
    }))
    .sort((a, b) => b.peso - a.peso || a.c.causa.localeCompare(b.c.causa));
  const total = pesadas.reduce((suma, { peso }) => suma + peso, 0);
  return unaPorCausa(pesadas)
    .slice(0, COMO_MAXIMO)
    .map(({ c, peso }) => ({
      causa: c.causa,
      titulo: c.titulo,
      mirar: c.mirar,
      certeza: peso >= total * 0.5 ? 'alta' : peso >= total * 0.12 ? 'media' : 'baja',
      peso,
      filas: c.filas.slice(0, FILAS_A_MIRAR),
    }));
}

/** The best of each cause: two banks with a withdrawal of that amount are one line, unless both are as likely. */
function unaPorCausa(pesadas: readonly { c: Candidata; peso: number }[]): { c: Candidata; peso: number }[] {
  const mejores = new Map<string, number>();
  return pesadas.filter(({ c, peso }) => {
    const mejor = mejores.get(c.causa);
    if (mejor === undefined) mejores.set(c.causa, peso);
    return mejor === undefined || (peso === mejor && c.filas.length > 0);
  });
}
