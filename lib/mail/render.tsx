import type { toPlainText as TextoDe } from '@react-email/render';
import type { ReactElement } from 'react';
import { Aprobacion } from '@/emails/aprobacion';
import { Bienvenida } from '@/emails/bienvenida';
import { CierreDeCaja } from '@/emails/cierre-de-caja';
import { ClaveCambiada } from '@/emails/clave-cambiada';
import { Codigo } from '@/emails/codigo';
import type { DatosDePlantilla, Plantilla } from './plantillas';

/** A mail as it travels: the two parts that say the same. */
export type Cuerpo = { html: string; texto: string };

const HOJAS: { readonly [P in Plantilla]: (datos: DatosDePlantilla[P] & { tienda: string }) => ReactElement } = {
  bienvenida: Bienvenida,
  codigo: Codigo,
  clave_cambiada: ClaveCambiada,
  cierre_de_caja: CierreDeCaja,
  aprobacion: Aprobacion,
};

/** Headings keep their case, and each fact of a `Ficha` is one line. */
const TEXTO: Parameters<typeof TextoDe>[1] = {
  selectors: [
    { selector: 'h1', options: { uppercase: false, leadingLineBreaks: 1 } },
    { selector: 'tr.fila', format: 'block', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
    { selector: 'tr.fila > th', format: 'inline' },
    { selector: 'tr.fila > td', format: 'inline' },
  ],
};

/** Renders a template: HTML, and the plain text made from it. Whatever people wrote is text in both. */
export async function renderizar<P extends Plantilla>(
  plantilla: P,
  datos: DatosDePlantilla[P],
  tienda: string,
): Promise<Cuerpo> {
  // A process that starts does not wait for what it may never send.
  const { render, toPlainText } = await import('@react-email/render');
  const html = await render(HOJAS[plantilla]({ ...datos, tienda }));
  return { html, texto: toPlainText(html, TEXTO).trim() };
}
