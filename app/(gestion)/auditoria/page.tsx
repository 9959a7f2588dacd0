import type { Metadata } from 'next';
import { Suspense } from 'react';
import { ListaActos } from '@/components/auditoria/lista-actos';
import { Pestanas } from '@/components/auditoria/pestanas';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { SkeletonRows } from '@/components/ui/skeleton';
import { opcionesDeAuditoria } from '@/lib/auditoria/queries';
import { requireContext } from '@/lib/auth/session';
import { diaDe } from '@/lib/time';
import { opcionesDe } from './opciones';

export const metadata: Metadata = { title: 'Auditoría' };

/** Who did what. */
export default async function AuditoriaPage() {
  const ctx = await requireContext();
  const opciones = await opcionesDe(ctx);
  return (
    <>
      <PageHeader
        title="Auditoría"
        subtitle="Quién hizo qué, cuándo y desde dónde. Nada de esto se puede editar ni borrar."
      />
      <Pestanas />
      <Suspense
        fallback={
          <Card flush>
            <SkeletonRows rows={8} label="Cargando la auditoría…" />
          </Card>
        }
      >
        <ListaActos hoy={diaDe(ctx.ahora)} grupos={opcionesDeAuditoria()} {...opciones} />
      </Suspense>
    </>
  );
}
