import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { ZodError } from 'zod';
import { Importacion } from '@/components/producto/importacion';
import { Link } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-header';
import { puede } from '@/lib/auth/permisos';
import { requireContext } from '@/lib/auth/session';
import type { Context } from '@/lib/context';
import { NoEncontradoError } from '@/lib/errors';
import { leerImportacion } from '@/lib/producto/queries';
import { formatFechaHora } from '@/lib/time';

export const metadata: Metadata = { title: 'Importación' };

/** One file: its review, its progress or its result. */
export default async function ImportacionPage({ params }: { params: Promise<{ id: string }> }) {
  const ctx = await requireContext();
  if (!puede(ctx, 'producto:importar')) redirect('/productos');
  const importacion = await leer(ctx, (await params).id);
  return (
    <>
      <PageHeader
        title={<span className="break-all">{importacion.archivo}</span>}
        subtitle={`Subido el ${formatFechaHora(importacion.created_at)}`}
        back={<Link href="/productos/importar">← Importar productos</Link>}
      />
      <Importacion inicial={importacion} />
    </>
  );
}

async function leer(ctx: Context, id: string) {
  try {
    return await leerImportacion(ctx, { id });
  } catch (error) {
    if (error instanceof NoEncontradoError || error instanceof ZodError) notFound();
    throw error;
  }
}
