'use client';

import { type FormEvent, type RefObject, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { MoneyField } from '@/components/ui/money-field';
import { QuantityField } from '@/components/ui/quantity-field';
import { Segmented } from '@/components/ui/segmented';
import { formatBs } from '@/lib/money';
import { type Descuento, importeDe, type Linea } from './ticket';

type DialogoDescuentoProps = {
  linea: Linea | null;
  onCerrar: () => void;
  onAplicar: (descuento: Descuento | null) => void;
};

const PORCENTAJES = [5, 10, 15, 20] as const;

/** A discount on one line, by percentage or by amount. */
export function DialogoDescuento({ linea, onCerrar, onAplicar }: DialogoDescuentoProps) {
  const campo = useRef<HTMLInputElement>(null);
  return (
    <Dialog
      open={linea !== null}
      onOpenChange={(abierto) => !abierto && onCerrar()}
      width="chico"
      title="Descuento"
      description={linea?.producto.nombre}
      initialFocus={campo}
    >
      {linea && <Formulario campo={campo} linea={linea} onAplicar={onAplicar} />}
    </Dialog>
  );
}

type FormularioProps = Pick<DialogoDescuentoProps, 'onAplicar'> & {
  campo: RefObject<HTMLInputElement | null>;
  linea: Linea;
};

function Formulario({ campo, linea, onAplicar }: FormularioProps) {
  const [tipo, setTipo] = useState<Descuento['tipo']>(linea.descuento?.tipo ?? 'porcentaje');
  // In thousandths, as every quantity: 5 % is 5000.
  const [porciento, setPorciento] = useState(
    linea.descuento?.tipo === 'porcentaje' ? linea.descuento.centesimas * 10 : null,
  );
  const [monto, setMonto] = useState(linea.descuento?.tipo === 'monto' ? linea.descuento.centavos : null);
  const bruto = importeDe({ ...linea, descuento: null });
  const { descuento, error } = leer(tipo, porciento, monto, bruto);

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
        <Field label="Cuánto se descuenta de la línea" error={error}>
          <MoneyField ref={campo} size="mostrador" value={monto} onValueChange={setMonto} />
        </Field>
      )}
      <p className="num flex justify-between border-t border-dashed border-borde-fuerte pt-3">
        <span className="text-tinta-2">De {formatBs(bruto)} queda en</span>
        <strong className="font-bold">{formatBs(error ? bruto : importeDe({ ...linea, descuento }))}</strong>
      </p>
      <div className="flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
        {linea.descuento && <Button onClick={() => onAplicar(null)}>Quitar descuento</Button>}
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
  const error = (monto ?? 0) > bruto ? 'Es más de lo que cuesta la línea.' : undefined;
  return { descuento: monto ? { tipo, centavos: monto } : null, error };
}
