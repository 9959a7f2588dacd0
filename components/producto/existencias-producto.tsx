'use client';

import type { Route } from 'next';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Link } from '@/components/ui/link';
import { QuantityField } from '@/components/ui/quantity-field';
import { centavosDeJson, formatBs } from '@/lib/money';
import type { EnSucursalDto } from '@/lib/presentacion/schemas';
import type { ProductoDto } from '@/lib/producto/schemas';
import { formatCantidad, jsonDeMilesimas, milesimasDeJson } from '@/lib/quantity';
import { ponerReposicionAction } from '@/lib/reposicion/actions';
import { UNIDAD_EN_PALABRAS } from './unidades';
import { useActo } from './use-acto';

type ExistenciasProps = {
  producto: ProductoDto;
  sucursales: readonly EnSucursalDto[];
  puedeEditar: boolean;
  conCosto: boolean;
  conKardex: boolean;
};

/** What each branch has of the product, what it cost on average, and from how much on it should restock. */
export function ExistenciasProducto({ producto, sucursales, puedeEditar, conCosto, conKardex }: ExistenciasProps) {
  const { corta } = UNIDAD_EN_PALABRAS[producto.unidad];
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      {sucursales.map((s) => (
        <Card
          key={s.id_sucursal}
          title={s.sucursal}
          aside={
            conCosto && s.costo_promedio !== null
              ? `Costo promedio ${formatBs(centavosDeJson(s.costo_promedio) ?? 0)}`
              : undefined
          }
        >
          <p className="num text-2xl font-semibold">
            {formatCantidad(milesimasDeJson(s.stock) ?? 0)} <span className="text-base text-tinta-2">{corta}</span>
          </p>
          <Reposicion
            key={`${s.stock_minimo} ${s.dias_cobertura}`}
            producto={producto}
            sucursal={s}
            puedeEditar={puedeEditar}
          />
          {conKardex && (
            <Link
              href={`/inventario/kardex/${producto.id}?id_sucursal=${s.id_sucursal}` as Route}
              className="mt-1 inline-flex min-h-11 items-center text-marca underline"
            >
              Ver el kardex de {s.sucursal}
            </Link>
          )}
        </Card>
      ))}
    </div>
  );
}

function Reposicion({
  producto,
  sucursal: s,
  puedeEditar,
}: {
  producto: ProductoDto;
  sucursal: EnSucursalDto;
  puedeEditar: boolean;
}) {
  const [minimo, setMinimo] = useState(s.stock_minimo === null ? null : milesimasDeJson(s.stock_minimo));
  const [dias, setDias] = useState(s.dias_cobertura === null ? '' : String(s.dias_cobertura));
  const { hacer, pendiente, rechazo, campos } = useActo();
  const { corta } = UNIDAD_EN_PALABRAS[producto.unidad];
  const base = formatCantidad(milesimasDeJson(producto.stock_minimo_base) ?? 0);
  if (!puedeEditar) {
    return (
      <p className="mt-2 text-tinta-2">
        Se avisa al llegar a {s.stock_minimo === null ? base : formatCantidad(milesimasDeJson(s.stock_minimo) ?? 0)}{' '}
        {corta}
      </p>
    );
  }
  const guardar = (event: FormEvent) => {
    event.preventDefault();
    const raw = {
      id_producto: producto.id,
      id_sucursal: s.id_sucursal,
      stock_minimo: minimo === null ? null : jsonDeMilesimas(minimo),
      dias_cobertura: dias.trim() === '' ? null : Number(dias),
    };
    hacer(ponerReposicionAction, raw, { aviso: `Reposición de ${s.sucursal} guardada` });
  };
  return (
    <form onSubmit={guardar} className="mt-3 flex flex-wrap items-end gap-2" noValidate>
      <Field label="Avisar al llegar a" hint={`Vacío: ${base} ${corta}, como todas.`} className="min-w-32 flex-1">
        <QuantityField value={minimo} onValueChange={setMinimo} unidad={corta} />
      </Field>
      <Field
        label="Días de cobertura"
        hint="Vacío: como todas."
        error={campos.dias_cobertura ?? rechazo?.message}
        className="min-w-32 flex-1"
      >
        <Input
          value={dias}
          onChange={(event) => setDias(event.target.value.replace(/\D/g, ''))}
          inputMode="numeric"
          maxLength={3}
          className="num"
        />
      </Field>
      <Button type="submit" pendiente={pendiente} className="mb-5.5">
        Guardar
      </Button>
    </form>
  );
}
