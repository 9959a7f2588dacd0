import type { ReactNode } from 'react';
import { shellProps } from '@/app/shell-props';
import { Campana } from '@/components/aprobacion/campana';
import { AbrirGaveta } from '@/components/impresora/abrir-gaveta';
import { MostradorShell } from '@/components/layout/mostrador-shell';
import { ChipConexion } from '@/components/offline/chip-conexion';
import { Equipo } from '@/components/offline/equipo';
import { puede } from '@/lib/auth/permisos';
import { requireContext } from '@/lib/auth/session';
import { miSesion } from '@/lib/caja/queries';
import { canalDe } from '@/lib/realtime/canal-de';
import { formatHora } from '@/lib/time';
import { versionDeConstruccion } from '@/lib/version';
import { identidadDe } from './identidad-de';

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
          <ChipConexion canal={canalDe(ctx)} />
          {sesion && puede(ctx, 'caja:abrir_gaveta') && (
            <AbrirGaveta idSesion={sesion.id} idUsuario={ctx.actor.idUsuario} />
          )}
          {puede(ctx, 'aprobacion:resolver') && <Campana />}
        </>
      }
      turno={sesion ? `Turno desde ${formatHora(sesion.fecha_apertura)}` : null}
    >
      <Equipo identidad={await identidadDe(ctx, sesion)} version={versionDeConstruccion()} />
      {children}
    </MostradorShell>
  );
}
