'use client';

import { type FormEvent, type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Kbd } from '@/components/ui/kbd';
import { Notice } from '@/components/ui/notice';
import { Segmented } from '@/components/ui/segmented';
import { formatBs, formatMonto } from '@/lib/money';
import type { MetodoPago } from '@/lib/venta/rules';
import { NOMBRE_METODO } from '@/lib/venta/rules';
import type { Piezas } from '@/lib/vuelto';
import { CampoEfectivo } from './campo-efectivo';
import { COBRO_INICIAL, type Cobro, type Cuenta, sacarCuenta } from './cobro';
import { CobroDividido, nuevoPago } from './cobro-dividido';
import { TECLA_METODO } from './metodos';
import { PanelCobro } from './panel-cobro';
import { hayTeclado } from './puntero';
import type { FaseCobro, Rechazo } from './use-cobro';

type DialogoCobroProps = {
  open: boolean;
  /** Centavos, before rounding. */
  total: number;
  /** The branch rounds cash to 0,10. */
  redondea: boolean;
  /** What the drawer should hold, where it is known. */
  gaveta: Piezas | null;
  estado: FaseCobro;
  onConfirmar: (cobro: Cobro, cuenta: Cuenta) => void;
  onVolver: () => void;
  onReintentar: () => void;
  /** Back to the ticket although nobody has said what became of it. */
  onSoltar: () => void;
  /** What can be done about a refusal. */
  salida: (rechazo: Rechazo) => { texto: string; hacer: () => void } | null;
};

/** How the ticket is paid. Enter confirms, Escape goes back; while it is being sent, neither. */
export function DialogoCobro({ open, onVolver, ...rest }: DialogoCobroProps) {
  const campo = useRef<HTMLInputElement>(null);
  return (
    <Dialog
      open={open}
      onOpenChange={(abierto) => !abierto && onVolver()}
      width="ancho"
      bare
      locked={rest.estado.fase !== 'lista'}
      title={`Cobrar ${formatBs(rest.total)}`}
      {...(open && hayTeclado() && { initialFocus: campo })}
    >
      <Formulario {...rest} campo={campo} onVolver={onVolver} />
    </Dialog>
  );
}

const METODOS: MetodoPago[] = ['EFECTIVO', 'QR', 'TRANSFERENCIA'];

