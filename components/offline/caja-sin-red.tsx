'use client';

import type { Route } from 'next';
import { buttonClass } from '@/components/ui/button-class';
import { Card } from '@/components/ui/card';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { formatBs } from '@/lib/money';
import type { Identidad, SesionLocal } from '@/lib/offline/meta';
import { formatFechaHora } from '@/lib/time';

/** The open caja without the server: what can be done with it, and what has to wait. */
export function CajaSinRed({ identidad, sesion }: { identidad: Identidad; sesion: SesionLocal }) {
  const { cierre, caja } = sesion;
  const suya = sesion.idResponsable === identidad.usuario.id || identidad.permisos.includes('caja:cerrar_ajena');
  return (
    <div className="mx-auto w-full max-w-3xl p-4 sm:p-6">
      <PageHeader title={caja.nombre} subtitle={`Abierta ${formatFechaHora(sesion.fechaApertura)}`} />
      {cierre ? (
        <Notice tone="aviso" title={`Cierre provisional: se contaron ${formatBs(cierre.montoCentavos)}`}>
          Se confirma cuando el servidor lo reciba; entonces se ve la comparación. Hasta entonces en esta caja no se
          vende.
        </Notice>
      ) : (
        <Card title="Sin conexión">
          <p className="text-pretty text-tinta-2">
            Se puede vender y cerrar la caja. Los retiros, las devoluciones y el balance necesitan el servidor.
          </p>
          <div className="mt-4 flex flex-wrap gap-2">
            <Link href="/vender" className={buttonClass({ variant: 'primario', size: 'mostrador' })}>
              Ir a Vender
            </Link>
            {suya && (
              <Link href={'/caja/cerrar' as Route} className={buttonClass({ size: 'mostrador' })}>
                Contar y cerrar
              </Link>
            )}
          </div>
        </Card>
      )}
    </div>
  );
}
