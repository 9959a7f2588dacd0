'use client';

import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { MoneyField } from '@/components/ui/money-field';
import { centavosDeJson, formatBs, jsonDeCentavos } from '@/lib/money';
import { ponerPrecioAction } from '@/lib/presentacion/actions';
import type { EnSucursalDto, FichaDto, PrecioHistoricoDto } from '@/lib/presentacion/schemas';
import type { ProductoDto } from '@/lib/producto/schemas';
import { formatFechaHora } from '@/lib/time';
import { useActo } from './use-acto';

type PreciosProps = { producto: ProductoDto; ficha: FichaDto; puedeEditar: boolean };

/** What each branch charges, for the product and each presentation; and every price there has been. */
export function PreciosProducto({ producto, ficha, puedeEditar }: PreciosProps) {
  const vendidos = [
    { id: null, nombre: 'Por unidad', base: producto.precio_base },
    ...ficha.presentaciones.map((p) => ({ id: p.id, nombre: p.nombre, base: p.precio_venta })),
  ];
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <div className="flex flex-col gap-4">
        {vendidos.map((v) => (
          <Card key={v.id ?? 0} title={v.nombre} aside={`En toda la cadena ${formatBs(centavosDeJson(v.base) ?? 0)}`}>
            <ul className="divide-y divide-borde">
              {ficha.sucursales.map((s) => (
                <PrecioDeSucursal
                  key={`${s.id_sucursal} ${propioDe(s, v.id)}`}
                  idProducto={producto.id}
                  idPresentacion={v.id}
                  sucursal={s}
                  propio={propioDe(s, v.id)}
                  puedeEditar={puedeEditar}
                />
              ))}
            </ul>
          </Card>
        ))}
      </div>
      <Historial precios={ficha.precios} />
    </div>
  );
}

const propioDe = (s: EnSucursalDto, idPresentacion: number | null) =>
  idPresentacion === null ? s.precio : (s.presentaciones[idPresentacion] ?? null);

type PrecioDeSucursalProps = {
  idProducto: number;
  idPresentacion: number | null;
  sucursal: EnSucursalDto;
  propio: number | null;
  puedeEditar: boolean;
};

function PrecioDeSucursal({ idProducto, idPresentacion, sucursal, propio, puedeEditar }: PrecioDeSucursalProps) {
  const [precio, setPrecio] = useState(propio === null ? null : centavosDeJson(propio));
  const { hacer, pendiente, rechazo } = useActo();
  const poner = (nuevo: number | null) => {
    const raw = {
      id_producto: idProducto,
      id_presentacion: idPresentacion,
      id_sucursal: sucursal.id_sucursal,
      precio_venta: nuevo === null ? null : jsonDeCentavos(nuevo),
    };
    hacer(ponerPrecioAction, raw, { aviso: nuevo === null ? 'Vuelve al precio de la cadena' : 'Precio guardado' });
  };
  const enviar = (event: FormEvent) => {
    event.preventDefault();
    if (precio !== null) poner(precio);
  };
  if (!puedeEditar) {
    return (
      <li className="flex justify-between gap-4 py-2.5">
        <span>{sucursal.sucursal}</span>
        <span className="num text-tinta-2">
          {propio === null ? 'el de la cadena' : formatBs(centavosDeJson(propio) ?? 0)}
        </span>
      </li>
    );
  }
  return (
    <li className="py-3">
      <form onSubmit={enviar} className="flex flex-wrap items-end gap-2">
        <Field
          label={sucursal.sucursal}
          hint={propio === null ? 'Cobra el precio de la cadena.' : 'Tiene precio propio.'}
          error={rechazo?.message}
          className="min-w-40 flex-1"
        >
          <MoneyField value={precio} onValueChange={setPrecio} />
        </Field>
        <Button type="submit" pendiente={pendiente} disabled={precio === null} className="mb-5.5">
          Guardar
        </Button>
        {propio !== null && (
          <Button variant="fantasma" disabled={pendiente} onClick={() => poner(null)} className="mb-5.5">
            Quitar
          </Button>
        )}
      </form>
    </li>
  );
}

function Historial({ precios }: { precios: readonly PrecioHistoricoDto[] }) {
  return (
    <Card title="Todos los precios que tuvo">
      <ol className="divide-y divide-borde">
        {precios.map((h) => (
          <li key={h.id} className="flex items-baseline justify-between gap-4 py-2.5">
            <span className="min-w-0">
              <span className="block">
                {h.presentacion ?? 'Por unidad'}
                {h.sucursal && <span className="text-tinta-2"> · {h.sucursal}</span>}
              </span>
              <span className="text-xs text-tinta-2">
                {formatFechaHora(h.vigente_desde)} · {h.usuario ?? 'Sistema'}
              </span>
            </span>
            <span className="num shrink-0 font-medium">
              {h.precio === null ? 'se quitó' : formatBs(centavosDeJson(h.precio) ?? 0)}
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
}
