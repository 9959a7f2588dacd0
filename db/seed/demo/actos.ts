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

/** What happens in an act; amounts in centavos, quantities in thousandths. */
export type Hecho =
  | { tipo: 'abrir'; caja: ClaveCaja }
  | { tipo: 'mover'; caja: ClaveCaja; sentido: 'INGRESO' | 'EGRESO'; monto: number; motivo: string; deLista: string }
  | { tipo: 'traspasar'; caja: ClaveCaja | null; origen: Lugar; destino: Lugar; monto: number; nota: string }
  | { tipo: 'relevar'; caja: ClaveCaja; recibe: Cuenta; recuento: number }
  | { tipo: 'cerrar'; caja: ClaveCaja; recuento: number }
  | { tipo: 'vender'; caja: ClaveCaja; lineas: Linea[]; cobro: Cobro }
  | { tipo: 'anular'; venta: string; motivo: string }
  | { tipo: 'corregir_pago'; venta: string; metodo: MetodoPago; motivo: string }
  | { tipo: 'contar'; producto: number; hay: number; motivo: string }
  | { tipo: 'precio'; producto: number; precio: number };

/** One act of the shop's past: what, who, where and when. `nombre` is unique: the act's `clave` comes from it. */
export type Acto = Readonly<{ nombre: string; hora: Date; quien: Cuenta; sucursal: ClaveSucursal; hecho: Hecho }>;
