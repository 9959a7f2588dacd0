import { FileDiff } from 'lucide-react';
import type { Route } from 'next';
import type { ReactNode } from 'react';
import { Card } from '@/components/ui/card';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import type { AuditoriaDetalleDto, CambioDto } from '@/lib/auditoria/schemas';
import { formatFechaPapel } from '@/lib/time';

function Valor({ children }: { children: string | null }) {
  return children === null ? (
    <span className="text-tinta-3">—</span>
  ) : (
    <span className="wrap-anywhere">{children}</span>
  );
}

function Despues({ cambio }: { cambio: CambioDto }) {
  if (!cambio.enlace || cambio.despues === null) return <Valor>{cambio.despues}</Valor>;
  return (
    <Link
      href={cambio.enlace as Route}
      className="inline-flex min-h-8 items-center text-marca underline pointer-coarse:min-h-11"
    >
      <Valor>{cambio.despues}</Valor>
    </Link>
  );
}

type Fila = CambioDto & { i: number };

const CAMPO: Column<Fila> = { key: 'campo', title: 'Qué', main: true, cell: (c) => c.campo };
const ANTES: Column<Fila> = { key: 'antes', title: 'Antes', cell: (c) => <Valor>{c.antes}</Valor> };
const DESPUES: Column<Fila> = { key: 'despues', title: 'Después', cell: (c) => <Despues cambio={c} /> };

/** Only the columns that hold something: a creation has no before, a deletion no after. */
function columnasDe(cambios: readonly CambioDto[]): Column<Fila>[] {
  return [
    CAMPO,
    ...(cambios.some((c) => c.antes !== null) ? [ANTES] : []),
    ...(cambios.some((c) => c.despues !== null) ? [DESPUES] : []),
  ];
}

function Dato({ que, children }: { que: string; children: ReactNode }) {
  return (
    <div className="flex flex-wrap justify-between gap-x-4 gap-y-0.5 border-b border-borde py-2 last:border-b-0">
      <dt className="text-tinta-2">{que}</dt>
      <dd className="min-w-0 text-right wrap-anywhere">{children}</dd>
    </div>
  );
}

/** One act: what it changed, in words, and who, when, where and from what. */
export function DetalleActo({ acto }: { acto: AuditoriaDetalleDto }) {
  const cambios = acto.cambios.map((c, i) => ({ ...c, i }));
  return (
    <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1.8fr)_minmax(0,1fr)]">
      <Card flush title="Qué cambió">
        <DataTable
          caption="Lo que cambió"
          columns={columnasDe(acto.cambios)}
          rows={cambios}
          rowKey={(c) => c.i}
          empty={
            <EmptyState
              icon={FileDiff}
              title="Este acto no cambió datos"
              description="Queda anotado quién lo hizo y cuándo."
            />
          }
        />
      </Card>
      <Card title="Quién y desde dónde">
        <dl className="num text-sm">
          <Dato que="Persona">
            {acto.id_usuario > 0 ? (
              <Link className="text-marca underline" href={`/auditoria?usuario=${acto.id_usuario}` as Route}>
                {acto.usuario}
              </Link>
            ) : (
              acto.usuario
            )}
          </Dato>
          <Dato que="Cuándo">{formatFechaPapel(acto.fecha)}</Dato>
          <Dato que="Sucursal">{acto.sucursal ?? 'Toda la tienda'}</Dato>
          <Dato que="Dispositivo">{acto.dispositivo ?? '—'}</Dato>
          <Dato que="Dirección IP">{acto.ip ?? '—'}</Dato>
          <Dato que="Acción">{acto.accion}</Dato>
          <Dato que="Pedido">
            <span className="text-xs">{acto.request_id || '—'}</span>
          </Dato>
          <Dato que="Acto n.º">{acto.id}</Dato>
        </dl>
        {acto.agente && (
          <details className="mt-3 text-xs text-tinta-2">
            <summary className="min-h-11 cursor-pointer py-3">Cómo se presentó el navegador</summary>
            <p className="wrap-anywhere">{acto.agente}</p>
          </details>
        )}
      </Card>
    </div>
  );
}
