import { z } from 'zod';
import type { Permiso } from '@/lib/auth/permisos';
import { formatoDeArchivo } from '@/lib/validation';
import type { Etiqueta } from './textos';

export type Metodo = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** How a list behaves: what comes without `limite`, and which headers tell of the rest. */
export type Lista = { sinLimite: 'todo' | number; total?: 'siempre' | 'primera' };

/** An answer that is not JSON. */
export type OtroContenido = { tipo: string; descripcion: string };

/**
 * One method of one path of the API, as data: the document, its page and the contract tests are all read from here.
 * Texts are Spanish, for whoever writes a client.
 */
export type Ruta = {
  metodo: Metodo;
  /** After `/api`, parameters in braces: `/cajas/{id}`. */
  camino: string;
  /** Other paths that serve the same. */
  alias: readonly string[];
  etiqueta: Etiqueta;
  resumen: string;
  descripcion: string | null;
  /** What the verb parses: the body, or the query, with the path's parameters on top. */
  entrada: z.ZodType;
  /** `archivo`: a file, alone or in a form. */
  cuerpo: 'json' | 'archivo';
  limiteBytes: number;
  salida: z.ZodType | OtroContenido;
  estado: 200 | 201 | 202;
  /** Any of these rights opens it; none: being signed in is enough. */
  permisos: readonly Permiso[];
  /** `sin_token`: nobody needs to be signed in. `refresco`, `metricas`: the Bearer is another than the access token. */
  publica: false | 'sin_token' | 'refresco' | 'metricas';
  idempotente: boolean;
  lista: Lista | null;
  /** With `formato` it answers a file with everything filtered. Here the input has it already; the list's own has not. */
  exporta: boolean;
  /** Codes of its 409s, beyond those of the door. */
  conflictos: readonly string[];
  /** Says 429 after too many failures. */
  limitada: boolean;
  ejemplo: { pedido: Record<string, unknown>; respuesta: unknown };
};

const UN_MB = 1_048_576;

type Obligatorio = 'metodo' | 'camino' | 'resumen';
type Escrita<E extends z.ZodType, S extends z.ZodType | OtroContenido> = Pick<Ruta, Obligatorio> &
  Partial<Omit<Ruta, Obligatorio | 'etiqueta' | 'entrada' | 'salida' | 'ejemplo'>> & {
    entrada: E;
    salida: S;
    /** `pedido` holds the parameters of the path too. */
    ejemplo: { pedido?: Record<string, unknown> & z.input<E>; respuesta: S extends z.ZodType ? z.input<S> : string };
  };

/** Writes the rows of one tag, with what most rows share left out. Examples have the types of the schemas. */
export function rutasDe(etiqueta: Etiqueta) {
  return <E extends z.ZodType, S extends z.ZodType | OtroContenido>(r: Escrita<E, S>): Ruta => ({
    alias: [],
    descripcion: null,
    cuerpo: 'json',
    limiteBytes: UN_MB,
    estado: 200,
    permisos: [],
    publica: false,
    idempotente: false,
    lista: null,
    exporta: false,
    conflictos: [],
    limitada: false,
    ...r,
    entrada: r.exporta ? conFormato(r.entrada) : r.entrada,
    ejemplo: { pedido: r.ejemplo.pedido ?? {}, respuesta: r.ejemplo.respuesta },
    etiqueta,
  });
}

function conFormato(entrada: z.ZodType): z.ZodType {
  if (!(entrada instanceof z.ZodObject)) throw new Error('only a plain filter can also ask for a file');
  return entrada.extend({ formato: formatoDeArchivo });
}

/** Whether the answer is JSON of a known shape. */
export function esJson(salida: Ruta['salida']): salida is z.ZodType {
  return !('tipo' in salida);
}

/** The names between braces of a path. */
export function parametrosDe(camino: string): string[] {
  return [...camino.matchAll(/\{(\w+)\}/g)].map(([, nombre = '']) => nombre);
}
