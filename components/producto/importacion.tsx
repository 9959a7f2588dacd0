'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { buttonClass } from '@/components/ui/button-class';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { importacionQuery } from '@/lib/producto/query-options';
import type { ImportacionDto } from '@/lib/producto/schemas-importacion';
import { ColumnasImportacion } from './columnas-importacion';
import { DescartarImportacion } from './descartar-importacion';
import { ProgresoImportacion } from './progreso-importacion';
import { ResultadoImportacion } from './resultado-importacion';
import { RevisionImportacion } from './revision-importacion';

/** One file from its review to its result. While the worker is at it the page asks how far it is. */
export function Importacion({ inicial }: { inicial: ImportacionDto }) {
  const queries = useQueryClient();
  const opciones = importacionQuery(inicial.id);
  const { data: importacion } = useQuery({ ...opciones, initialData: inicial });
  const { situacion } = importacion;

  useEffect(() => {
    if (situacion !== 'APLICADA' && situacion !== 'DESHECHA') return;
    void queries.invalidateQueries({ queryKey: ['productos'] });
    void queries.invalidateQueries({ queryKey: ['categorias'] });
  }, [situacion, queries]);

  // What was asked before the change may answer after it.
  const alCambiar = (nueva: ImportacionDto) => {
    void queries.cancelQueries({ queryKey: opciones.queryKey, exact: true });
    queries.setQueryData(opciones.queryKey, nueva);
  };
  switch (situacion) {
    case 'COLUMNAS':
      return (
        <div className="flex flex-col gap-4">
          <ColumnasImportacion importacion={importacion} onCambio={alCambiar} />
          <DescartarImportacion importacion={importacion} onCambio={alCambiar} />
        </div>
      );
    case 'ILEGIBLE':
      return (
        <div className="flex flex-col gap-4">
          <Notice tone="falta" title="No se pudo leer el archivo">
            {importacion.falla}
          </Notice>
          <Link href="/productos/importar" className={buttonClass({ variant: 'primario', className: 'self-start' })}>
            Subir otro archivo
          </Link>
        </div>
      );
    case 'REVISADA':
    case 'FALLIDA':
      // Another reading is another review: what was chosen on the last one does not stay.
      return <RevisionImportacion key={importacion.updated_at} importacion={importacion} onCambio={alCambiar} />;
    case 'LEYENDO':
    case 'EN_COLA':
    case 'APLICANDO':
    case 'DESHACIENDO':
      return <ProgresoImportacion importacion={importacion} />;
    case 'APLICADA':
    case 'DESHECHA':
      return <ResultadoImportacion importacion={importacion} onCambio={alCambiar} />;
    case 'DESCARTADA':
      return <Notice title="Esta importación se descartó">No entró ningún producto de este archivo.</Notice>;
  }
}
