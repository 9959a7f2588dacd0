'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ArrowDownLeft, ArrowUpRight, LockKeyhole, Users } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { buttonClass } from '@/components/ui/button-class';
import { Card } from '@/components/ui/card';
import { Kbd } from '@/components/ui/kbd';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { balanceQuery, sesionQuery } from '@/lib/caja/query-options';
import type { TipoMovimientoCaja } from '@/lib/caja/rules';
import type { SesionDetalleDto } from '@/lib/caja/schemas';
import { formatFechaHora } from '@/lib/time';
import { BalanceVivo } from './balance-vivo';
import { Cifra } from './cifra';
import { DialogoMovimiento } from './dialogo-movimiento';
import { DialogoPersonas } from './dialogo-personas';
import { ListaMovimientos } from './lista-movimientos';
import { useTeclas } from './use-teclas';

type CajaAbiertaProps = {
  sesion: SesionDetalleDto;
  puedeMover: boolean;
  veEsperado: boolean;
  puedeAdmitir: boolean;
  /** Only who answers for it, or may close for another. */
  puedeCerrar: boolean;
  /** At somebody else's caja: the way to one's own. */
  puedeAbrirOtra: boolean;
};

/** The open drawer where one works: cash by hand, who else is at it, and the way to the close. */
export function CajaAbierta({ sesion: inicial, puedeMover, veEsperado, ...puede }: CajaAbiertaProps) {
  const router = useRouter();
  const queryClient = useQueryClient();
  const [tipo, setTipo] = useState<TipoMovimientoCaja | null>(null);
  const [personas, setPersonas] = useState(false);
  const { data: sesion } = useQuery({ ...sesionQuery(inicial.id), initialData: inicial });
  useTeclas({
    ...(puede.puedeCerrar && { F4: () => router.push('/caja/cerrar') }),
    ...(puedeMover && { F7: () => setTipo('INGRESO'), F8: () => setTipo('EGRESO') }),
  });
  return (
    <div className="mx-auto w-full max-w-5xl p-4 sm:p-6">
      <PageHeader
        title={sesion.caja.nombre}
        subtitle={`${sesion.cajero} · abierta ${formatFechaHora(sesion.fecha_apertura)}`}
        actions={
          <>
            <Button size="mostrador" icon={<Users aria-hidden="true" />} onClick={() => setPersonas(true)}>
              Personas
            </Button>
            {puede.puedeCerrar && (
              <Link href="/caja/cerrar" className={buttonClass({ variant: 'primario', size: 'mostrador' })}>
                <LockKeyhole aria-hidden="true" /> Cerrar caja <Kbd tone="sobre">F4</Kbd>
              </Link>
            )}
            {puede.puedeAbrirOtra && (
              <Link href="/caja?abrir=otra" className={buttonClass({ size: 'mostrador' })}>
                Abrir otra caja
              </Link>
            )}
          </>
        }
      />
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1.5fr)_minmax(0,1fr)]">
        <Card title="Ingresos y egresos" flush aside={puedeMover && <Botones onElegir={setTipo} />}>
          <div className="border-t border-borde">
            <ListaMovimientos movimientos={sesion.movimientos} />
          </div>
        </Card>
        {veEsperado ? (
          <BalanceVivo idSesion={sesion.id} />
        ) : (
          <Card title="Gaveta">
            <dl className="num grid grid-cols-[1fr_auto] gap-y-1.5">
              <dt className="text-tinta-2">Se abrió con</dt>
              <dd className="text-right font-semibold">
                <Cifra valor={sesion.monto_inicial} />
              </dd>
            </dl>
            <Notice className="mt-4">
              El cierre es a ciegas: lo que debería haber se ve después de sellar el conteo.
            </Notice>
          </Card>
        )}
      </div>
      <DialogoPersonas
        idSesion={sesion.id}
        puedeAdmitir={puede.puedeAdmitir}
        open={personas}
        onOpenChange={setPersonas}
      />
      <DialogoMovimiento
        tipo={tipo}
        idSesion={sesion.id}
        onClose={() => setTipo(null)}
        onDone={() => {
          void queryClient.invalidateQueries({ queryKey: sesionQuery(sesion.id).queryKey });
          void queryClient.invalidateQueries({ queryKey: balanceQuery(sesion.id).queryKey });
        }}
      />
    </div>
  );
}

function Botones({ onElegir }: { onElegir: (tipo: TipoMovimientoCaja) => void }) {
  return (
    <span className="flex gap-2">
      <Button onClick={() => onElegir('INGRESO')} icon={<ArrowDownLeft aria-hidden="true" />}>
        Ingreso <Kbd>F7</Kbd>
      </Button>
      <Button onClick={() => onElegir('EGRESO')} icon={<ArrowUpRight aria-hidden="true" />}>
        Egreso <Kbd>F8</Kbd>
      </Button>
    </span>
  );
}
