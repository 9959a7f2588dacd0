'use client';

import { Tag } from 'lucide-react';
import type { Route } from 'next';
import Link from 'next/link';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { buttonClass } from '@/components/ui/button-class';
import { centavosDeJson, formatBs } from '@/lib/money';
import { editarProductoAction } from '@/lib/producto/actions';
import { useActo } from './use-acto';

/** The price that keeps the margin after the cost jumped: put with one touch, and its label to print. Bolivianos. */
export function PrecioPropuesto({
  idProducto,
  precio,
  puedeEditar,
}: {
  idProducto: number;
  precio: number;
  puedeEditar: boolean;
}) {
  const [puesto, setPuesto] = useState(false);
  const { hacer, pendiente, rechazo } = useActo();
  const enBs = formatBs(centavosDeJson(precio) ?? 0);
  const poner = () =>
    hacer(
      editarProductoAction,
      { id: idProducto, precio_venta: precio },
      { aviso: `Ahora cuesta ${enBs}`, alHacer: () => setPuesto(true) },
    );
  return (
    <span className="mt-1 flex flex-wrap items-center gap-2">
      {puedeEditar && !puesto && (
        <Button size="compacto" pendiente={pendiente} onClick={poner}>
          Poner {enBs}
        </Button>
      )}
      <Link
        href={`/productos/etiquetas?ids=${idProducto}` as Route}
        className={buttonClass({ size: 'compacto', variant: puesto ? 'suave' : 'fantasma' })}
      >
        <Tag aria-hidden="true" />
        Etiqueta
      </Link>
      {rechazo && (
        <span role="alert" className="text-falta">
          {rechazo.message}
        </span>
      )}
    </span>
  );
}
