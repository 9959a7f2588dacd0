import { localCounter } from '@/lib/offline/local';
import { espacio, pedirPersistencia } from '@/lib/offline/storage';
import { type EstadoServicio, estadoServicio } from './servicio';

/** What the browser gives to the counter. */
export type Equipamiento = {
  persistencia: boolean | null;
  espacio: { usado: number; maximo: number } | null;
  servicio: EstadoServicio;
  /** What cannot be done here, and why, as sentences. */
  faltan: string[];
};

/** Looks at what this browser gives. Never throws. */
export async function mirarEquipo(): Promise<Equipamiento> {
  const db = await localCounter().open();
  const [persistencia, sitio, servicio] = await Promise.all([pedirPersistencia(db), espacio(), estadoServicio()]);
  return { persistencia, espacio: sitio, servicio, faltan: faltan(db !== null, persistencia) };
}

function faltan(hayAlmacen: boolean, persistencia: boolean | null): string[] {
  const frases: [boolean, string][] = [
    [!hayAlmacen, 'Guardar tickets en el equipo: el navegador lo tiene bloqueado (¿ventana privada?).'],
    [
      persistencia === false,
      'No borrar lo guardado: el navegador todavía no lo promete. Suele aceptarlo al instalar Kantuta desde su menú, o con el uso diario.',
    ],
    [
      !window.isSecureContext,
      'Abrir sin conexión, la cámara y la impresora USB: la página llegó por http. Se pide al administrador la dirección https.',
    ],
    [
      window.isSecureContext && !('serviceWorker' in navigator),
      'Abrir sin conexión: este navegador no guarda páginas. Con la página ya abierta se vende igual.',
    ],
    [window.isSecureContext && !('usb' in navigator), 'Imprimir por USB: se imprime por el diálogo del sistema.'],
  ];
  return frases.flatMap(([falta, frase]) => (falta ? [frase] : []));
}
