import type { TipoDeHecho } from '@/lib/mostrador/schemas';
import type { ProductoMostrador } from '@/lib/venta/query-options';
import type { VentaDto } from '@/lib/venta/schemas';
import type { EstadoEnvio } from './states';

/** A way a product is sold: so much of it under its own code and price. `cantidad` in thousandths, `precio` in centavos. */
export type PresentacionLocal = {
  id: number;
  nombre: string;
  cantidad: number;
  precio: number;
  codigos: readonly string[];
};

/** A product as the device keeps it. `favorito` is 0 or 1 because IndexedDB has no index of booleans. */
export type ProductoLocal = Omit<ProductoMostrador, 'presentaciones'> & {
  codigos: readonly string[];
  idCategoria: number | null;
  favorito: 0 | 1;
  /** Name and codes as search compares them. */
  busqueda: string;
  presentaciones: readonly PresentacionLocal[];
  /** The full load it came in; what did not come in the last one was deleted meanwhile. */
  carga: number;
};

/**
 * Products that are kept as one row, as text: the store takes a text whole, and thousands of rows with their indexes one by
 * one. `carga` is the oldest of theirs.
 */
export type LoteDeProductos = { id: number; carga: number; texto: string };

/** A group of products. */
export type CategoriaLocal = { id: number; nombre: string; carga: number };

/** A customer, by what the counter needs to name one. */
export type ClienteLocal = { id: number; nombre: string; busqueda: string; carga: number };

/** A fact exactly as it was signed: `texto` is never written again. */
export type HechoFirmado = { clave: string; tipo: TipoDeHecho; orden: number; texto: string; mac: string };

/** What waits to be acknowledged, and what was some days ago. */
export type Envio = HechoFirmado & {
  id?: number;
  estado: EstadoEnvio;
  /** Milliseconds of this device's clock. */
  hechoEn: number;
  /** What the sale takes out of the branch, in thousandths: the counter shows what is left. */
  salidas: readonly { idProducto: number; cantidad: number }[];
  /** The ticket as its paper says it. */
  venta: VentaDto | null;
  /** Came in a file of another device. */
  ajeno: boolean;
  intentos: number;
  /** The sentence of the last failure. */
  error: string | null;
  /** What the last failure is called; absent where an earlier version of the product wrote the entry. */
  codigo?: string | null;
  /** Whose fact it is, where it was made here. */
  idUsuario?: number;
  acusadoEn: number | null;
  /** The row that the server made of it. */
  idDocumento: number | null;
};

/** A ticket put aside at this device; what `dato` holds is the counter's. */
export type AparcadoLocal = { clave: string; dato: unknown };
