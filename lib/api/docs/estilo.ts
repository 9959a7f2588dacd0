/** The roles of colour that the page uses, as `app/globals.css` has them; a test compares. */
export const ROLES = `--fondo: light-dark(#faf7f2, #151210);
  --superficie: light-dark(#ffffff, #1e1a17);
  --superficie-2: light-dark(#f4efe7, #272220);
  --borde: light-dark(#e6dfd4, #352f2a);
  --borde-campo: light-dark(#958877, #7a6f64);
  --tinta: light-dark(#221c16, #f5efe8);
  --tinta-2: light-dark(#5f564b, #b9ada0);
  --tinta-3: light-dark(#746859, #9f9385);
  --marca: light-dark(#a8174b, #f0628f);
  --marca-suave: light-dark(#fbe9ef, #3a1a27);
  --sobre-marca: light-dark(#fff6f9, #2a0b16);
  --hecho: light-dark(#0b7a43, #43c684);
  --hecho-suave: light-dark(#e3f4ea, #12301f);
  --falta: light-dark(#c0281c, #ff7a6b);
  --falta-suave: light-dark(#fdeae7, #3a1815);
  --aviso: light-dark(#855b00, #f2c04c);
  --aviso-suave: light-dark(#fff3d1, #352806);
  --acento: light-dark(#f2b705, #f2b705);
  --petalo: light-dark(#b3174f, #e8457c);
  --hoja: light-dark(#0b7a43, #2fa868);
  --foco: light-dark(#a8174b, #f0628f);`;

