import { esquemaDeEntrada } from '@/lib/api/esquema';
import type { Ruta } from '@/lib/api/ruta';
import { estropear, type Lugar, lugaresDe } from '@/tests/contract/malas';

/** What a text should never do, whatever it says: run, break the page, the query or the spreadsheet, or hide. */
export const HOSTILES: readonly (readonly [que: string, texto: string])[] = [
  ['a script', '<script>window.__corrio=1</script>'],
  ['an attribute that runs', '"><img src=x onerror="window.__corrio=1">'],
  ['a single-quoted attribute', "'><svg onload=window.__corrio=1>"],
  ['an address that runs', 'javascript:window.__corrio=1//'],
  ['a template', `{{constructor.constructor("window.__corrio=1")()}}\${7*7}`],
  ['SQL', `'); drop table venta; --`],
  ['more SQL', `" or 1=1 /*`],
  ['a formula', '=HYPERLINK("http://malo.example";"ver")'],
  ['a command', '$(touch /tmp/kantuta-corrio)`id`|id;id'],
  ['text that turns round', 'Leche \u202Egnp.exe'],
  ['letters nobody sees', 'Le\u200Bche\u2060\uFEFF PIL'],
  ['a line of the log', 'Leche {"level":50,"msg":"falso"}'],
  ['a format', '%s %n %d %(x)s {0} %00'],
  ['a path', '../../../../etc/passwd'],
];

/** The fields of a route that take any text, beside a good input. */
export function camposDeTexto(ruta: Ruta, bueno: Record<string, unknown>): Lugar[] {
  return lugaresDe(esquemaDeEntrada(ruta.entrada), bueno)
    .filter(({ de }) => {
      if (de.deprecated || 'enum' in de || 'const' in de || 'format' in de) return false;
      const tipos = JSON.stringify(de);
      return /"type":"string"/.test(tipos) && !/"(pattern|enum|const|format|maximum)"/.test(tipos);
    })
    .map(({ lugar }) => lugar);
}

/** A good input with a text in one of its fields. */
export function con(bueno: Record<string, unknown>, lugar: Lugar, texto: string): Record<string, unknown> {
  return estropear(bueno, [{ lugar, que: 'hostil', valor: texto }]);
}
