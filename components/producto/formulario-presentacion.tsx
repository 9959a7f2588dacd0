'use client';

import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { MoneyField } from '@/components/ui/money-field';
import { Notice } from '@/components/ui/notice';
import { QuantityField } from '@/components/ui/quantity-field';
import { centavosDeJson, jsonDeCentavos } from '@/lib/money';
import { crearPresentacionAction, editarPresentacionAction } from '@/lib/presentacion/actions';
import type { PresentacionDto } from '@/lib/presentacion/schemas';
import { MAXIMO_CODIGO, MAXIMO_PRESENTACION } from '@/lib/producto/rules';
import type { ProductoDto } from '@/lib/producto/schemas';
import { jsonDeMilesimas, milesimasDeJson } from '@/lib/quantity';
import { UNIDAD_EN_PALABRAS } from './unidades';
import { useActo } from './use-acto';

type FormularioProps = { producto: ProductoDto; presentacion: PresentacionDto | null; alGuardar: () => void };

/** A new presentation, or the name and the price of one that exists: how much it takes never changes. */
export function FormularioPresentacion({ producto, presentacion, alGuardar }: FormularioProps) {
  const [nombre, setNombre] = useState(presentacion?.nombre ?? '');
  const [factor, setFactor] = useState<number | null>(presentacion ? milesimasDeJson(presentacion.factor) : null);
  const [precio, setPrecio] = useState<number | null>(presentacion ? centavosDeJson(presentacion.precio_venta) : null);
  const [codigo, setCodigo] = useState('');
  const { hacer, pendiente, rechazo, campos } = useActo();
  const falta = !nombre.trim() || factor === null || precio === null;
  const enviar = (event: FormEvent) => {
    event.preventDefault();
    if (falta) return;
    const comun = { nombre, precio_venta: jsonDeCentavos(precio) };
    if (presentacion) {
      hacer(
        editarPresentacionAction,
        { id: presentacion.id, ...comun },
        { aviso: `${nombre} guardada`, alHacer: alGuardar },
      );
      return;
    }
    const raw = { id_producto: producto.id, ...comun, factor: jsonDeMilesimas(factor), codigo: codigo.trim() };
    hacer(crearPresentacionAction, raw, { aviso: `${nombre} creada`, alHacer: alGuardar });
  };
  return (
    <form onSubmit={enviar} noValidate className="flex flex-col gap-4">
      <Field label="Nombre" error={campos.nombre}>
        <Input
          value={nombre}
          onChange={(event) => setNombre(event.target.value)}
          maxLength={MAXIMO_PRESENTACION}
          placeholder="Six-pack, Caja de 24, Media arroba…"
        />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          label="Cuánto lleva"
          hint={presentacion ? 'No cambia: sería otra presentación.' : undefined}
          error={campos.factor}
        >
          <QuantityField
            value={factor}
            onValueChange={setFactor}
            unidad={UNIDAD_EN_PALABRAS[producto.unidad].corta}
            disabled={presentacion !== null}
          />
        </Field>
        <Field label="Precio" error={campos.precio_venta}>
          <MoneyField value={precio} onValueChange={setPrecio} />
        </Field>
      </div>
      {!presentacion && (
        <Field label="Código de barras" opcional error={campos.codigo_barras}>
          <Input
            value={codigo}
            onChange={(event) => setCodigo(event.target.value)}
            maxLength={MAXIMO_CODIGO}
            spellCheck={false}
            className="num"
          />
        </Field>
      )}
      {rechazo && (
        <Notice tone="falta" alert>
          {rechazo.message}
        </Notice>
      )}
      <div className="flex justify-end">
        <Button type="submit" variant="primario" pendiente={pendiente} disabled={falta}>
          Guardar
        </Button>
      </div>
    </form>
  );
}
