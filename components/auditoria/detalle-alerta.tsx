import { ListChecks } from 'lucide-react';
import type { Route } from 'next';
import { Card } from '@/components/ui/card';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { Stat } from '@/components/ui/stat';
import type { AlertaDetalleDto, FilaDeAlertaDto } from '@/lib/alerta/schemas';
import { formatFechaHora, formatHora } from '@/lib/time';

type Fila = FilaDeAlertaDto & { i: number };

const COLUMNAS: Column<Fila>[] = [
  {
    key: 'texto',
    title: 'Qué',
    main: true,
    cell: (f) =>
      f.enlace ? (
        <Link
          href={f.enlace as Route}
          className="inline-flex min-h-8 items-center text-marca underline wrap-anywhere pointer-coarse:min-h-11"
        >
          {f.texto}
        </Link>
      ) : (
        <span className="wrap-anywhere">{f.texto}</span>
      ),
  },
  { key: 'hora', title: 'Hora', cell: (f) => <span className="num">{formatHora(f.fecha)}</span> },
  { key: 'detalle', title: 'Detalle', cell: (f) => <span className="wrap-anywhere">{f.detalle ?? '—'}</span> },
];

const decimal = new Intl.NumberFormat('de-DE', { maximumFractionDigits: 1 });

/** An alert: the figures that raised it, what was answered, and the rows it counted. */
export function DetalleAlerta({ alerta }: { alerta: AlertaDetalleDto }) {
  const filas = alerta.filas.map((f, i) => ({ ...f, i }));
  return (
    <div className="flex flex-col gap-5">
      {alerta.situacion === 'atendida' && (
        <Notice tone="hecho" title={`Atendida por ${alerta.atendida_por}`}>
          <span className="wrap-anywhere">{alerta.nota}</span>
          {alerta.atendida_en && <span className="num text-tinta-2"> · {formatFechaHora(alerta.atendida_en)}</span>}
        </Notice>
      )}
      <div className="grid gap-3 sm:grid-cols-3">
        <Stat label="Este día" value={decimal.format(alerta.eventos)} />
        <Stat label="Se esperaban" value={decimal.format(alerta.esperados)} />
        <Stat label="Tickets o días comparados" value={decimal.format(alerta.ocasiones)} />
      </div>
      <Card flush title="Lo que se contó" aside={<span className="num">{filas.length}</span>}>
        <DataTable
          caption="Lo que contó la alerta"
          columns={COLUMNAS}
          rows={filas}
          rowKey={(f) => f.i}
          empty={<EmptyState icon={ListChecks} title="No hay filas que mostrar" />}
        />
      </Card>
    </div>
  );
}
