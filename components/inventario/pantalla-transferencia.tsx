'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { type Column, DataTable } from '@/components/ui/data-table';
import { Notice } from '@/components/ui/notice';
import { toast } from '@/components/ui/toast';
import { cancelarTransferenciaAction } from '@/lib/inventario/actions';
import { CAUSAS } from '@/lib/inventario/rules';
import type { LineaTransferenciaDto, TransferenciaDetalleDto } from '@/lib/inventario/schemas-respuestas';
import { formatFechaHora } from '@/lib/time';
import { newUuid } from '@/lib/uuid';
import { EnviarTransferencia } from './enviar-transferencia';
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
/** What can be said of each product so far: before it leaves, only what was asked. */
const columnas = (t: TransferenciaDetalleDto): Column<LineaTransferenciaDto>[] => [
  { key: 'nombre', title: 'Producto', main: true, cell: (l) => <span className="wrap-anywhere">{l.nombre}</span> },
  de('pedida', 'Pedida'),
  ...(t.enviada_en ? [de('enviada', 'Enviada'), de('recibida', 'Recibida')] : []),
  ...(t.lineas.some((l) => l.perdida > 0) ? [de('perdida', 'No llegó')] : []),
  ...(t.lineas.some((l) => l.en_camino > 0) ? [de('en_camino', 'En camino')] : []),
];

/** A transfer, with the step that is one's to take. */
export function PantallaTransferencia({ transferencia: t }: { transferencia: TransferenciaDetalleDto }) {
  const router = useRouter();
  const queries = useQueryClient();
  const clave = useRef(newUuid());
  const [cancela, setCancela] = useState(false);
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
          columns={columnas(t)}
          rows={t.lineas}
          rowKey={(l) => l.id_producto}
        />
      </Card>
      <Espera transferencia={t} />
      {t.puede_enviar && <EnviarTransferencia transferencia={t} onListo={listo} />}
      {t.puede_recibir && <RecibirTransferencia transferencia={t} onListo={listo} />}
      {t.puede_cancelar && (
        <div className="flex justify-end">
          <Button onClick={() => setCancela(true)}>Cancelar transferencia</Button>
        </div>
      )}
      {t.recepciones.length > 0 && <Recepciones transferencia={t} />}
      {cancela && (
        <ConfirmDialog
          open
          onOpenChange={setCancela}
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

/** Whose turn it is, for whoever can only wait. */
function Espera({ transferencia: t }: { transferencia: TransferenciaDetalleDto }) {
  if (t.puede_enviar || t.puede_recibir) return null;
  if (t.estado === 'SOLICITADA') return <Notice>Falta que {t.origen} la envíe.</Notice>;
  if (t.estado === 'ENVIADA' || t.estado === 'PARCIAL') return <Notice>Falta que {t.destino} la reciba.</Notice>;
  return null;
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
