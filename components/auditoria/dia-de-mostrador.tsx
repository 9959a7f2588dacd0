import { ShieldCheck } from 'lucide-react';
import type { Route } from 'next';
import { Card } from '@/components/ui/card';
import { Chip } from '@/components/ui/chip';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import type { CuentaDeMostradorDto, DiaDeMostradorDto } from '@/lib/alerta/schemas';
import { formatHora } from '@/lib/time';

type Fila = DiaDeMostradorDto['filas'][number];

/** How each kind is called in a table; the alerts say it in a sentence. */
const NOMBRE: Readonly<Record<string, string>> = {
  gaveta_sin_venta: 'Gaveta sin venta',
  lineas_quitadas: 'Líneas quitadas',
  anulaciones: 'Anulación',
  cambios_de_precio: 'Cambio de precio',
  reimpresiones: 'Copia',
  descuentos: 'Descuento',
};

const decimal = new Intl.NumberFormat('de-DE', { maximumFractionDigits: 1 });

const CUENTAS: Column<CuentaDeMostradorDto>[] = [
  { key: 'usuario', title: 'Cajero', main: true, cell: (c) => c.usuario },
  { key: 'tipo', title: 'Qué', cell: (c) => NOMBRE[c.tipo] ?? c.nombre },
  { key: 'eventos', title: 'Ese día', numeric: true, cell: (c) => <strong>{c.eventos}</strong> },
  { key: 'tickets', title: 'En tickets', numeric: true, cell: (c) => c.tickets },
  {
    key: 'esperados',
    title: 'Lo habitual suyo',
    numeric: true,
    cell: (c) => (c.dias === 0 ? '—' : decimal.format(c.esperados)),
  },
  {
    key: 'alerta',
    title: 'Comparado',
    cell: (c) =>
      c.alerta ? (
        <Chip tone="aviso" punto>
          Fuera de lo suyo
        </Chip>
      ) : (
        <Chip>{c.dias < 5 ? 'Aún sin historia' : 'Como siempre'}</Chip>
      ),
  },
];

const FILAS: Column<Fila>[] = [
  {
    key: 'texto',
    title: 'Qué',
    main: true,
    cell: (f) => (
      <span className="flex min-w-0 flex-col wrap-anywhere">
        {f.enlace ? (
          <Link href={f.enlace as Route} className="font-semibold text-marca underline underline-offset-3">
            {f.texto}
          </Link>
        ) : (
          <span className="font-semibold">{f.texto}</span>
        )}
        {f.detalle && <span className="text-sm font-normal text-tinta-2">{f.detalle}</span>}
      </span>
    ),
  },
  { key: 'tipo', title: 'Acto', cell: (f) => NOMBRE[f.tipo] ?? f.tipo },
  { key: 'usuario', title: 'Cajero', cell: (f) => f.usuario },
  { key: 'hora', title: 'Hora', cell: (f) => <span className="num">{formatHora(f.fecha)}</span> },
];

/** The counts of a day beside each person's own days, and every row they are made of. */
export function DiaDeMostrador({ visto }: { visto: DiaDeMostradorDto }) {
  const { cuentas, filas } = visto;
  if (filas.length === 0) {
    return (
      <Card>
        <EmptyState
          icon={ShieldCheck}
          title="Nada que mirar ese día"
          description="Nadie abrió la gaveta sin venta, quitó líneas, anuló, cambió un precio, reimprimió ni hizo descuentos."
        />
      </Card>
    );
  }
  return (
    <div className="flex flex-col gap-5">
      <Card flush title="Por persona" aside="Comparado con sus 28 días anteriores">
        <DataTable
          caption="Cuentas por persona"
          columns={CUENTAS}
          rows={cuentas}
          rowKey={(c) => `${c.tipo}-${c.id_usuario}`}
        />
      </Card>
      <Card flush title="Acto por acto">
        <DataTable
          caption="Actos del día"
          columns={FILAS}
          rows={filas}
          rowKey={(f) => `${f.tipo}-${f.fecha}-${f.texto}-${f.detalle}`}
        />
      </Card>
    </div>
  );
}
