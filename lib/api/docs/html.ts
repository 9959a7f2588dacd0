/** Text that is already HTML. */
export class Html {
  constructor(readonly texto: string) {}
  toString(): string {
    return this.texto;
  }
}

type Parte = Html | string | number | null | false | undefined | readonly Parte[];

/** Writes HTML; whatever is put in is escaped, unless it is `Html` itself. Lists are joined; nothing is nothing. */
export function html(trozos: TemplateStringsArray, ...partes: readonly Parte[]): Html {
  return new Html(trozos.reduce((todo, trozo, i) => todo + texto(partes[i - 1]) + trozo));
}

/** Text of ours that needs no escape: a style sheet, a script. */
export function crudo(fuente: string): Html {
  return new Html(fuente);
}

const SIGNOS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function texto(parte: Parte): string {
  if (parte === null || parte === undefined || parte === false) return '';
  if (parte instanceof Html) return parte.texto;
  if (Array.isArray(parte)) return parte.map(texto).join('');
  return String(parte).replace(/[&<>"']/g, (signo) => SIGNOS[signo] ?? signo);
}

/** A sentence where `` `code` `` is set as code. */
export function prosa(frase: string): Html {
  return html`${frase.split('`').map((trozo, i) => (i % 2 === 1 ? html`<code>${trozo}</code>` : trozo))}`;
}
