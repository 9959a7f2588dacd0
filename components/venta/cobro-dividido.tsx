'use client';

import { Plus, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { MoneyField } from '@/components/ui/money-field';
import { Select } from '@/components/ui/select';
import { NOMBRE_METODO } from '@/lib/venta/rules';
import type { OtroPago } from './cobro';
import { hayTeclado } from './puntero';

/** The server takes ten legs; one is for the cash. */
const MAXIMO = 9;

type CobroDivididoProps = {
  otros: readonly OtroPago[];
  onOtros: (otros: OtroPago[]) => void;
};

/** The payments of a split ticket that are not cash. */
export function CobroDividido({ otros, onOtros }: CobroDivididoProps) {
  const lista = useRef<HTMLUListElement>(null);
  const ultimo = otros.at(-1)?.id;

  // Each new payment starts by its amount.
  useEffect(() => {
    if (ultimo === undefined || !hayTeclado()) return;
    lista.current?.querySelector<HTMLInputElement>(`[data-pago="${ultimo}"] input[inputmode="decimal"]`)?.focus();
  }, [ultimo]);

  const cambiar = (id: number, cambio: Partial<OtroPago>) =>
    onOtros(otros.map((pago) => (pago.id === id ? { ...pago, ...cambio } : pago)));

  return (
    <div className="flex flex-col gap-2">
      <ul
        ref={lista}
        aria-label="Pagos que no son efectivo"
        className="flex max-h-52 flex-col gap-2 overflow-y-auto p-1 -m-1"
      >
        {otros.map((pago, i) => (
          <li
            key={pago.id}
            data-pago={pago.id}
            className="grid grid-cols-[7.5rem_minmax(0,1fr)_auto] items-start gap-2 sm:grid-cols-[8.5rem_7.5rem_minmax(0,1fr)_auto]"
          >
            <Select
              aria-label={`Método del pago ${i + 1}`}
              value={pago.metodo}
              onChange={(event) => cambiar(pago.id, { metodo: event.target.value === 'QR' ? 'QR' : 'TRANSFERENCIA' })}
            >
              <option value="QR">{NOMBRE_METODO.QR}</option>
              <option value="TRANSFERENCIA">{NOMBRE_METODO.TRANSFERENCIA}</option>
            </Select>
            <MoneyField
              aria-label={`Monto del pago ${i + 1}`}
              value={pago.monto}
              onValueChange={(monto) => cambiar(pago.id, { monto })}
            />
            <Input
              aria-label={`Referencia del pago ${i + 1}`}
              placeholder="Referencia"
              maxLength={60}
              value={pago.referencia}
              onChange={(event) => cambiar(pago.id, { referencia: event.target.value })}
              className="max-sm:col-span-2 max-sm:row-start-2"
            />
            <button
              type="button"
              aria-label={`Quitar el pago ${i + 1}`}
              onClick={() => onOtros(otros.filter((otro) => otro.id !== pago.id))}
              className="grid size-10 place-items-center rounded-sm text-tinta-2 hover:bg-superficie-2 hover:text-tinta pointer-coarse:size-11 max-sm:col-start-3 max-sm:row-start-1"
            >
              <X aria-hidden="true" className="size-4.5" />
            </button>
          </li>
        ))}
      </ul>
      {otros.length < MAXIMO && (
        <Button
          variant="fantasma"
          size="compacto"
          className="self-start"
          icon={<Plus aria-hidden="true" />}
          onClick={() => onOtros([...otros, nuevoPago(otros)])}
        >
          Agregar otro pago
        </Button>
      )}
    </div>
  );
}

/** One more payment, still without amount. */
export function nuevoPago(otros: readonly OtroPago[]): OtroPago {
  return { id: Math.max(0, ...otros.map((p) => p.id)) + 1, metodo: 'QR', monto: null, referencia: '' };
}
