'use client';

import { Ban, CreditCard, FileText, Printer } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { useConAprobacion } from '@/components/aprobacion/use-con-aprobacion';
import { Button } from '@/components/ui/button';
import { buttonClass } from '@/components/ui/button-class';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Segmented } from '@/components/ui/segmented';
import { toast } from '@/components/ui/toast';
import type { ActionResult } from '@/lib/action/result';
import { formatBs } from '@/lib/money';
import { newUuid } from '@/lib/uuid';
import { anularVentaAction, editarPagoVentaAction } from '@/lib/venta/actions';
import { folioDe, METODOS_PAGO, type MetodoPago, NOMBRE_METODO } from '@/lib/venta/rules';
import type { VentaDto } from '@/lib/venta/schemas';
import { useRecibo } from './use-recibo';
import { cobradoDe } from './venta-dto';

type AccionesVentaProps = {
  venta: VentaDto;
  puedeReimprimir: boolean;
  puedeAnular: boolean;
  puedeEditarPago: boolean;
  idUsuario: number;
};

/** What can still be done with a ticket. */
export function AccionesVenta({ venta, puedeReimprimir, puedeAnular, puedeEditarPago, idUsuario }: AccionesVentaProps) {
  const recibo = useRecibo({ idUsuario });
  const router = useRouter();
  const conAprobacion = useConAprobacion();
  const [abierto, setAbierto] = useState<'anular' | 'pago' | null>(null);
  const otros = METODOS_PAGO.filter((m) => venta.pagos.length > 1 || m !== venta.metodo_pago);
  const [metodo, setMetodo] = useState<MetodoPago>(otros[0] ?? 'EFECTIVO');
  // Each opening is one act: its clave lasts through every try.
  const clave = useRef('');

  function abrir(cual: 'anular' | 'pago') {
    clave.current = newUuid();
    setAbierto(cual);
  }

  async function hacer(acto: () => Promise<ActionResult<VentaDto>>, hecho: string): Promise<string | undefined> {
    const respuesta = await conAprobacion(acto).catch(() => null);
    if (!respuesta) return 'El servidor no respondió. Se puede intentar otra vez: no se hará dos veces.';
    if (!respuesta.ok) return respuesta.message;
    toast.success(hecho);
    router.refresh();
    return undefined;
  }

  return (
    <>
      {puedeReimprimir && (
        <>
          <Button icon={<Printer aria-hidden="true" />} onClick={() => recibo.reimprimir(venta)}>
            Reimprimir
          </Button>
          <a
            href={`/api/ventas/${venta.id}/pdf`}
            target="_blank"
            rel="noreferrer"
            className={buttonClass({})}
            onClick={() => setTimeout(() => router.refresh(), 1_500)}
          >
            <FileText aria-hidden="true" className="size-4.5" />
            PDF A4
          </a>
        </>
      )}
      {puedeEditarPago && (
        <Button icon={<CreditCard aria-hidden="true" />} onClick={() => abrir('pago')}>
          Cambiar método
        </Button>
      )}
      {puedeAnular && (
        <Button icon={<Ban aria-hidden="true" />} className="text-falta!" onClick={() => abrir('anular')}>
          Anular
        </Button>
      )}
      <ConfirmDialog
        open={abierto === 'anular'}
        onOpenChange={() => setAbierto(null)}
        title={`¿Anular el ticket ${folioDe(venta)}?`}
        description={`Los productos vuelven a la existencia y se devuelven ${formatBs(cobradoDe(venta))}. El ticket queda en la lista como anulado.`}
        confirm="Anular"
        peligro
        motivo={{ placeholder: 'Por ejemplo: el cliente devolvió todo' }}
        onConfirm={(motivo) =>
          hacer(
            () => anularVentaAction({ id: venta.id, motivo_edicion: motivo }, clave.current),
            `Ticket ${folioDe(venta)} anulado`,
          )
        }
      />
      <ConfirmDialog
        open={abierto === 'pago'}
        onOpenChange={() => setAbierto(null)}
        title={`¿Con qué se pagó el ticket ${folioDe(venta)}?`}
        description="El dinero se vuelve a asentar con el método elegido; el ticket queda como corregido."
        confirm="Cambiar método"
        motivo={{ placeholder: 'Por ejemplo: pagó por QR y se marcó efectivo' }}
        onConfirm={(motivo) =>
          hacer(
            () => editarPagoVentaAction({ id: venta.id, metodo_pago: metodo, motivo_edicion: motivo }, clave.current),
            'Método de pago corregido',
          )
        }
      >
        <Segmented
          label="Método de pago"
          options={otros.map((m) => ({ value: m, label: NOMBRE_METODO[m] }))}
          value={metodo}
          onValueChange={setMetodo}
        />
      </ConfirmDialog>
    </>
  );
}
