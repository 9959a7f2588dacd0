'use client';

import { Minus, NotebookPen, Package, Percent, Plus, ScanBarcode, Tag, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useEstable } from '@/components/shared/use-estable';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { formatMonto } from '@/lib/money';
import type { IdAccion } from './acciones';
import { LineaTicketFila } from './linea-ticket';
import type { Ticket } from './ticket';

type LineasProps = {
  ticket: Ticket;
  /** Key of the line whose quantity is being typed. */
  editando: string | null;
  onElegir: (llave: string) => void;
  onEditar: (llave: string) => void;
  onCantidad: (llave: string, milesimas: number | null, porTeclado: boolean) => void;
};

/** The lines of the ticket, oldest first. */
export function LineasTicket({ ticket, editando, onElegir, onEditar, onCantidad }: LineasProps) {
  // A scan draws its own line and the one that was highlighted, not the whole ticket.
  const elegir = useEstable(onElegir);
  const editar = useEstable(onEditar);
  const cantidad = useEstable(onCantidad);
  if (ticket.lineas.length === 0) return <TicketVacio />;
  return (
    <ol aria-label="Líneas del ticket" className="py-1.5">
      {ticket.lineas.map((linea) => (
        <LineaTicketFila
          key={linea.llave}
          linea={linea}
          elegida={linea.llave === ticket.seleccion}
          editando={linea.llave === editando}
          onElegir={elegir}
          onEditar={editar}
          onCantidad={cantidad}
        />
      ))}
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
  disponible: (id: IdAccion) => boolean;
  hacer: (id: IdAccion) => void;
};

/** What the ticket comes to, Cobrar, and what can be done to the highlighted line. */
export function PieTicket({ ticket, totales, disponible, hacer }: PieProps) {
  const productos = ticket.lineas.length;
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
      <Button
        variant="hecho"
        size="grande"
        className="w-full"
        disabled={productos === 0}
        onClick={() => hacer('cobrar')}
      >
        Cobrar
        <Kbd tone="sobre" className="ml-1 px-2 py-1.5 text-sm">
          F4
        </Kbd>
      </Button>
      <div className="mt-1.5 -mb-1.5 grid grid-cols-3 gap-x-1 sm:grid-cols-[auto_auto_auto]">
        <span className="flex items-center">
          <AccionLinea id="restar" tecla="−" icon={<Minus />} label="Uno menos" {...{ disponible, hacer }} />
          <AccionLinea id="sumar" tecla="+" icon={<Plus />} label="Uno más" {...{ disponible, hacer }}>
            cantidad
          </AccionLinea>
        </span>
        <AccionLinea id="descuento" tecla="F7" icon={<Percent />} label="Descuento" {...{ disponible, hacer }}>
          descuento
        </AccionLinea>
        <AccionLinea id="quitar" tecla="Supr" icon={<Trash2 />} label="Quitar la línea" {...{ disponible, hacer }}>
          quitar
        </AccionLinea>
        <AccionLinea id="presentacion" tecla="Alt U" icon={<Package />} label="Presentación" {...{ disponible, hacer }}>
          presentación
        </AccionLinea>
        <AccionLinea id="precio" tecla="Alt P" icon={<Tag />} label="Cambiar el precio" {...{ disponible, hacer }}>
          precio
        </AccionLinea>
        <AccionLinea id="nota" tecla="Alt N" icon={<NotebookPen />} label="Nota de la línea" {...{ disponible, hacer }}>
          nota
        </AccionLinea>
      </div>
    </div>
  );
}

type AccionLineaProps = {
  id: IdAccion;
  tecla: string;
  /** Where there are no keys to press. */
  icon: ReactNode;
  label: string;
  disponible: (id: IdAccion) => boolean;
  hacer: (id: IdAccion) => void;
  children?: string;
};

/** What is done to the highlighted line: a key to press, and a button for who has no keys. */
function AccionLinea({ id, tecla, icon, label, disponible, hacer, children }: AccionLineaProps) {
  return (
    <button
      type="button"
      aria-label={label}
      disabled={!disponible(id)}
      onClick={() => hacer(id)}
      className="flex h-8 items-center justify-start gap-1.5 rounded-sm px-0.5 text-xs text-tinta-2 enabled:hover:text-tinta disabled:text-tinta-3 pointer-coarse:h-11 pointer-coarse:min-w-11 pointer-coarse:justify-center pointer-coarse:px-2"
    >
      <Kbd>{tecla}</Kbd>
      <span aria-hidden="true" className="hidden pointer-coarse:block [&_svg]:size-4.5">
        {icon}
      </span>
      {children && <span className="truncate">{children}</span>}
    </button>
  );
}
