'use client';

import { type FormEvent, type RefObject, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { MoneyField } from '@/components/ui/money-field';
import { formatBs } from '@/lib/money';
import { centesimasDeRebaja, nombreVendido } from '@/lib/venta/rules';
import { type CambioPrecio, type Linea, precioCatalogo } from './ticket';

type DialogoPrecioProps = {
  linea: Linea | null;
  /** How far below the catalogue's the person may go alone, in per cent; `null` for no limit. */
  tope: number | null;
  onCerrar: () => void;
  onAplicar: (cambio: CambioPrecio | null) => void;
};

const MOTIVOS = ['Envase golpeado', 'Precio de la góndola', 'Cliente por mayor'] as const;

/** Another price for a line, with its motive: it stays on the ticket and in the trail. */
export function DialogoPrecio({ linea, tope, onCerrar, onAplicar }: DialogoPrecioProps) {
  const campo = useRef<HTMLInputElement>(null);
  return (
    <Dialog
      open={linea !== null}
      onOpenChange={(abierto) => !abierto && onCerrar()}
      width="chico"
      title="Cambiar el precio"
      description={linea ? nombreVendido(linea.producto.nombre, linea.presentacion?.nombre ?? null) : undefined}
      initialFocus={campo}
    >
      {linea && <Formulario campo={campo} linea={linea} tope={tope} onAplicar={onAplicar} />}
    </Dialog>
  );
}

type FormularioProps = {
  campo: RefObject<HTMLInputElement | null>;
  linea: Linea;
  tope: number | null;
  onAplicar: DialogoPrecioProps['onAplicar'];
};

function Formulario({ campo, linea, tope, onAplicar }: FormularioProps) {
  const [precio, setPrecio] = useState(linea.cambio?.precio ?? null);
  const [motivo, setMotivo] = useState(linea.cambio?.motivo ?? '');
  const [pedido, setPedido] = useState(false);
  const catalogo = precioCatalogo(linea);
  const falta = motivo.trim().length < 3;
  const pasa = tope !== null && precio !== null && centesimasDeRebaja(catalogo, precio) > tope * 100;

  function enviar(event: FormEvent) {
    event.preventDefault();
    setPedido(true);
    if (precio !== null && !falta) onAplicar({ precio, motivo: motivo.trim() });
  }

  return (
    <form onSubmit={enviar} className="flex flex-col gap-4">
      <Field
        label="Precio"
        hint={`En el catálogo cuesta ${formatBs(catalogo)}.`}
        error={pedido && precio === null ? 'Falta el precio.' : undefined}
      >
        <MoneyField ref={campo} size="mostrador" value={precio} onValueChange={setPrecio} />
      </Field>
      <Field
        label="Motivo"
        hint="Queda en el ticket y en la auditoría."
        error={pedido && falta ? 'Falta el motivo.' : undefined}
      >
        <Input size="mostrador" maxLength={200} value={motivo} onChange={(event) => setMotivo(event.target.value)} />
      </Field>
      <div className="flex flex-wrap gap-2">
        {MOTIVOS.map((m) => (
          <Button key={m} size="compacto" onClick={() => setMotivo(m)}>
            {m}
          </Button>
        ))}
      </div>
      {pasa && <p className="text-sm text-aviso">Pasa de su límite de {tope} %: al cobrar hará falta un superior.</p>}
      <div className="flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
        {linea.cambio && <Button onClick={() => onAplicar(null)}>Volver al del catálogo</Button>}
        <Button type="submit" variant="primario">
          Aplicar
        </Button>
      </div>
    </form>
  );
}
