import { Keyboard, Printer, Trash2 } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { formatMonto } from '@/lib/money';
import type { VentaDto } from '@/lib/venta/schemas';
import { centavos, folioDe } from './venta-dto';

type CabeceraTicketProps = {
  /** The last sale of this page, whose change may still be on the counter. */
  ultima: VentaDto | null;
  hayLineas: boolean;
  onAyuda: () => void;
  onVaciar: () => void;
  onImprimir: () => void;
};

/** The head of the ticket, and under it the last one while the next is being made. */
export function CabeceraTicket({ ultima, hayLineas, onAyuda, onVaciar, onImprimir }: CabeceraTicketProps) {
  return (
    <div className="shrink-0 border-b border-borde">
      <div className="flex h-14 items-center justify-between gap-2 pr-3 pl-4.5">
        <h2 className="text-base font-bold">Ticket</h2>
        <span className="flex items-center gap-1">
          {hayLineas && (
            <Button variant="fantasma" size="compacto" icon={<Trash2 aria-hidden="true" />} onClick={onVaciar}>
              Vaciar
            </Button>
          )}
          <Button variant="fantasma" size="compacto" icon={<Keyboard aria-hidden="true" />} onClick={onAyuda}>
            Atajos <Kbd>?</Kbd>
          </Button>
        </span>
      </div>
      {ultima && (
        <div className="num flex items-center justify-between gap-2 bg-hecho-suave py-1 pr-2 pl-4.5 text-xs">
          <span className="min-w-0 truncate text-tinta-2">
            Último {folioDe(ultima)}
            {ultima.vuelto !== null && (
              <>
                {' · vuelto '}
                <strong className="text-sm font-bold text-hecho">{formatMonto(centavos(ultima.vuelto))}</strong>
              </>
            )}
          </span>
          <Button variant="fantasma" size="compacto" icon={<Printer aria-hidden="true" />} onClick={onImprimir}>
            Recibo <Kbd>F9</Kbd>
          </Button>
        </div>
      )}
    </div>
  );
}
