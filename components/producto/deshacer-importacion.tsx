'use client';

import { useQuery } from '@tanstack/react-query';
import { Undo2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Notice } from '@/components/ui/notice';
import { Skeleton } from '@/components/ui/skeleton';
import { centavosDeJson, formatBs } from '@/lib/money';
import { deshacerImportacionAction } from '@/lib/producto/actions';
import { porDeshacerQuery } from '@/lib/producto/query-options';
import type { ImportacionDto, PorDeshacerDto } from '@/lib/producto/schemas-importacion';
import { newUuid } from '@/lib/uuid';
import { cuantos } from './cuenta';

type DeshacerProps = { importacion: ImportacionDto; onCambio: (importacion: ImportacionDto) => void };

/** The way back of an import: what would happen now, and why it is done. */
export function DeshacerImportacion({ importacion, onCambio }: DeshacerProps) {
  const [abierto, setAbierto] = useState(false);
  const clave = useRef<string | null>(null);
  const { data, isPending, isError, error } = useQuery({ ...porDeshacerQuery(importacion.id), enabled: abierto });
  const nada = data && data.eliminados + data.restaurados === 0;

  const deshacer = async (motivo: string) => {
    if (nada) return 'No queda nada que deshacer.';
    clave.current ??= newUuid();
    const hecho = await deshacerImportacionAction({ id: importacion.id, motivo }, clave.current).catch(() => null);
    if (!hecho) return 'No hubo respuesta. Revise la conexión e intente de nuevo.';
    clave.current = null;
    if (!hecho.ok) return hecho.message;
    onCambio(hecho.data);
    return undefined;
  };
  return (
    <>
      <Button icon={<Undo2 aria-hidden="true" />} onClick={() => setAbierto(true)}>
        Deshacer
      </Button>
      <ConfirmDialog
        open={abierto}
        onOpenChange={setAbierto}
        peligro
        title="¿Deshacer esta importación?"
        description="Lo que entró sale por un contra-asiento, y queda en la auditoría."
        confirm="Deshacer"
        motivo={{ placeholder: 'Era la lista del mes pasado' }}
        onConfirm={deshacer}
      >
        {isError ? (
          <Notice tone="falta">{error.message}</Notice>
        ) : isPending ? (
          <Skeleton className="h-24" />
        ) : (
          <Efecto {...data} />
        )}
      </ConfirmDialog>
    </>
  );
}

function Efecto({ eliminados, quedaron, restaurados, cambiados, valor }: PorDeshacerDto) {
  const frases = [
    eliminados > 0 &&
      `${cuantos(eliminados, 'producto creado se elimina', 'productos creados se eliminan')}${
        valor ? `, y salen ${formatBs(centavosDeJson(valor) ?? 0)} de mercadería al costo` : ''
      }.`,
    restaurados > 0 && `${cuantos(restaurados, 'producto vuelve', 'productos vuelven')} a su precio y costo de antes.`,
    quedaron > 0 && `${cuantos(quedaron, 'producto se queda', 'productos se quedan')}: ya se vendió o se movió algo.`,
    cambiados > 0 && `${cuantos(cambiados, 'producto se queda', 'productos se quedan')}: alguien lo cambió después.`,
  ].filter((f) => f !== false);
  return (
    <ul className="num list-disc space-y-1 pl-5 text-tinta-2">
      {frases.length === 0 ? <li>No queda nada que deshacer.</li> : frases.map((f) => <li key={f}>{f}</li>)}
    </ul>
  );
}
