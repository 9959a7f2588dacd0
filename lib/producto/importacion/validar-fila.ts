import { importeLinea, MAXIMO_CENTAVOS, parseMonto } from '@/lib/money';
import { parseCantidad } from '@/lib/quantity';
import {
  avisoDeCodigo,
  busquedaDe,
  MAXIMO_CODIGO,
  MAXIMO_NOMBRE,
  MAXIMO_SKU,
  normalizarTexto,
  type Unidad,
} from '../rules';
import type { Columna } from '../rules-importacion';
import type { Encabezado } from './columnas';
import type { Registro } from './leer-csv';

/** A row understood: centavos and thousandths. `null` means that the file did not say. */
export type DatosFila = {
  nombre: string;
  codigo: string | null;
  sku: string | null;
  unidad: Unidad;
  categoria: string;
  precio: number;
  costo: number | null;
  stock: number | null;
  minimo: number | null;
  favorito: boolean;
  busqueda: string;
  /** A remark that does not stop the row. */
  aviso?: string;
  /** The product that already has this code (or, without a code, this name) when the file was read. */
  existente?: number;
};

/** How the rows of a file are read. */
export type Lectura = {
  encabezado: Encabezado;
  /** Whether a code whose check digit is wrong enters as it is. */
  aceptarDigitos: boolean;
  /** How most of its lines end; a row that ends otherwise is read, and says so. */
  fin: Registro['fin'];
};

/** What was written, by column; and either what it means or every reason why it cannot be. */
export type FilaLeida = { crudo: Partial<Record<Columna, string>>; digitoMalo?: true } & (
  | { datos: DatosFila; falla: null }
  | { datos: null; falla: string }
);

const MAXIMO_CATEGORIA = 100;
const UNIDAD_DE: Record<Unidad, RegExp> = {
  unidad: /^(u|un|uni|und|unid|unidad|unidades|pza|pieza|piezas)$/,
  kg: /^(kg|kgs|kilo|kilos|kilogramo|kilogramos)$/,
  l: /^(l|lt|lts|litro|litros)$/,
  m: /^(m|mt|mts|metro|metros)$/,
};

/** Reads one record. Checks the row alone: repeated codes are seen by whoever sees them all. */
export function validarFila(registro: Registro, lectura: Lectura): FilaLeida {
  const { encabezado } = lectura;
  const crudo: FilaLeida['crudo'] = {};
  for (const [columna, i] of encabezado.posicion) {
    // A cell as large as the file (a quote left open) is not worth keeping whole.
    const celda = registro.celdas[i]?.slice(0, 400).replaceAll('\0', '');
    if (celda) crudo[columna] = celda;
  }
  const forma = fallaDeForma(registro, encabezado, crudo);
  if (forma) return { crudo, datos: null, falla: forma };
  const fallas: string[] = [];
  const datos = leerDatos(crudo, fallas);
  const digito = datos.codigo ? avisoDeCodigo(datos.codigo) : null;
  if (digito && !lectura.aceptarDigitos) fallas.push(digito);
  const malo = digito ? ({ digitoMalo: true } as const) : {};
  if (fallas.length > 0) return { crudo, ...malo, datos: null, falla: fallas.join(' ') };
  const avisos = [digito, fraseDeFin(registro, lectura)].filter((f) => f !== null);
  return { crudo, ...malo, datos: avisos.length > 0 ? { ...datos, aviso: avisos.join(' ') } : datos, falla: null };
}

/** A row pasted from another system ends its line otherwise: harmless, and worth saying. */
function fraseDeFin({ fin }: Registro, lectura: Lectura): string | null {
  if (fin === undefined || lectura.fin === undefined || fin === lectura.fin) return null;
  const comoTermina = fin === 'crlf' ? 'de Windows (CRLF)' : fin === 'lf' ? 'de Unix (LF)' : 'de Mac antiguo (CR)';
  return `La línea termina con un salto ${comoTermina}, distinto del resto. Se leyó igual.`;
}

function fallaDeForma(registro: Registro, encabezado: Encabezado, crudo: FilaLeida['crudo']): string | null {
  const { celdas, linea, lineas } = registro;
  if (registro.sinCerrar) return 'Hay comillas sin cerrar: no se pudo leer desde aquí hasta el final del archivo.';
  const sobran = celdas.slice(encabezado.ancho).some((c) => c.trim() !== '');
  if (lineas > 1 && (sobran || Object.values(crudo).some((c) => /[\r\n]/.test(c.trim())))) {
    return `Hay comillas sin cerrar: se leyeron juntas las líneas ${linea} a ${linea + lineas - 1}.`;
  }
  if (sobran) {
    return `Tiene ${celdas.length} columnas y el encabezado ${encabezado.ancho}. ¿Hay una coma decimal sin comillas?`;
  }
  if (Object.values(crudo).some((c) => c.includes('\ufffd')))
    return 'Tiene letras dañadas: esta línea no está en UTF-8.';
  return null;
}

