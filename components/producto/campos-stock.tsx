'use client';

import { Scale } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { QuantityField } from '@/components/ui/quantity-field';
import type { ProductoDto } from '@/lib/producto/schemas';
import type { GrupoProps } from './campos-identidad';
import { DialogoAjuste } from './dialogo-ajuste';
import { Existencia } from './existencia';
import { UNIDAD_EN_PALABRAS } from './unidades';

type CamposStockProps = GrupoProps & { producto: ProductoDto | undefined; puedeAjustar: boolean };

/** The minimum, and the opening stock of a new product; that of one that exists changes only with a motive. */
export function CamposStock({ valores, cambiar, campos, producto, puedeAjustar }: CamposStockProps) {
  const [open, setOpen] = useState(false);
  const { corta } = UNIDAD_EN_PALABRAS[valores.unidad];
  const minimo = (
    <Field label="Avisar al llegar a" hint="Con esto o menos, el stock se marca bajo." error={campos.stock_minimo}>
      <QuantityField
        value={valores.minimo}
        onValueChange={(cantidad) => cambiar({ minimo: cantidad })}
        unidad={corta}
      />
    </Field>
  );
  if (!producto) {
    return (
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Stock inicial" hint="Lo que ya hay en esta sucursal." error={campos.stock_actual}>
          <QuantityField value={valores.stock} onValueChange={(stock) => cambiar({ stock })} unidad={corta} />
        </Field>
        {minimo}
      </div>
    );
  }
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <div className="flex flex-col gap-1.5">
        <span className="text-sm font-medium">En esta sucursal</span>
        <div className="flex min-h-10 items-center gap-3">
          <span className="text-lg font-semibold">
            <Existencia producto={producto} />
          </span>
          {puedeAjustar && (
            <Button size="compacto" icon={<Scale aria-hidden="true" />} onClick={() => setOpen(true)}>
              Ajustar
            </Button>
          )}
        </div>
      </div>
      {minimo}
      {puedeAjustar && <DialogoAjuste open={open} onOpenChange={setOpen} producto={producto} />}
    </div>
  );
}
