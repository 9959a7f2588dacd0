'use client';

import { useMutation } from '@tanstack/react-query';
import { FileUp } from 'lucide-react';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { type DragEvent, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import { Notice } from '@/components/ui/notice';
import { ProgressBar } from '@/components/ui/progress-bar';
import { subirImportacion } from '@/lib/producto/query-options';

/** Where a file of products is dropped or chosen; its review opens by itself. */
export function SubirArchivo() {
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const [encima, setEncima] = useState(false);
  const subida = useMutation({
    mutationFn: subirImportacion,
    onSuccess: ({ id }) => router.push(`/productos/importar/${id}` as Route),
  });
  const ocupado = subida.isPending || subida.isSuccess;
  const tomar = (archivo: File | undefined) => {
    if (archivo && !ocupado) subida.mutate(archivo);
  };
  const alSoltar = (event: DragEvent) => {
    event.preventDefault();
    setEncima(false);
    tomar(event.dataTransfer.files[0]);
  };
  return (
    <div className="flex flex-col gap-4">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is one more way; the button inside is the control */}
      <div
        onDragOver={(event) => {
          event.preventDefault();
          setEncima(true);
        }}
        onDragLeave={() => setEncima(false)}
        onDrop={alSoltar}
        className={cx(
          'flex min-h-56 flex-col items-center justify-center gap-4 rounded-lg border-2 border-dashed p-6 text-center transition-colors',
          encima ? 'border-marca bg-marca-suave' : 'border-borde-fuerte bg-superficie',
        )}
      >
        {ocupado ? (
          <div className="flex w-full max-w-sm flex-col gap-3" role="status">
            <p className="font-medium">Subiendo {subida.variables?.name}…</p>
            <ProgressBar label="Subiendo el archivo" />
            <p className="text-xs text-tinta-2">Se revisa cada fila. Todavía no se cambia nada.</p>
          </div>
        ) : (
          <>
            <span className="grid size-14 place-items-center rounded-full bg-marca-suave text-marca">
              <FileUp aria-hidden="true" className="size-7" strokeWidth={1.6} />
            </span>
            <div>
              <p className="text-base font-semibold pointer-coarse:hidden">Suelte aquí el archivo de Excel o CSV</p>
              <p className="hidden text-base font-semibold pointer-coarse:block">El archivo de Excel o CSV</p>
              <p className="mt-1 text-tinta-2">Se revisa fila por fila, y nada entra hasta que se confirme.</p>
            </div>
            <Button variant="primario" onClick={() => input.current?.click()}>
              Elegir archivo
            </Button>
          </>
        )}
        <input
          ref={input}
          type="file"
          aria-label="Archivo de productos"
          accept=".xlsx,.csv,.txt,.tsv,text/csv,text/plain,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          className="sr-only"
          tabIndex={-1}
          onChange={(event) => {
            tomar(event.target.files?.[0]);
            // The same file, corrected, can be chosen again.
            event.target.value = '';
          }}
        />
      </div>
      {subida.isError && (
        <Notice tone="falta" alert title="No se pudo leer el archivo">
          {subida.error.message}
        </Notice>
      )}
    </div>
  );
}
