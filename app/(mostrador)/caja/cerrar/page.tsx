import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { CerrarCaja } from '@/components/caja/cerrar-caja';
import { requireContext } from '@/lib/auth/session';
import { miSesion } from '@/lib/caja/queries';

export const metadata: Metadata = { title: 'Contar la caja' };

/** The blind count. What the drawer should hold is not sent to this page, whoever asks. */
export default async function CerrarCajaPage() {
  const sesion = await miSesion(await requireContext());
  if (!sesion) redirect('/caja');
  const { id, cajero, fecha_apertura, caja } = sesion;
  return <CerrarCaja sesion={{ id, cajero, fecha_apertura, caja: { ...caja, saldo: null } }} />;
}
