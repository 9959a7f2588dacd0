import type { Metadata } from 'next';
import { leerVentaOr404 } from '@/app/(gestion)/ventas/[id]/leer-venta';
import { HojaRecibo } from '@/components/venta/hoja-recibo';
import { requireContext } from '@/lib/auth/session';

export const metadata: Metadata = { title: 'Recibo' };

/** The receipt by itself, which opens the system's print dialog. The first one came out with the sale: this is a COPIA. */
export default async function ReciboPage({ params }: PageProps<'/ventas/[id]/recibo'>) {
  const ctx = await requireContext();
  return <HojaRecibo venta={await leerVentaOr404(ctx, (await params).id)} idUsuario={ctx.actor.idUsuario} />;
}
