import { ScrollText } from 'lucide-react';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import type { FilaDeSesionDto } from '@/lib/caja/schemas-respuestas';
import { formatFechaHora } from '@/lib/time';
import { Cifra } from './cifra';
import { NOMBRE_DE_CONCEPTO } from './cifras';

const COLUMNS: readonly Column<FilaDeSesionDto>[] = [
  { key: 'glosa', title: 'Qué fue', main: true, cell: (f) => <Glosa fila={f} /> },
  { key: 'concepto', title: 'Cifra', wideOnly: true, cell: (f) => NOMBRE_DE_CONCEPTO[f.concepto] },
  { key: 'fecha', title: 'Cuándo', cell: (f) => <span className="num">{formatFechaHora(f.fecha)}</span> },
  { key: 'usuario', title: 'Quién', wideOnly: true, cell: (f) => f.usuario },
  { key: 'asiento', title: 'Asiento', numeric: true, wideOnly: true, cell: (f) => f.id_asiento },
  { key: 'importe', title: 'Bs', numeric: true, cell: (f) => <Cifra valor={f.importe} /> },
];

/** What the row was; a sale opens its ticket. */
function Glosa({ fila }: { fila: FilaDeSesionDto }) {
  if (!fila.tipo_documento.endsWith('venta')) return fila.glosa;
  return (
    <Link href={`/ventas/${fila.id_documento}`} className="underline-offset-4 hover:underline">
      {fila.glosa}
    </Link>
  );
}

type FilasSesionProps = {
  filas: readonly FilaDeSesionDto[];
  vacio?: { title: string; description: string } | undefined;
};

/** The entries of the libro behind the figures, newest first; `vacio` says why there are none. */
export function FilasSesion({ filas, vacio }: FilasSesionProps) {
  return (
    <DataTable
      caption="Asientos de la sesión"
      columns={COLUMNS}
      rows={filas}
      rowKey={(f) => `${f.id_asiento}-${f.concepto}`}
      empty={
        <EmptyState
          icon={ScrollText}
          title={vacio?.title ?? 'Nada que mostrar todavía'}
          description={vacio?.description ?? 'Cada venta, ingreso o egreso de la sesión aparece aquí.'}
        />
      }
    />
  );
}
