import { ChevronUp } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { formatMonto } from '@/lib/money';

type BarraTicketProps = { productos: number; total: number; onAbrir: () => void; onCobrar: () => void };

/** The ticket on a phone, folded: how much it is, and Cobrar. */
export function BarraTicket({ productos, total, onAbrir, onCobrar }: BarraTicketProps) {
  return (
    <div className="num flex shrink-0 items-center gap-3 border-t border-borde bg-superficie px-3 py-2 lg:hidden">
      <button
        type="button"
        aria-haspopup="dialog"
        onClick={onAbrir}
        className="flex min-h-12 min-w-0 flex-1 items-center gap-2.5 rounded-md px-2 text-left"
      >
        <ChevronUp aria-hidden="true" className="size-5 shrink-0 text-tinta-2" />
        <span className="min-w-0">
          <span className="block truncate text-xs text-tinta-2">
            {productos === 0 ? 'Ticket vacío' : `Ticket · ${productos} ${productos === 1 ? 'producto' : 'productos'}`}
          </span>
          <span className="block text-xl leading-tight font-bold tracking-tight">
            <span className="mr-1 text-sm font-medium text-tinta-2">Bs</span>
            {formatMonto(total)}
          </span>
        </span>
      </button>
      <Button variant="hecho" size="mostrador" className="px-6 text-base" disabled={productos === 0} onClick={onCobrar}>
        Cobrar
      </Button>
    </div>
  );
}
