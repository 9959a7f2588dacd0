import type { ResumenImportacion } from '../schemas-importacion';

/** What is known of a file before it is read. */
export const SIN_LEER: ResumenImportacion = {
  codificacion: '',
  separador: '',
  encabezado: [],
  muestra: [],
  con_encabezado: true,
  aceptar_digitos: false,
  posiciones: {},
  columnas: {},
  columnas_ignoradas: [],
  categorias_nuevas: [],
  nuevas: 0,
  existentes: 0,
  avisos: 0,
  digitos_malos: 0,
  valor_stock: 0,
};
