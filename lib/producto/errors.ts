import { ConflictoError, NoEncontradoError, PermisoError, ValidacionError } from '@/lib/errors';
import { formatCantidad } from '@/lib/quantity';

/** The product does not exist or was deleted. */
export class ProductoNoEncontradoError extends NoEncontradoError {
  constructor(message = 'No se encontró el producto.') {
    super(message);
  }
}

/** The branch is not one where the person works. */
export class SucursalAjenaError extends PermisoError {
  constructor() {
    super('No trabaja en esa sucursal.');
  }
}

/** The category does not exist or was deleted. */
export class CategoriaNoEncontradaError extends NoEncontradoError {
  constructor() {
    super('No se encontró la categoría.');
  }
}

/** Another active product has the code. `dueno` is its name, when it could be read. */
export class CodigoRepetidoError extends ConflictoError {
  constructor(codigo: string, dueno: string | null) {
    const message = dueno ? `El código ${codigo} ya es de ${dueno}.` : `El código ${codigo} ya es de otro producto.`;
    super('codigo_repetido', message, { codigo_barras: message });
  }
}

/** Another active product has the SKU. `dueno` is its name, when it could be read. */
export class SkuRepetidoError extends ConflictoError {
  constructor(sku: string, dueno: string | null) {
    const message = dueno ? `El SKU ${sku} ya es de ${dueno}.` : `El SKU ${sku} ya es de otro producto.`;
    super('sku_repetido', message, { sku: message });
  }
}

/** Where the category was to hang does not exist, is inside it, or is too deep. */
export class CategoriaMalPuestaError extends ConflictoError {
  constructor(niveles: number) {
    const message = `No puede ir ahí: una categoría no va dentro de sí misma, y el árbol tiene como máximo ${niveles} niveles.`;
    super('categoria_mal_puesta', message, { id_padre: message });
  }
}

/** The category has others inside. */
export class CategoriaConHijasError extends ConflictoError {
  constructor(nombre: string, hijas: number) {
    const cuantas = hijas === 1 ? 'otra categoría' : `otras ${hijas} categorías`;
    super('categoria_con_hijas', `${nombre} tiene dentro ${cuantas}. Primero hay que moverlas o eliminarlas.`);
  }
}

/** Another active category has the name. */
export class CategoriaRepetidaError extends ConflictoError {
  constructor(nombre: string) {
    const message = `Ya existe la categoría ${nombre}.`;
    super('categoria_repetida', message, { nombre: message });
  }
}

/** The category still has products. */
export class CategoriaEnUsoError extends ConflictoError {
  constructor(nombre: string, productos: number) {
    const cuantos = productos === 1 ? 'un producto' : `${productos} productos`;
    super('categoria_en_uso', `${nombre} tiene ${cuantos}. Primero hay que pasarlos a otra categoría.`);
  }
}

/** Deleting would hide goods that are still there and still worth money. `queda` in thousandths. */
export class ProductoConStockError extends ConflictoError {
  constructor(producto: string, queda: number, sucursal: string) {
    super(
      'producto_con_stock',
      `Quedan ${formatCantidad(queda)} de ${producto} en ${sucursal}. Primero hay que ajustar la existencia a cero.`,
    );
  }
}

/** The upload is not a text file that can be read. */
export class ArchivoIlegibleError extends ValidacionError {
  constructor(message: string) {
    super(message, { archivo: message });
  }
}

/** The import does not exist, was discarded, or is of another branch. */
export class ImportacionNoEncontradaError extends NoEncontradoError {
  constructor() {
    super('No se encontró la importación.');
  }
}

/** The import is already applied, on its way, or discarded. */
export class ImportacionCerradaError extends ConflictoError {
  constructor(message = 'Esta importación ya se confirmó.') {
    super('importacion_cerrada', message);
  }
}

/** Not one row of the file can be imported. */
export class ImportacionVaciaError extends ConflictoError {
  constructor() {
    super('importacion_vacia', 'No hay ninguna fila que se pueda importar.');
  }
}

/** Between the review and the import the catalogue took a code or a SKU of the file: nothing was done. */
export class CatalogoCambioError extends ConflictoError {
  constructor(choque: string) {
    super(
      'catalogo_cambio',
      `El catálogo cambió desde la revisión. ${choque} No se importó nada: hay que leer el archivo otra vez.`,
    );
  }
}

/** The import was not applied, or was already undone. */
export class ImportacionSinDeshacerError extends ConflictoError {
  constructor() {
    super('importacion_sin_deshacer', 'Solo se deshace una importación que entró, y una sola vez.');
  }
}

/** Everything that the import did was moved or changed since. */
export class NadaQueDeshacerEnImportacionError extends ConflictoError {
  constructor() {
    super('nada_que_deshacer', 'No queda nada que deshacer: sus productos ya se movieron o cambiaron después.');
  }
}
