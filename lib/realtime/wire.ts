import { z } from 'zod';
import { type Evento, type EventoNumerado, NOMBRES_DE_TEMAS } from './eventos';

/** The PostgreSQL channel that every process listens to. */
export const CANAL = 'kantuta_eventos';

/** NOTIFY takes up to 8000 bytes; ids and keys are ASCII, so bytes are characters. */
const MAXIMO_DE_CARGA = 7_000;

const Mensaje = z.object({
  id: z.string(),
  eventos: z.array(
    z.object({
      tema: z.enum(NOMBRES_DE_TEMAS),
      idSucursal: z.int().nullable(),
      ids: z.array(z.int()).nullable(),
      n: z.int(),
    }),
  ),
});

/** Events as the texts of as few messages as they need, each under an id that nobody else will use. */
export function encodeMensajes(eventos: readonly Evento[]): string[] {
  const mensajes: string[] = [];
  let grupo: Evento[] = [];
  const cerrar = () => {
    if (grupo.length > 0) mensajes.push(JSON.stringify({ id: crypto.randomUUID(), eventos: grupo }));
    grupo = [];
  };
  let largo = 0;
  for (const evento of eventos) {
    const suyo = JSON.stringify(evento).length + 1;
    if (largo + suyo > MAXIMO_DE_CARGA) {
      cerrar();
      largo = 0;
    }
    grupo.push(evento);
    largo += suyo;
  }
  cerrar();
  return mensajes;
}

/** The events of a message, or `null` when it is none of ours (another version of the product, say). */
export function decodeMensaje(texto: string): EventoNumerado[] | null {
  try {
    const { id, eventos } = Mensaje.parse(JSON.parse(texto));
    return eventos.map((evento, i) => ({ ...evento, id: `${id}.${i}` }));
  } catch {
    return null;
  }
}
