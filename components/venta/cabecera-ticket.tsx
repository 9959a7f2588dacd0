import { Printer, User } from 'lucide-react';
import { usePieza } from '@/components/shared/use-pieza';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { formatMonto } from '@/lib/money';
import { folioDe } from '@/lib/venta/rules';
import type { VentaDto } from '@/lib/venta/schemas';
import type { IdAccion } from './acciones';
import { BotonMenu } from './boton-menu';
import type { Ticket } from './ticket';
import { centavos } from './venta-dto';

const traerMenu = () => import('./menu-ticket').then((m) => m.MenuTicket);

type CabeceraTicketProps = {
  ticket: Pick<Ticket, 'cliente' | 'nota'>;
  /** The last sale of this till, whose change may still be on the counter. */
  ultima: VentaDto | null;
  enEspera: number;
  disponible: (id: IdAccion) => boolean;
  hacer: (id: IdAccion) => void;
};

/** The head of the ticket: who buys, what waits, and all that is not done with every sale. */
export function CabeceraTicket({ ticket, ultima, enEspera, disponible, hacer }: CabeceraTicketProps) {
  return (
    <div className="shrink-0 border-b border-borde">
      <div className="flex h-14 items-center justify-between gap-2 pr-2 pl-4.5">
        <h2 className="text-base font-bold">Ticket</h2>
        <span className="flex min-w-0 items-center">
          <Button
            variant="fantasma"
            size="compacto"
            className="min-w-0"
            icon={<User aria-hidden="true" />}
            aria-label={ticket.cliente ? `Cliente: ${ticket.cliente.nombre}. Cambiar` : 'Cliente'}
            onClick={() => hacer('cliente')}
          >
            <span className="max-w-28 truncate">{ticket.cliente?.nombre ?? 'Cliente'}</span> <Kbd>F6</Kbd>
          </Button>
          <Button variant="fantasma" size="compacto" onClick={() => hacer('espera')}>
            En espera{enEspera > 0 && <span className="num font-bold text-marca"> · {enEspera}</span>} <Kbd>F8</Kbd>
          </Button>
          <Menu disponible={disponible} hacer={hacer} />
        </span>
      </div>
      {ticket.nota && (
        <button
          type="button"
          onClick={() => hacer('notaTicket')}
          className="block w-full truncate px-4.5 pb-2 text-left text-xs text-tinta-2 italic"
        >
          {ticket.nota}
        </button>
      )}
      {ultima && (
        <div className="num flex items-center justify-between gap-2 bg-hecho-suave py-1 pr-2 pl-4.5 text-xs">
          <span className="min-w-0 truncate text-tinta-2">
            Último {folioDe(ultima)}
            {ultima.estado_venta === 'ANULADA' && ' · anulado'}
            {ultima.vuelto !== null && ultima.estado_venta !== 'ANULADA' && (
              <>
                {' · vuelto '}
                <strong className="text-sm font-bold text-hecho">{formatMonto(centavos(ultima.vuelto))}</strong>
              </>
            )}
          </span>
          <Button
            variant="fantasma"
            size="compacto"
            icon={<Printer aria-hidden="true" />}
            onClick={() => hacer('imprimir')}
          >
            Recibo <Kbd>F9</Kbd>
          </Button>
        </div>
      )}
    </div>
  );
}

/** The button of all that is not done with every sale. */
function Menu(props: Pick<CabeceraTicketProps, 'disponible' | 'hacer'>) {
  const { pieza: MenuTicket, pedir, anticipar } = usePieza(traerMenu);
  if (MenuTicket) return <MenuTicket {...props} />;
  return <BotonMenu aria-haspopup="menu" aria-expanded={false} onPointerEnter={anticipar} onClick={pedir} />;
}
