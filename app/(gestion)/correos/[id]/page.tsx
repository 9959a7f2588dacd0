import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DetalleCorreo } from '@/components/correo/detalle-correo';
import { requireContext } from '@/lib/auth/session';

export const metadata: Metadata = { title: 'Correo' };

type Props = { params: Promise<{ id: string }> };

/** One mail. It is read from the browser, once: reading a secret leaves a trace. */
export default async function CorreoPage({ params }: Props) {
  const [{ id }] = await Promise.all([params, requireContext()]);
  if (!/^\d{1,9}$/.test(id)) notFound();
  return <DetalleCorreo id={Number(id)} />;
}
