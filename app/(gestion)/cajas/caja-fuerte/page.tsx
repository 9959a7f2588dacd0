import type { Metadata } from 'next';
import { BotonTraspaso } from '@/components/caja/boton-traspaso';
import { FilasTraspaso } from '@/components/caja/lista-traspasos';
import { PieDeLista } from '@/components/caja/pie-de-lista';
import { BotonExportar } from '@/components/shared/boton-exportar';
import { Monto } from '@/components/shared/monto';
import { Card } from '@/components/ui/card';
import { Link } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-header';
import { puede } from '@/lib/auth/permisos';
import { requireContext } from '@/lib/auth/session';
import { centavosDeJson } from '@/lib/money';
import { cajasFuertes, listarTraspasos } from '@/lib/traspaso/queries';

export const metadata: Metadata = { title: 'Caja fuerte' };

const POR_PAGINA = 40;

type Props = { searchParams: Promise<{ desde?: string }> };

/** What each safe holds, and every transfer behind it. */
export default async function CajaFuertePage({ searchParams }: Props) {
  const [ctx, { desde: cursor }] = await Promise.all([requireContext(), searchParams]);
  const [fuertes, traspasos] = await Promise.all([
    cajasFuertes(ctx),
    listarTraspasos(ctx, { limite: POR_PAGINA, ...(cursor && { cursor }) }),
  ]);
  return (
    <>
      <PageHeader
        back={<Link href="/cajas">← Cajas</Link>}
        title="Caja fuerte"
        subtitle="El efectivo de la tienda que no está en las gavetas."
        actions={puede(ctx, 'caja:fuerte') && puede(ctx, 'caja:mover') && <BotonTraspaso />}
      />
      <dl className="mb-5 grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        {fuertes.map((f) => (
          <div key={f.id_sucursal} className="rounded-lg border border-borde bg-superficie p-5 shadow-sombra">
            <dt className="text-tinta-2">{fuertes.length > 1 ? f.sucursal : 'Hay ahora'}</dt>
            <dd className="mt-1 text-2xl font-bold">
              <Monto centavos={centavosDeJson(f.saldo) ?? 0} />
            </dd>
          </div>
        ))}
      </dl>
      <Card title="Traspasos" aside={<BotonExportar ruta="/api/cajas/traspasos" />} flush className="overflow-clip">
        <div className="border-t border-borde">
          <FilasTraspaso traspasos={traspasos.items} conCaja />
        </div>
        <PieDeLista base="/cajas/caja-fuerte" desde={cursor} siguiente={traspasos.meta.nextCursor} />
      </Card>
    </>
  );
}
