import { Ban, Camera, Keyboard, NotebookPen, Percent, Repeat, ScanBarcode, Search, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { DropdownItem, DropdownMenu, DropdownSeparator } from '@/components/ui/dropdown-menu';
import { Kbd } from '@/components/ui/kbd';
import { ACCIONES, type IdAccion } from './acciones';
import { BotonMenu } from './boton-menu';

type MenuTicketProps = { disponible: (id: IdAccion) => boolean; hacer: (id: IdAccion) => void };

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

/** What is not done with every sale, with its key beside it. Drawn, it is open. */
export function MenuTicket({ disponible, hacer }: MenuTicketProps) {
  return (
    <DropdownMenu defaultOpen trigger={<BotonMenu />}>
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
