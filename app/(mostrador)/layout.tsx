import type { ReactNode } from 'react';
import { shellProps } from '@/app/shell-props';
import { Campana } from '@/components/aprobacion/campana';
import { MostradorShell } from '@/components/layout/mostrador-shell';
import { OnlineChip } from '@/components/shared/online-chip';
import { puede } from '@/lib/auth/permisos';
import { requireContext } from '@/lib/auth/session';
import { miSesion } from '@/lib/caja/queries';
import { canalDe } from '@/lib/realtime/canal-de';
import { formatHora } from '@/lib/time';

/** The counter around its pages: where one is (branch, till, turn) and who. */
export default async function MostradorLayout({ children }: { children: ReactNode }) {
  const ctx = await requireContext();
  const [props, sesion] = await Promise.all([shellProps(ctx, 'mostrador'), miSesion(ctx)]);
  return (
    <MostradorShell
      {...props}
      sucursal={sesion?.caja.sucursal ?? props.sucursal}
      caja={sesion?.caja.nombre ?? null}
      estado={
        <>
          <OnlineChip canal={canalDe(ctx)} />
          {puede(ctx, 'aprobacion:resolver') && <Campana />}
        </>
      }
      turno={sesion ? `Turno desde ${formatHora(sesion.fecha_apertura)}` : null}
    >
      {children}
    </MostradorShell>
  );
}
