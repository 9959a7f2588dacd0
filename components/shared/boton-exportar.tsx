'use client';

import { Download, FileSpreadsheet, FileText, LoaderCircle } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { DropdownItem, DropdownMenu } from '@/components/ui/dropdown-menu';
import { toast } from '@/components/ui/toast';
import { descargar, type Formato } from './descargar';

const entero = new Intl.NumberFormat('de-DE');

type BotonExportarProps = {
  /** The list, as the API names it: `/api/ventas`. */
  ruta: string;
  /** What the list is showing; what is empty is no filter. */
  filtro?: Readonly<Record<string, string | number | null | undefined>>;
};

/**
 * Takes everything that is filtered as a spreadsheet, however much it is: as Excel or as CSV. Says how far it is and, at the
 * end, how many rows there were; meanwhile it can be stopped.
 */
export function BotonExportar({ ruta, filtro = {} }: BotonExportarProps) {
  const [avance, setAvance] = useState<string | null>(null);
  const control = useRef<AbortController | null>(null);
  useEffect(() => () => control.current?.abort(), []);

  async function exportar(formato: Formato) {
    const parar = new AbortController();
    control.current = parar;
    setAvance('Preparando…');
    const query = new URLSearchParams({ formato });
    for (const [nombre, valor] of Object.entries(filtro)) if (valor) query.set(nombre, String(valor));
    try {
      const filas = await descargar(`${ruta}?${query}`, formato, setAvance, parar.signal);
      toast.success(filas === 1 ? 'Se exportó 1 fila' : `Se exportaron ${entero.format(filas)} filas`);
    } catch (error) {
      if (!parar.signal.aborted) toast.error(error instanceof Error ? error.message : 'No se pudo exportar.');
    } finally {
      setAvance(null);
    }
  }

  const detener = () => control.current?.abort();
  return (
    <span className="flex flex-wrap items-center justify-end gap-2">
      {avance !== null && (
        <>
          <span role="status" className="num text-sm text-tinta-2">
            {avance}
          </span>
          <Button size="compacto" onClick={detener}>
            Detener
          </Button>
        </>
      )}
      <DropdownMenu
        trigger={
          <Button
            size="compacto"
            aria-busy={avance !== null || undefined}
            icon={
              avance === null ? (
                <Download aria-hidden="true" />
              ) : (
                <LoaderCircle aria-hidden="true" className="animate-spin" />
              )
            }
          >
            Exportar
          </Button>
        }
      >
        {avance === null ? (
          <>
            <DropdownItem icon={<FileSpreadsheet aria-hidden="true" />} onSelect={() => void exportar('xlsx')}>
              Excel (XLSX)
            </DropdownItem>
            <DropdownItem icon={<FileText aria-hidden="true" />} onSelect={() => void exportar('csv')}>
              CSV
            </DropdownItem>
          </>
        ) : (
          <DropdownItem onSelect={detener}>Detener la exportación</DropdownItem>
        )}
      </DropdownMenu>
    </span>
  );
}
