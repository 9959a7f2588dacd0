'use client';

import { type FormEvent, type RefObject, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { MoneyField } from '@/components/ui/money-field';
import { QuantityField } from '@/components/ui/quantity-field';
import { Segmented } from '@/components/ui/segmented';
import { formatBs } from '@/lib/money';
import { type Descuento, rebajaDe } from './ticket';

/** What a discount is taken off. `bruto` in centavos, before it. */
export type Descontable = { que: string; bruto: number; descuento: Descuento | null };

type DialogoDescuentoProps = {
  open: boolean;
  title: string;
  descontable: Descontable | null;
  /** What the person may take off alone, in per cent; `null` for no limit. Over it a superior has to let it in. */
  tope: number | null;
  onCerrar: () => void;
  onAplicar: (descuento: Descuento | null) => void;
};

const PORCENTAJES = [5, 10, 15, 20] as const;

/** A discount on a line or on the whole ticket, by percentage or by amount. */
export function DialogoDescuento({ open, title, descontable, tope, onCerrar, onAplicar }: DialogoDescuentoProps) {
  const campo = useRef<HTMLInputElement>(null);
  return (
    <Dialog
      open={open && descontable !== null}
      onOpenChange={(abierto) => !abierto && onCerrar()}
      width="chico"
      title={title}
      description={descontable?.que}
      initialFocus={campo}
    >
      {descontable && <Formulario campo={campo} {...descontable} tope={tope} onAplicar={onAplicar} />}
    </Dialog>
  );
}

type FormularioProps = Pick<DialogoDescuentoProps, 'onAplicar' | 'tope'> &
  Descontable & { campo: RefObject<HTMLInputElement | null> };

function Formulario({ campo, bruto, descuento: puesto, tope, onAplicar }: FormularioProps) {
  const [tipo, setTipo] = useState<Descuento['tipo']>(puesto?.tipo ?? 'porcentaje');
  // In thousandths, as every quantity: 5 % is 5000.
  const [porciento, setPorciento] = useState(puesto?.tipo === 'porcentaje' ? puesto.centesimas * 10 : null);
  const [monto, setMonto] = useState(puesto?.tipo === 'monto' ? puesto.centavos : null);
  const { descuento, error } = leer(tipo, porciento, monto, bruto);
  const rebaja = error ? 0 : rebajaDe(descuento, bruto);
  const pasa = tope !== null && rebaja * 100 > tope * bruto;

  function enviar(event: FormEvent) {
    event.preventDefault();
    if (!error) onAplicar(descuento);
  }

  return (
    <form onSubmit={enviar} className="flex flex-col gap-4">
      <Segmented
        label="Tipo de descuento"
        options={[
          { value: 'porcentaje', label: 'Porcentaje' },
          { value: 'monto', label: 'Monto' },
        ]}
        value={tipo}
        onValueChange={setTipo}
      />
      {tipo === 'porcentaje' ? (
        <>
          <Field label="Porcentaje" error={error}>
            <QuantityField ref={campo} size="mostrador" unidad="%" value={porciento} onValueChange={setPorciento} />
          </Field>
          <div className="grid grid-cols-4 gap-2">
            {PORCENTAJES.map((p) => (
              <Button key={p} size="mostrador" onClick={() => setPorciento(p * 1000)}>
                {p} %
              </Button>
            ))}
          </div>
        </>
      ) : (
        <Field label="Cuánto se descuenta" error={error}>
          <MoneyField ref={campo} size="mostrador" value={monto} onValueChange={setMonto} />
        </Field>
      )}
      {pasa && <p className="text-sm text-aviso">Pasa de su límite de {tope} %: al cobrar hará falta un superior.</p>}
      <p className="num flex justify-between border-t border-dashed border-borde-fuerte pt-3">
        <span className="text-tinta-2">De {formatBs(bruto)} queda en</span>
        <strong className="font-bold">{formatBs(bruto - rebaja)}</strong>
      </p>
      <div className="flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
        {puesto && <Button onClick={() => onAplicar(null)}>Quitar descuento</Button>}
        <Button type="submit" variant="primario" disabled={Boolean(error)}>
          Aplicar
        </Button>
      </div>
    </form>
  );
}

/** What the fields say, or why it cannot be; empty fields mean no discount. */
function leer(tipo: Descuento['tipo'], porciento: number | null, monto: number | null, bruto: number) {
  if (tipo === 'porcentaje') {
    const centesimas = Math.trunc((porciento ?? 0) / 10);
    const error = centesimas > 10_000 ? 'Como máximo 100 %.' : undefined;
    return { descuento: centesimas === 0 ? null : { tipo, centesimas }, error };
  }
  const error = (monto ?? 0) > bruto ? 'Es más de lo que cuesta.' : undefined;
  return { descuento: monto ? { tipo, centavos: monto } : null, error };
}
