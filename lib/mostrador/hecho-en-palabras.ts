import { z } from 'zod';
import { centavosDeJson, formatBs } from '@/lib/money';
import { folioDe } from '@/lib/venta/rules';
import type { HechoLeido } from './hecho-escrito';

/** A person reads the rest in the trail, once it is there. */
const NOMBRES_DICHOS = 3;

type Nota = Extract<HechoLeido, { tipo: 'registro' }>;

const Gaveta = z.object({ motivo: z.string().min(1).max(200) });
const Copia = z.object({ numero: z.int().positive() });
const Ingreso = z.object({ monto: z.number().positive() });
const Quitadas = z.object({
  lineas: z.array(z.object({ nombre: z.string().max(200), importe: z.number() })).min(1),
});

/**
 * What a fact tells, in a sentence that ends: for who decides whether it enters, who has seen only why it waits. As much of
 * it as can be read, for what it could not be read of may be why it waits.
 */
export function hechoEnPalabras(hecho: HechoLeido): string {
  switch (hecho.tipo) {
    case 'apertura':
      return `Se abrió una caja con ${formatBs(hecho.cuerpo.monto_inicial)}.`;
    case 'venta':
      return `Se cobró el ticket ${folioDe(hecho.folio)} por ${formatBs(hecho.cuerpo.total)}.`;
    case 'anulacion':
      return `Se anuló un ticket: ${sinPunto(hecho.cuerpo.motivo_edicion)}.`;
    case 'movimiento':
      return `Ingresó ${ingresado(Ingreso.safeParse(hecho.cuerpo).data?.monto)} a la gaveta.`;
    case 'cierre':
      return `Se cerró la caja y se contaron ${formatBs(hecho.cuerpo.monto_final_real)}.`;
    case 'registro':
      return notaEnPalabras(hecho);
  }
}

function notaEnPalabras({ cuerpo: { acto, nota, motivo } }: Nota): string {
  if (acto === 'caja.abrir_gaveta') {
    const porque = Gaveta.safeParse(nota).data?.motivo ?? motivo;
    return `Se abrió la gaveta sin una venta${porque ? `: ${sinPunto(porque)}` : ''}.`;
  }
  if (acto === 'venta.reimprimir') {
    const { data } = Copia.safeParse(nota);
    return `Se imprimió ${data ? `la copia ${data.numero}` : 'una copia'} de un ticket.`;
  }
  return quitadas(Quitadas.safeParse(nota).data?.lineas ?? []);
}

function quitadas(lineas: readonly { nombre: string; importe: number }[]): string {
  if (lineas.length === 0) return 'Se quitaron líneas de un ticket ya totalizado.';
  const centavos = lineas.reduce((suma, l) => suma + (centavosDeJson(l.importe) ?? 0), 0);
  const demas = lineas.length - NOMBRES_DICHOS;
  const nombres = lineas.slice(0, NOMBRES_DICHOS).map((l) => l.nombre);
  const cuales = `${nombres.join(', ')}${demas > 0 ? ` y ${demas} más` : ''}`;
  const cuantas = lineas.length === 1 ? 'Se quitó una línea' : `Se quitaron ${lineas.length} líneas`;
  return `${cuantas} de un ticket ya totalizado (${cuales}; ${formatBs(centavos)}).`;
}

const sinPunto = (texto: string) => texto.replace(/\.+$/, '');

function ingresado(bolivianos: number | undefined): string {
  const centavos = bolivianos === undefined ? null : centavosDeJson(bolivianos);
  return centavos === null ? 'dinero' : formatBs(centavos);
}
