'use client';

import { Barcode, X } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useDeferredValue } from 'react';
import { Input } from '@/components/ui/input';
import { Kbd } from '@/components/ui/kbd';
import { formatCantidad } from '@/lib/quantity';
import type { Pedido } from './busqueda';
import { MARCA_BUSCADOR } from './teclas-previas';

type BuscadorProps = {
  campo: RefObject<HTMLInputElement | null>;
  value: string;
  pedido: Pedido;
  onValueChange: (texto: string) => void;
  onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
};

/** Where one searches by name, types a code, or says how many (`3*`) before a scan. */
export function Buscador({ campo, value, pedido, onValueChange, onKeyDown }: BuscadorProps) {
  // The button that clears follows in the next frame, as the tiles further down do.
  const hayTexto = useDeferredValue(value !== '');
  return (
    <Input
      ref={campo}
      {...{ [MARCA_BUSCADOR]: '' }}
      size="mostrador"
      type="text"
      aria-label="Escanear o buscar producto"
      placeholder="Escanear o buscar producto…"
      enterKeyHint="search"
      spellCheck={false}
      value={value}
      onChange={(event) => onValueChange(event.target.value)}
      onKeyDown={onKeyDown}
      className="shrink-0 border-2 pointer-coarse:text-base"
      prefix={<Barcode aria-hidden="true" className="size-6" />}
      suffix={
        <span className="flex items-center gap-1.5">
          {pedido.cantidad !== null && (
            <span className="num rounded-full bg-marca-suave px-2.5 py-1 text-sm font-semibold text-marca">
              × {formatCantidad(pedido.cantidad)}
            </span>
          )}
          {hayTexto ? (
            <button
              type="button"
              aria-label="Borrar la búsqueda"
              onClick={() => {
                onValueChange('');
                campo.current?.focus();
              }}
              className="-mr-2 grid size-11 place-items-center rounded-sm text-tinta-2 hover:text-tinta"
            >
              <X aria-hidden="true" className="size-5" />
            </button>
          ) : (
            <Kbd className="px-2 py-1 text-sm">F2</Kbd>
          )}
        </span>
      }
    />
  );
}
