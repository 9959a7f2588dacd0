import { type RefObject, useEffect, useEffectEvent } from 'react';
import { flushSync } from 'react-dom';
import { campoDeTexto, escribir, type Foto, fotografiar, restaurar } from './field-text';
import { alConfigurarLector, leerConfigLector, sinAdornos } from './lector-equipo';
import { DetectorEscaner, type Veredicto } from './scan-detector';
import { soltarTeclas, type TeclaPrevia, tomarTeclasPrevias } from './teclas-previas';

/** A code read by the scanner. `enBusqueda`: the caret was in the search field. */
export type Lectura = { codigo: string; enBusqueda: boolean };

type Options = {
  onScan: (lectura: Lectura) => void;
  /** Where stray typing goes: it must not keep the first letters of a code. */
  busqueda: RefObject<HTMLInputElement | null>;
};

/** An amount with its decimals is a person (or a test) typing fast, never a product's code. */
const MONTO = /^\d{1,5}[.,]\d{1,2}$/;

/** On the root while the page must not sell what is scanned: its screen is locked, or its scanner is being learnt. */
const SORDO = ['bloqueada', 'porSaber', 'aprendiendoLector'] as const;

/**
 * Hears a keyboard-wedge scanner wherever the focus is, dialogs included: fast keys that end in Enter or Tab, or in silence
 * where this device's scanner was learnt so. Its characters end in no field, and its Enter presses nothing. What came
 * before the page was awake is heard as if it came now.
 */
export function useScanner({ onScan, busqueda }: Options): void {
  const leer = useEffectEvent(onScan);

  useEffect(() => {
    const detector = new DetectorEscaner();
    /** How the fields were before each character that went through. */
    let fotos: Foto[][] = [];
    let espera: ReturnType<typeof setTimeout> | undefined;
    let config = leerConfigLector();
    let fuera = false;
    const olvidarConfig = alConfigurarLector(() => {
      config = leerConfigLector();
    });

    function devolver(texto = detector.soltar()) {
      const campo = campoDeTexto(document.activeElement);
      if (texto && campo) escribir(campo, texto);
    }

    function alEscanear(veredicto: Extract<Veredicto, { tipo: 'escaneo' }>) {
      for (const foto of fotos[veredicto.desde] ?? []) restaurar(foto);
      const codigo = sinAdornos(veredicto.codigo, config);
      leer({ codigo, enBusqueda: document.activeElement === busqueda.current });
    }

    /** Nothing came after what is held: a scanner that ends in silence, or somebody who stopped typing. */
    function alCallar() {
      const veredicto = config.fin === 'nada' ? detector.silencio() : null;
      if (veredicto?.tipo === 'escaneo' && !MONTO.test(veredicto.codigo)) alEscanear(veredicto);
      else devolver();
    }

    /** What a key means; `true` when it is the scanner's, and must do nothing else. `alPasar`: it goes through. */
    function oir({ key, timeStamp }: TeclaPrevia, alPasar = () => {}): boolean {
      clearTimeout(espera);
      const fin = key === 'Enter' || key === 'Tab';
      if (!fin && key.length !== 1) {
        devolver();
        detector.olvidar();
        return false;
      }
      if (!fin && detector.tarde(timeStamp)) devolver();
      const veredicto = fin ? detector.fin(timeStamp) : detector.caracter(key, timeStamp);
      if (!fin && (veredicto.tipo === 'empieza' || veredicto.tipo === 'pasa')) {
        if (veredicto.tipo === 'empieza') fotos = [];
        const campos = new Set([campoDeTexto(document.activeElement), busqueda.current]);
        fotos.push([...campos].flatMap((campo) => (campo ? [fotografiar(campo)] : [])));
        alPasar();
      } else if (veredicto.tipo === 'retiene') {
        espera = setTimeout(alCallar, detector.espera + 10);
        return true;
      } else if (veredicto.tipo === 'escaneo') {
        if (MONTO.test(veredicto.codigo)) {
          devolver(veredicto.retenidas);
          return false;
        }
        alEscanear(veredicto);
        return true;
      } else if (fin) {
        devolver();
        detector.olvidar();
      }
      return false;
    }

    function alPulsar(event: KeyboardEvent) {
      if (event.repeat || event.isComposing || event.key === 'Shift' || event.key === 'CapsLock') return;
      if (event.ctrlKey || event.altKey || event.metaKey || sorda()) return;
      if (oir(event)) stop(event);
    }

    /** What a page still asleep was told: codes are read, and the rest is in the search field. */
    function oirPrevias() {
      const campo = busqueda.current;
      if (fuera || !campo) return;
      const teclas = tomarTeclasPrevias();
      if (teclas.length === 0 || sorda()) return;
      restaurar({ ...fotografiar(campo), texto: '' });
      for (const tecla of teclas) {
        // Each finds the field as the one before it left it.
        flushSync(() => {
          if (detector.tarde(tecla.timeStamp)) alCallar();
          oir(tecla, () => escribir(campo, tecla.key));
        });
      }
    }

    // Once React is done with drawing, and before another key: a field that is written meanwhile is put back by it.
    queueMicrotask(oirPrevias);
    window.addEventListener('keydown', alPulsar, { capture: true });
    return () => {
      fuera = true;
      clearTimeout(espera);
      olvidarConfig();
      soltarTeclas();
      window.removeEventListener('keydown', alPulsar, { capture: true });
    };
  }, [busqueda]);
}

function sorda(): boolean {
  return SORDO.some((marca) => document.documentElement.dataset[marca] !== undefined);
}

function stop(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
