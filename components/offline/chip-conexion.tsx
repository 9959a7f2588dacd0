'use client';

import dynamic from 'next/dynamic';
import { useEffect, useState } from 'react';
import { useEventos } from '@/components/shared/use-eventos';
import { Chip } from '@/components/ui/chip';
import { Sheet } from '@/components/ui/sheet';
import { localCounter } from '@/lib/offline/local';
import type { Canal } from '@/lib/realtime/browser/connection';
import { type Aspecto, antes, aspectoDe } from './aspecto';
import { useDirectas } from './use-directas';
import { useLocal } from './use-local';

const traerPanel = () => import('./panel-salida').then((m) => m.PanelSalida);
const PanelSalida = dynamic(traerPanel, { ssr: false });

const CADA_MS = 10_000;
/** Until what this device keeps has been read. */
const SIN_ESTADO: Aspecto = { tone: 'neutro', estado: 'Conectando…', detalle: null };

/**
 * The state of the counter, always in sight: whether the server acknowledges, how much only this device knows and since
 * when. Opens the panel of what waits.
 */
export function ChipConexion({ canal }: { canal: Canal }) {
  const conexion = useEventos(canal, PISTAS);
  const [abierto, setAbierto] = useState(false);
  const [ahora, setAhora] = useState(0);
  const estado = useLocal((e) => e, null);
  const directas = useDirectas();
  useEffect(() => localCounter().heard(conexion), [conexion]);
  useEffect(() => {
    setAhora(Date.now());
    // Brought while there is a network: it is when there is none that it is opened.
    void traerPanel().catch(() => {});
    const reloj = setInterval(() => setAhora(Date.now()), CADA_MS);
    return () => clearInterval(reloj);
  }, []);
  const aspecto = estado
    ? aspectoDe(
        { ...estado, conexion },
        Math.max(ahora, antes(estado.salida.masAntiguo, directas.desde) ?? 0),
        directas,
      )
    : SIN_ESTADO;
  return (
    <>
      <span role="status" className="min-w-0">
        <button
          type="button"
          aria-haspopup="dialog"
          onClick={() => {
            setAbierto(true);
            // What the panel says of this device is asked again, not remembered.
            void localCounter().beat();
          }}
          className="flex min-h-9 max-w-full min-w-0 items-center rounded-full pointer-coarse:min-h-11"
        >
          <Chip tone={aspecto.tone} punto className="num text-left max-sm:leading-tight">
            <span className="max-sm:block">{aspecto.estado}</span>
            {aspecto.detalle && (
              <>
                <span className="max-sm:hidden"> · </span>
                <span className="max-sm:block max-sm:truncate">{aspecto.detalle}</span>
              </>
            )}
          </Chip>
        </button>
      </span>
      <Sheet open={abierto} onOpenChange={setAbierto} side="derecha" title="Este equipo">
        {abierto && <PanelSalida ahora={ahora} />}
      </Sheet>
    </>
  );
}

/** What changes in the shop that the catalogue of the device must follow. */
const PISTAS = {
  cambio: (tema: string) => {
    if (tema === 'producto' || tema === 'venta' || tema === 'cliente') localCounter().hint();
  },
  todo: () => localCounter().hint(),
};
