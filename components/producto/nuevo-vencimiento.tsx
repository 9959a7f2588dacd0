'use client';

import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { QuantityField } from '@/components/ui/quantity-field';
import type { ProductoDto } from '@/lib/producto/schemas';
import { jsonDeMilesimas } from '@/lib/quantity';
import { anotarVencimientoAction } from '@/lib/reposicion/actions';
import { UNIDAD_EN_PALABRAS } from './unidades';
import { useActo } from './use-acto';

/** A date to watch of what this branch has: when it expires, its batch and how many came. */
export function NuevoVencimiento({ producto }: { producto: ProductoDto }) {
  const [vence, setVence] = useState('');
  const [lote, setLote] = useState('');
  const [cantidad, setCantidad] = useState<number | null>(null);
  const { hacer, pendiente, rechazo, campos } = useActo();
  const enviar = (event: FormEvent) => {
    event.preventDefault();
    if (!vence) return;
    const raw = {
      id_producto: producto.id,
      vence,
      lote: lote.trim(),
      ...(cantidad !== null && { cantidad: jsonDeMilesimas(cantidad) }),
    };
    const alHacer = () => {
      setVence('');
      setLote('');
      setCantidad(null);
    };
    hacer(anotarVencimientoAction, raw, { aviso: 'Fecha anotada', alHacer });
  };
  return (
    <form onSubmit={enviar} noValidate className="grid items-end gap-3 px-4 pb-4 sm:grid-cols-4 sm:px-5">
      <Field label="Vence el" error={campos.vence ?? rechazo?.message}>
        <Input type="date" value={vence} onChange={(event) => setVence(event.target.value)} />
      </Field>
      <Field label="Lote" opcional>
        <Input value={lote} onChange={(event) => setLote(event.target.value)} maxLength={40} />
      </Field>
      <Field label="Cuántos" opcional>
        <QuantityField
          value={cantidad}
          onValueChange={setCantidad}
          unidad={UNIDAD_EN_PALABRAS[producto.unidad].corta}
        />
      </Field>
      <Button type="submit" variant="suave" pendiente={pendiente} disabled={!vence}>
        Anotar
      </Button>
    </form>
  );
}
