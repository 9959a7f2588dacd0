'use client';

import { Coins } from 'lucide-react';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { BotonExportar } from '@/components/shared/boton-exportar';
import { Card } from '@/components/ui/card';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Stat } from '@/components/ui/stat';
import type { FilaValoracionDto, ValoracionDto } from '@/lib/inventario/schemas-respuestas';
import { monto } from './formato';

const COLUMNAS: Column<FilaValoracionDto>[] = [
  { key: 'categoria', title: 'Categoría', main: true, cell: (f) => f.categoria },
  { key: 'sucursal', title: 'Sucursal', cell: (f) => f.sucursal },
  { key: 'productos', title: 'Productos', numeric: true, cell: (f) => f.productos },
  { key: 'valor', title: 'Vale', numeric: true, cell: (f) => <span className="font-semibold">{monto(f.valor)}</span> },
];

/** The value of the goods at the end of a day, beside what the libro says of it. */
export function ValoracionPorCategoria({ valoracion: v, hoy }: { valoracion: ValoracionDto; hoy: string }) {
  const router = useRouter();
  return (
    <div className="flex flex-col gap-4">
      <Field label="Al final del día" className="max-w-48">
        <Input
          type="date"
          max={hoy}
          value={v.dia}
          onChange={(e) => e.target.value && router.push(`/inventario/valoracion?dia=${e.target.value}` as Route)}
        />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {v.sucursales.length > 1 && (
          <Card>
            <Stat label="En total" unit="Bs" value={monto(v.total)} size="grande" />
          </Card>
        )}
        {v.sucursales.map((s) => (
          <Card key={s.id_sucursal}>
            <Stat
              label={s.sucursal}
              unit="Bs"
              value={monto(s.valor)}
              note={
                <>
                  {s.valor === s.libro ? 'Igual que el libro' : `El libro dice Bs ${monto(s.libro)}`}
                  {s.en_transito > 0 && ` · en camino Bs ${monto(s.en_transito)}`}
                </>
              }
            />
          </Card>
        ))}
      </div>
      <Card
        flush
        title="Por categoría"
        aside={<BotonExportar ruta="/api/inventario/valoracion" filtro={{ dia: v.dia }} />}
      >
        <DataTable
          caption="Valor por sucursal y categoría"
          columns={v.sucursales.length > 1 ? COLUMNAS : COLUMNAS.filter((c) => c.key !== 'sucursal')}
          rows={v.filas}
          rowKey={(f) => `${f.id_sucursal}-${f.id_categoria}`}
          empty={<EmptyState icon={Coins} title="No había mercadería" description="Pruebe con otro día." />}
        />
      </Card>
    </div>
  );
}
