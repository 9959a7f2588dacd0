import type { Formato } from '@/lib/etiqueta/rules';

/**
 * How a page with labels is printed, whoever asks for it: nothing but the labels, from the corner of a paper that is their
 * sheet or, on a roll, one of them.
 */
export function papelCss({ papel, ancho, alto }: Pick<Formato, 'papel' | 'ancho' | 'alto'>): string {
  return `@page { size: ${papel === 'hoja' ? 'A4' : `${ancho}mm ${alto}mm`}; margin: 0 }
    @media print {
      html, body { background: #fff !important }
      body *:has(.papel-etiquetas) { padding: 0 !important; margin: 0 !important; max-width: none !important; display: block !important }
    }`;
}
