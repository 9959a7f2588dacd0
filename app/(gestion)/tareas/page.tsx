import type { Metadata } from 'next';
import { Tareas } from '@/components/tarea/tareas';
import { PageHeader } from '@/components/ui/page-header';
import { puede } from '@/lib/auth/permisos';
import { requireContext } from '@/lib/auth/session';

export const metadata: Metadata = { title: 'Tareas' };

/** What is not right and stopped nobody. */
export default async function TareasPage() {
  const ctx = await requireContext();
  return (
    <>
      <PageHeader title="Tareas" subtitle="Lo que no cuadra y no detuvo a nadie, hasta que alguien dice qué pasó." />
      <Tareas puedeResolver={puede(ctx, 'tarea:resolver')} conSucursal={puede(ctx, 'sucursal:todas')} />
    </>
  );
}
