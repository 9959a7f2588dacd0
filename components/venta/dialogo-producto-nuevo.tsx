'use client';

import { type FormEvent, type RefObject, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { MoneyField } from '@/components/ui/money-field';
import { Segmented } from '@/components/ui/segmented';
import { MAXIMO_NOMBRE, type Unidad } from '@/lib/producto/rules';
import type { ProductoMostrador } from '@/lib/venta/query-options';

type DialogoProductoNuevoProps = {
  /** What the scanner read; `null` keeps it closed. */
  codigo: string | null;
  onCerrar: () => void;
  onCrear: (producto: ProductoMostrador) => void;
};

/** A code that nobody knows becomes a line with a name and a price; the sale that takes it creates the product. */
export function DialogoProductoNuevo({ codigo, onCerrar, onCrear }: DialogoProductoNuevoProps) {
  const campo = useRef<HTMLInputElement>(null);
  return (
    <Dialog
      open={codigo !== null}
      onOpenChange={(abierto) => !abierto && onCerrar()}
      width="chico"
      title="Producto nuevo"
      description={`Nadie conoce el código ${codigo ?? ''}. Con nombre y precio se vende ahora mismo, y queda en el catálogo al cobrar.`}
      initialFocus={campo}
    >
      {codigo !== null && <Formulario campo={campo} codigo={codigo} onCrear={onCrear} />}
    </Dialog>
  );
}

type FormularioProps = {
  campo: RefObject<HTMLInputElement | null>;
  codigo: string;
  onCrear: DialogoProductoNuevoProps['onCrear'];
};

function Formulario({ campo, codigo, onCrear }: FormularioProps) {
  const [nombre, setNombre] = useState('');
  const [precio, setPrecio] = useState<number | null>(null);
  const [unidad, setUnidad] = useState<Unidad>('unidad');
  const [pedido, setPedido] = useState(false);
  const sinNombre = nombre.trim() === '';

  function enviar(event: FormEvent) {
    event.preventDefault();
    setPedido(true);
    if (sinNombre || !precio) return;
    onCrear({ id: 0, nombre: nombre.trim(), codigo, unidad, precio, existencia: Number.MAX_SAFE_INTEGER, minimo: 0 });
  }

  return (
    <form onSubmit={enviar} className="flex flex-col gap-4">
      <Field label="Nombre" error={pedido && sinNombre ? 'Falta el nombre.' : undefined}>
        <Input
          ref={campo}
          size="mostrador"
          maxLength={MAXIMO_NOMBRE}
          value={nombre}
          onChange={(event) => setNombre(event.target.value)}
        />
      </Field>
      <Field label="Precio de venta" error={pedido && !precio ? 'Falta el precio.' : undefined}>
        <MoneyField size="mostrador" value={precio} onValueChange={setPrecio} />
      </Field>
      <Segmented
        label="Cómo se vende"
        options={[
          { value: 'unidad', label: 'Por unidad' },
          { value: 'kg', label: 'Por kilo' },
          { value: 'l', label: 'Por litro' },
          { value: 'm', label: 'Por metro' },
        ]}
        value={unidad}
        onValueChange={setUnidad}
      />
      <Button type="submit" variant="primario" size="mostrador" className="self-end px-6">
        Agregar al ticket
      </Button>
    </form>
  );
}
