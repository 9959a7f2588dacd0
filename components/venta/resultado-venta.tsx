'use client';

import { Check, Printer } from 'lucide-react';
import type { Route } from 'next';
import { useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { buttonClass } from '@/components/ui/button-class';
import { Checkbox } from '@/components/ui/checkbox';
import { Kbd } from '@/components/ui/kbd';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { formatBs } from '@/lib/money';
import { folioDe, NOMBRE_METODO } from '@/lib/venta/rules';
import type { VentaDto } from '@/lib/venta/schemas';
import { hayTeclado } from './puntero';
import type { VentaHecha } from './use-cobro';
import { centavos, cobradoDe } from './venta-dto';
import { Desglose, VueltoGrande } from './vuelto';

type ResultadoVentaProps = {
  hecha: VentaHecha;
  imprimeSolo: boolean;
  onImprimeSolo: (siempre: boolean) => void;
  onImprimir: () => void;
  onSiguiente: () => void;
};

/** The sale is done: the change to give, and the paper. The next scan starts the next ticket by itself. */
export function ResultadoVenta({ hecha, imprimeSolo, onImprimeSolo, onImprimir, onSiguiente }: ResultadoVentaProps) {
  const { venta, antes } = hecha;
  const vuelto = centavos(venta.vuelto);
  const siguiente = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (hayTeclado()) siguiente.current?.focus();
  }, []);
  return (
    <section aria-label="Venta cobrada" className="flex min-h-0 flex-1 flex-col overflow-y-auto">
      <div className="flex flex-1 flex-col gap-4 bg-hecho-suave px-5 py-5">
        <p role="status" className="num flex items-center gap-2.5">
          <span className="grid size-9 shrink-0 place-items-center rounded-full bg-hecho text-sobre-hecho">
            <Check aria-hidden="true" className="size-5" strokeWidth={2.4} />
          </span>
          <span>
            <strong className="block font-bold text-hecho">Cobrado</strong>
            <span className="text-xs text-tinta-2">
              Ticket {folioDe(venta)} · {resumen(venta)}
            </span>
          </span>
        </p>
        {antes && (
          <Notice tone="aviso" title="El ticket ya se había cobrado">
            Un intento anterior sí llegó. Lo cobrado es lo que dice el recibo; los cambios de después no entraron.
          </Notice>
        )}
        <VueltoGrande centavos={vuelto} />
        <Desglose centavos={vuelto} />
      </div>
      <div className="flex flex-col gap-2 border-t border-borde px-5 pt-3 pb-4">
        <Checkbox
          label="Imprimir siempre al cobrar"
          checked={imprimeSolo}
          onChange={(event) => onImprimeSolo(event.target.checked)}
        />
        <div className="grid auto-cols-fr grid-flow-col gap-2">
          <Button size="mostrador" icon={<Printer aria-hidden="true" />} onClick={onImprimir}>
            Imprimir recibo <Kbd>F9</Kbd>
          </Button>
          {venta.id !== 0 && (
            <Link href={`/ventas/${venta.id}` as Route} className={buttonClass({ size: 'mostrador' })}>
              Ver ticket
            </Link>
          )}
        </div>
        <Button ref={siguiente} variant="suave" size="mostrador" onClick={onSiguiente}>
          Siguiente venta <Kbd>Enter</Kbd>
        </Button>
      </div>
    </section>
  );
}

function resumen(venta: VentaDto): string {
  const total = formatBs(cobradoDe(venta));
  return `${total} · ${venta.pagos.map((p) => NOMBRE_METODO[p.metodo] ?? p.metodo).join(' + ') || 'Sin cobro'}`;
}
