'use client';

import { parseAsStringLiteral, useQueryState } from 'nuqs';
import { PageHeader } from '@/components/ui/page-header';
import { Segmented } from '@/components/ui/segmented';
import { Historial } from './historial';
import { Pendientes } from './pendientes';

const VISTAS = ['pendientes', 'historial'] as const;

type AprobacionesProps = { conSucursal: boolean; hoy: string };

/** A superior's page: what waits for them, and what was answered. */
export function Aprobaciones({ conSucursal, hoy }: AprobacionesProps) {
  const [vista, setVista] = useQueryState('vista', parseAsStringLiteral(VISTAS).withDefault('pendientes'));
  return (
    <>
      <PageHeader title="Aprobaciones" subtitle="Lo que alguien no puede hacer solo." />
      <Segmented
        label="Qué ver"
        className="mb-4 max-w-sm"
        options={[
          { value: 'pendientes', label: 'Pendientes' },
          { value: 'historial', label: 'Historial' },
        ]}
        value={vista}
        onValueChange={(nueva) => void setVista(nueva)}
      />
      {vista === 'pendientes' ? <Pendientes conSucursal={conSucursal} /> : <Historial hoy={hoy} />}
    </>
  );
}
