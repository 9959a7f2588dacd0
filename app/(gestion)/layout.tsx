import { NuqsAdapter } from 'nuqs/adapters/next/app';
import type { ReactNode } from 'react';
import { shellProps } from '@/app/shell-props';
import { Campana } from '@/components/aprobacion/campana';
import { GestionShell } from '@/components/layout/gestion-shell';
import { OnlineChip } from '@/components/shared/online-chip';
import { puede } from '@/lib/auth/permisos';
import { requireContext } from '@/lib/auth/session';
import { canalDe } from '@/lib/realtime/canal-de';

/** The back office around its pages: the places these rights open, the branch, the person, and what a list keeps in the URL. */
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
      <NuqsAdapter>{children}</NuqsAdapter>
    </GestionShell>
  );
}
