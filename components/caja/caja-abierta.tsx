'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ArrowDownLeft, ArrowLeftRight, ArrowUpRight, LockKeyhole, UserRoundCheck, Users } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTeclas } from '@/components/shared/use-teclas';
import { Button } from '@/components/ui/button';
import { buttonClass } from '@/components/ui/button-class';
import { Card } from '@/components/ui/card';
import { Kbd } from '@/components/ui/kbd';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { balanceQuery, sesionQuery } from '@/lib/caja/query-options';
import type { TipoMovimientoCaja } from '@/lib/caja/rules';
import type { SesionDetalleDto } from '@/lib/caja/schemas-respuestas';
import { formatFechaHora } from '@/lib/time';
import { traspasosQuery } from '@/lib/traspaso/query-options';
import { AvisoConteo } from './aviso-conteo';
import { BalanceVivo } from './balance-vivo';
import { Cifra } from './cifra';
import { DialogoMovimiento } from './dialogo-movimiento';
import { DialogoPersonas } from './dialogo-personas';
import { DialogoRelevo } from './dialogo-relevo';
import { DialogoTraspaso } from './dialogo-traspaso';
import { ListaMovimientos } from './lista-movimientos';
import { ListaTraspasos } from './lista-traspasos';

type CajaAbiertaProps = {
  sesion: SesionDetalleDto;
  puedeMover: boolean;
  veEsperado: boolean;
  puedeAdmitir: boolean;
  /** Only who answers for it, or may close for another. */
  puedeCerrar: boolean;
  /** The page with the rows of its figures, for whoever may open it. */
  base: string | null;
  /** At somebody else's caja: the way to one's own. */
  puedeAbrirOtra: boolean;
};

/** The open drawer where one works: cash by hand, who else is at it, and the way to the close. */
export function CajaAbierta({ sesion: inicial, puedeMover, veEsperado, base, ...puede }: CajaAbiertaProps) {
  const router = useRouter();
  const queryClient = useQueryClient();
  const [tipo, setTipo] = useState<TipoMovimientoCaja | null>(null);
  const [abierto, setAbierto] = useState<'personas' | 'traspaso' | 'relevo' | null>(null);
  const { data: sesion } = useQuery({ ...sesionQuery(inicial.id), initialData: inicial });
  const cerrar = () => setAbierto(null);
  const mueve = puedeMover && sesion.contando_desde === null;
  const actualizar = () => {
    void queryClient.invalidateQueries({ queryKey: sesionQuery(sesion.id).queryKey });
    void queryClient.invalidateQueries({ queryKey: balanceQuery(sesion.id).queryKey });
    void queryClient.invalidateQueries({ queryKey: traspasosQuery(sesion.id).queryKey });
  };
  useTeclas({
    ...(puede.puedeCerrar && { F4: () => router.push('/caja/cerrar'), F2: () => setAbierto('relevo') }),
    ...(mueve && {
      F7: () => setTipo('INGRESO'),
      F8: () => setTipo('EGRESO'),
      F9: () => setAbierto('traspaso'),
    }),
  });
  return (
    <div className="mx-auto w-full max-w-5xl p-4 sm:p-6">
      <PageHeader
        title={sesion.caja.nombre}
        subtitle={`${sesion.cajero} · abierta ${formatFechaHora(sesion.fecha_apertura)}`}
        actions={
          <>
            <Button size="mostrador" icon={<Users aria-hidden="true" />} onClick={() => setAbierto('personas')}>
              Personas
            </Button>
            {puede.puedeCerrar && (
              <Button
                size="mostrador"
                icon={<UserRoundCheck aria-hidden="true" />}
                onClick={() => setAbierto('relevo')}
              >
                Relevo <Kbd>F2</Kbd>
              </Button>
            )}
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
      {sesion.contando_desde && <AvisoConteo sesion={sesion} puedeCerrar={puede.puedeCerrar} onLibre={actualizar} />}
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1.5fr)_minmax(0,1fr)]">
        <div className="flex min-w-0 flex-col gap-5">
          <Card title="Ingresos y egresos" flush aside={mueve && <Botones onElegir={setTipo} />}>
            <div className="border-t border-borde">
              <ListaMovimientos movimientos={sesion.movimientos} />
            </div>
          </Card>
          <Card
            title="Traspasos"
            flush
            aside={
              mueve && (
                <Button icon={<ArrowLeftRight aria-hidden="true" />} onClick={() => setAbierto('traspaso')}>
                  Traspaso <Kbd>F9</Kbd>
                </Button>
              )
            }
          >
            <div className="border-t border-borde">
              <ListaTraspasos idSesion={sesion.id} />
            </div>
          </Card>
        </div>
        {veEsperado ? (
          <BalanceVivo idSesion={sesion.id} base={base} />
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
        open={abierto === 'personas'}
        onOpenChange={(si) => setAbierto(si ? 'personas' : null)}
      />
      <DialogoRelevo sesion={sesion} open={abierto === 'relevo'} onClose={cerrar} />
      <DialogoTraspaso open={abierto === 'traspaso'} idSesion={sesion.id} onClose={cerrar} onDone={actualizar} />
      <DialogoMovimiento tipo={tipo} idSesion={sesion.id} onClose={() => setTipo(null)} onDone={actualizar} />
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
