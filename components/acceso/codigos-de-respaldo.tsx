'use client';

import { Download } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Notice } from '@/components/ui/notice';

/** The recovery codes, the only time they are seen. */
export function CodigosDeRespaldo({ codigos, onHecho }: { codigos: readonly string[]; onHecho: () => void }) {
  const [guardados, setGuardados] = useState(false);
  const archivo = `data:text/plain;charset=utf-8,${encodeURIComponent(`Kantuta, códigos de respaldo\n\n${codigos.join('\n')}\n`)}`;
  return (
    <div className="flex flex-col gap-4">
      <Notice tone="aviso">
        Guarde estos códigos donde no los pierda. Cada uno sirve una vez, si le falta el teléfono. No se vuelven a
        mostrar.
      </Notice>
      <ul
        aria-label="Códigos de respaldo"
        className="num grid gap-1.5 rounded-md bg-superficie-2 p-3 text-sm sm:grid-cols-2"
      >
        {codigos.map((codigo) => (
          <li key={codigo} className="text-center select-all">
            {codigo}
          </li>
        ))}
      </ul>
      <a
        href={archivo}
        download="kantuta-codigos.txt"
        className="inline-flex h-11 items-center justify-center gap-2 text-sm font-semibold text-marca"
      >
        <Download aria-hidden="true" className="size-4.5" /> Descargar
      </a>
      <Checkbox checked={guardados} onChange={(event) => setGuardados(event.target.checked)} label="Los guardé" />
      <Button variant="primario" disabled={!guardados} onClick={onHecho}>
        Listo
      </Button>
    </div>
  );
}
