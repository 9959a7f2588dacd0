import type { CSSProperties } from 'react';

/**
 * The colours of `app/globals.css` as mail clients need them: the light theme inline, for those that drop style sheets, and
 * the dark one by class, for those that keep them.
 */
const CLARO = {
  fondo: '#faf7f2',
  hoja: '#ffffff',
  suave: '#f4efe7',
  borde: '#e6dfd4',
  tinta: '#221c16',
  tinta2: '#5f564b',
};
const MARCA = '#a8174b';
const LETRA = '"Segoe UI", Roboto, Helvetica, Arial, sans-serif';

/** The rules for clients that are dark and read style sheets. */
export const OSCURO = `
@media (prefers-color-scheme: dark) {
  .fondo { background-color: #151210 !important; }
  .hoja { background-color: #1e1a17 !important; border-color: #352f2a !important; }
  .suave { background-color: #272220 !important; }
  .tinta { color: #f5efe8 !important; }
  .tinta2 { color: #b9ada0 !important; }
  .marca { color: #f0628f !important; }
  .borde { border-color: #352f2a !important; }
  .boton { background-color: #f0628f !important; color: #2a0b16 !important; }
}`;

const parrafo: CSSProperties = { margin: '0 0 16px', fontSize: '16px', lineHeight: '24px', color: CLARO.tinta };

/** The styles of every template. */
export const estilo = {
  cuerpo: { margin: 0, padding: '24px 12px', backgroundColor: CLARO.fondo, fontFamily: LETRA },
  contenedor: { width: '100%', maxWidth: '600px', margin: '0 auto' },
  cabecera: { margin: '0 0 12px', fontSize: '15px', lineHeight: '24px', fontWeight: 700, color: MARCA },
  hoja: {
    backgroundColor: CLARO.hoja,
    border: `1px solid ${CLARO.borde}`,
    borderTop: `4px solid ${MARCA}`,
    borderRadius: '10px',
    padding: '28px 28px 16px',
  },
  titulo: { margin: '0 0 16px', fontSize: '22px', lineHeight: '28px', fontWeight: 700, color: CLARO.tinta },
  parrafo,
  menor: { ...parrafo, fontSize: '14px', lineHeight: '21px', color: CLARO.tinta2 },
  codigo: {
    margin: '0 0 16px',
    padding: '16px 8px',
    backgroundColor: CLARO.suave,
    borderRadius: '10px',
    textAlign: 'center',
    fontSize: '32px',
    lineHeight: '40px',
    fontWeight: 700,
    letterSpacing: '8px',
    fontFamily: 'Consolas, Menlo, monospace',
    color: CLARO.tinta,
  },
  boton: {
    display: 'inline-block',
    margin: '4px 0 20px',
    padding: '14px 22px',
    backgroundColor: MARCA,
    borderRadius: '10px',
    fontSize: '16px',
    lineHeight: '20px',
    fontWeight: 600,
    color: '#fff6f9',
    textDecoration: 'none',
  },
  tabla: { width: '100%', margin: '0 0 16px', borderCollapse: 'collapse' },
  etiqueta: {
    padding: '8px 12px 8px 0',
    borderBottom: `1px solid ${CLARO.borde}`,
    fontSize: '14px',
    lineHeight: '20px',
    textAlign: 'left',
    fontWeight: 400,
    color: CLARO.tinta2,
  },
  valor: {
    padding: '8px 0',
    borderBottom: `1px solid ${CLARO.borde}`,
    fontSize: '15px',
    lineHeight: '20px',
    textAlign: 'right',
    fontWeight: 600,
    color: CLARO.tinta,
  },
  pie: { margin: '16px 0 0', padding: '0 4px', fontSize: '13px', lineHeight: '19px', color: CLARO.tinta2 },
} as const satisfies Record<string, CSSProperties>;
