import {
  Ban,
  Camera,
  Keyboard,
  MoreHorizontal,
  NotebookPen,
  Percent,
  Printer,
  Repeat,
  ScanBarcode,
  Search,
  Trash2,
  User,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { DropdownItem, DropdownMenu, DropdownSeparator } from '@/components/ui/dropdown-menu';
import { Kbd } from '@/components/ui/kbd';
import { formatMonto } from '@/lib/money';
import type { VentaDto } from '@/lib/venta/schemas';
import { ACCIONES, type IdAccion } from './acciones';
import type { Ticket } from './ticket';
import { centavos, folioDe } from './venta-dto';

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

const MENU: readonly (readonly (readonly [IdAccion, ReactNode])[])[] = [
  [
    ['descuentoTicket', <Percent key="i" aria-hidden="true" />],
    ['notaTicket', <NotebookPen key="i" aria-hidden="true" />],
    ['repetir', <Repeat key="i" aria-hidden="true" />],
    ['anular', <Ban key="i" aria-hidden="true" />],
    ['vaciar', <Trash2 key="i" aria-hidden="true" />],
  ],
  [
    ['camara', <Camera key="i" aria-hidden="true" />],
    ['lector', <ScanBarcode key="i" aria-hidden="true" />],
    ['paleta', <Search key="i" aria-hidden="true" />],
    ['ayuda', <Keyboard key="i" aria-hidden="true" />],
  ],
];

const NOMBRES: Partial<Record<IdAccion, string>> = {
  repetir: 'Repetir el último ticket',
  anular: 'Anular el último ticket',
};

/** What is not done with every sale, with its key beside it. */
function Menu({ disponible, hacer }: Pick<CabeceraTicketProps, 'disponible' | 'hacer'>) {
  return (
    <DropdownMenu
      trigger={
        <Button
          variant="fantasma"
          size="compacto"
          aria-label="Más acciones"
          icon={<MoreHorizontal aria-hidden="true" />}
        />
      }
    >
      {MENU.map((parte, i) => (
        <div key={parte[0]?.[0]}>
          {i > 0 && <DropdownSeparator />}
          {parte.map(([id, icono]) => {
            const accion = ACCIONES.find((a) => a.id === id);
            return (
              <DropdownItem key={id} icon={icono} disabled={!disponible(id)} onSelect={() => hacer(id)}>
                <span className="flex-1 pr-4">{NOMBRES[id] ?? accion?.nombre}</span>
                <span className="flex gap-1">
                  {accion?.teclas.split(' ').map((tecla) => (
                    <Kbd key={tecla}>{tecla}</Kbd>
                  ))}
                </span>
              </DropdownItem>
            );
          })}
        </div>
      ))}
    </DropdownMenu>
  );
}
