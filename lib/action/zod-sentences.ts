import { z } from 'zod';

type Issue = z.core.$ZodIssue;
type RawIssue = z.core.$ZodRawIssue;

/** What an input did wrong: one readable sentence per problem, and the same by dotted path for forms. */
export type Sentences = { mensajes: string[]; campos: Record<string, string> };

const TIPOS: Record<string, string> = {
  string: 'un texto',
  number: 'un número',
  int: 'un número entero',
  boolean: 'verdadero o falso',
  array: 'una lista',
  object: 'un objeto',
  record: 'un objeto',
  date: 'una fecha',
  nan: 'un número',
};

const FORMATOS: Record<string, string> = {
  email: 'Debe ser un correo válido.',
  url: 'Debe ser una dirección web completa.',
  uuid: 'Debe ser un identificador UUID.',
  guid: 'Debe ser un identificador UUID.',
  date: 'Debe ser una fecha AAAA-MM-DD.',
  datetime: 'Debe ser una fecha con hora.',
  time: 'Debe ser una hora.',
};

const cifra = (valor: unknown) => String(valor).replace('.', ',');

function tooSmall(i: Extract<RawIssue, { code: 'too_small' }>): string {
  if (i.origin === 'string')
    return Number(i.minimum) <= 1 ? 'No puede estar vacío.' : `Debe tener al menos ${i.minimum} caracteres.`;
  if (i.origin === 'array' || i.origin === 'set')
    return Number(i.minimum) <= 1 ? 'No puede estar vacía.' : `Debe tener al menos ${i.minimum} elementos.`;
  if (i.origin === 'date') return 'La fecha es demasiado antigua.';
  if (!i.inclusive) return `Debe ser mayor que ${cifra(i.minimum)}.`;
  return Number(i.minimum) === 0 ? 'No puede ser negativo.' : `Debe ser como mínimo ${cifra(i.minimum)}.`;
}

function tooBig(i: Extract<RawIssue, { code: 'too_big' }>): string {
  if (i.origin === 'string') return `Debe tener como máximo ${i.maximum} caracteres.`;
  if (i.origin === 'array' || i.origin === 'set') return `Debe tener como máximo ${i.maximum} elementos.`;
  if (i.origin === 'date') return 'La fecha es demasiado lejana.';
  return i.inclusive ? `Debe ser como máximo ${cifra(i.maximum)}.` : `Debe ser menor que ${cifra(i.maximum)}.`;
}

/** The sentence of an issue for which the schema gave none. */
function sentence(i: RawIssue): string {
  switch (i.code) {
    case 'invalid_type':
      return i.input === undefined || i.input === null
        ? 'Falta este dato.'
        : `Debe ser ${TIPOS[i.expected] ?? 'otro tipo de dato'}.`;
    case 'invalid_value':
      if (i.input === undefined || i.input === null) return 'Falta este dato.';
      return i.values.length === 1 ? `Debe ser ${String(i.values[0])}.` : `Debe ser uno de: ${i.values.join(', ')}.`;
    case 'too_small':
      return tooSmall(i);
    case 'too_big':
      return tooBig(i);
    case 'invalid_format':
      return FORMATOS[i.format] ?? 'No tiene el formato correcto.';
    case 'not_multiple_of':
      return `Debe ser múltiplo de ${cifra(i.divisor)}.`;
    case 'unrecognized_keys':
      return unknownFields(i.path ?? [], i.keys);
    case 'invalid_union':
      return i.input === undefined ? 'Falta este dato.' : 'No es ninguna de las formas admitidas.';
    case 'invalid_key':
      return 'Tiene un nombre que no se admite.';
    case 'invalid_element':
      return 'Tiene un elemento que no se admite.';
    default:
      return 'No es válido.';
  }
}

// Every schema of the process speaks Spanish once this module is loaded; messages written in a schema stand.
z.config({ localeError: sentence });

/** Who sends ten thousand bad lines, or a name a megabyte long, is told of the first ones. */
const MAXIMO_FRASES = 20;
const MAXIMO_NOMBRES = 10;
const MAXIMO_NOMBRE = 60;

function pathText(path: readonly PropertyKey[]): string {
  const nombres = path.map(String).map((n) => (n.length > MAXIMO_NOMBRE ? `${n.slice(0, MAXIMO_NOMBRE)}…` : n));
  return nombres.join('.');
}

function unknownFields(path: readonly PropertyKey[], keys: readonly string[]): string {
  const nombres = keys.slice(0, MAXIMO_NOMBRES).map((k) => pathText([...path, k]));
  const demas = keys.length - nombres.length;
  const lista = `${nombres.join(', ')}${demas > 0 ? ` y ${demas} más` : ''}`;
  return `${keys.length > 1 ? 'Campos desconocidos' : 'Campo desconocido'}: ${lista}.`;
}

/**
 * Turns a validation error into Spanish sentences. Messages written in the schema pass through. In `mensajes` a sentence
 * that does not name its field, or is about a line of a list, is led by it ("Nombre: no puede estar vacío."); in `campos` it stands alone.
 * Of many only the first are told.
 */
export function sentencesOf(error: z.ZodError): Sentences {
  const campos = new Map<string, string>();
  const anotar = (path: readonly PropertyKey[], frase: string) => {
    const ruta = pathText(path);
    if (ruta && !campos.has(ruta)) campos.set(ruta, frase);
  };
  const mensajes: string[] = [];
  for (const issue of error.issues.slice(0, MAXIMO_FRASES).flatMap((i) => expand(i))) {
    if (issue.code === 'unrecognized_keys') {
      mensajes.push(unknownFields(issue.path, issue.keys));
      for (const k of issue.keys.slice(0, MAXIMO_NOMBRES)) anotar([...issue.path, k], unknownFields(issue.path, [k]));
      continue;
    }
    anotar(issue.path, issue.message);
    mensajes.push(withField(issue.path, issue.message));
  }
  return { mensajes: [...new Set(mensajes)], campos: Object.fromEntries(campos) };
}

/** Of a union, the branch that understood the input best: the one whose problem is not its type. */
function expand(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const rama = issue.errors.find((r) => r.length > 0 && r.every((i) => i.code !== 'invalid_type' || i.path.length > 0));
  if (!rama) return [issue];
  return rama.flatMap((i) => expand({ ...i, path: [...issue.path, ...i.path] }));
}

function withField(path: readonly PropertyKey[], message: string): string {
  const [primero] = path;
  if (primero === undefined || (path.length === 1 && mentions(message, String(primero)))) return message;
  const campo = path
    .map((p) => (typeof p === 'number' ? ` ${p + 1}` : `, ${pathText([p]).replaceAll('_', ' ')}`))
    .join('');
  const nombre = campo.replace(/^,? /, '');
  return `${nombre.charAt(0).toUpperCase()}${nombre.slice(1)}: ${message.charAt(0).toLowerCase()}${message.slice(1)}`;
}

/** Whether the sentence names the field by itself: "Falta la contraseña." does not name `password`. */
function mentions(message: string, campo: string): boolean {
  return ` ${plain(message).replace(/[^a-z0-9]+/g, ' ')} `.includes(` ${plain(campo).replaceAll('_', ' ')} `);
}

function plain(texto: string): string {
  return texto.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
