import { digitoVerificador } from '@/lib/producto/rules';

const COSAS = [
  'Mayonesa',
  'Té',
  'Mermelada',
  'Piña',
  'Galletas "María"',
  'Aceite, girasol',
  'Ñoquis',
  'Café',
  'Leche',
  'Yogur',
];
const MARCAS = ['Andina', 'del Valle', 'Illimani', 'Kantuta', "Stege's", 'São Paulo', 'Müller', 'Yungas'];
const CATEGORIAS = ['Conservas y salsas', 'Bebidas', 'Otros', 'Lácteos y huevos', 'Panadería', 'Limpieza'];
const ENCABEZADO = 'codigo_barras,nombre,categoria,precio_venta,costo_compra,stock_actual,stock_minimo';

/** One product of the file, cell by cell. */
export type FilaDeArchivo = [
  codigo: string,
  nombre: string,
  categoria: string,
  precio: string,
  costo: string,
  stock: string,
  minimo: string,
];

/** The n-th product of a catalogue as shops write them: valid codes, accents, quotes, commas. Always the same. */
export function filaDeCatalogo(n: number): FilaDeArchivo {
  const cuerpo = `7790${String(n).padStart(8, '0')}`;
  const costo = 100 + ((n * 7_919) % 9_000);
  return [
    `${cuerpo}${digitoVerificador(cuerpo)}`,
    `${COSAS[n % COSAS.length]} ${MARCAS[n % MARCAS.length]} ${n}`,
    CATEGORIAS[n % CATEGORIAS.length] ?? 'Otros',
    (Math.round(costo * 1.25) / 100).toFixed(2),
    (costo / 100).toFixed(2),
    String(n % 60),
    String(n % 12),
  ];
}

/** Cells as one line of a CSV, quoted when they need it. */
export function lineaDe(celdas: readonly string[]): string {
  return celdas.map((c) => (/[",\n]/.test(c) ? `"${c.replaceAll('"', '""')}"` : c)).join(',');
}

/** A catalogue as a CSV, of the products after the n-th: UTF-8, commas, points, Unix line ends. */
export function catalogoCsv(filas: number, n = 0): Buffer {
  const lineas = Array.from({ length: filas }, (_, i) => lineaDe(filaDeCatalogo(n + i + 1)));
  return Buffer.from([ENCABEZADO, ...lineas, ''].join('\n'));
}

/** What is wrong with each kind of bad row, and how its reason begins. */
export const DANOS = {
  repetido: /^El código \d{13} ya está en la línea \d+\.$/,
  digito: /^El último dígito no corresponde: debería ser \d\.$/,
  coma: /¿Hay una coma decimal sin comillas\?$/,
  categoria: /^Falta la categoría\.$/,
  codificacion: /^Tiene letras dañadas: esta línea no está en UTF-8\.$/,
  precio: /^El precio no es un número/,
} as const;
export type Dano = keyof typeof DANOS | 'salto';

/**
 * The same catalogue with `cuantas` bad rows, one kind after another, spread over the whole file; and rows that end as Windows
 * ends them, which are good. Says which line has what.
 */
export function catalogoDanado(filas: number, cuantas: number): { bytes: Buffer; danos: Map<number, Dano> } {
  const clases: Dano[] = [...(Object.keys(DANOS) as Dano[]), 'salto'];
  const cada = Math.floor(filas / cuantas);
  const danos = new Map<number, Dano>();
  const trozos: Buffer[] = [Buffer.from(`${ENCABEZADO}\n`)];
  for (let n = 1; n <= filas; n++) {
    const turno = n % cada === 0 ? n / cada - 1 : -1;
    const dano = turno >= 0 && turno < cuantas ? clases[turno % clases.length] : undefined;
    if (dano) danos.set(n + 1, dano);
    trozos.push(danar(filaDeCatalogo(n), dano));
  }
  return { bytes: Buffer.concat(trozos), danos };
}

function danar([codigo, nombre, categoria, ...cifras]: FilaDeArchivo, dano: Dano | undefined): Buffer {
  const linea = (celdas: readonly string[], fin = '\n') => Buffer.from(lineaDe(celdas) + fin);
  const [precio = '', ...resto] = cifras;
  switch (dano) {
    case undefined:
      return linea([codigo, nombre, categoria, ...cifras]);
    case 'repetido':
      return linea([filaDeCatalogo(1)[0], nombre, categoria, ...cifras]);
    case 'digito':
      return linea([`${codigo.slice(0, 12)}${(Number(codigo[12]) + 1) % 10}`, nombre, categoria, ...cifras]);
    case 'coma':
      return Buffer.from(`${lineaDe([codigo, nombre, categoria])},${precio.replace('.', ',')},${resto.join(',')}\n`);
    case 'categoria':
      return linea([codigo, nombre, '', ...cifras]);
    case 'codificacion':
      return Buffer.from(`${lineaDe([codigo, 'Piña en lata', categoria, ...cifras])}\n`, 'latin1');
    case 'precio':
      return linea([codigo, nombre, categoria, 'doce', ...resto]);
    case 'salto':
      return linea([codigo, nombre, categoria, ...cifras], '\r\n');
  }
}
