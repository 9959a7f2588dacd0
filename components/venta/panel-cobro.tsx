import { CloudAlert } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import { Kbd } from '@/components/ui/kbd';
import { formatMonto } from '@/lib/money';
import type { MetodoPago } from '@/lib/venta/rules';
import { NOMBRE_METODO } from '@/lib/venta/rules';
import type { Piezas } from '@/lib/vuelto';
import type { Cuenta } from './cobro';
import type { FaseCobro } from './use-cobro';
import { Desglose, VueltoGrande } from './vuelto';

type PanelCobroProps = {
  confirmacion: RefObject<HTMLButtonElement | null>;
  cuenta: Cuenta;
  conEfectivo: boolean;
  /** `null` when the payment is split. */
  metodo: MetodoPago | null;
  total: number;
  /** What the drawer should hold. */
  gaveta: Piezas | null;
  estado: FaseCobro;
  onVolver: () => void;
  onReintentar: () => void;
  onSoltar: () => void;
};

/** The side of the charge that answers: the change, what is missing, or that nobody has answered yet. */
export function PanelCobro({ estado, onReintentar, onSoltar, ...rest }: PanelCobroProps) {
  if (estado.fase === 'por_confirmar') {
    return <PorConfirmar motivo={estado.motivo} onReintentar={onReintentar} onSoltar={onSoltar} />;
  }
  const { confirmacion, cuenta, conEfectivo, metodo, total, gaveta, onVolver } = rest;
  return (
    <div
      className={cx(
        'num flex min-w-0 flex-col gap-4 p-5 sm:min-h-106 sm:p-6',
        cuenta.falta ? 'bg-superficie-2' : 'bg-hecho-suave',
      )}
    >
      {cuenta.falta ? (
        <p role="status" className="text-lg font-semibold text-pretty text-falta">
          {cuenta.falta}
        </p>
      ) : conEfectivo ? (
        <>
          <VueltoGrande centavos={cuenta.vuelto} />
          <Desglose centavos={cuenta.vuelto} hay={gaveta} />
        </>
      ) : (
        <p>
          <span className="block text-sm font-semibold text-hecho">
            {metodo ? `Por ${NOMBRE_METODO[metodo]}` : 'Sin efectivo'}
          </span>
          <span className="mt-1 block text-[3.25rem] leading-[1.3] font-bold tracking-tight text-hecho">
            {formatMonto(total)}
          </span>
          <span className="text-tinta-2">Confirme cuando el pago haya llegado.</span>
        </p>
      )}
      <div className="mt-auto flex flex-col gap-2">
        <Button
          ref={confirmacion}
          type="submit"
          variant="hecho"
          size="grande"
          className="w-full"
          disabled={cuenta.falta !== null}
          pendiente={estado.fase === 'enviando'}
        >
          {estado.fase === 'enviando' ? 'Cobrando…' : 'Cobrado'}
          {estado.fase !== 'enviando' && (
            <Kbd tone="sobre" className="ml-1 px-2 py-1.5 text-sm">
              Enter
            </Kbd>
          )}
        </Button>
        <Button variant="fantasma" disabled={estado.fase === 'enviando'} onClick={onVolver}>
          Volver al ticket <Kbd>Esc</Kbd>
        </Button>
      </div>
    </div>
  );
}

type PorConfirmarProps = { motivo: string; onReintentar: () => void; onSoltar: () => void };

function PorConfirmar({ motivo, onReintentar, onSoltar }: PorConfirmarProps): ReactNode {
  return (
    <div role="alert" className="flex min-w-0 flex-col gap-3 bg-aviso-suave p-5 sm:min-h-106 sm:p-6">
      <CloudAlert aria-hidden="true" strokeWidth={1.6} className="size-10 text-aviso" />
      <p className="text-lg font-bold text-aviso">Por confirmar</p>
      <p className="text-pretty">{motivo}</p>
      <p className="text-pretty text-tinta-2">
        El ticket está guardado en este equipo y se envía de nuevo solo. Aunque llegue dos veces, se cobra una.
      </p>
      <div className="mt-auto flex flex-col gap-2">
        <Button variant="primario" size="mostrador" onClick={onReintentar}>
          Reintentar ahora
        </Button>
        <Button variant="fantasma" onClick={onSoltar}>
          Volver al ticket
        </Button>
      </div>
    </div>
  );
}
