'use client';

import { Download } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { toast } from 'sonner';
import { Button } from '@/components/ui/button';
import { descargarCsv } from './descargar';

const entero = new Intl.NumberFormat('de-DE');

/** Takes everything that is filtered as a file, however much it is, and says how far it is. Pressed again, it stops. */
export function BotonExportar({ ruta, query }: { ruta: string; query: URLSearchParams }) {
  const [filas, setFilas] = useState<number | null>(null);
  const control = useRef<AbortController | null>(null);
  useEffect(() => () => control.current?.abort(), []);

  async function exportar() {
    const parar = new AbortController();
    control.current = parar;
    setFilas(0);
    const pedido = new URLSearchParams(query);
    pedido.set('formato', 'csv');
    try {
      const cuantas = await descargarCsv(`${ruta}?${pedido}`, setFilas, parar.signal);
      toast.success(cuantas === 1 ? 'Se exportó 1 fila' : `Se exportaron ${entero.format(cuantas)} filas`);
    } catch (error) {
      if (!parar.signal.aborted) toast.error(error instanceof Error ? error.message : 'No se pudo exportar.');
    } finally {
      setFilas(null);
    }
  }

  if (filas === null) {
    return (
      <Button icon={<Download aria-hidden="true" />} onClick={() => void exportar()}>
        Exportar
      </Button>
    );
  }
  return (
    <span className="flex items-center gap-3">
      <span role="status" className="num text-sm text-tinta-2">
        {filas === 0 ? 'Preparando…' : `${entero.format(filas)} filas…`}
      </span>
      <Button onClick={() => control.current?.abort()}>Detener</Button>
    </span>
  );
}
