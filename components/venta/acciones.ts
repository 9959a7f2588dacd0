import { combinacionDe } from '@/components/shared/use-teclas';

/** What can be done at the counter, in one list: the keys, the help and the palette are read from here. */

export type IdAccion =
  | 'buscar'
  | 'cantidad'
  | 'sumar'
  | 'restar'
  | 'subir'
  | 'bajar'
  | 'presentacion'
  | 'descuento'
  | 'precio'
  | 'nota'
  | 'quitar'
  | 'cobrar'
  | 'cliente'
  | 'espera'
  | 'verEspera'
  | 'descuentoTicket'
  | 'notaTicket'
  | 'repetir'
  | 'vaciar'
  | 'imprimir'
  | 'anular'
  | 'camara'
  | 'nombrar'
  | 'lector'
  | 'paleta'
  | 'ayuda';

export type GrupoAccion = 'Agregar' | 'La línea marcada' | 'El ticket' | 'El último ticket' | 'El equipo';

export type Accion = {
  id: IdAccion;
  nombre: string;
  grupo: GrupoAccion;
  /** As the hint on a button says it. */
  teclas: string;
  /** As `combinacionDe` writes it: works wherever the caret is. `suelta`: only while it is in no text. */
  combinacion: string;
  suelta?: boolean;
};

/** Every act, in the order that people read them. */
export const ACCIONES: readonly Accion[] = [
  { id: 'buscar', nombre: 'Buscar un producto', grupo: 'Agregar', teclas: 'F2', combinacion: 'F2' },
  { id: 'camara', nombre: 'Escanear con la cámara', grupo: 'Agregar', teclas: 'Alt C', combinacion: 'Alt+KeyC' },
  {
    id: 'nombrar',
    nombre: 'Nombre y precio del código desconocido',
    grupo: 'Agregar',
    teclas: 'Alt M',
    combinacion: 'Alt+KeyM',
  },
  {
    id: 'subir',
    nombre: 'Línea anterior',
    grupo: 'La línea marcada',
    teclas: '↑',
    combinacion: 'ArrowUp',
    suelta: true,
  },
  {
    id: 'bajar',
    nombre: 'Línea siguiente',
    grupo: 'La línea marcada',
    teclas: '↓',
    combinacion: 'ArrowDown',
    suelta: true,
  },
  { id: 'sumar', nombre: 'Uno más', grupo: 'La línea marcada', teclas: '+', combinacion: '+', suelta: true },
  { id: 'restar', nombre: 'Uno menos', grupo: 'La línea marcada', teclas: '−', combinacion: '-', suelta: true },
  { id: 'cantidad', nombre: 'Escribir la cantidad', grupo: 'La línea marcada', teclas: 'F3', combinacion: 'F3' },
  { id: 'presentacion', nombre: 'Presentación', grupo: 'La línea marcada', teclas: 'Alt U', combinacion: 'Alt+KeyU' },
  { id: 'descuento', nombre: 'Descuento de la línea', grupo: 'La línea marcada', teclas: 'F7', combinacion: 'F7' },
  { id: 'precio', nombre: 'Cambiar el precio', grupo: 'La línea marcada', teclas: 'Alt P', combinacion: 'Alt+KeyP' },
  { id: 'nota', nombre: 'Nota de la línea', grupo: 'La línea marcada', teclas: 'Alt N', combinacion: 'Alt+KeyN' },
  {
    id: 'quitar',
    nombre: 'Quitar la línea',
    grupo: 'La línea marcada',
    teclas: 'Supr',
    combinacion: 'Delete',
    suelta: true,
  },
  { id: 'cobrar', nombre: 'Cobrar', grupo: 'El ticket', teclas: 'F4', combinacion: 'F4' },
  { id: 'cliente', nombre: 'Cliente', grupo: 'El ticket', teclas: 'F6', combinacion: 'F6' },
  { id: 'espera', nombre: 'Dejar en espera, o retomar', grupo: 'El ticket', teclas: 'F8', combinacion: 'F8' },
  {
    id: 'verEspera',
    nombre: 'Ver los tickets en espera',
    grupo: 'El ticket',
    teclas: 'Mayús F8',
    combinacion: 'Shift+F8',
  },
  {
    id: 'descuentoTicket',
    nombre: 'Descuento del ticket',
    grupo: 'El ticket',
    teclas: 'Mayús F7',
    combinacion: 'Shift+F7',
  },
  { id: 'notaTicket', nombre: 'Nota del ticket', grupo: 'El ticket', teclas: 'Alt T', combinacion: 'Alt+KeyT' },
  {
    id: 'vaciar',
    nombre: 'Vaciar el ticket',
    grupo: 'El ticket',
    teclas: 'Mayús Supr',
    combinacion: 'Shift+Delete',
    suelta: true,
  },
  { id: 'imprimir', nombre: 'Imprimir su recibo', grupo: 'El último ticket', teclas: 'F9', combinacion: 'F9' },
  { id: 'repetir', nombre: 'Repetir lo mismo', grupo: 'El último ticket', teclas: 'Alt R', combinacion: 'Alt+KeyR' },
  { id: 'anular', nombre: 'Anularlo', grupo: 'El último ticket', teclas: 'Alt A', combinacion: 'Alt+KeyA' },
  { id: 'lector', nombre: 'Configurar el lector', grupo: 'El equipo', teclas: 'Alt L', combinacion: 'Alt+KeyL' },
  { id: 'paleta', nombre: 'Buscar una acción', grupo: 'El equipo', teclas: 'Ctrl K', combinacion: 'Ctrl+KeyK' },
  { id: 'ayuda', nombre: 'Los atajos', grupo: 'El equipo', teclas: '?', combinacion: '?', suelta: true },
];

/** The groups, in order. */
export const GRUPOS_ACCION: readonly GrupoAccion[] = [
  'Agregar',
  'La línea marcada',
  'El ticket',
  'El último ticket',
  'El equipo',
];

/** The act of a key, or `null`. */
export function accionDeTecla(event: Parameters<typeof combinacionDe>[0]): Accion | null {
  const combinacion = combinacionDe(event);
  return ACCIONES.find((a) => a.combinacion === combinacion) ?? null;
}
