'use client';

import { useQuery } from '@tanstack/react-query';
import { Card } from '@/components/ui/card';
import { ErrorState } from '@/components/ui/error-state';
import { SkeletonRows } from '@/components/ui/skeleton';
import { balanceQuery } from '@/lib/caja/query-options';
import { Bolsillos } from './bolsillos';
import { ComoSeLlego } from './como-se-llego';

/** What an open drawer should hold and by which business, for whoever may see it. `base` is the page with its rows. */
export function BalanceVivo({ idSesion, base }: { idSesion: number; base: string | null }) {
  const { data: b, error, refetch, isFetching } = useQuery(balanceQuery(idSesion));
  if (!b) {
    return (
      <Card title="Balance" flush>
        {error ? (
          <ErrorState message={error.message} onRetry={refetch} pendiente={isFetching} />
        ) : (
          <SkeletonRows rows={5} />
        )}
      </Card>
    );
  }
  return (
    <Card title="Balance" aside="Se actualiza solo">
      <ComoSeLlego base={base} balance={b} suma="Debería haber en la gaveta" />
      <h3 className="mt-5 mb-2 text-xs font-medium text-tinta-2">Efectivo por negocio</h3>
      <Bolsillos base={base} bolsillos={b.bolsillos} />
    </Card>
  );
}