/** Mounted with the dialog, so that each charge starts in cash and empty. */
function Formulario({
  campo,
  total,
  redondea,
  gaveta,
  estado,
  onConfirmar,
  onVolver,
  onReintentar,
  onSoltar,
  salida,
}: Omit<DialogoCobroProps, 'open'> & { campo: RefObject<HTMLInputElement | null> }) {
  const [cobro, setCobro] = useState<Cobro>(COBRO_INICIAL);
  const confirmacion = useRef<HTMLButtonElement>(null);
  const tecla = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** A method was just chosen, and the focus has to follow it once it is drawn. */
  const porEnfocar = useRef(false);
  /** The method of a letter that is not believed yet. */
  const dudosa = useRef<MetodoPago | null>(null);
  const cuenta = sacarCuenta(total, cobro, redondea);
  const { otros, metodo } = cobro;
  const conEfectivo = otros ? cuenta.resto > 0 : metodo === 'EFECTIVO';

  useEffect(() => () => clearTimeout(tecla.current), []);

  const elegir = (nuevo: MetodoPago) => {
    if (nuevo === metodo && !otros) return;
    porEnfocar.current = true;
    setCobro((c) => ({ ...c, metodo: nuevo, otros: null }));
    // At once too: the field of the amount goes with its method, and would take the next Enter with it.
    if (hayTeclado()) confirmacion.current?.focus();
  };
  // Enter must confirm at once, so the focus goes to the amount, or to the button when there is none to type.
  useEffect(() => {
    if (!porEnfocar.current) return;
    porEnfocar.current = false;
    if (hayTeclado()) (metodo === 'EFECTIVO' ? campo : confirmacion).current?.focus();
  }, [metodo, campo]);
  const dividir = () => {
    setCobro((c) => ({ ...c, otros: c.otros ? null : [nuevoPago([])] }));
    if (otros && hayTeclado()) requestAnimationFrame(() => campo.current?.focus());
  };

  function confirmar() {
    if (estado.fase === 'lista' && !cuenta.falta) onConfirmar(cobro, cuenta);
  }

  function enviar(event: FormEvent) {
    event.preventDefault();
    const activo = document.activeElement;
    // In a split, Enter on an amount goes on to the cash that is left, so that no leg is confirmed by accident.
    const enOtroPago = activo instanceof HTMLInputElement && activo.closest('[data-pago]') !== null;
    if (enOtroPago && conEfectivo && campo.current) campo.current.focus();
    else confirmar();
  }

  function alPulsar(event: KeyboardEvent<HTMLFormElement>) {
    clearTimeout(tecla.current);
    const metodoPulsado = dudosa.current;
    dudosa.current = null;
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const { target } = event;
    const letra = TECLA_METODO[event.key.toLowerCase()];
    const escribe = target instanceof HTMLInputElement && target.inputMode !== 'decimal' && target.type === 'text';
    if (event.key === 'Enter' && metodoPulsado) {
      // Pressed right after the letter: it is chosen, and another Enter charges. Never by the method before it.
      event.preventDefault();
      elegir(metodoPulsado);
    } else if (event.key === 'F5') {
      event.preventDefault();
      dividir();
    } else if (event.key === 'Enter' && target instanceof HTMLElement && target.role === 'radio') {
      event.preventDefault();
      confirmar();
    } else if (letra && !otros && !escribe) {
      event.preventDefault();
      // A scanner's first letter looks the same: it counts only if no other key follows at once.
      dudosa.current = letra;
      tecla.current = setTimeout(() => {
        dudosa.current = null;
        elegir(letra);
      }, 60);
    }
  }

  return (
    <form onSubmit={enviar} onKeyDown={alPulsar} className="grid sm:grid-cols-[minmax(0,1fr)_18.75rem]">
      <fieldset disabled={estado.fase !== 'lista'} className="num flex min-w-0 flex-col p-5 sm:p-6">
        <p aria-hidden="true" className="text-lg leading-snug font-bold">
          Cobrar {formatBs(total)}
        </p>
        <p className="min-h-5 text-tinta-2">
          {conEfectivo &&
            cuenta.redondeo !== 0 &&
            !otros &&
            `En efectivo se redondea a ${formatMonto(cuenta.efectivo)}`}
        </p>
        {otros ? (
          <div className="mt-4 flex flex-col gap-4">
            <CobroDividido otros={otros} onOtros={(nuevos) => setCobro((c) => ({ ...c, otros: nuevos }))} />
            {conEfectivo && (
              <div>
                <p className="mb-1.5 flex justify-between">
                  <span className="font-medium">Resto en efectivo</span>
                  <strong className="font-bold">{formatBs(cuenta.efectivo)}</strong>
                </p>
                <CampoEfectivo
                  campo={campo}
                  chico
                  efectivo={cuenta.efectivo}
                  recibido={cobro.recibido}
                  onRecibido={(recibido) => setCobro((c) => ({ ...c, recibido }))}
                />
              </div>
            )}
          </div>
        ) : (
          <>
            <Segmented
              label="Método de pago"
              className="mt-3 mb-4"
              options={METODOS.map((m) => ({ value: m, label: <EtiquetaMetodo metodo={m} /> }))}
              value={metodo}
              onValueChange={elegir}
            />
            {metodo === 'EFECTIVO' ? (
              <CampoEfectivo
                campo={campo}
                efectivo={cuenta.efectivo}
                recibido={cobro.recibido}
                onRecibido={(recibido) => setCobro((c) => ({ ...c, recibido }))}
              />
            ) : (
              <Field label="Referencia" opcional>
                <Input
                  size="mostrador"
                  maxLength={60}
                  placeholder={metodo === 'QR' ? 'Número de la operación' : 'Número de la transferencia'}
                  value={cobro.referencia}
                  onChange={(event) => setCobro((c) => ({ ...c, referencia: event.target.value }))}
                />
              </Field>
            )}
          </>
        )}
        <Resumen
          total={total}
          redondeo={conEfectivo ? cuenta.redondeo : 0}
          dividido={otros !== null}
          onDividir={dividir}
        />
        {estado.fase === 'lista' && estado.rechazo && (
          <Notice tone="falta" alert className="mt-4" title={estado.rechazo.message}>
            <SalidaRechazo salida={salida(estado.rechazo)} />
          </Notice>
        )}
      </fieldset>
      <PanelCobro
        confirmacion={confirmacion}
        cuenta={cuenta}
        conEfectivo={conEfectivo}
        metodo={otros ? null : metodo}
        total={total}
        gaveta={gaveta}
        estado={estado}
        onVolver={onVolver}
        onReintentar={onReintentar}
        onSoltar={onSoltar}
      />
    </form>
  );
}

function SalidaRechazo({ salida }: { salida: { texto: string; hacer: () => void } | null }) {
  if (!salida) return null;
  return (
    <button
      type="button"
      onClick={salida.hacer}
      className="min-h-9 font-semibold text-marca underline underline-offset-3"
    >
      {salida.texto}
    </button>
  );
}

function EtiquetaMetodo({ metodo }: { metodo: MetodoPago }) {
  return (
    <>
      {NOMBRE_METODO[metodo]} <Kbd className="ml-1 opacity-80 max-md:hidden">{metodo.charAt(0)}</Kbd>
    </>
  );
}

type ResumenProps = { total: number; redondeo: number; dividido: boolean; onDividir: () => void };

function Resumen({ total, redondeo, dividido, onDividir }: ResumenProps) {
  return (
    <div className="mt-4.5 flex flex-col border-t border-dashed border-borde-fuerte pt-2.5">
      <p className="flex justify-between py-1">
        <span>Total</span>
        <strong className="font-bold">{formatMonto(total)}</strong>
      </p>
      {redondeo !== 0 && (
        <p className="flex justify-between py-1 text-xs text-tinta-2">
          <span>Redondeo de efectivo</span>
          <span>
            {redondeo > 0 && '+'}
            {formatMonto(redondeo)}
          </span>
        </p>
      )}
      <button
        type="button"
        onClick={onDividir}
        className="-mx-2 flex min-h-9 items-center justify-between rounded-sm px-2 text-xs text-tinta-2 hover:bg-superficie-2 hover:text-tinta pointer-coarse:min-h-11"
      >
        {dividido ? 'Un solo método' : 'Dividir el pago'}
        <Kbd>F5</Kbd>
      </button>
    </div>
  );
}
