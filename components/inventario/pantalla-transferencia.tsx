'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { toast } from 'sonner';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { type Column, DataTable } from '@/components/ui/data-table';
import { cancelarTransferenciaAction, enviarTransferenciaAction } from '@/lib/inventario/actions';
import { CAUSAS } from '@/lib/inventario/rules';
import type { LineaTransferenciaDto, TransferenciaDetalleDto } from '@/lib/inventario/schemas-respuestas';
import { formatFechaHora } from '@/lib/time';
import { newUuid } from '@/lib/uuid';
import { cantidadConUnidad } from './formato';
import { RecibirTransferencia } from './recibir-transferencia';

const de = (
  campo: 'pedida' | 'enviada' | 'recibida' | 'perdida' | 'en_camino',
  title: string,
): Column<LineaTransferenciaDto> => ({
  key: campo,
  title,
  numeric: true,
  cell: (l) => cantidadConUnidad(l[campo], l.unidad),
});
const COLUMNAS: Column<LineaTransferenciaDto>[] = [
  { key: 'nombre', title: 'Producto', main: true, cell: (l) => <span className="wrap-anywhere">{l.nombre}</span> },
  de('pedida', 'Pedida'),
  de('enviada', 'Enviada'),
  de('recibida', 'Recibida'),
  de('perdida', 'No llegó'),
  de('en_camino', 'En camino'),
];

/** A transfer, with the step that is one's to take. */
export function PantallaTransferencia({ transferencia: t }: { transferencia: TransferenciaDetalleDto }) {
  const router = useRouter();
  const queries = useQueryClient();
  const clave = useRef(newUuid());
  const [dialogo, setDialogo] = useState<'enviar' | 'cancelar' | null>(null);
  const listo = (frase: string) => {
    clave.current = newUuid();
    toast.success(frase);
    void queries.invalidateQueries({ queryKey: ['inventario'] });
    router.refresh();
  };
  return (
    <div className="flex flex-col gap-4">
      <Card flush title="Productos">
        <DataTable
          caption="Productos de la transferencia"
          columns={COLUMNAS}
          rows={t.lineas}
          rowKey={(l) => l.id_producto}
        />
      </Card>
      {(t.puede_enviar || t.puede_cancelar) && (
        <div className="flex flex-wrap justify-end gap-2">
          {t.puede_cancelar && <Button onClick={() => setDialogo('cancelar')}>Cancelar transferencia</Button>}
          {t.puede_enviar && (
            <Button variant="primario" onClick={() => setDialogo('enviar')}>
              Enviar
            </Button>
          )}
        </div>
      )}
      {t.puede_recibir && <RecibirTransferencia transferencia={t} onListo={listo} />}
      {t.recepciones.length > 0 && <Recepciones transferencia={t} />}
      {dialogo === 'enviar' && (
        <ConfirmDialog
          open
          onOpenChange={() => setDialogo(null)}
          title={`¿Enviar ${t.folio} a ${t.destino}?`}
          description="La mercadería sale de esta sucursal y queda en camino hasta que la reciban."
          confirm="Enviar"
          onConfirm={async () => {
            const hecho = await enviarTransferenciaAction({ id: t.id }, clave.current);
            if (!hecho.ok) return hecho.message;
            listo(`${t.folio} en camino`);
          }}
        />
      )}
      {dialogo === 'cancelar' && (
        <ConfirmDialog
          open
          onOpenChange={() => setDialogo(null)}
          title={`¿Cancelar ${t.folio}?`}
          confirm="Cancelar transferencia"
          peligro
          motivo={{ placeholder: 'Ya no hace falta…' }}
          onConfirm={async (motivo) => {
            const hecho = await cancelarTransferenciaAction({ id: t.id, motivo }, clave.current);
            if (!hecho.ok) return hecho.message;
            listo(`${t.folio} cancelada`);
          }}
        />
      )}
    </div>
  );
}

function Recepciones({ transferencia }: { transferencia: TransferenciaDetalleDto }) {
  return (
    <Card title="Lo que llegó">
      <ul className="flex flex-col gap-4">
        {transferencia.recepciones.map((r) => (
          <li key={r.id}>
            <p className="num text-xs text-tinta-2">
              {formatFechaHora(r.fecha)} · {r.usuario}
              {r.nota && ` · ${r.nota}`}
            </p>
            <ul className="mt-1">
              {r.lineas.map((l) => (
                <li key={l.nombre} className="num py-0.5">
                  {cantidadConUnidad(l.recibida)} de {l.nombre}
                  {l.causa && (
                    <span className="text-falta">
                      {` · ${CAUSAS[l.causa].nombre}: ${cantidadConUnidad(l.perdida)}, ${l.explicacion ?? ''}`}
                    </span>
                  )}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Card>
  );
}
