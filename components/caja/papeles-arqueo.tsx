'use client';

import { Download, Printer } from 'lucide-react';
import type { Route } from 'next';
import { Button } from '@/components/ui/button';
import { buttonClass } from '@/components/ui/button-class';

const HOJAS = { a4: '@page { size: A4; margin: 14mm }', rollo: '@page { size: 80mm 297mm; margin: 3mm }' } as const;

/** The arqueo on paper: a roll of 80 mm or an A4 sheet by the system's dialog, and the PDF to keep or send. */
export function PapelesArqueo({ idSesion }: { idSesion: number }) {
  const imprimir = (papel: keyof typeof HOJAS) => {
    const estilo = document.createElement('style');
    estilo.textContent = `@media print { ${papel === 'rollo' ? ROLLO : ''} } ${HOJAS[papel]}`;
    document.head.append(estilo);
    window.addEventListener('afterprint', () => estilo.remove(), { once: true });
    window.print();
  };
  return (
    <>
      <Button size="mostrador" icon={<Printer aria-hidden="true" />} onClick={() => imprimir('rollo')}>
        Imprimir 80 mm
      </Button>
      <Button size="mostrador" icon={<Printer aria-hidden="true" />} onClick={() => imprimir('a4')}>
        Imprimir A4
      </Button>
      <a
        href={`/api/cajas/sesion/${idSesion}/pdf` as Route}
        download={`arqueo-${idSesion}.pdf`}
        className={buttonClass({ size: 'mostrador' })}
      >
        <Download aria-hidden="true" /> PDF
      </a>
    </>
  );
}

/** On a roll everything is one narrow column, and the signatures one above the other. */
const ROLLO = `.arqueo { width: 72mm; font-size: 10pt; line-height: 1.3 }
  .arqueo h1 { font-size: 13pt } .arqueo .firmas { grid-template-columns: 1fr; gap: 18mm; margin-top: 20mm }`;
