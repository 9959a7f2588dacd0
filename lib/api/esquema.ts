import { z } from 'zod';
import { idDeFila } from '@/lib/validation';

/** A JSON Schema 2020-12 as OpenAPI 3.1 takes it. */
export type Esquema = { [clave: string]: unknown };

/** A converted schema and the models it refers to, by name. */
export type Convertido = { esquema: Esquema; modelos: Record<string, Esquema> };

const EN_DEFS = '#/$defs/';
const EN_COMPONENTES = '#/components/schemas/';

/** The id of a row takes text too, because paths are text; clients should send a number. */
const ID: Esquema = { type: 'integer', minimum: 1, maximum: 2_147_483_647 };

type Override = NonNullable<NonNullable<Parameters<typeof z.toJSONSchema>[1]>['override']>;

const deEntrada: Override = ({ zodSchema, jsonSchema }) => {
  if (zodSchema !== idDeFila) return;
  for (const clave of Object.keys(jsonSchema)) delete jsonSchema[clave as keyof typeof jsonSchema];
  Object.assign(jsonSchema, ID);
};

const deSalida: Override = ({ jsonSchema }) => {
  // Answers may grow; a client must not refuse a field it does not know.
  if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
  // Every whole number of JSON has these.
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  // The format says it; zod's pattern of a date is a page long.
  if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
};

const deEntradas = new WeakMap<z.ZodType, Esquema>();

/** The JSON Schema of what a route takes, from the very schema that parses it. Not to be written to: it is kept. */
export function esquemaDeEntrada(schema: z.ZodType): Esquema {
  const conocido = deEntradas.get(schema);
  if (conocido) return conocido;
  const { esquema, modelos } = convertir(schema, { io: 'input', override: deEntrada });
  if (Object.keys(modelos).length > 0) throw new Error('an input schema with an id would be written as an answer');
  deEntradas.set(schema, esquema);
  return esquema;
}

/** The JSON Schema of what a route answers; models with a name become references to components. */
export function esquemaDeSalida(schema: z.ZodType): Convertido {
  return convertir(schema, { io: 'output', override: deSalida });
}

function convertir(schema: z.ZodType, como: { io: 'input' | 'output'; override: Override }): Convertido {
  const json = z.toJSONSchema(schema, { unrepresentable: 'any', ...como }) as Esquema;
  const { $schema: _, $defs = {}, ...esquema } = apuntarAComponentes(json) as Esquema;
  return { esquema, modelos: $defs as Record<string, Esquema> };
}

function apuntarAComponentes(nodo: unknown): unknown {
  if (Array.isArray(nodo)) return nodo.map(apuntarAComponentes);
  if (nodo === null || typeof nodo !== 'object') return nodo;
  return Object.fromEntries(
    Object.entries(nodo).map(([clave, valor]) =>
      clave === '$ref' && typeof valor === 'string' && valor.startsWith(EN_DEFS)
        ? [clave, `${EN_COMPONENTES}${valor.slice(EN_DEFS.length)}`]
        : [clave, apuntarAComponentes(valor)],
    ),
  );
}
