'use client';

import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { descartarImportacionAction } from '@/lib/producto/actions';
import type { ImportacionDto } from '@/lib/producto/schemas-importacion';
import { useActo } from './use-acto';

/** Gives a file up: nothing of it enters. */
export function DescartarImportacion({
  importacion,
  onCambio,
}: {
  importacion: ImportacionDto;
  onCambio: (importacion: ImportacionDto) => void;
}) {
  const { hacer, pendiente, rechazo } = useActo();
  return (
    <>
      {rechazo && (
        <Notice tone="falta" alert>
          {rechazo.message}
        </Notice>
      )}
      <Button
        className="self-start"
        pendiente={pendiente}
        onClick={() => hacer(descartarImportacionAction, { id: importacion.id }, { alHacer: onCambio })}
      >
        Descartar
      </Button>
    </>
  );
}
