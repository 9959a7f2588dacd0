'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Monto } from '@/components/shared/monto';
import { useTeclas } from '@/components/shared/use-teclas';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Field } from '@/components/ui/field';
import { Kbd } from '@/components/ui/kbd';
import { MoneyField } from '@/components/ui/money-field';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { Segmented } from '@/components/ui/segmented';
import { SkeletonRows } from '@/components/ui/skeleton';
import { type CuerpoCierre, enviarCierre } from '@/lib/caja/query-options';
import { claveDenominacion, sumarConteo } from '@/lib/caja/rules';
import type { SesionCajaDto } from '@/lib/caja/schemas-respuestas';
import { formatBs, jsonDeCentavos } from '@/lib/money';
import { formatFechaHora } from '@/lib/time';
import { ConteoPiezas } from './conteo';
import { SaldosExternos } from './saldos-externos';
import { sentenceOf, useActo } from './use-acto';
import { type Borrador, useBorrador } from './use-borrador';
import { useConteo } from './use-conteo';

/** The blind count of an open drawer, and its seal. Nothing here knows what should be in it. */
export function CerrarCaja({ sesion }: { sesion: Pick<SesionCajaDto, 'id' | 'cajero' | 'fecha_apertura' | 'caja'> }) {
  const { borrador, cambiar, olvidar } = useBorrador(sesion.id);
  const { dejar, dejando, avisado, aviso } = useConteo(sesion.id);
  return (
    <div className="mx-auto w-full max-w-5xl p-4 sm:p-6">
      <PageHeader
        title={`Contar ${sesion.caja.nombre}`}
        subtitle={`${sesion.cajero} · abierta ${formatFechaHora(sesion.fecha_apertura)}`}
        actions={
          <Button size="mostrador" onClick={dejar} pendiente={dejando}>
            Dejar de contar <Kbd>Esc</Kbd>
          </Button>
        }
      />
      {aviso && (
        <Notice tone="aviso" alert className="mb-5">
          {aviso} Mientras tanto, no se debe cobrar con esta caja.
        </Notice>
      )}
      {borrador && avisado ? (
        <Contador
          idSesion={sesion.id}
          enUso={sesion.caja.denominaciones}
          borrador={borrador}
          cambiar={cambiar}
          olvidar={olvidar}
          dejar={dejar}
        />
      ) : (
        <Card flush>
          <SkeletonRows />
        </Card>
      )}
    </div>
  );
}

type ContadorProps = {
  idSesion: number;
  /** The notes and coins of this caja, in bolivianos. */
  enUso: readonly number[];
  borrador: Borrador;
  cambiar: (cambio: Partial<Borrador>) => void;
  olvidar: () => void;
  dejar: () => void;
};

function Contador({ idSesion, enUso, borrador, cambiar, olvidar, dejar }: ContadorProps) {
  const router = useRouter();
  const queryClient = useQueryClient();
  const [sellando, setSellando] = useState(false);
  const { modo, piezas } = borrador;
  const total = modo === 'piezas' ? sumarConteo(piezas) : borrador.total;
  const acto = useActo({
    send: enviarCierre,
    clave: borrador.clave,
    onDone: (cerrada) => {
      olvidar();
      queryClient.removeQueries({ queryKey: ['cajas'] });
      router.push(`/caja/cierre/${cerrada.id}`);
      router.refresh();
    },
  });
  const sellar = () => total !== null && setSellando(true);
  useTeclas({ F4: sellar, Escape: dejar });
  return (
    <div className="items-start gap-5 lg:grid lg:grid-cols-[minmax(0,1fr)_18rem]">
      <div className="flex min-w-0 flex-col gap-5">
        <Card>
          <Segmented
            label="Cómo contar"
            className="mb-5 max-w-md"
            value={modo}
            onValueChange={(siguiente) => cambiar({ modo: siguiente })}
            options={[
              { value: 'piezas', label: 'Billetes y monedas' },
              { value: 'total', label: 'Solo el total' },
            ]}
          />
          {modo === 'piezas' ? (
            <ConteoPiezas
              value={piezas}
              onValueChange={(siguiente) => cambiar({ piezas: siguiente })}
              onFin={sellar}
              enUso={enUso}
            />
          ) : (
            <Field
              label="Efectivo contado"
              hint="Todo lo que hay en la gaveta, también el cambio."
              className="max-w-md"
            >
              <MoneyField
                size="grande"
                value={borrador.total}
                onValueChange={(centavos) => cambiar({ total: centavos })}
                onKeyDown={(event) => event.key === 'Enter' && sellar()}
              />
            </Field>
          )}
        </Card>
        <Card title="Saldos de las apps" aside="Opcional">
          <SaldosExternos
            idSesion={idSesion}
            value={borrador.externos}
            onValueChange={(externos) => cambiar({ externos })}
          />
        </Card>
      </div>
      <div className="sticky bottom-0 z-20 -mx-4 mt-5 -mb-4 flex items-center justify-between gap-4 border-t border-borde bg-superficie px-4 py-3 sm:-mx-6 sm:-mb-6 sm:px-6 lg:top-4 lg:bottom-auto lg:m-0 lg:block lg:rounded-lg lg:border lg:p-5 lg:shadow-sombra">
        <p aria-live="polite">
          <span className="block text-xs text-tinta-2">Contado</span>
          <span className="text-2xl font-bold lg:text-total">
            <Monto centavos={total ?? 0} />
          </span>
        </p>
        <Button
          variant="primario"
          size="mostrador"
          className="lg:mt-5 lg:w-full"
          onClick={sellar}
          disabled={total === null}
        >
          Sellar y cerrar <Kbd tone="sobre">F4</Kbd>
        </Button>
        <p className="mt-4 hidden text-xs text-pretty text-tinta-2 lg:block">
          Conteo a ciegas: lo que debería haber se muestra después de sellar. <Kbd>Enter</Kbd> pasa a la siguiente,{' '}
          <Kbd>+</Kbd> <Kbd>−</Kbd> suman y restan una pieza.
        </p>
      </div>
      <ConfirmDialog
        open={sellando}
        onOpenChange={setSellando}
        title={`¿Sellar el conteo de ${formatBs(total ?? 0)}?`}
        description={`${total === 0 ? 'La gaveta queda contada en cero. ' : ''}Al sellar, la caja queda cerrada y el conteo ya no se cambia.`}
        confirm="Sellar y cerrar"
        onConfirm={async () => {
          try {
            await acto.enviarAsync(cuerpoDe(idSesion, borrador, total ?? 0));
          } catch (error) {
            return sentenceOf(error);
          }
        }}
      />
    </div>
  );
}

function cuerpoDe(id: number, { modo, piezas, externos }: Borrador, total: number): CuerpoCierre {
  const contadas = Object.entries(piezas).filter(([, n]) => n > 0);
  const denominaciones = Object.fromEntries(contadas.map(([valor, n]) => [claveDenominacion(Number(valor)), n]));
  const saldos_externos = Object.entries(externos).map(([id_cuenta, centavos]) => ({
    id_cuenta: Number(id_cuenta),
    saldo: jsonDeCentavos(centavos),
  }));
  return {
    id,
    monto_final_real: jsonDeCentavos(total),
    ...(modo === 'piezas' && { denominaciones }),
    ...(saldos_externos.length > 0 && { saldos_externos }),
  };
}
