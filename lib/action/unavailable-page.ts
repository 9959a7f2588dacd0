/** `app/globals.css` in both themes, only the roles that this page has; a test keeps them equal. */
export const COLORES = {
  fondo: 'light-dark(#faf7f2, #151210)',
  tinta: 'light-dark(#221c16, #f5efe8)',
  'tinta-2': 'light-dark(#5f564b, #b9ada0)',
  marca: 'light-dark(#a8174b, #f0628f)',
  'sobre-marca': 'light-dark(#fff6f9, #2a0b16)',
  falta: 'light-dark(#c0281c, #ff7a6b)',
  'falta-suave': 'light-dark(#fdeae7, #3a1815)',
  foco: 'light-dark(#a8174b, #f0628f)',
} as const;

const ESTILO = `
:root{color-scheme:light dark;${Object.entries(COLORES)
  .map(([rol, color]) => `--${rol}:${color}`)
  .join(';')}}
[data-tema=claro]{color-scheme:light}[data-tema=oscuro]{color-scheme:dark}
body{margin:0;min-height:100dvh;display:grid;place-items:center;background:var(--fondo);color:var(--tinta);
font:.9375rem/1.5 "Inter","Segoe UI",system-ui,sans-serif;text-align:center}
main{max-width:24rem;padding:1rem}
svg{box-sizing:border-box;width:3.5rem;padding:.875rem;border-radius:50%;background:var(--falta-suave);color:var(--falta)}
h1{margin:1rem 0 .25rem;font-size:1.0625rem;text-wrap:balance}
p{margin:0;color:var(--tinta-2);text-wrap:balance}
a{display:inline-flex;align-items:center;min-height:2.75rem;margin-top:1.25rem;padding:0 1.25rem;border-radius:.625rem;
background:var(--marca);color:var(--sobre-marca);font-weight:620;text-decoration:none}
a:focus-visible{outline:2px solid var(--foco);outline-offset:2px}`;

/** Asks whether the shop is back every five seconds, and then comes back to the page that was asked for. */
const VOLVER = `setInterval(function(){fetch('/api/salud').then(function(r){if(r.ok)location.reload()},function(){})},5000)`;

/**
 * The page that stands for any other while the database does not answer: 503, whole in itself, because nothing else can be
 * counted on. `nonce` is the one of the policy it goes out with; `antes` runs before the first paint (the theme).
 */
export function unavailablePage({ nonce, antes }: { nonce: string; antes: string }): Response {
  const html = `<!doctype html>
<html lang="es"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>La base de datos no responde · Kantuta</title>
<script nonce="${nonce}">${antes}</script><style>${ESTILO}</style></head>
<body><main role="alert">
<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" aria-hidden="true">
<ellipse cx="12" cy="5" rx="8" ry="3"/><path d="M4 5v14c0 1.7 3.6 3 8 3M20 5v6M4 12c0 1.5 2.8 2.7 6.5 3M15 16l5 5M20 16l-5 5"/></svg>
<h1>La base de datos no responde</h1>
<p>Lo ya guardado no se pierde. Esta página vuelve sola cuando responda.</p>
<a href="">Reintentar</a>
</main><script nonce="${nonce}">${VOLVER}</script></body></html>`;
  const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', 'retry-after': '5' };
  return new Response(html, { status: 503, headers });
}
