import type { Metadata } from 'next';
import { PageHeader } from '@/components/ui/page-header';
import { Conexion } from '@/components/whatsapp/conexion';
import { ListaMensajes } from '@/components/whatsapp/lista-mensajes';
import { MensajeNuevo } from '@/components/whatsapp/mensaje-nuevo';
import { puede } from '@/lib/auth/permisos';
import { requireContext } from '@/lib/auth/session';
import { estadoWhatsapp } from '@/lib/whatsapp/queries';

export const metadata: Metadata = { title: 'WhatsApp' };

/** The shop's WhatsApp: the phone, a message by hand, and what went out. */
export default async function WhatsappPage() {
  const ctx = await requireContext();
  const estado = await estadoWhatsapp(ctx);
  return (
    <>
      <PageHeader title="WhatsApp" subtitle="Los mensajes que manda la tienda" />
      <div className="grid gap-4 lg:grid-cols-[1.25fr_1fr]">
        <Conexion inicial={estado} puedeConectar={puede(ctx, 'whatsapp:conectar')} />
        <MensajeNuevo inicial={estado} />
      </div>
      <div className="mt-4">
        <ListaMensajes />
      </div>
    </>
  );
}