function leerDatos(crudo: FilaLeida['crudo'], fallas: string[]): DatosFila {
  // The apostrophe that a spreadsheet, or our own export, puts before what looks like a formula is not part of the name.
  const nombre = limpiar(crudo.nombre).replace(/^'(?=[=+\-@])/, '');
  if (!nombre) fallas.push('Falta el nombre.');
  else if (nombre.length > MAXIMO_NOMBRE) fallas.push(`El nombre pasa de ${MAXIMO_NOMBRE} caracteres.`);
  const categoria = limpiar(crudo.categoria);
  if (!categoria) fallas.push('Falta la categoría.');
  else if (categoria.length > MAXIMO_CATEGORIA) fallas.push(`La categoría pasa de ${MAXIMO_CATEGORIA} caracteres.`);
  const codigo = leerCodigo(crudo.codigo_barras, fallas);
  const precio = leerMonto('El precio', crudo.precio_venta, fallas);
  if (precio === null && !crudo.precio_venta?.trim()) fallas.push('Falta el precio.');
  const unidad = leerUnidad(crudo.unidad, fallas);
  const costo = leerMonto('El costo', crudo.costo_compra, fallas);
  const stock = leerCantidad('El stock', crudo.stock_actual, unidad, fallas);
  if (importeLinea(costo ?? 0, stock ?? 0) > MAXIMO_CENTAVOS) fallas.push('Costo por stock es demasiado grande.');
  const sku = limpiar(crudo.sku).replace(/^'/, '') || null;
  if (sku && sku.length > MAXIMO_SKU) fallas.push(`El SKU pasa de ${MAXIMO_SKU} caracteres.`);
  return {
    nombre,
    codigo,
    sku,
    unidad,
    categoria,
    precio: precio ?? 0,
    costo,
    stock,
    minimo: leerCantidad('El stock mínimo', crudo.stock_minimo, unidad, fallas),
    favorito: /^(si|s|x|1|true|verdadero)$/.test(normalizarTexto(crudo.favorito ?? '')),
    busqueda: busquedaDe(nombre, codigo),
  };
}

/** Text as it will be stored: invisible signs out, spaces single. What looks like a formula is only text. */
function limpiar(celda = ''): string {
  return celda
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\u200b\ufeff]/gu, '')
    .trim();
}

function leerCodigo(celda: string | undefined, fallas: string[]): string | null {
  const codigo = limpiar(celda).replace(/^'/, '');
  if (/^\d+([.,]\d+)?e\+?\d+$/i.test(codigo)) {
    fallas.push(`El código ${codigo} perdió dígitos en Excel: la columna debe ser de texto.`);
  } else if (codigo.length > MAXIMO_CODIGO) fallas.push(`El código pasa de ${MAXIMO_CODIGO} caracteres.`);
  return codigo || null;
}

function leerUnidad(celda: string | undefined, fallas: string[]): Unidad {
  const texto = normalizarTexto(celda ?? '').replace(/\.$/, '');
  if (!texto) return 'unidad';
  const unidad = (Object.keys(UNIDAD_DE) as Unidad[]).find((u) => UNIDAD_DE[u].test(texto));
  if (!unidad) fallas.push(`La unidad «${corto(celda)}» no se conoce: unidad, kg, l o m.`);
  return unidad ?? 'unidad';
}

function leerMonto(nombre: string, celda: string | undefined, fallas: string[]): number | null {
  // Nobody writes 0.500 for five hundred: the last zero is only a zero.
  const texto = (celda ?? '').trim().replace(/^(\D*0+[.,]\d\d)0$/, '$1');
  if (!texto) return null;
  if (esNegativo(texto)) fallas.push(`${nombre} no puede ser negativo (${corto(texto)}).`);
  else if (esAmbiguo(texto)) fallas.push(dudoso(nombre, texto));
  else {
    const largo = /^\D*0+[.,]\d{3,}$|^\D*\d+[.,]\d{4,}$/.test(texto);
    const centavos = largo ? null : parseMonto(texto);
    if (centavos !== null) return centavos;
    fallas.push(largo ? `${nombre} lleva como máximo 2 decimales (${corto(texto)}).` : noEsNumero(nombre, texto));
  }
  return null;
}

function leerCantidad(nombre: string, celda: string | undefined, unidad: Unidad, fallas: string[]): number | null {
  const texto = (celda ?? '').trim();
  if (!texto) return null;
  if (esNegativo(texto)) fallas.push(`${nombre} no puede ser negativo (${corto(texto)}).`);
  else if (unidad === 'unidad' && esAmbiguo(texto)) fallas.push(dudoso(nombre, texto));
  else {
    const milesimas = parseCantidad(texto);
    if (milesimas !== null) return milesimas;
    fallas.push(noEsNumero(nombre, texto));
  }
  return null;
}

const esNegativo = (texto: string) => /^\D*[-−–(]\s*\D*\d/.test(texto);
/** `1.250` may be a thousand or one and a quarter: nobody but its author knows. */
const esAmbiguo = (texto: string) => /^\D*[1-9]\d{0,2}[.,]\d{3}$/.test(texto);
const corto = (texto = '') => (texto.trim().length > 30 ? `${texto.trim().slice(0, 30)}…` : texto.trim());
const noEsNumero = (nombre: string, texto: string) => `${nombre} no es un número («${corto(texto)}»).`;
const dudoso = (nombre: string, texto: string) =>
  `${nombre} no es claro («${corto(texto)}»): escribir ${texto.replace(/[.,]/, '')} o con 2 decimales.`;
