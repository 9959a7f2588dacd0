import { Store } from 'lucide-react';
import type { Route } from 'next';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { ESPECIALIDAD_EN_PALABRAS } from '@/lib/caja/rules';
import type { AsignableDto, CajaDto } from '@/lib/caja/schemas-respuestas';
import { AccionesCaja } from './acciones-caja';
import { ChipCaja } from './chips';
import { Cifra } from './cifra';

type TablaCajasProps = {
  cajas: readonly CajaDto[];
  conSucursal: boolean;
  /** Who could be assigned; `null` for who only looks. */
  asignables: readonly AsignableDto[] | null;
};

/** The cajas: what each is for, who has it and what it holds. A row opens its history. */
export function TablaCajas({ cajas, conSucursal, asignables }: TablaCajasProps) {
  const columns: Column<CajaDto>[] = [
    { key: 'nombre', title: 'Caja', main: true, cell: (c) => c.nombre },
    ...(conSucursal ? [{ key: 'sucursal', title: 'Sucursal', cell: (c: CajaDto) => c.sucursal }] : []),
    { key: 'especialidad', title: 'Especialidad', cell: (c) => ESPECIALIDAD_EN_PALABRAS[c.especialidad].nombre },
    { key: 'estado', title: 'Estado', cell: (c) => <ChipCaja caja={c} /> },
    { key: 'saldo', title: 'En la gaveta, Bs', numeric: true, cell: (c) => <Cifra valor={c.saldo} /> },
    ...(asignables
      ? [
          {
            key: 'acciones',
            title: 'Acciones',
            className: 'relative z-10 items-center @2xl:w-0 @2xl:py-1',
            cell: (c: CajaDto) => <AccionesCaja caja={c} asignables={asignables} />,
          },
        ]
      : []),
  ];
  return (
    <DataTable
      caption="Cajas"
      columns={columns}
      rows={cajas}
      rowKey={(c) => c.id}
      rowHref={(c) => `/cajas/${c.id}` as Route}
      empty={
        <EmptyState
          icon={Store}
          title="Todavía no hay cajas"
          description="Cada punto de cobro es una caja, con su gaveta y su numeración de tickets."
        />
      }
    />
  );
}
