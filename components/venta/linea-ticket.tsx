'use client';

import { type KeyboardEvent, memo, useEffect, useRef, useState } from 'react';
import { cx } from '@/components/ui/cx';
import { formatMonto } from '@/lib/money';
import { formatCantidad, parseCantidad } from '@/lib/quantity';
import { cantidadValida, importeDe, type Linea, lineaTicket, precioCatalogo, precioDe, unidadesDe } from './ticket';
import { conUnidad, porUnidad } from './unidad';

type LineaTicketProps = {
  linea: Linea;
  elegida: boolean;
  /** The quantity is being typed. */
  editando: boolean;
  onElegir: (llave: string) => void;
  onEditar: (llave: string) => void;
  /** Leaves the quantity; `null` keeps the one it had. `porTeclado`: by a key, so that the focus has to go somewhere. */
  onCantidad: (llave: string, milesimas: number | null, porTeclado: boolean) => void;
};

/** One line: how many, of what, at how much, and what it comes to. */
export const LineaTicketFila = memo(function LineaTicketFila({
  linea,
  elegida,
  editando,
  onElegir,
  onEditar,
  onCantidad,
}: LineaTicketProps) {
  const fila = useRef<HTMLLIElement>(null);
  const { llave, producto, presentacion, cantidad } = linea;
  useEffect(() => {
    if (elegida) fila.current?.scrollIntoView({ block: 'nearest' });
  }, [elegida]);
  return (
    <li
      ref={fila}
      aria-current={elegida || undefined}
      className={cx(
        'num relative grid scroll-my-2 grid-cols-[3.5rem_minmax(0,1fr)_auto] items-center gap-2.5 px-4.5 py-2',
        elegida && 'bg-marca-suave shadow-[inset_3px_0_var(--marca)]',
      )}
    >
      {editando ? (
        <CantidadEditable linea={linea} onCantidad={onCantidad} />
      ) : (
        <button
          type="button"
          aria-label={`Cantidad de ${producto.nombre}: ${formatCantidad(cantidad)}. Cambiar`}
          onClick={() => onEditar(llave)}
          className={cx(
            'z-10 h-9 rounded-sm px-1 text-[0.9375rem] font-bold hover:ring-2 hover:ring-borde-fuerte pointer-coarse:h-11',
            elegida ? 'bg-superficie' : 'bg-superficie-2',
          )}
        >
          {formatCantidad(cantidad)}
        </button>
      )}
      <button
        type="button"
        onClick={() => onElegir(llave)}
        className="min-w-0 text-left after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-foco"
      >
        <span className="line-clamp-2 leading-snug font-semibold break-words">
          {producto.nombre}
          {presentacion && <span className="font-medium text-marca"> · {presentacion.nombre}</span>}
          {linea.nuevo && (
            <span className="ml-1.5 rounded-full bg-aviso-suave px-1.5 py-px text-xs text-aviso">nuevo</span>
          )}
        </span>
        <Detalle linea={linea} />
      </button>
      <span className="text-[0.96875rem] font-semibold">{formatMonto(importeDe(linea))}</span>
    </li>
  );
});

function Detalle({ linea }: { linea: Linea }) {
  const { producto, presentacion, descuento, cambio, nota } = linea;
  const rebaja = lineaTicket(linea).descuento;
  const escaso = unidadesDe(linea) > producto.existencia;
  return (
    <span className="block text-xs text-tinta-2">
      {cambio && <s className="mr-1 text-tinta-3">{formatMonto(precioCatalogo(linea))}</s>}
      <span className={cambio ? 'font-medium text-aviso' : undefined}>{formatMonto(precioDe(linea))}</span>{' '}
      {presentacion ? 'c/u' : porUnidad(producto.unidad)}
      {descuento && (
        <span className="font-medium text-hecho">
          {' · −'}
          {descuento.tipo === 'porcentaje' ? `${formatCantidad(descuento.centesimas * 10)} %` : formatMonto(rebaja)}
        </span>
      )}
      {escaso && (
        <span className="font-semibold text-aviso">
          {' · '}
          {producto.existencia > 0 ? `solo quedan ${conUnidad(producto.existencia, producto.unidad)}` : 'agotado'}
        </span>
      )}
      {nota && <span className="block truncate italic">{nota}</span>}
    </span>
  );
}

function CantidadEditable({ linea, onCantidad }: Pick<LineaTicketProps, 'linea' | 'onCantidad'>) {
  const { llave, producto, cantidad } = linea;
  const [texto, setTexto] = useState(formatCantidad(cantidad));
  const campo = useRef<HTMLInputElement>(null);
  const leida = parseCantidad(texto);
  const buena = leida !== null && cantidadValida(linea, leida);

  useEffect(() => campo.current?.select(), []);

  function alPulsar(event: KeyboardEvent) {
    if (event.key === 'Enter') onCantidad(llave, buena ? leida : null, true);
    else if (event.key === 'Escape') onCantidad(llave, null, true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <input
      ref={campo}
      aria-label={`Cantidad de ${producto.nombre}`}
      aria-invalid={!buena || undefined}
      inputMode="decimal"
      autoComplete="off"
      value={texto}
      onChange={(event) => setTexto(event.target.value)}
      onKeyDown={alPulsar}
      onBlur={() => onCantidad(llave, buena ? leida : null, false)}
      className="z-10 h-9 w-full rounded-sm border-2 border-foco bg-superficie px-0.5 text-center text-[0.9375rem] font-bold outline-hidden aria-invalid:border-falta pointer-coarse:h-11 pointer-coarse:text-base"
    />
  );
}
