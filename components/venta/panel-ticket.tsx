'use client';

import { Minus, Percent, Plus, ScanBarcode, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { formatMonto } from '@/lib/money';
import { LineaTicketFila } from './linea-ticket';
import type { Ticket } from './ticket';

type LineasProps = {
  ticket: Ticket;
  /** Product id of the line whose quantity is being typed. */
  editando: number | null;
  onElegir: (id: number) => void;
  onEditar: (id: number) => void;
  onCantidad: (id: number, milesimas: number | null, porTeclado: boolean) => void;
};

/** The lines of the ticket, oldest first. */
export function LineasTicket({ ticket, editando, onElegir, onEditar, onCantidad }: LineasProps) {
  if (ticket.lineas.length === 0) return <TicketVacio />;
  return (
    <ol aria-label="Líneas del ticket" className="py-1.5">
      {ticket.lineas.map((linea) => {
        const { id } = linea.producto;
        return (
          <LineaTicketFila
            key={id}
            linea={linea}
            elegida={id === ticket.seleccion}
            editando={id === editando}
            onElegir={() => onElegir(id)}
            onEditar={() => onEditar(id)}
            onCantidad={(milesimas, porTeclado) => onCantidad(id, milesimas, porTeclado)}
          />
        );
      })}
    </ol>
  );
}

function TicketVacio() {
  return (
    <div className="flex h-full min-h-40 flex-col items-center justify-center gap-1 px-8 py-6 text-center">
      <ScanBarcode aria-hidden="true" strokeWidth={1.4} className="mb-2 size-10 text-tinta-3" />
      <p className="font-semibold">Ticket vacío</p>
      <p className="text-pretty text-tinta-2">Escanee el primer producto, o elíjalo de la lista.</p>
    </div>
  );
}

type PieProps = {
  ticket: Ticket;
  totales: { bruto: number; descuento: number; total: number };
  puedeDescontar: boolean;
  onSumar: (piezas: number) => void;
  onDescuento: () => void;
  onQuitar: () => void;
  onCobrar: () => void;
};

/** What the ticket comes to, Cobrar, and what can be done to the highlighted line. */
export function PieTicket({ ticket, totales, puedeDescontar, onSumar, onDescuento, onQuitar, onCobrar }: PieProps) {
  const productos = ticket.lineas.length;
  const sinLinea = ticket.seleccion === null;
  return (
    <div className="num shrink-0 border-t border-borde bg-superficie-2 px-4.5 pt-3 pb-3.5">
      {productos > 0 && (
        <p className="flex justify-between py-0.5 text-tinta-2">
          <span>
            Subtotal · {productos} {productos === 1 ? 'producto' : 'productos'}
          </span>
          <span>{formatMonto(totales.bruto)}</span>
        </p>
      )}
      {totales.descuento > 0 && (
        <p className="flex justify-between py-0.5 text-hecho">
          <span>Descuentos</span>
          <span>−{formatMonto(totales.descuento)}</span>
        </p>
      )}
      <p className="mt-2 mb-3.5 flex items-end justify-between gap-3">
        <span className="text-tinta-2">Total</span>
        <output className="text-total font-bold" aria-label="Total del ticket">
          <span className="mr-1.5 text-[1.375rem] font-medium tracking-normal text-tinta-2">Bs</span>
          {formatMonto(totales.total)}
        </output>
      </p>
      <Button variant="hecho" size="grande" className="w-full" disabled={productos === 0} onClick={onCobrar}>
        Cobrar
        <Kbd tone="sobre" className="ml-1 px-2 py-1.5 text-sm">
          F4
        </Kbd>
      </Button>
      <div className="mt-2 -mb-1 flex items-center justify-between gap-1">
        <span className="flex items-center">
          <AccionLinea tecla="−" icon={<Minus />} label="Uno menos" disabled={sinLinea} onClick={() => onSumar(-1)} />
          <AccionLinea tecla="+" icon={<Plus />} label="Uno más" disabled={sinLinea} onClick={() => onSumar(1)}>
            cantidad
          </AccionLinea>
        </span>
        {puedeDescontar && (
          <AccionLinea tecla="F7" icon={<Percent />} label="Descuento" disabled={sinLinea} onClick={onDescuento}>
            descuento
          </AccionLinea>
        )}
        <AccionLinea tecla="Supr" icon={<Trash2 />} label="Quitar la línea" disabled={sinLinea} onClick={onQuitar}>
          quitar
        </AccionLinea>
      </div>
    </div>
  );
}

type AccionLineaProps = {
  tecla: string;
  /** Where there are no keys to press. */
  icon: ReactNode;
  label: string;
  disabled: boolean;
  onClick: () => void;
  children?: string;
};

/** What is done to the highlighted line: a key to press, and a button for who has no keys. */
function AccionLinea({ tecla, icon, label, disabled, onClick, children }: AccionLineaProps) {
  return (
    <button
      type="button"
      aria-label={label}
      disabled={disabled}
      onClick={onClick}
      className="flex h-8 items-center justify-center gap-1.5 rounded-sm px-0.5 text-xs text-tinta-2 enabled:hover:text-tinta disabled:text-tinta-3 pointer-coarse:h-11 pointer-coarse:min-w-11 pointer-coarse:px-2.5"
    >
      <Kbd>{tecla}</Kbd>
      <span aria-hidden="true" className="hidden pointer-coarse:block [&_svg]:size-4.5">
        {icon}
      </span>
      {children && <span>{children}</span>}
    </button>
  );
}
