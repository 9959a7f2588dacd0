import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { sentencesOf } from './zod-sentences';

function of(schema: z.ZodType, value: unknown) {
  const leido = schema.safeParse(value);
  if (leido.success) throw new Error('the value was meant to be refused');
  return sentencesOf(leido.error);
}

describe('sentencesOf', () => {
  it.each<[string, z.ZodType, unknown, string]>([
    ['a missing field', z.object({ nombre: z.string() }), {}, 'Nombre: falta este dato.'],
    ['null for text', z.object({ nombre: z.string() }), { nombre: null }, 'Nombre: falta este dato.'],
    ['another type', z.object({ monto: z.number() }), { monto: 'x' }, 'Monto: debe ser un número.'],
    ['not an object', z.object({}), 'x', 'Debe ser un objeto.'],
    ['a decimal', z.object({ id: z.int() }), { id: 1.5 }, 'Id: debe ser un número entero.'],
    ['empty text', z.object({ nombre: z.string().min(1) }), { nombre: '' }, 'Nombre: no puede estar vacío.'],
    [
      'short text',
      z.object({ nombre: z.string().min(3) }),
      { nombre: 'a' },
      'Nombre: debe tener al menos 3 caracteres.',
    ],
    ['long text', z.object({ n: z.string().max(2) }), { n: 'abc' }, 'N: debe tener como máximo 2 caracteres.'],
    [
      'an empty list',
      z.object({ detalles: z.array(z.int()).min(1) }),
      { detalles: [] },
      'Detalles: no puede estar vacía.',
    ],
    ['a long list', z.object({ d: z.array(z.int()).max(1) }), { d: [1, 2] }, 'D: debe tener como máximo 1 elementos.'],
    ['a negative', z.object({ n: z.number().nonnegative() }), { n: -1 }, 'N: no puede ser negativo.'],
    ['zero for positive', z.object({ n: z.number().positive() }), { n: 0 }, 'N: debe ser mayor que 0.'],
    ['a small number', z.object({ n: z.number().min(0.5) }), { n: 0.1 }, 'N: debe ser como mínimo 0,5.'],
    ['a big number', z.object({ n: z.number().max(9) }), { n: 10 }, 'N: debe ser como máximo 9.'],
    ['a mail', z.object({ email: z.email() }), { email: 'x' }, 'Email: debe ser un correo válido.'],
    ['a uuid', z.object({ clave: z.uuid() }), { clave: 'x' }, 'Clave: debe ser un identificador UUID.'],
    ['a pattern', z.object({ n: z.string().regex(/^\d+$/) }), { n: 'x' }, 'N: no tiene el formato correcto.'],
    ['an option', z.object({ genero: z.enum(['M', 'F']) }), { genero: 'X' }, 'Genero: debe ser uno de: M, F.'],
    ['a missing option', z.object({ genero: z.enum(['M', 'F']) }), {}, 'Genero: falta este dato.'],
    ['a multiple', z.object({ n: z.number().multipleOf(0.1) }), { n: 0.25 }, 'N: debe ser múltiplo de 0,1.'],
    [
      'a union',
      z.object({ n: z.union([z.string(), z.number()]) }),
      { n: true },
      'N: no es ninguna de las formas admitidas.',
    ],
    ['a refinement', z.object({ n: z.string().refine(() => false) }), { n: 'x' }, 'N: no es válido.'],
  ])('says in Spanish what is wrong with %s', (_caso, schema, value, frase) => {
    expect(of(schema, value).mensajes).toEqual([frase]);
  });

  it('names unknown properties with their whole path', () => {
    const schema = z.strictObject({ detalles: z.array(z.strictObject({ id: z.int() })) });
    expect(of(schema, { detalles: [{ id: 1, precio: 2 }], otro: 1 })).toEqual({
      mensajes: ['Campo desconocido: detalles.0.precio.', 'Campo desconocido: otro.'],
      campos: { 'detalles.0.precio': 'Campo desconocido: detalles.0.precio.', otro: 'Campo desconocido: otro.' },
    });
    expect(of(z.strictObject({}), { a: 1, b: 2 }).mensajes).toEqual(['Campos desconocidos: a, b.']);
  });

  it('is short however much was wrong, and however long the names', () => {
    const lineas = z.strictObject({ d: z.array(z.strictObject({ id: z.int() })) });
    const muchas = of(lineas, { d: Array.from({ length: 10_000 }, () => ({ id: 'x' })) });
    expect(muchas.mensajes).toHaveLength(20);
    const nombres = Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`campo${i}`, 1]));
    expect(of(z.strictObject({}), nombres).mensajes[0]).toMatch(
      /^Campos desconocidos: campo0, .*, campo9 y 490 más\.$/,
    );
    expect(of(z.strictObject({}), { ['x'.repeat(1_000_000)]: 1 }).mensajes[0]?.length).toBeLessThan(100);
    expect(of(z.strictObject({}), JSON.parse('{"constructor":1}')).campos).toHaveProperty('constructor');
  });

  it('lets the sentences of the schema through, led by the field only when they do not name it', () => {
    const schema = z.object({
      limite: z.number().max(1000, 'El límite máximo es 1000.'),
      detalles: z.array(z.object({ cantidad: z.number().positive('Debe ser mayor que cero.') })),
    });
    expect(of(schema, { limite: 2000, detalles: [{ cantidad: 0 }] })).toEqual({
      mensajes: ['El límite máximo es 1000.', 'Detalles 1, cantidad: debe ser mayor que cero.'],
      campos: { limite: 'El límite máximo es 1000.', 'detalles.0.cantidad': 'Debe ser mayor que cero.' },
    });
  });

  it('of a union tells the problem of the form that was meant', () => {
    const id = z.union([z.number(), z.string().regex(/^\d+$/, 'Debe ser un número.')]);
    expect(of(z.object({ id }), { id: 'abc' }).campos).toEqual({ id: 'Debe ser un número.' });
  });
});
