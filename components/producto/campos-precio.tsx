'use client';

import { Field } from '@/components/ui/field';
import { MoneyField } from '@/components/ui/money-field';
import type { GrupoProps } from './campos-identidad';
import { MargenVivo } from './margen';
import { UNIDAD_EN_PALABRAS } from './unidades';

/** Price, and cost with the margin it leaves for whoever may see costs. */
export function CamposPrecio({ valores, cambiar, campos, conCosto }: GrupoProps & { conCosto: boolean }) {
  const por = UNIDAD_EN_PALABRAS[valores.unidad].por;
  return (
    <div className="flex flex-col gap-3">
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={`Precio de venta ${por}`} error={campos.precio_venta}>
          <MoneyField value={valores.precio} onValueChange={(precio) => cambiar({ precio })} />
        </Field>
        {conCosto && (
          <Field label={`Costo de compra ${por}`} error={campos.costo_compra}>
            <MoneyField value={valores.costo} onValueChange={(costo) => cambiar({ costo })} />
          </Field>
        )}
      </div>
      {conCosto && <MargenVivo precio={valores.precio} costo={valores.costo} />}
    </div>
  );
}
