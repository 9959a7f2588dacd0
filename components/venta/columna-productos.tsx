'use client';

import { type KeyboardEvent, type RefObject, useDeferredValue } from 'react';
import type { ProductoMostrador } from '@/lib/venta/query-options';
import { AvisosLector } from './avisos-lector';
import type { Busca } from './busca';
import { Buscador } from './buscador';
import { Categorias } from './categorias';
import { Rejilla } from './rejilla';
import type { Linea } from './ticket';
import { useCatalogo } from './use-catalogo';
import type { CodigoFallido, useLector } from './use-lector';

type ColumnaProductosProps = {
  campo: RefObject<HTMLInputElement | null>;
  busca: Busca;
  lector: ReturnType<typeof useLector>;
  lineas: readonly Linea[];
  puedeCrear: boolean;
  onElegir: (producto: ProductoMostrador, porTeclado: boolean) => void;
  /** Gives a name and a price to a code that nobody knew. */
  onNuevo: (fallido: CodigoFallido) => void;
  /** Enter in the search field. */
  onConfirmar: () => void;
};

/** The left of the counter: search, groups and products, and what the scanner could not read. */
export function ColumnaProductos({
  campo,
  busca,
  lector,
  lineas,
  puedeCrear,
  onElegir,
  onNuevo,
  onConfirmar,
}: ColumnaProductosProps) {
  const catalogo = useCatalogo(busca);
  // Which group is marked follows in the next frame: the letter's own is for what it finds.
  const buscando = useDeferredValue(catalogo.filtro.texto !== '');
  function alPulsar(event: KeyboardEvent<HTMLInputElement>) {
    const flecha = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (event.key === 'Enter') {
      event.preventDefault();
      onConfirmar();
    } else if (flecha !== 0 && catalogo.pedido.texto !== '') {
      event.preventDefault();
      catalogo.mover(flecha);
    }
  }
  return (
    // Isolated, so that a letter paints this column and not the page.
    <section aria-label="Productos" className="isolate flex min-h-0 min-w-0 flex-col gap-3 px-3 pt-3 sm:px-4 sm:pt-4">
      <Buscador
        campo={campo}
        value={catalogo.entrada}
        pedido={catalogo.pedido}
        onValueChange={busca.escribir}
        onKeyDown={alPulsar}
      />
      <AvisosLector
        fallidos={lector.fallidos}
        puedeCrear={puedeCrear}
        onCrear={onNuevo}
        onReintentar={({ codigo, cantidad }) => void lector.leer({ codigo, enBusqueda: false }, cantidad)}
        onDescartar={lector.descartar}
      />
      <Categorias grupo={catalogo.filtro.grupo} onGrupo={busca.elegirGrupo} buscando={buscando} />
      <div className="-mx-2 min-h-0 flex-1 overflow-y-auto px-2 pt-2 pb-4">
        <Rejilla
          filtro={catalogo.filtro}
          productos={catalogo.productos}
          marcada={catalogo.marca}
          lineas={lineas}
          vista={catalogo.vista}
          hayMas={catalogo.hayMas}
          onVerMas={busca.verMas}
          onElegir={onElegir}
        />
      </div>
    </section>
  );
}
