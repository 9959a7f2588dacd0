import { describe, expect, test } from 'vitest';
import { COLUMNAS } from '../rules-importacion';
import { adivinarColumnas, columnasElegidas, encabezadoDe, fraseDeFaltantes } from './columnas';
import { type Lectura, validarFila } from './validar-fila';

const leerEncabezado = (celdas: readonly string[]) => encabezadoDe(celdas, adivinarColumnas(celdas));
const LECTURA: Lectura = { encabezado: leerEncabezado(COLUMNAS), aceptarDigitos: false, fin: 'lf' };
const BUENA = {
  codigo_barras: '7771214001109',
  nombre: 'Mayonesa',
  categoria: 'Salsas',
  precio_venta: '39.10',
  costo_compra: '31.10',
  stock_actual: '34',
  stock_minimo: '10',
  unidad: '',
  favorito: '',
  sku: '',
};

function validar(cambios: Partial<typeof BUENA> = {}, lectura: Partial<Lectura> = {}) {
  const fila = { ...BUENA, ...cambios };
  return validarFila({ linea: 2, lineas: 1, celdas: COLUMNAS.map((c) => fila[c]) }, { ...LECTURA, ...lectura });
}
const datos = (cambios: Partial<typeof BUENA>) => validar(cambios).datos;
const falla = (cambios: Partial<typeof BUENA>) => validar(cambios).falla;

describe('a good row', () => {
  test('becomes centavos and thousandths', () => {
    expect(datos({})).toEqual({
      nombre: 'Mayonesa',
      codigo: '7771214001109',
      sku: null,
      unidad: 'unidad',
      categoria: 'Salsas',
      precio: 3910,
      costo: 3110,
      stock: 34_000,
      minimo: 10_000,
      favorito: false,
      busqueda: 'mayonesa 7771214001109',
    });
  });

  test('what is empty is not said, instead of zero', () => {
    const vacios = { codigo_barras: '', costo_compra: '', stock_actual: ' ', stock_minimo: '' };
    expect(datos(vacios)).toMatchObject({ codigo: null, costo: null, stock: null, minimo: null });
  });

  test.each([
    ['39,10', 3910],
    ['39.1', 3910],
    ['Bs 1.234,50', 123_450],
    ['1,234.50', 123_450],
    ['40', 4000],
    ['0.500', 50],
    ['0', 0],
  ])('reads the price %s', (texto, centavos) => {
    expect(datos({ precio_venta: texto })?.precio).toBe(centavos);
  });

  test.each([
    ['Kg.', 'kg'],
    ['litros', 'l'],
    ['PZA', 'unidad'],
    ['mts', 'm'],
  ])('knows the unit %s', (texto, unidad) => {
    expect(datos({ unidad: texto })?.unidad).toBe(unidad);
  });

  test('by weight, three decimals are grams', () => {
    expect(datos({ unidad: 'kg', stock_actual: '1,250' })?.stock).toBe(1250);
  });

  test.each(['=SUMA(A1:A9)', '+591 cola', '-20% promo', '@home', '=HYPERLINK("http://x","y")'])(
    'a name that looks like a formula is only a name: %s',
    (nombre) => {
      expect(datos({ nombre })?.nombre).toBe(nombre);
    },
  );

  test('invisible signs and runs of spaces leave the name', () => {
    expect(datos({ nombre: ' \u0090Agua \u00a0  C\u0000 / Gas\u200b ' })?.nombre).toBe('Agua C / Gas');
  });

  test.each(['7771214001108', '036000291453', '96385075'])(
    'a code that does not check, %s, is refused',
    (codigo_barras) => {
      expect(validar({ codigo_barras })).toMatchObject({
        datos: null,
        digitoMalo: true,
        falla: expect.stringMatching(/^El último dígito no corresponde: debería ser \d\.$/),
      });
    },
  );

  test('or taken with a remark, when a person says so', () => {
    const fila = validar({ codigo_barras: '7771214001108' }, { aceptarDigitos: true });
    expect(fila.datos).toMatchObject({ codigo: '7771214001108', aviso: expect.stringContaining('debería ser 9') });
  });
});

