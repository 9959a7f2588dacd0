'use client';

import { useQueryClient } from '@tanstack/react-query';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { useConAprobacion } from '@/components/aprobacion/use-con-aprobacion';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { toast } from '@/components/ui/toast';
import { anularDocumentoAction } from '@/lib/inventario/actions';
import { TIPOS_DOCUMENTO, type TipoDocumento } from '@/lib/kardex/rules';
import { newUuid } from '@/lib/uuid';

type AnularDocumentoProps = { documento: { id: number; folio: string; tipo: TipoDocumento } };

/** Takes back a stock document, and opens the one that does it. One clave lasts through every try. */
export function AnularDocumento({ documento }: AnularDocumentoProps) {
  const router = useRouter();
  const queries = useQueryClient();
  const conAprobacion = useConAprobacion();
  const clave = useRef(newUuid());
  const [pregunta, setPregunta] = useState(false);

  async function anular(motivo: string): Promise<string | undefined> {
    const hecho = await conAprobacion(() => anularDocumentoAction({ id: documento.id, motivo }, clave.current));
    if (!hecho.ok) {
      clave.current = newUuid();
      return hecho.message;
    }
    toast.success(`${documento.folio} anulado`);
    void queries.invalidateQueries({ queryKey: ['inventario'] });
    void queries.invalidateQueries({ queryKey: ['productos'] });
    router.push(`/inventario/documentos/${hecho.data.id}` as Route);
    router.refresh();
    return undefined;
  }

  return (
    <>
      <Button onClick={() => setPregunta(true)}>Anular</Button>
      {pregunta && (
        <ConfirmDialog
          open
          onOpenChange={setPregunta}
          title={`¿Anular ${TIPOS_DOCUMENTO[documento.tipo].nombre.toLowerCase()} ${documento.folio}?`}
          description={
            documento.tipo === 'ENTRADA'
              ? 'La mercadería sale otra vez, al costo promedio de hoy. Queda un documento que dice qué se anuló y por qué.'
              : 'La existencia vuelve a como estaba. Queda un documento que dice qué se anuló y por qué.'
          }
          confirm="Anular"
          peligro
          motivo={{ placeholder: 'Se registró dos veces…' }}
          onConfirm={anular}
        />
      )}
    </>
  );
}
