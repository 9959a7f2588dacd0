import type { ReactNode } from 'react';
import { shellProps } from '@/app/shell-props';
import { Campana } from '@/components/aprobacion/campana';
import { GestionShell } from '@/components/layout/gestion-shell';
import { OnlineChip } from '@/components/shared/online-chip';
import { puede } from '@/lib/auth/permisos';
import { requireContext } from '@/lib/auth/session';
import { canalDe } from '@/lib/realtime/canal-de';

/** The back office around its pages: the places these rights open, the branch and the person. */
export default async function GestionLayout({ children }: { children: ReactNode }) {
  const ctx = await requireContext();
  return (
    <GestionShell
      {...(await shellProps(ctx, 'gestion'))}
      estado={
        <>
          <OnlineChip canal={canalDe(ctx)} />
          {puede(ctx, 'aprobacion:resolver') && <Campana />}
        </>
      }
    >
      {children}
    </GestionShell>
  );
}
