'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { Monto } from '@/components/shared/monto';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Kbd } from '@/components/ui/kbd';
import { MoneyField } from '@/components/ui/money-field';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { toast } from '@/components/ui/toast';
import { enviarApertura } from '@/lib/caja/query-options';
import type { CajaDto } from '@/lib/caja/schemas-respuestas';
import { centavosDeJson, jsonDeCentavos } from '@/lib/money';
import { TarjetasCaja } from './tarjetas-caja';
import { useActo } from './use-acto';

type AbrirCajaProps = {
  cajas: readonly CajaDto[];
  /** Whether this person may see what the drawer should hold; without it the count is blind. */
  veEsperado: boolean;
};

/** Choosing a caja and counting what its drawer holds; then straight to the counter. */
export function AbrirCaja({ cajas, veEsperado }: AbrirCajaProps) {
  const router = useRouter();
  const campo = useRef<HTMLInputElement>(null);
  const libres = cajas.filter((c) => c.sesion_abierta === null);
  const [idCaja, setIdCaja] = useState<number | null>(libres.length === 1 ? (libres[0]?.id ?? null) : null);
  const [escrito, setEscrito] = useState<number | null | undefined>(undefined);
  const [motivo, setMotivo] = useState('');

  const caja = libres.find((c) => c.id === idCaja);
  const dejado = veEsperado && caja ? centavosDeJson(caja.saldo ?? 0) : null;
  const contado = escrito === undefined ? dejado : escrito;
  const vender = caja?.especialidad !== 'SOLO_AGENTES';

  const acto = useActo({
    send: enviarApertura,
    onDone: (sesion) => {
      toast.success(`${sesion.caja.nombre} abierta`);
      router.push(vender ? '/vender' : '/caja');
      router.refresh();
    },
  });

  // Blind, only the server knows that the count differs: it says so, and then the reason is asked for.
  const difiere = dejado !== null && contado !== null && contado !== dejado;
  const pideMotivo = difiere || acto.campos.motivo !== undefined || motivo !== '';
  const explicado = motivo.trim().length >= 3;

  return (
    <form
      className="mx-auto w-full max-w-5xl p-4 sm:p-6"
      onSubmit={(event) => {
        event.preventDefault();
        if (!caja || contado === null || (difiere && !explicado)) return;
        acto.enviar({ id_caja: caja.id, monto_inicial: jsonDeCentavos(contado), motivo: motivo.trim() || null });
      }}
    >
      <PageHeader title="Abrir caja" subtitle="Elija la caja y cuente lo que hay en la gaveta." />
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1.5fr)_minmax(0,1fr)]">
        <TarjetasCaja
          cajas={cajas}
          value={caja ? idCaja : null}
          onValueChange={(id) => {
            setIdCaja(id);
            if (veEsperado) setEscrito(undefined);
          }}
          onElegida={() => requestAnimationFrame(() => campo.current?.select())}
        />
        <Card title={caja ? `Gaveta de ${caja.nombre}` : 'Gaveta'} className="lg:sticky lg:top-4">
          <Field
            label="Efectivo contado"
            error={acto.campos.monto_inicial}
            hint={caja ? 'Billetes y monedas que hay ahora.' : 'Primero elija una caja.'}
          >
            <MoneyField ref={campo} size="grande" value={contado} onValueChange={setEscrito} enterKeyHint="done" />
          </Field>
          {dejado !== null && contado !== null && <Contraste dejado={dejado} contado={contado} />}
          {pideMotivo && (
            <Field
              label="Por qué no es lo que dejó el último cierre"
              className="mt-4"
              error={explicado ? undefined : acto.campos.motivo}
            >
              <Input
                size="mostrador"
                value={motivo}
                maxLength={200}
                placeholder="El dueño sacó para el gas"
                onChange={(event) => setMotivo(event.target.value)}
              />
            </Field>
          )}
          {acto.rechazo && (
            <Notice tone="falta" alert className="mt-4">
              {acto.rechazo}
            </Notice>
          )}
          <Button
            type="submit"
            variant="primario"
            size="grande"
            className="mt-5 w-full"
            pendiente={acto.pendiente}
            disabled={!caja || contado === null || (pideMotivo && !explicado)}
          >
            Abrir caja <Kbd tone="sobre">Enter</Kbd>
          </Button>
        </Card>
      </div>
    </form>
  );
}

/** What the last close left beside what is there now. */
function Contraste({ dejado, contado }: { dejado: number; contado: number }) {
  return (
    <dl className="num mt-4 grid grid-cols-[1fr_auto] gap-y-1 border-t border-dashed border-borde-fuerte pt-3 text-tinta-2">
      <dt>Dejó el último cierre</dt>
      <dd className="text-right">
        <Monto centavos={dejado} />
      </dd>
      {contado !== dejado && (
        <>
          <dt>Diferencia de apertura, queda registrada</dt>
          <dd className="text-right">
            <Monto centavos={contado - dejado} diferencia />
          </dd>
        </>
      )}
    </dl>
  );
}