describe('a bad row says why', () => {
  test.each([
    [{ nombre: '  ' }, 'Falta el nombre.'],
    [{ nombre: 'x'.repeat(201) }, 'El nombre pasa de 200 caracteres.'],
    [{ categoria: '' }, 'Falta la categoría.'],
    [{ categoria: 'x'.repeat(101) }, 'La categoría pasa de 100 caracteres.'],
    [{ precio_venta: '' }, 'Falta el precio.'],
    [{ precio_venta: 'doce' }, 'El precio no es un número («doce»).'],
    [{ precio_venta: '-3' }, 'El precio no puede ser negativo (-3).'],
    [{ precio_venta: '1.250' }, 'El precio no es claro («1.250»): escribir 1250 o con 2 decimales.'],
    [{ precio_venta: '0.505' }, 'El precio lleva como máximo 2 decimales (0.505).'],
    [{ precio_venta: '12.3456' }, 'El precio lleva como máximo 2 decimales (12.3456).'],
    [{ costo_compra: '(5)' }, 'El costo no puede ser negativo ((5)).'],
    [{ stock_actual: '-1' }, 'El stock no puede ser negativo (-1).'],
    [{ stock_actual: '1.250' }, 'El stock no es claro («1.250»): escribir 1250 o con 2 decimales.'],
    [{ stock_actual: 'muchos' }, 'El stock no es un número («muchos»).'],
    [{ stock_minimo: '1e3' }, 'El stock mínimo no es un número («1e3»).'],
    [{ unidad: 'docena' }, 'La unidad «docena» no se conoce: unidad, kg, l o m.'],
    [{ codigo_barras: '7,77121E+12' }, 'El código 7,77121E+12 perdió dígitos en Excel: la columna debe ser de texto.'],
    [{ codigo_barras: '9'.repeat(65) }, 'El código pasa de 64 caracteres.'],
    [{ costo_compra: '99999999', stock_actual: '9999999' }, 'Costo por stock es demasiado grande.'],
    [{ nombre: 'Man\ufffd' }, 'Tiene letras dañadas: esta línea no está en UTF-8.'],
  ])('%o', (cambios, frase) => {
    expect(falla(cambios)).toBe(frase);
  });

  test('all its reasons at once', () => {
    expect(falla({ nombre: '', precio_venta: 'x' })).toBe('Falta el nombre. El precio no es un número («x»).');
  });

  test('an unquoted decimal comma makes one column too many', () => {
    const celdas = [...COLUMNAS.map((c) => BUENA[c]), '5'];
    expect(validarFila({ linea: 2, lineas: 1, celdas }, LECTURA).falla).toContain(
      '¿Hay una coma decimal sin comillas?',
    );
  });

  test('rows glued by an open quote name their lines', () => {
    const celdas = COLUMNAS.map((c) => (c === 'nombre' ? 'Pan\n777,Queso' : BUENA[c]));
    const { falla } = validarFila({ linea: 5, lineas: 2, celdas }, LECTURA);
    expect(falla).toBe('Hay comillas sin cerrar: se leyeron juntas las líneas 5 a 6.');
  });
});

describe('leerEncabezado', () => {
  test('understands the names shops use, and says what it ignores', () => {
    const leido = leerEncabezado([
      'Código de Barras',
      'DESCRIPCIÓN',
      'Marca',
      'Rubro',
      'Precio Venta (Bs)',
      'Existencia',
    ]);
    expect([...leido.posicion.keys()].sort()).toEqual([
      'categoria',
      'codigo_barras',
      'nombre',
      'precio_venta',
      'stock_actual',
    ]);
    expect(leido.ignoradas).toEqual(['Marca']);
    expect(leido.leidas.precio_venta).toBe('Precio Venta (Bs)');
  });

  test("the contract's own name wins over an alias", () => {
    const leido = leerEncabezado(['descripcion', 'nombre', 'categoria', 'precio_venta']);
    expect(leido.posicion.get('nombre')).toBe(1);
    expect(leido.ignoradas).toEqual(['descripcion']);
  });

  test.each([
    [['nombre', 'precio_venta'], 'No se sabe qué columna es: categoría.'],
    [['a', 'b'], 'No se sabe qué columna es: nombre, categoría, precio de venta.'],
    [['nombre', 'Nombre', 'categoria', 'precio_venta'], null],
  ])('of %o says what is missing', (celdas, frase) => {
    expect(fraseDeFaltantes(adivinarColumnas(celdas))).toBe(frase);
  });

  test('a person may match them otherwise, each column once and the necessary ones always', () => {
    expect(columnasElegidas({ nombre: 2, categoria: 0, precio_venta: 1 }, 3).get('nombre')).toBe(2);
    const mal = () => columnasElegidas({ nombre: 1, categoria: 1, costo_compra: 9 }, 3);
    expect(mal).toThrow(
      expect.objectContaining({
        campos: {
          'columnas.precio_venta': 'Hay que elegir una columna.',
          'columnas.categoria': 'Esa columna ya es nombre.',
          'columnas.costo_compra': 'El archivo no tiene esa columna.',
        },
      }),
    );
  });
});
