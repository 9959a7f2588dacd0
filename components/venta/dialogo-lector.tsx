'use client';

import { Check, ScanBarcode } from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { pitar } from '@/components/shared/pitar';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import {
  aprenderLector,
  type ConfigLector,
  guardarConfigLector,
  LECTOR_COMUN,
  type LecturaCruda,
  leerConfigLector,
} from './lector-equipo';

/** Silence after which a scanner has sent its whole code, in milliseconds. */
const SILENCIO = 300;

/** Learns what this device's scanner puts around its codes, from two products. Nothing scanned here is sold. */
export function DialogoLector({ open, onCerrar }: { open: boolean; onCerrar: () => void }) {
  return (
    <Dialog
      open={open}
      onOpenChange={(abierto) => !abierto && onCerrar()}
      width="chico"
      title="Configurar el lector"
      description="Algunos lectores agregan letras a cada código, o no mandan Enter. Con dos productos distintos se aprende cómo es este."
    >
      <Aprendizaje onCerrar={onCerrar} />
    </Dialog>
  );
}

type Paso = { leidas: LecturaCruda[]; config: ConfigLector | null; falla: string | null };
const INICIO: Paso = { leidas: [], config: null, falla: null };

function Aprendizaje({ onCerrar }: { onCerrar: () => void }) {
  const [{ leidas, config, falla }, setPaso] = useState(INICIO);
  useLecturasCrudas((lectura) => {
    setPaso((antes) => {
      if (antes.config) return antes;
      const [primera] = antes.leidas;
      if (!primera) return { leidas: [lectura], config: null, falla: null };
      const aprendida = aprenderLector([primera, lectura]);
      pitar(aprendida ? 'leido' : 'desconocido');
      if (aprendida) return { leidas: [primera, lectura], config: aprendida, falla: null };
      const mismo = primera.texto === lectura.texto;
      return { ...INICIO, falla: mismo ? 'Es el mismo código dos veces.' : 'No se reconoce un código en lo leído.' };
    });
  });
  const actual = config ?? leerConfigLector();
  return (
    <div className="flex flex-col gap-4">
      <ol className="flex flex-col gap-2">
        <PasoLectura n={1} hecho={leidas.length > 0} texto="Escanee un producto con código de barras común" />
        <PasoLectura n={2} hecho={config !== null} texto="Escanee otro producto distinto" />
      </ol>
      {falla && (
        <Notice tone="falta" alert title={falla}>
          Se empieza de nuevo: dos productos distintos, de los que traen su código impreso de fábrica.
        </Notice>
      )}
      <p role="status" className="rounded-md bg-superficie-2 px-4 py-3">
        <span className="block text-xs text-tinta-2">{config ? 'Este lector' : 'Hoy'}</span>
        <span className="font-medium">{describir(actual)}</span>
      </p>
      <div className="flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
        {config === null ? (
          <Button
            onClick={() => {
              guardarConfigLector(LECTOR_COMUN);
              onCerrar();
            }}
          >
            Usar lo común
          </Button>
        ) : (
          <>
            <Button onClick={() => setPaso(INICIO)}>Leer de nuevo</Button>
            <Button
              variant="primario"
              onClick={() => {
                guardarConfigLector(config);
                onCerrar();
              }}
            >
              Guardar en este equipo
            </Button>
          </>
        )}
      </div>
    </div>
  );
}

function PasoLectura({ n, hecho, texto }: { n: number; hecho: boolean; texto: string }) {
  return (
    <li className="flex min-h-12 items-center gap-3 rounded-md border border-borde px-3">
      <span
        className={`grid size-8 shrink-0 place-items-center rounded-full font-semibold ${hecho ? 'bg-hecho text-sobre-hecho' : 'bg-superficie-2'}`}
      >
        {hecho ? <Check aria-hidden="true" className="size-4.5" /> : n}
      </span>
      <span className="flex-1">{texto}</span>
      {hecho ? (
        <span className="text-sm text-hecho">Leído</span>
      ) : (
        <ScanBarcode aria-hidden="true" className="size-5 text-tinta-3" />
      )}
    </li>
  );
}

function describir({ prefijo, sufijo, fin }: ConfigLector): string {
  const partes = [
    prefijo && `empieza con «${prefijo}»`,
    sufijo && `termina con «${sufijo}»`,
    fin === 'tecla' ? 'manda Enter o Tab' : 'no manda Enter',
  ].filter(Boolean);
  return `${partes.join(', ')}.`.replace(/^./, (l) => l.toUpperCase());
}

/** Hears every key as the scanner sends it, and keeps it from the page, until the component goes. */
function useLecturasCrudas(onLectura: (lectura: LecturaCruda) => void): void {
  const recibir = useEffectEvent(onLectura);
  useEffect(() => {
    let texto = '';
    let espera: ReturnType<typeof setTimeout> | undefined;
    const terminar = (conTecla: boolean) => {
      clearTimeout(espera);
      // What a person types by hand is no code.
      if (texto.length >= 6) recibir({ texto, conTecla });
      texto = '';
    };
    const alPulsar = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      const fin = event.key === 'Enter' || event.key === 'Tab';
      // Without a code under way these keys are the dialog's.
      if ((fin && texto === '') || (!fin && event.key.length !== 1)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (fin) return terminar(true);
      texto += event.key;
      clearTimeout(espera);
      espera = setTimeout(() => terminar(false), SILENCIO);
    };
    document.documentElement.dataset.aprendiendoLector = '';
    window.addEventListener('keydown', alPulsar, { capture: true });
    return () => {
      clearTimeout(espera);
      delete document.documentElement.dataset.aprendiendoLector;
      window.removeEventListener('keydown', alPulsar, { capture: true });
    };
  }, []);
}
