'use client';

import { useQueryClient } from '@tanstack/react-query';
import { Tag } from 'lucide-react';
import type { Route } from 'next';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { buttonClass } from '@/components/ui/button-class';
import { Link } from '@/components/ui/link';
import { cambioPropuesto } from '@/lib/inventario/rules';
import type { AlertaStockDto } from '@/lib/inventario/schemas-respuestas';
import { centavosDeJson, formatBs } from '@/lib/money';
import { ponerPrecioAction } from '@/lib/presentacion/actions';
import { editarProductoAction } from '@/lib/producto/actions';
import { useActo } from './use-acto';

/**
 * The price that keeps the margin after the cost jumped: put with one touch where the alert is, whatever branch one works in,
 * and its label to print.
 */
export function PrecioPropuesto({ alerta, puedeEditar }: { alerta: AlertaStockDto; puedeEditar: boolean }) {
  const queries = useQueryClient();
  const [puesto, setPuesto] = useState(false);
  const { hacer, pendiente, rechazo } = useActo();
  const { id_producto, sucursal, producto } = alerta;
  const cambio = cambioPropuesto(alerta);
  if (!cambio) return null;
  const enBs = formatBs(centavosDeJson(alerta.precio_propuesto ?? 0) ?? 0);
  const hecho = {
    aviso: `${producto} cuesta ${enBs} ${cambio.en === 'sucursal' ? `en ${sucursal}` : 'donde no hay un precio propio'}`,
    alHacer: () => {
      setPuesto(true);
      void queries.invalidateQueries({ queryKey: ['inventario'] });
    },
  };
  const poner = () =>
    cambio.en === 'sucursal'
      ? hacer(ponerPrecioAction, cambio.raw, hecho)
      : hacer(editarProductoAction, cambio.raw, hecho);
  return (
    <span className="mt-1 flex flex-wrap items-center gap-2">
      {puedeEditar && !puesto && (
        <Button size="compacto" pendiente={pendiente} onClick={poner}>
          {cambio.en === 'sucursal' ? `Poner ${enBs} en ${sucursal}` : `Poner ${enBs}`}
        </Button>
      )}
      <Link
        href={`/productos/etiquetas?ids=${id_producto}` as Route}
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
