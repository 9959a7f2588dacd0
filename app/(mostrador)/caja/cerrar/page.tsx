import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { CerrarCaja } from '@/components/caja/cerrar-caja';
import { puede } from '@/lib/auth/permisos';
import { requireContext } from '@/lib/auth/session';
import { miSesion } from '@/lib/caja/queries';

export const metadata: Metadata = { title: 'Contar la caja' };

/** The blind count. What the drawer should hold is not sent to this page, whoever asks. */
export default async function CerrarCajaPage() {
  const ctx = await requireContext();
  const sesion = await miSesion(ctx);
  const cierra = sesion?.id_usuario === ctx.actor.idUsuario || puede(ctx, 'caja:cerrar_ajena');
  if (!sesion || !cierra) redirect('/caja');
  const { id, cajero, fecha_apertura, caja } = sesion;
  return <CerrarCaja sesion={{ id, cajero, fecha_apertura, caja: { ...caja, saldo: null } }} />;
}
