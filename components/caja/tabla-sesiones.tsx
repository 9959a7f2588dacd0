import { History } from 'lucide-react';
import type { Route } from 'next';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import type { SesionCajaDto } from '@/lib/caja/schemas-respuestas';
import { formatDia, formatHora } from '@/lib/time';
import { Resultado } from './chips';
import { Cifra } from './cifra';

const COLUMNS: readonly Column<SesionCajaDto>[] = [
  { key: 'dia', title: 'Día', main: true, cell: (s) => <span className="num">{formatDia(s.fecha_apertura)}</span> },
  { key: 'cajero', title: 'Responsable', cell: (s) => s.cajero },
  { key: 'horas', title: 'Horas', cell: (s) => <span className="num">{horas(s)}</span> },
  {
    key: 'inicial',
    title: 'Se abrió con',
    numeric: true,
    wideOnly: true,
    cell: (s) => <Cifra valor={s.monto_inicial} />,
  },
  {
    key: 'teorico',
    title: 'Debía haber',
    numeric: true,
    wideOnly: true,
    cell: (s) => <Cifra valor={s.monto_final_teorico} />,
  },
  { key: 'real', title: 'Contado', numeric: true, cell: (s) => <Cifra valor={s.monto_final_real} /> },
  { key: 'diferencia', title: 'Diferencia', numeric: true, cell: (s) => <Resultado sesion={s} /> },
];

type TablaSesionesProps = {
  sesiones: readonly SesionCajaDto[];
  /** With the caja of each, where there are several; and with its branch. */
  conCaja?: boolean;
  conSucursal?: boolean;
};

/** Sessions, newest first. A row opens its figures. */
export function TablaSesiones({ sesiones, conCaja = false, conSucursal = false }: TablaSesionesProps) {
  const [dia, ...resto] = COLUMNS;
  const caja: Column<SesionCajaDto> = {
    key: 'caja',
    title: 'Caja',
    cell: ({ caja: c }) => (conSucursal ? `${c.nombre} · ${c.sucursal}` : c.nombre),
  };
  return (
    <DataTable
      caption="Sesiones de caja"
      columns={conCaja && dia ? [dia, caja, ...resto] : COLUMNS}
      rows={sesiones}
      rowKey={(s) => s.id}
      rowHref={(s) => `/cajas/sesion/${s.id}` as Route}
      empty={
        <EmptyState
          icon={History}
          title="No hay sesiones que mostrar"
          description="Cada apertura y su cierre quedan aquí, con su diferencia."
        />
      }
    />
  );
}

function horas(s: SesionCajaDto): string {
  const hasta = s.fecha_cierre ? ` a ${formatHora(s.fecha_cierre)}` : '';
  return `${formatHora(s.fecha_apertura)}${hasta}`;
}
