import type { ReactNode } from 'react';
import { shellProps } from '@/app/shell-props';
import { MostradorShell } from '@/components/layout/mostrador-shell';
import { EnLinea } from '@/components/shared/en-linea';
import { requireContext } from '@/lib/auth/session';
import { miSesion } from '@/lib/caja/queries';
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
      estado={<EnLinea />}
      turno={sesion ? `Turno desde ${formatHora(sesion.fecha_apertura)}` : null}
    >
      {children}
    </MostradorShell>
  );
}
