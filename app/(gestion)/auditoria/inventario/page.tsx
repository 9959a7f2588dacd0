import type { Metadata } from 'next';
import { Suspense } from 'react';
import { ListaInventario } from '@/components/auditoria/lista-inventario';
import { Pestanas } from '@/components/auditoria/pestanas';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { SkeletonRows } from '@/components/ui/skeleton';
import { requireContext } from '@/lib/auth/session';
import { diaDe } from '@/lib/time';
import { opcionesDe } from '../opciones';

export const metadata: Metadata = { title: 'Auditoría de inventario' };

/** Every movement of goods. */
export default async function AuditoriaInventarioPage() {
  const ctx = await requireContext();
  const opciones = await opcionesDe(ctx);
  return (
    <>
      <PageHeader title="Auditoría" subtitle="Cada movimiento de mercadería, con su documento y su costo" />
      <Pestanas />
      <Suspense
        fallback={
          <Card flush>
            <SkeletonRows rows={8} label="Cargando los movimientos…" />
          </Card>
        }
      >
        <ListaInventario hoy={diaDe(ctx.ahora)} {...opciones} />
      </Suspense>
    </>
  );
}
