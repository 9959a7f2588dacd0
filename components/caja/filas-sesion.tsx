import { ScrollText } from 'lucide-react';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import type { FilaDeSesionDto } from '@/lib/caja/schemas';
import { formatFechaHora } from '@/lib/time';
import { Cifra } from './cifra';
import { NOMBRE_DE_CONCEPTO } from './cifras-sesion';

const COLUMNS: readonly Column<FilaDeSesionDto>[] = [
  { key: 'glosa', title: 'Qué fue', main: true, cell: (f) => f.glosa },
  { key: 'concepto', title: 'Cifra', cell: (f) => NOMBRE_DE_CONCEPTO[f.concepto] },
  { key: 'fecha', title: 'Cuándo', cell: (f) => <span className="num">{formatFechaHora(f.fecha)}</span> },
  { key: 'usuario', title: 'Quién', cell: (f) => f.usuario },
  { key: 'asiento', title: 'Asiento', numeric: true, wideOnly: true, cell: (f) => f.id_asiento },
  { key: 'importe', title: 'Bs', numeric: true, cell: (f) => <Cifra valor={f.importe} /> },
];

/** The entries of the libro behind the figures, newest first. */
export function FilasSesion({ filas }: { filas: readonly FilaDeSesionDto[] }) {
  return (
    <DataTable
      caption="Asientos de la sesión"
      columns={COLUMNS}
      rows={filas}
      rowKey={(f) => `${f.id_asiento}-${f.concepto}`}
      empty={
        <EmptyState
          icon={ScrollText}
          title="Nada que mostrar todavía"
          description="Cada venta, ingreso o egreso de la sesión aparece aquí."
        />
      }
    />
  );
}
