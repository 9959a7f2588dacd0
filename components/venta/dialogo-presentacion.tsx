'use client';

import { useRef } from 'react';
import { cx } from '@/components/ui/cx';
import { Dialog } from '@/components/ui/dialog';
import { Kbd } from '@/components/ui/kbd';
import { formatBs } from '@/lib/money';
import type { PresentacionMostrador } from '@/lib/venta/query-options';
import type { Linea } from './ticket';
import { conUnidad } from './unidad';

type DialogoPresentacionProps = {
  linea: Linea | null;
  onCerrar: () => void;
  onElegir: (presentacion: PresentacionMostrador | null) => void;
};

/** How the line is sold: by its unit, or in one of its presentations. A digit chooses. */
export function DialogoPresentacion({ linea, onCerrar, onElegir }: DialogoPresentacionProps) {
  const actual = useRef<HTMLButtonElement>(null);
  const opciones = linea ? [null, ...(linea.producto.presentaciones ?? [])] : [];
  return (
    <Dialog
      open={linea !== null}
      onOpenChange={(abierto) => !abierto && onCerrar()}
      width="chico"
      title="Presentación"
      description={linea?.producto.nombre}
      initialFocus={actual}
    >
      {linea && (
        <ul
          className="flex flex-col gap-2"
          onKeyDown={(event) => {
            const elegida = opciones[Number(event.key) - 1];
            if (/^[1-9]$/.test(event.key) && elegida !== undefined) onElegir(elegida);
          }}
        >
          {opciones.map((p, i) => {
            const marcada = (p?.id ?? null) === (linea.presentacion?.id ?? null);
            return (
              <li key={p?.id ?? 0}>
                <button
                  ref={marcada ? actual : undefined}
                  type="button"
                  aria-pressed={marcada}
                  onClick={() => onElegir(p)}
                  className={cx(
                    'num flex min-h-14 w-full items-center gap-3 rounded-md border px-4 py-2 text-left',
                    marcada ? 'border-marca bg-marca-suave' : 'border-borde hover:border-borde-campo',
                  )}
                >
                  <Kbd>{String(i + 1)}</Kbd>
                  <span className="min-w-0 flex-1">
                    <span className="block font-semibold">{p?.nombre ?? 'Por unidad'}</span>
                    <span className="block text-xs text-tinta-2">
                      {p ? `Lleva ${conUnidad(p.cantidad, linea.producto.unidad)}` : 'Del mismo stock'}
                    </span>
                  </span>
                  <strong className="font-bold">{formatBs(p?.precio ?? linea.producto.precio)}</strong>
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </Dialog>
  );
}
