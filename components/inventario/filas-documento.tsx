'use client';

import { Trash2 } from 'lucide-react';
import { UNIDAD_EN_PALABRAS } from '@/components/producto/unidades';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { MoneyField } from '@/components/ui/money-field';
import { QuantityField } from '@/components/ui/quantity-field';
import { cantidadConUnidad } from './formato';
import type { LineaEnCurso } from './use-lineas';

type FilasDocumentoProps = {
  lineas: readonly LineaEnCurso[];
  /** What came back refused, by line of what was sent. */
  campos: Readonly<Record<string, string>>;
  conCosto?: boolean;
  onCambiar: (id: number, cambio: Partial<LineaEnCurso>) => void;
  onQuitar: (id: number) => void;
};

/** The products of a document being written, each with its quantity, and with its cost and date when they come in. */
export function FilasDocumento({ lineas, campos, conCosto = false, onCambiar, onQuitar }: FilasDocumentoProps) {
  if (lineas.length === 0) {
    return <p className="rounded-md bg-superficie-2 px-4 py-6 text-center text-tinta-2">Todavía no hay productos.</p>;
  }
  return (
    <ul className="flex flex-col gap-3">
      {lineas.map(({ producto, cantidad, costo, vence }, i) => {
        const { corta, por } = UNIDAD_EN_PALABRAS[producto.unidad];
        return (
          <li key={producto.id} className="rounded-md border border-borde p-3">
            <div className="mb-2 flex items-start justify-between gap-3">
              <div className="min-w-0">
                <p className="font-medium wrap-anywhere">{producto.nombre}</p>
                <p className="num text-xs text-tinta-2">
                  Hay {cantidadConUnidad(producto.stock_actual, producto.unidad)}
                </p>
              </div>
              <Button
                variant="fantasma"
                aria-label={`Quitar ${producto.nombre}`}
                icon={<Trash2 aria-hidden="true" />}
                onClick={() => onQuitar(producto.id)}
              />
            </div>
            <div className="grid grid-cols-2 gap-3 sm:grid-cols-3">
              <Field label="Cantidad" error={campos[`lineas.${i}.cantidad`] ?? campos[`lineas.${i}.id_producto`]}>
                <QuantityField
                  value={cantidad}
                  unidad={corta}
                  onValueChange={(v) => onCambiar(producto.id, { cantidad: v })}
                />
              </Field>
              {conCosto && (
                <Field label={`Costo ${por}`} opcional error={campos[`lineas.${i}.costo_unitario`]}>
                  <MoneyField value={costo} onValueChange={(v) => onCambiar(producto.id, { costo: v })} />
                </Field>
              )}
              {conCosto && (
                <Field label="Vence" opcional error={campos[`lineas.${i}.vence`]}>
                  <Input
                    type="date"
                    value={vence}
                    onChange={(e) => onCambiar(producto.id, { vence: e.target.value })}
                  />
                </Field>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
