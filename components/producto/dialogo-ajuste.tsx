'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { useConAprobacion } from '@/components/aprobacion/use-con-aprobacion';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Field } from '@/components/ui/field';
import { QuantityField } from '@/components/ui/quantity-field';
import { toast } from '@/components/ui/toast';
import { ajustarStockAction } from '@/lib/producto/actions';
import type { ProductoDto } from '@/lib/producto/schemas';
import { formatCantidad, jsonDeMilesimas, milesimasDeJson } from '@/lib/quantity';
import { newUuid } from '@/lib/uuid';
import { UNIDAD_EN_PALABRAS } from './unidades';

type DialogoAjusteProps = { open: boolean; onOpenChange: (open: boolean) => void; producto: ProductoDto };

/** What was counted, and why it differs. Says what will appear or disappear before doing it. */
export function DialogoAjuste({ open, onOpenChange, producto }: DialogoAjusteProps) {
  const router = useRouter();
  const conAprobacion = useConAprobacion();
  const queries = useQueryClient();
  const clave = useRef<string | null>(null);
  const [contado, setContado] = useState<number | null>(null);
  const hay = milesimasDeJson(producto.stock_actual) ?? 0;
  const { corta } = UNIDAD_EN_PALABRAS[producto.unidad];
  const cambiar = (abierto: boolean) => {
    if (!abierto) setContado(null);
    onOpenChange(abierto);
  };
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={cambiar}
      title={`Ajustar ${producto.nombre}`}
      description={`El sistema dice ${formatCantidad(hay)} ${corta}. La diferencia va a diferencias de inventario.`}
      confirm="Ajustar"
      motivo={{ placeholder: 'Conteo, rotura, vencido…' }}
      onConfirm={async (motivo) => {
        if (contado === null) return 'Falta la cantidad contada.';
        clave.current ??= newUuid();
        const raw = { id: producto.id, stock_actual: jsonDeMilesimas(contado), motivo_ajuste: motivo };
        const llave = clave.current;
        const hecho = await conAprobacion(() => ajustarStockAction(raw, llave));
        if (!hecho.ok) return hecho.message;
        clave.current = null;
        setContado(null);
        toast.success(`Ahora hay ${formatCantidad(contado)} ${corta} de ${producto.nombre}`);
        void queries.invalidateQueries({ queryKey: ['productos'] });
        router.refresh();
      }}
    >
      <Field label="Cantidad contada" hint={contado === null ? undefined : diferenciaEnPalabras(contado - hay, corta)}>
        <QuantityField value={contado} onValueChange={setContado} unidad={corta} />
      </Field>
    </ConfirmDialog>
  );
}

function diferenciaEnPalabras(diferencia: number, unidad: string): string {
  if (diferencia === 0) return 'Coincide: no hay nada que ajustar.';
  const cuanto = `${formatCantidad(Math.abs(diferencia))} ${unidad}`;
  return diferencia > 0 ? `Entran ${cuanto} que no estaban.` : `Salen ${cuanto} que faltan.`;
}
