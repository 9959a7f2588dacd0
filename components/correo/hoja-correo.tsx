'use client';

import { useState } from 'react';
import { Segmented } from '@/components/ui/segmented';

type HojaCorreoProps = { asunto: string; html: string; texto: string };

/** No script, no image, no request and no link leaves it: the frame is another origin with a policy of its own. */
const POLITICA = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`;

/** What a mail says, as it arrives: the sheet, or the text for whoever reads without it. */
export function HojaCorreo({ asunto, html, texto }: HojaCorreoProps) {
  const [vista, setVista] = useState<'hoja' | 'texto'>('hoja');
  return (
    <div className="flex flex-col gap-3">
      <Segmented
        label="Cómo se ve"
        size="normal"
        className="self-start"
        value={vista}
        onValueChange={setVista}
        options={[
          { value: 'hoja', label: 'Con formato' },
          { value: 'texto', label: 'Solo texto' },
        ]}
      />
      {vista === 'hoja' ? (
        <iframe
          title={`Correo: ${asunto}`}
          sandbox=""
          srcDoc={html.replace('<head>', `<head>${POLITICA}`)}
          className="h-[36rem] w-full rounded-md border border-borde bg-superficie"
        />
      ) : (
        <pre className="num rounded-md border border-borde bg-superficie-2 p-4 font-sans text-sm whitespace-pre-wrap wrap-anywhere">
          {texto}
        </pre>
      )}
    </div>
  );
}
