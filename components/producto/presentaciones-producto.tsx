'use client';

import { Boxes, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Dialog } from '@/components/ui/dialog';
import { EmptyState } from '@/components/ui/empty-state';
import { centavosDeJson, formatBs } from '@/lib/money';
import { eliminarPresentacionAction } from '@/lib/presentacion/actions';
import type { PresentacionDto } from '@/lib/presentacion/schemas';
import { precioPorUnidad } from '@/lib/producto/rules';
import type { ProductoDto } from '@/lib/producto/schemas';
import { formatCantidad, milesimasDeJson } from '@/lib/quantity';
import { ListaCodigos, NuevoCodigo } from './codigos-producto';
import { FormularioPresentacion } from './formulario-presentacion';
import { UNIDAD_EN_PALABRAS } from './unidades';
import { useActo } from './use-acto';

type PresentacionesProps = {
  producto: ProductoDto;
  presentaciones: readonly PresentacionDto[];
  puedeEditar: boolean;
};

/** The other ways of selling the product: name, how much it takes, its price and its codes. */
export function PresentacionesProducto({ producto, presentaciones, puedeEditar }: PresentacionesProps) {
  const [editada, setEditada] = useState<PresentacionDto | 'nueva' | null>(null);
  const [eliminada, setEliminada] = useState<PresentacionDto | null>(null);
  const { hacer } = useActo();
  return (
    <Card title="Presentaciones" aside="La existencia es una sola, la del producto">
      {presentaciones.length === 0 ? (
        <EmptyState
          icon={Boxes}
          title="Solo se vende por unidad"
          description="Un six-pack o una caja llevan su propio precio y su código, y descuentan de la misma existencia."
          className="py-6"
        />
      ) : (
        <ul className="divide-y divide-borde">
          {presentaciones.map((p) => (
            <li key={p.id} className="flex flex-col gap-2 py-3">
              <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
                <Encabezado producto={producto} presentacion={p} />
                {puedeEditar && (
                  <span className="flex gap-1">
                    <Button
                      variant="fantasma"
                      size="icono"
                      aria-label={`Editar ${p.nombre}`}
                      onClick={() => setEditada(p)}
                    >
                      <Pencil aria-hidden="true" />
                    </Button>
                    <Button
                      variant="fantasma"
                      size="icono"
                      aria-label={`Eliminar ${p.nombre}`}
                      onClick={() => setEliminada(p)}
                    >
                      <Trash2 aria-hidden="true" />
                    </Button>
                  </span>
                )}
              </div>
              <ListaCodigos codigos={p.codigos} puedeEditar={puedeEditar} />
              {puedeEditar && <NuevoCodigo idProducto={producto.id} idPresentacion={p.id} />}
            </li>
          ))}
        </ul>
      )}
      {puedeEditar && (
        <Button variant="suave" className="mt-3" onClick={() => setEditada('nueva')}>
          Nueva presentación
        </Button>
      )}
      <Dialog
        open={editada !== null}
        onOpenChange={(abierto) => !abierto && setEditada(null)}
        title={editada === 'nueva' ? 'Nueva presentación' : `Editar ${editada?.nombre ?? ''}`}
        width="chico"
      >
        {editada && (
          <FormularioPresentacion
            producto={producto}
            presentacion={editada === 'nueva' ? null : editada}
            alGuardar={() => setEditada(null)}
          />
        )}
      </Dialog>
      <ConfirmDialog
        open={eliminada !== null}
        onOpenChange={(abierto) => !abierto && setEliminada(null)}
        title={`¿Eliminar la presentación ${eliminada?.nombre ?? ''}?`}
        description="Deja de venderse y sus códigos quedan libres. Lo que ya se vendió no cambia."
        confirm="Eliminar"
        peligro
        onConfirm={async () => {
          hacer(eliminarPresentacionAction, { id: eliminada?.id }, { aviso: 'Presentación eliminada' });
          return undefined;
        }}
      />
    </Card>
  );
}

function Encabezado({ producto, presentacion: p }: { producto: ProductoDto; presentacion: PresentacionDto }) {
  const precio = centavosDeJson(p.precio_venta) ?? 0;
  const factor = milesimasDeJson(p.factor) ?? 0;
  const { corta, por } = UNIDAD_EN_PALABRAS[producto.unidad];
  const suelto = centavosDeJson(producto.precio_base) ?? 0;
  const cada = precioPorUnidad(precio, factor);
  return (
    <span className="min-w-0">
      <span className="block font-semibold">{p.nombre}</span>
      <span className="num block text-sm text-tinta-2">
        Lleva {formatCantidad(factor)} {corta} · {formatBs(precio)} · sale a {formatBs(cada)} {por}
        {cada < suelto && ` (suelto ${formatBs(suelto)})`}
      </span>
    </span>
  );
}
