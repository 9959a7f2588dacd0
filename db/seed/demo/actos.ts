import type { Causa, TipoSalida } from '@/lib/inventario/rules';
import type { Lugar } from '@/lib/traspaso/rules';
import type { MetodoPago } from '@/lib/venta/rules';
import type { ClaveCaja, ClaveSucursal, Cuenta } from './tienda';

/** A line of a demo ticket: position in `PRODUCTOS`, thousandths, centavos. */
export type Linea = { producto: number; cantidad: number; precio: number; descuento: number };

/** How a demo ticket is paid, in centavos; `efectivo` is what stays in the drawer. */
export type Cobro = {
  pagos: { metodo: MetodoPago; monto: number; referencia: string | null }[];
  recibido: number | null;
  efectivo: number;
};

/** So much of a product, in thousandths. */
export type Cantidad = { producto: number; cantidad: number };

/** What came of a product that was on the way, in thousandths. */
export type Llegada = { producto: number; recibida: number; perdida: number; causa: Causa; explicacion: string };

/** What happens in the stock room. A transfer is called as the act that asked for it. */
export type HechoDeAlmacen =
  | { tipo: 'entrada'; motivo: string; proveedor: string | null; lineas: (Cantidad & { costo?: number })[] }
  | { tipo: 'salida'; salida: TipoSalida; motivo: string; lineas: Cantidad[] }
  | { tipo: 'conteo'; categoria: string | null; nota: string; lineas: Cantidad[]; aplica: boolean }
  | { tipo: 'pedir'; de: ClaveSucursal; nota: string; lineas: Cantidad[] }
  | { tipo: 'enviar'; pedido: string; lineas: Cantidad[] }
  | { tipo: 'recibir'; pedido: string; nota: string | null; lineas: Llegada[] };

/** So many of a note or coin, in centavos. */
export type Piezas = readonly { valor: number; piezas: number }[];

/** What seals a count, and what is done about one later. `app` is what the bank's own app shows then. */
export type HechoDeCierre =
  | { tipo: 'cerrar'; caja: ClaveCaja; recuento: number; piezas?: Piezas; app?: number }
  | { tipo: 'recontar'; caja: ClaveCaja; recuento: number; motivo: string }
  | { tipo: 'revisar'; caja: ClaveCaja; respuesta: string }
  | { tipo: 'anotar'; caja: ClaveCaja; detalle: string }
  | { tipo: 'resolver'; caja: ClaveCaja; resolucion: string };

/** What happens in an act; amounts in centavos, quantities in thousandths. */
export type Hecho =
  | { tipo: 'abrir'; caja: ClaveCaja; contado?: number; motivo?: string }
  | { tipo: 'mover'; caja: ClaveCaja; sentido: 'INGRESO' | 'EGRESO'; monto: number; motivo: string; deLista: string }
  | { tipo: 'traspasar'; caja: ClaveCaja | null; origen: Lugar; destino: Lugar; monto: number; nota: string }
  | { tipo: 'relevar'; caja: ClaveCaja; recibe: Cuenta; recuento: number }
  | HechoDeCierre
  | { tipo: 'vender'; caja: ClaveCaja; lineas: Linea[]; cobro: Cobro }
  | { tipo: 'anular'; venta: string; motivo: string }
  | { tipo: 'corregir_pago'; venta: string; metodo: MetodoPago; motivo: string }
  | { tipo: 'precio'; producto: number; precio: number }
  | HechoDeAlmacen;

/** One act of the shop's past: what, who, where and when. `nombre` is unique: the act's `clave` comes from it. */
export type Acto = Readonly<{ nombre: string; hora: Date; quien: Cuenta; sucursal: ClaveSucursal; hecho: Hecho }>;
