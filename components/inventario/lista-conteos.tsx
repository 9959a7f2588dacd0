'use client';

import { useQueryClient } from '@tanstack/react-query';
import { ClipboardList } from 'lucide-react';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import type { Column } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Segmented } from '@/components/ui/segmented';
import { Select } from '@/components/ui/select';
import { abrirConteoAction } from '@/lib/inventario/actions';
import type { Alcance } from '@/lib/inventario/rules';
import type { ConteoDto } from '@/lib/inventario/schemas-respuestas';
import { formatFechaHora } from '@/lib/time';
import { newUuid } from '@/lib/uuid';
import { ChipConteo } from './chips';
import { monto } from './formato';
import { ListaPaginada } from './lista-paginada';

const DE_QUE: Record<Alcance, string> = { SUCURSAL: 'Toda la sucursal', CATEGORIA: 'Categoría', LIBRE: 'Libre' };

const COLUMNAS: Column<ConteoDto>[] = [
  {
    key: 'folio',
    title: 'Conteo',
    main: true,
    cell: (c) => `${c.folio} · ${c.categoria ?? DE_QUE[c.alcance]}${c.nota ? ` · ${c.nota}` : ''}`,
  },
  { key: 'estado', title: 'Estado', cell: (c) => <ChipConteo estado={c.estado} /> },
  {
    key: 'abierto',
    title: 'Abierto',
    cell: (c) => <span className="num whitespace-nowrap">{formatFechaHora(c.abierto_en)}</span>,
  },
  { key: 'usuario', title: 'Quién', cell: (c) => c.usuario },
  {
    key: 'contados',
    title: 'Contados',
    numeric: true,
    cell: (c) => (c.total === null ? c.contados : `${c.contados} de ${c.total}`),
  },
  { key: 'valor', title: 'Ajuste', numeric: true, cell: (c) => monto(c.valor) },
];

/** The counts of the branch, and the way to begin one. */
export function ListaConteos({ categorias }: { categorias: readonly { id: number; nombre: string }[] }) {
  const [abre, setAbre] = useState(false);
  const nuevo = (
    <Button variant="primario" onClick={() => setAbre(true)}>
      Nuevo conteo
    </Button>
  );
  return (
    <>
      <ListaPaginada<ConteoDto>
        title="Conteos"
        aside={nuevo}
        camino="conteos"
        columns={COLUMNAS}
        rowKey={(c) => c.id}
        rowHref={(c) => `/inventario/conteos/${c.id}` as Route}
        empty={
          <EmptyState
            icon={ClipboardList}
            title="Todavía no se contó nada"
            description="Se cuenta con el lector o a mano, mientras se sigue vendiendo."
          />
        }
      />
      {abre && <AbrirConteo categorias={categorias} onOpenChange={setAbre} />}
    </>
  );
}

function AbrirConteo({
  categorias,
  onOpenChange,
}: {
  categorias: readonly { id: number; nombre: string }[];
  onOpenChange: (open: boolean) => void;
}) {
  const router = useRouter();
  const queries = useQueryClient();
  const clave = useRef(newUuid());
  const [alcance, setAlcance] = useState<Alcance>('LIBRE');
  const [categoria, setCategoria] = useState(String(categorias[0]?.id ?? ''));
  const [nota, setNota] = useState('');
  return (
    <ConfirmDialog
      open
      onOpenChange={onOpenChange}
      title="Nuevo conteo"
      description="La tienda sigue vendiendo: cada diferencia se aplica a lo que haya al final."
      confirm="Empezar a contar"
      onConfirm={async () => {
        const raw = { alcance, nota, ...(alcance === 'CATEGORIA' && { id_categoria: Number(categoria) }) };
        const hecho = await abrirConteoAction(raw, clave.current);
        if (!hecho.ok) return hecho.message;
        void queries.invalidateQueries({ queryKey: ['inventario'] });
        router.push(`/inventario/conteos/${hecho.data.id}` as Route);
      }}
    >
      <div className="flex flex-col gap-4">
        <Segmented
          label="Qué se cuenta"
          value={alcance}
          onValueChange={setAlcance}
          options={[
            { value: 'LIBRE', label: 'Libre' },
            { value: 'CATEGORIA', label: 'Categoría', disabled: categorias.length === 0 },
            { value: 'SUCURSAL', label: 'Todo' },
          ]}
        />
        {alcance === 'CATEGORIA' && (
          <Field label="Categoría">
            <Select value={categoria} onChange={(e) => setCategoria(e.target.value)}>
              {categorias.map((c) => (
                <option key={c.id} value={c.id}>
                  {c.nombre}
                </option>
              ))}
            </Select>
          </Field>
        )}
        <Field label="Nota" opcional>
          <Input
            value={nota}
            maxLength={200}
            placeholder="Heladera, depósito…"
            onChange={(e) => setNota(e.target.value)}
          />
        </Field>
      </div>
    </ConfirmDialog>
  );
}
