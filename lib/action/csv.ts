import { formatFechaPapel } from '@/lib/time';

/**
 * What a cell of an exported file may hold. A number is written with a decimal comma, as the spreadsheets of Bolivia read it;
 * an amount, with its two decimals; an instant, by the clock of La Paz.
 */
export type Celda = string | number | Dinero | Date | null;

/** An amount of money, in bolivianos as JSON has it: two decimals, always. */
export type Dinero = { readonly bs: number };

/** An amount as a cell; `null` stays an empty one. */
export function dinero(bs: number | null): Dinero | null {
  return bs === null ? null : { bs };
}

/** Characters with which a spreadsheet takes a text for a formula. OWASP ASVS 5.0.0, 1.2.10. */
const FORMULA = /^[=+\-@\t\r\0＝＋－＠]/u;

/**
 * One line of a CSV file, ending included: `;` between cells, quoted by RFC 4180 (2.6 and 2.7) when they need it. A text that
 * a spreadsheet would run as a formula gets an apostrophe in front; numbers are numbers and need none.
 */
export function lineaCsv(celdas: readonly Celda[]): string {
  return `${celdas.map(celdaCsv).join(';')}\r\n`;
}

function celdaCsv(celda: Celda): string {
  if (celda === null) return '';
  if (typeof celda === 'number') return String(celda).replace('.', ',');
  if (celda instanceof Date) return formatFechaPapel(celda);
  if (typeof celda === 'object') return celda.bs.toFixed(2).replace('.', ',');
  const texto = FORMULA.test(celda) ? `'${celda}` : celda;
  return /[";\r\n\t,']/.test(texto) ? `"${texto.replaceAll('"', '""')}"` : texto;
}

/** Says to Excel that what follows is UTF-8. */
export const BOM = '\uFEFF';
