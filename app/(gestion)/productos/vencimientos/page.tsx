import type { Metadata } from 'next';
import { Vencimientos } from '@/components/producto/vencimientos';
import { BotonExportar } from '@/components/shared/boton-exportar';
import { Card } from '@/components/ui/card';
import { Link } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-header';
import { puede } from '@/lib/auth/permisos';
import { requireContext } from '@/lib/auth/session';
import { listarVencimientos } from '@/lib/reposicion/queries';

export const metadata: Metadata = { title: 'Vencimientos' };

/** How far ahead the list looks. */
const DIAS = 60;

/** What expires soon in this branch, and what already did. */
export default async function VencimientosPage() {
  const ctx = await requireContext();
  const vencimientos = await listarVencimientos(ctx, { dias: DIAS });
  return (
    <>
      <PageHeader
        title="Vencimientos"
        subtitle={`Lo vencido y lo que vence en ${DIAS} días, en esta sucursal`}
        back={<Link href="/productos">← Productos</Link>}
      />
      <Card
        flush
        title="Fechas vigiladas"
        aside={<BotonExportar ruta="/api/inventario/vencimientos" filtro={{ dias: DIAS }} />}
      >
        <Vencimientos vencimientos={vencimientos} puedeEditar={puede(ctx, 'producto:editar')} conProducto />
      </Card>
    </>
  );
}
