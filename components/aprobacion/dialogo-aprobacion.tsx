'use client';

import { useState } from 'react';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Segmented } from '@/components/ui/segmented';
import { enviarCancelacion } from '@/lib/aprobacion/query-options';
import type { DetalleDeRechazo } from '@/lib/aprobacion/schemas';
import { Descripcion, enTitulo } from './descripcion';
import type { Desenlace } from './desenlace';
import { EnElMomento } from './en-el-momento';
import { PorTelefono } from './por-telefono';

type DialogoAprobacionProps = { rechazo: DetalleDeRechazo; onFin: (desenlace: Desenlace) => void };

/** What must be approved, and the two ways: a superior who is here types their PIN, or one answers from their phone. */
export function DialogoAprobacion({ rechazo, onFin }: DialogoAprobacionProps) {
  const [via, setVia] = useState<'aqui' | 'telefono'>(rechazo.estado === 'PENDIENTE' ? 'telefono' : 'aqui');
  const [pedida, setPedida] = useState(rechazo.estado === 'PENDIENTE');
  const [motivo, setMotivo] = useState('');
  const [pendiente, setPendiente] = useState(false);
  const id = rechazo.id_aprobacion;
  const aprobada = () => onFin({ como: 'aprobada' });

  function cancelar() {
    // Nobody has to answer it any more; if this does not arrive, it expires by itself.
    void enviarCancelacion(id).catch(() => {});
    onFin({ como: 'cancelada' });
  }

  return (
    <Dialog
      open
      onOpenChange={(abierto) => !abierto && cancelar()}
      title="Hace falta la aprobación de un superior"
      description={`${enTitulo(rechazo.resumen)}.`}
      locked={pendiente}
    >
      <div className="flex flex-col gap-4">
        <div className="rounded-md border border-borde p-3.5">
          <Descripcion filas={rechazo.detalle} />
        </div>
        <Segmented
          label="Cómo se aprueba"
          options={[
            { value: 'aqui', label: 'Superior aquí' },
            { value: 'telefono', label: 'Pedir por teléfono' },
          ]}
          value={via}
          onValueChange={setVia}
        />
        {!pedida && (
          <Field label="Motivo" hint="Lo lee quien aprueba y queda en el documento.">
            <Input
              size="mostrador"
              value={motivo}
              maxLength={200}
              placeholder="Por ejemplo: cliente de siempre"
              onChange={(event) => setMotivo(event.target.value)}
            />
          </Field>
        )}
        {via === 'aqui' ? (
          <EnElMomento
            id={id}
            motivo={pedida ? 'Aprobado en el momento' : motivo.trim()}
            onPendiente={setPendiente}
            onAprobada={aprobada}
            onCancelar={cancelar}
          />
        ) : (
          <PorTelefono
            id={id}
            motivo={motivo.trim()}
            pedida={pedida}
            onPedida={() => setPedida(true)}
            onFin={onFin}
            onCancelar={cancelar}
          />
        )}
      </div>
    </Dialog>
  );
}
