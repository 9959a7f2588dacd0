import type { Metadata } from 'next';
import Link from 'next/link';
import { AprobadoPor } from '@/components/aprobacion/aprobado-por';
import { DetalleDocumento } from '@/components/inventario/detalle-documento';
import { PageHeader } from '@/components/ui/page-header';
import { requireContext } from '@/lib/auth/session';
import { leerDocumento } from '@/lib/inventario/queries';
import { CONCEPTOS_ENTRADA, TIPOS_DOCUMENTO } from '@/lib/kardex/rules';
import { formatFechaHora } from '@/lib/time';
import { orNotFound } from '../../or-not-found';

export const metadata: Metadata = { title: 'Documento de inventario' };

/** One stock document. */
export default async function DocumentoPage({ params }: { params: Promise<{ id: string }> }) {
  const [ctx, { id }] = await Promise.all([requireContext(), params]);
  const doc = await orNotFound(leerDocumento(ctx, { id }));
  return (
    <>
      <PageHeader
        back={<Link href="/inventario/documentos">← Movimientos</Link>}
        title={`${TIPOS_DOCUMENTO[doc.tipo].nombre} ${doc.folio}`}
        subtitle={`${formatFechaHora(doc.fecha)} · ${doc.usuario} · ${doc.sucursal}`}
      />
      <dl className="mb-4 grid gap-3 text-sm sm:grid-cols-3">
        {doc.concepto && <Dato nombre="Concepto" valor={CONCEPTOS_ENTRADA[doc.concepto].nombre} />}
        <Dato nombre="Motivo" valor={doc.motivo} />
        {doc.proveedor && <Dato nombre="Proveedor" valor={doc.proveedor} />}
      </dl>
      <DetalleDocumento documento={doc} />
      <AprobadoPor aprobaciones={doc.aprobaciones} />
    </>
  );
}

function Dato({ nombre, valor }: { nombre: string; valor: string }) {
  return (
    <div className="min-w-0">
      <dt className="text-xs text-tinta-2">{nombre}</dt>
      <dd className="font-medium wrap-anywhere">{valor}</dd>
    </div>
  );
}
