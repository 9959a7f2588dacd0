import type { Metadata } from 'next';
import { AjustesImpresora } from '@/components/impresora/ajustes-impresora';
import { PageHeader } from '@/components/ui/page-header';
import { puede } from '@/lib/auth/permisos';
import { requireContext } from '@/lib/auth/session';

export const metadata: Metadata = { title: 'Impresora de este equipo' };

/** The printer of the device one is at. */
export default async function ImpresoraPage() {
  const ctx = await requireContext();
  return (
    <div className="mx-auto w-full max-w-3xl overflow-y-auto p-4 sm:p-6">
      <PageHeader title="Impresora de este equipo" subtitle="Se guarda en este equipo: cada uno tiene la suya." />
      <AjustesImpresora puedeAbrirGaveta={puede(ctx, 'caja:abrir_gaveta')} />
    </div>
  );
}
