'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Notice } from '@/components/ui/notice';
import { importacionQuery } from '@/lib/producto/query-options';
import type { ImportacionDto } from '@/lib/producto/schemas';
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
    if (situacion !== 'APLICADA') return;
    void queries.invalidateQueries({ queryKey: ['productos'] });
    void queries.invalidateQueries({ queryKey: ['categorias'] });
  }, [situacion, queries]);

  const alCambiar = (nueva: ImportacionDto) => queries.setQueryData(opciones.queryKey, nueva);
  switch (situacion) {
    case 'REVISADA':
    case 'FALLIDA':
      return <RevisionImportacion importacion={importacion} onCambio={alCambiar} />;
    case 'EN_COLA':
    case 'APLICANDO':
      return <ProgresoImportacion importacion={importacion} />;
    case 'APLICADA':
      return <ResultadoImportacion importacion={importacion} />;
    case 'DESCARTADA':
      return <Notice title="Esta importación se descartó">No entró ningún producto de este archivo.</Notice>;
  }
}
