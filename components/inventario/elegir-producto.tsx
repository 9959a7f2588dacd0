'use client';

import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useRef, useState } from 'react';
import { pitar } from '@/components/shared/pitar';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { toast } from '@/components/ui/toast';
import { MARCA_BUSCADOR } from '@/components/venta/teclas-previas';
import { useScanner } from '@/components/venta/use-scanner';
import { buscarProductoQuery } from '@/lib/inventario/query-options';
import type { ProductoDto } from '@/lib/producto/schemas';
import { cantidadConUnidad } from './formato';
import { leerProducto } from './leer-producto';

type ElegirProductoProps = {
  /** How the labels of the branch's scales are read. */
  formatosBalanza: readonly string[];
  /**
   * `escaneado`: came from the scanner, so that many more of it are meant, in thousandths: six for the code of a six-pack, the
   * weight of a scale's label.
   */
  onElegir: (producto: ProductoDto, escaneado: number | null) => void;
  conStock?: boolean;
};

/** A product by scanning, wherever the focus is, or by its name or code. Enter takes the first found. */
export function ElegirProducto({ formatosBalanza, onElegir, conStock = true }: ElegirProductoProps) {
  const campo = useRef<HTMLInputElement>(null);
  const [texto, setTexto] = useState('');
  const consulta = useQuery(buscarProductoQuery(useDeferredValue(texto)));
  const hallados = texto.trim().length > 1 ? (consulta.data ?? []) : [];

  useScanner({
    busqueda: campo,
    onScan: ({ codigo }) => {
      leerProducto(codigo, formatosBalanza).then(
        ({ producto, milesimas }) => {
          pitar('leido');
          onElegir(producto, milesimas);
        },
        (error: Error) => {
          pitar('desconocido');
          toast.error(error.message);
        },
      );
    },
  });

  function elegir(producto: ProductoDto) {
    setTexto('');
    onElegir(producto, null);
    campo.current?.focus();
  }

  return (
    <div>
      <Field label="Producto" hint="Pase el lector, o escriba el nombre o el código.">
        <Input
          ref={campo}
          {...{ [MARCA_BUSCADOR]: '' }}
          value={texto}
          autoComplete="off"
          onChange={(event) => setTexto(event.target.value)}
          onKeyDown={(event) => {
            const [primero] = hallados;
            if (event.key !== 'Enter') return;
            event.preventDefault();
            if (primero) elegir(primero);
          }}
        />
      </Field>
      {texto.trim().length > 1 && (
        <ul aria-label="Productos encontrados" className="mt-1 overflow-hidden rounded-md border border-borde">
          {hallados.map((p) => (
            <li key={p.id} className="border-b border-borde last:border-b-0">
              <button
                type="button"
                onClick={() => elegir(p)}
                className="flex min-h-11 w-full items-center justify-between gap-3 px-3 py-2 text-left hover:bg-superficie-2"
              >
                <span className="min-w-0 wrap-anywhere">{p.nombre}</span>
                {conStock && (
                  <span className="num shrink-0 text-xs text-tinta-2">
                    Hay {cantidadConUnidad(p.stock_actual, p.unidad)}
                  </span>
                )}
              </button>
            </li>
          ))}
          {hallados.length === 0 && !consulta.isPending && (
            <li role="status" className="px-3 py-3 text-sm text-tinta-2">
              Ningún producto se llama así.
            </li>
          )}
        </ul>
      )}
    </div>
  );
}
