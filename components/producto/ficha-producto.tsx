import type { ReactNode } from 'react';
import { Card } from '@/components/ui/card';
import { centavosDeJson, formatBs } from '@/lib/money';
import type { ProductoDto } from '@/lib/producto/schemas';
import { formatCantidad, milesimasDeJson } from '@/lib/quantity';
import { Existencia } from './existencia';
import { Margen } from './margen';
import { UNIDAD_EN_PALABRAS } from './unidades';

/** A product to look at, for whoever may not change it. */
export function FichaProducto({ producto: p }: { producto: ProductoDto }) {
  const precio = centavosDeJson(p.precio_venta) ?? 0;
  const costo = p.costo_compra === null ? null : (centavosDeJson(p.costo_compra) ?? 0);
  const { por, corta } = UNIDAD_EN_PALABRAS[p.unidad];
  return (
    <Card className="max-w-xl">
      <dl className="divide-y divide-borde">
        <Dato nombre="Código de barras">{p.codigo_barras ?? 'sin código'}</Dato>
        <Dato nombre="Categoría">{p.categoria.nombre}</Dato>
        <Dato nombre={`Precio ${por}`}>{formatBs(precio)}</Dato>
        {costo !== null && (
          <>
            <Dato nombre={`Costo ${por}`}>{formatBs(costo)}</Dato>
            <Dato nombre="Margen">
              <Margen precio={precio} costo={costo} />
            </Dato>
          </>
        )}
        <Dato nombre="Existencia en esta sucursal">
          <Existencia producto={p} />
        </Dato>
        <Dato nombre="Se avisa al llegar a">
          {formatCantidad(milesimasDeJson(p.stock_minimo) ?? 0)} {corta}
        </Dato>
      </dl>
    </Card>
  );
}

function Dato({ nombre, children }: { nombre: string; children: ReactNode }) {
  return (
    <div className="flex items-baseline justify-between gap-4 py-2.5">
      <dt className="text-tinta-2">{nombre}</dt>
      <dd className="num text-right font-medium">{children}</dd>
    </div>
  );
}