/** The page's style sheet: the shop's roles and measures, without its fonts, which would be another file. */
export const ESTILO = `
:root {
  ${ROLES}
  color-scheme: light dark;
}
[data-tema="claro"] { color-scheme: light; }
[data-tema="oscuro"] { color-scheme: dark; }
* { box-sizing: border-box; }
[hidden] { display: none !important; }
html { scroll-padding-top: 4.25rem; -webkit-text-size-adjust: 100%; }
body {
  margin: 0; background: var(--fondo); color: var(--tinta); font-size: .9375rem; line-height: 1.55;
  font-family: Inter, "Inter Variable", "Segoe UI", system-ui, sans-serif; -webkit-font-smoothing: antialiased;
}
a { color: var(--marca); text-underline-offset: .15em; }
:focus-visible { outline: 2px solid var(--foco); outline-offset: 2px; border-radius: .25rem; }
code, pre { font-family: ui-monospace, "SF Mono", "Cascadia Mono", Consolas, monospace; font-size: .85em; }
code { background: var(--superficie-2); border-radius: .3rem; padding: .1em .35em; overflow-wrap: anywhere; }
pre { background: var(--superficie-2); border: 1px solid var(--borde); border-radius: .625rem; padding: .75rem 1rem; overflow: auto; max-height: 28rem; margin: .5rem 0; }
pre code { background: none; padding: 0; font-size: .8125rem; overflow-wrap: normal; }
h1, h2, h3, h4 { line-height: 1.25; letter-spacing: -.01em; }
h1 { font-size: 1.75rem; margin: 0 0 .25rem; letter-spacing: -.02em; }
h2 { font-size: 1.5rem; margin: 0 0 .25rem; }
h4 { font-size: .8125rem; margin: 1.1rem 0 .35rem; color: var(--tinta-2); font-weight: 600; }
p { margin: .5rem 0; max-width: 72ch; }

header {
  position: sticky; top: 0; z-index: 2; display: flex; align-items: center; justify-content: space-between; gap: 1rem;
  padding: 0 1.25rem; min-height: 3.25rem; background: var(--superficie); border-bottom: 1px solid var(--borde);
}
.marca { display: flex; align-items: center; gap: .6rem; color: var(--tinta); text-decoration: none; font-weight: 650; font-size: 1.0625rem; }
.marca small { color: var(--tinta-2); font-weight: 450; font-size: .8125rem; }
svg { width: 2rem; height: 2rem; flex: none; }
button, .boton {
  min-height: 2.75rem; padding: 0 1rem; border-radius: .625rem; border: 1px solid var(--borde-campo); background: var(--superficie);
  color: var(--tinta); font: inherit; font-size: .875rem; cursor: pointer; display: inline-flex; align-items: center; text-decoration: none;
}
header button { min-height: 2.25rem; }
.boton { background: var(--marca); color: var(--sobre-marca); border-color: transparent; font-weight: 600; }

.cuerpo { display: grid; grid-template-columns: 19rem minmax(0, 1fr); max-width: 92rem; margin: 0 auto; }
nav { position: sticky; top: 3.25rem; align-self: start; height: calc(100vh - 3.25rem); overflow-y: auto; padding: 1.25rem .5rem 2rem 1.25rem; border-right: 1px solid var(--borde); }
nav ul { list-style: none; margin: 0; padding: 0; }
nav a { display: flex; align-items: center; gap: .5rem; padding: .2rem .5rem; min-height: 1.85rem; border-radius: .375rem; color: var(--tinta-2); text-decoration: none; font-size: .8125rem; }
nav a span:last-child { overflow-wrap: anywhere; }
nav a:hover { background: var(--superficie-2); color: var(--tinta); }
nav a.grupo { margin-top: .75rem; color: var(--tinta); font-weight: 620; font-size: .875rem; }
.buscar span { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.buscar input { width: 100%; min-height: 2.75rem; padding: 0 .75rem; border-radius: .625rem; border: 1px solid var(--borde-campo); background: var(--superficie); color: var(--tinta); font: inherit; font-size: .875rem; }

main { padding: 1.75rem 2rem 6rem; min-width: 0; }
section + section { margin-top: 3rem; }
section > p { color: var(--tinta-2); }
.reglas { display: grid; grid-template-columns: repeat(auto-fill, minmax(19rem, 1fr)); gap: .25rem 2rem; margin-top: 1rem; }
.reglas p { color: var(--tinta-2); font-size: .875rem; margin: .25rem 0; }

article { background: var(--superficie); border: 1px solid var(--borde); border-radius: 1rem; padding: 1.1rem 1.35rem 1.25rem; margin-top: 1rem; }
article:target { border-color: var(--marca); }
h3 { margin: 0; font-size: 1rem; display: flex; flex-wrap: wrap; align-items: center; gap: .35rem .75rem; }
h3 > a { color: inherit; text-decoration: none; display: flex; align-items: center; gap: .6rem; min-width: 0; }
h3 code { background: none; padding: 0; font-size: .9375rem; }
.resumen { color: var(--tinta-2); font-weight: 450; }
.alias { color: var(--tinta-2); font-size: .8125rem; }
.metodo { flex: none; width: 3.75rem; text-align: center; padding: .12rem 0; border-radius: .375rem; font-size: .6875rem; font-weight: 680; letter-spacing: .03em; background: var(--superficie-2); color: var(--tinta-2); }
.metodo.post { background: var(--hecho-suave); color: var(--hecho); }
.metodo.patch, .metodo.put { background: var(--aviso-suave); color: var(--aviso); }
.metodo.delete { background: var(--falta-suave); color: var(--falta); }
dl { margin: .75rem 0 0; display: flex; flex-wrap: wrap; gap: .35rem 1.75rem; font-size: .8125rem; }
dl div { display: flex; gap: .5rem; align-items: baseline; }
dt { color: var(--tinta-3); }
dd { margin: 0; }
.tabla { overflow-x: auto; margin-top: .5rem; }
table { border-collapse: collapse; width: 100%; font-size: .8125rem; }
th, td { text-align: left; vertical-align: top; padding: .4rem .75rem .4rem 0; border-top: 1px solid var(--borde); font-weight: 400; }
col.campo { width: 34%; }
col.tipo { width: 22%; }
thead th { color: var(--tinta-3); border-top: 0; font-size: .75rem; padding-top: 0; }
tbody th { white-space: nowrap; }
.obligatorio { color: var(--marca); font-size: .75rem; }
.limites { color: var(--tinta-3); }
summary { cursor: pointer; color: var(--marca); font-size: .8125rem; min-height: 1.75rem; }
.reglas h2 { font-size: .9375rem; margin: .75rem 0 0; }
.aviso { max-width: 28rem; margin: 12vh auto 0; text-align: center; }
.aviso svg { width: 3rem; height: 3rem; }
.aviso p { margin: .75rem auto; }

@media (max-width: 60rem) {
  .cuerpo { grid-template-columns: minmax(0, 1fr); }
  nav { position: static; height: auto; max-height: 18rem; border-right: 0; border-bottom: 1px solid var(--borde); padding-right: 1.25rem; }
  main { padding: 1.25rem 1rem 4rem; }
  article { padding: 1rem; }
  tbody th { white-space: normal; }
}
@media print { header, nav { display: none; } .cuerpo { display: block; } article { break-inside: avoid; } }
`;
