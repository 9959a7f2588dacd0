import type { Metadata } from 'next';
import { AprobadoPor } from '@/components/aprobacion/aprobado-por';
import { AnularDocumento } from '@/components/inventario/anular-documento';
import { DetalleDocumento } from '@/components/inventario/detalle-documento';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { requireContext } from '@/lib/auth/session';
import { leerDocumento } from '@/lib/inventario/queries';
import type { DocumentoCitado } from '@/lib/inventario/schemas-respuestas';
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
        actions={doc.puede_anular && <AnularDocumento documento={doc} />}
      />
      {doc.anulado_por && (
        <Notice className="mb-4" title="Anulado">
          Lo anuló <Cita documento={doc.anulado_por} />: lo que movió ya volvió a su lugar.
        </Notice>
      )}
      {doc.anula_a && (
        <Notice className="mb-4">
          Anula <Cita documento={doc.anula_a} />.
        </Notice>
      )}
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

function Cita({ documento }: { documento: DocumentoCitado }) {
  return (
    <Link className="num font-medium underline" href={`/inventario/documentos/${documento.id}`}>
      {documento.folio}
    </Link>
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
