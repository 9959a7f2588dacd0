'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { MonitorSmartphone } from 'lucide-react';
import { useState } from 'react';
import { BotonExportar } from '@/components/shared/boton-exportar';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Chip } from '@/components/ui/chip';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorState } from '@/components/ui/error-state';
import { SkeletonRows } from '@/components/ui/skeleton';
import { toast } from '@/components/ui/toast';
import { revocarDispositivoAction } from '@/lib/mostrador/actions';
import { dispositivosQuery } from '@/lib/mostrador/query-options';
import type { DispositivoDto } from '@/lib/mostrador/schemas';
import { formatFechaHora } from '@/lib/time';
import { NombrarDispositivo } from './nombrar-dispositivo';

/** The devices that sell: when each was seen, what it has to send, and how to name or end it. */
export function ListaDispositivos({ puedeAdministrar }: { puedeAdministrar: boolean }) {
  const consulta = useQuery(dispositivosQuery());
  const [porRevocar, setPorRevocar] = useState<DispositivoDto | null>(null);
  const [porNombrar, setPorNombrar] = useState<DispositivoDto | null>(null);
  const columnas: Column<DispositivoDto>[] = [
    {
      key: 'nombre',
      title: 'Equipo',
      main: true,
      cell: (d) => (
        <span className="flex min-w-0 flex-col gap-0.5 wrap-anywhere">
          <span className="font-semibold">{d.nombre}</span>
          <span className="num text-sm font-normal text-tinta-2">
            Serie {d.serie} · {d.ultimo_numero === 1 ? '1 ticket' : `${d.ultimo_numero} tickets`}
          </span>
        </span>
      ),
    },
    { key: 'caja', title: 'Caja', cell: (d) => d.caja ?? '—' },
    { key: 'persona', title: 'Última persona', cell: (d) => d.persona },
    {
      key: 'visto',
      title: 'Se lo vio',
      cell: (d) => <span className="num whitespace-nowrap">{formatFechaHora(d.visto_en)}</span>,
    },
    { key: 'situacion', title: 'Situación', cell: (d) => <Situacion equipo={d} /> },
    ...(puedeAdministrar
      ? [
          {
            key: 'actos',
            title: 'Acciones',
            cell: (d: DispositivoDto) =>
              d.revocado_en ? null : (
                <span className="flex flex-wrap gap-2">
                  <Button variant="secundario" onClick={() => setPorNombrar(d)}>
                    Nombrar
                  </Button>
                  <Button variant="fantasma" onClick={() => setPorRevocar(d)}>
                    Revocar
                  </Button>
                </span>
              ),
          },
        ]
      : []),
  ];
  return (
    <>
      <Card flush title="Registrados" aside={<BotonExportar ruta="/api/mostrador/dispositivos" />}>
        {consulta.isPending ? (
          <SkeletonRows rows={4} label="Cargando los equipos…" />
        ) : consulta.isError ? (
          <ErrorState message={consulta.error.message} onRetry={() => void consulta.refetch()} />
        ) : (
          <DataTable
            caption="Equipos del mostrador"
            columns={columnas}
            rows={consulta.data}
            rowKey={(d) => d.id}
            empty={
              <EmptyState
                icon={MonitorSmartphone}
                title="Todavía no hay equipos"
                description="Cada navegador que entra a Vender se registra solo y aparece aquí."
              />
            }
          />
        )}
      </Card>
      <RevocarDispositivo equipo={porRevocar} onClose={() => setPorRevocar(null)} />
      <NombrarDispositivo equipo={porNombrar} onClose={() => setPorNombrar(null)} />
    </>
  );
}

function Situacion({ equipo: d }: { equipo: DispositivoDto }) {
  if (d.revocado_en) {
    return (
      <span className="flex flex-col gap-0.5">
        <Chip tone="falta">Revocado por {d.revocado_por}</Chip>
        <span className="text-sm text-tinta-2 wrap-anywhere">{d.motivo_revocacion}</span>
      </span>
    );
  }
  return (
    <span className="flex flex-wrap gap-1.5">
      {d.pendientes > 0 ? (
        <Chip tone="aviso" punto>
          {d.pendientes} por enviar{d.mas_antiguo && `, desde ${formatFechaHora(d.mas_antiguo)}`}
        </Chip>
      ) : (
        <Chip tone="hecho">Al día</Chip>
      )}
      {d.faltan > 0 && <Chip tone="falta">Faltan {d.faltan} que no llegaron</Chip>}
    </span>
  );
}

function RevocarDispositivo({ equipo, onClose }: { equipo: DispositivoDto | null; onClose: () => void }) {
  const queries = useQueryClient();
  return (
    <ConfirmDialog
      open={equipo !== null}
      onOpenChange={(open) => !open && onClose()}
      title={`¿Revocar ${equipo?.nombre ?? 'el equipo'}?`}
      description="No venderá más sin conexión. Lo que no haya enviado se guarda cuando llegue, y se decide en Incidencias si entra. No se puede deshacer."
      confirm="Revocar"
      peligro
      motivo={{ label: 'Motivo', placeholder: 'Por ejemplo: se perdió la tableta' }}
      onConfirm={async (motivo) => {
        const hecho = await revocarDispositivoAction({ id: equipo?.id, motivo }).catch(() => null);
        if (!hecho) return 'El servidor no respondió. Se puede intentar otra vez.';
        if (!hecho.ok) return hecho.message;
        toast.success('Equipo revocado');
        void queries.invalidateQueries({ queryKey: ['dispositivos'] });
        onClose();
      }}
    />
  );
}
