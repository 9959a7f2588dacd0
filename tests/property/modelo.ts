/**
 * The shop as a few sums in memory: what should happen, computed apart from the product (nothing of `lib` is used here).
 * Amounts in centavos, quantities in thousandths.
 */

export type Metodo = 'EFECTIVO' | 'QR' | 'TRANSFERENCIA';
export type Persona = { id: number; sucursal: Sucursal; jefe: boolean };
export type Sucursal = { id: number; redondea: boolean; cuentas: Map<string, number> };
export type Caja = { id: number; sucursal: Sucursal; mixta: boolean; saldo: number; sesion: Sesion | null };
export type Sesion = {
  id: number;
  caja: Caja;
  persona: Persona;
  inicial: number;
  efectivo: number;
  /** What the other businesses of the drawer moved. */
  ajenos: { agente: number; recargas: number; fiado: number };
  abierta: boolean;
  /** What it should have held when it was sealed, and what stands as counted. */
  teorico: number;
  contado: number;
};
export type Stock = { cantidad: number; valor: number };
export type Producto = {
  id: number;
  entero: boolean;
  precio: number;
  costo: number;
  /** The entry that set the last cost, while nothing changed it since, and what it was before. */
  costoDe?: { documento: Documento; antes: number } | null;
  stock: Map<number, Stock>;
};
/** A stock document of one product: what it moved, and against which account. */
export type Documento = {
  id: number;
  sucursal: Sucursal;
  producto: Producto;
  cantidad: number;
  valor: number;
  contra: string;
  anulado: boolean;
};
export type Linea = { producto: Producto; cantidad: number; descuento: number; precio: number; motivo: boolean };
/** What was counted and what there was at that moment; `ajustada` when something else set its stock right since. */
export type LineaContada = { producto: Producto; contada: number; habia: number; ajustada: boolean };
export type Conteo = { id: number; sucursal: Sucursal; lineas: LineaContada[]; abierto: boolean };
/** A product on its way: what was asked, and what is still between both branches. */
export type LineaEnCamino = { producto: Producto; pedida: number; cantidad: number; valor: number };
export type Transferencia = {
  id: number;
  origen: Sucursal;
  destino: Sucursal;
  estado: 'SOLICITADA' | 'ENVIADA' | 'PARCIAL' | 'RECIBIDA' | 'CANCELADA';
  lineas: LineaEnCamino[];
};
export type Pago = { metodo: Metodo; monto: number };
export type Venta = {
  id: number;
  sesion: Sesion;
  total: number;
  pagos: Pago[];
  salidas: { producto: Producto; cantidad: number; costo: number }[];
  estado: 'COMPLETADA' | 'ANULADA' | 'EDITADA';
};

/** What the model expects of an act: a refusal with its code, or the act and its visible figures. */
export type Espera<T> = { rechazo: string } | { hecho: T };

export class Modelo {
  readonly sucursales: Sucursal[] = [];
  readonly personas: Persona[] = [];
  readonly cajas: Caja[] = [];
  readonly sesiones: Sesion[] = [];
  readonly productos: Producto[] = [];
  readonly ventas: Venta[] = [];
  readonly conteos: Conteo[] = [];
  readonly documentos: Documento[] = [];
  readonly transferencias: Transferencia[] = [];

  /** Posts to a branch's account. */
  cuenta(sucursal: Sucursal, nombre: string, importe: number): void {
    sucursal.cuentas.set(nombre, (sucursal.cuentas.get(nombre) ?? 0) + importe);
  }

  /** Moves cash of an open session. */
  efectivo(sesion: Sesion, importe: number): void {
    sesion.efectivo += importe;
    sesion.caja.saldo += importe;
  }

  /** A drawer is somebody's, with what was counted. */
  abrir(id: number, caja: Caja, persona: Persona, inicial: number): void {
    const ajenos = { agente: 0, recargas: 0, fiado: 0 };
    caja.sesion = { id, caja, persona, inicial, efectivo: 0, ajenos, abierta: true, teorico: 0, contado: 0 };
    this.sesiones.push(caja.sesion);
  }

  /** Seals a count: the difference is its branch's, and the drawer holds what was counted. */
  cerrar(sesion: Sesion, contado: number): void {
    const diferencia = contado - sesion.caja.saldo;
    Object.assign(sesion, { teorico: sesion.caja.saldo, contado });
    this.cuenta(sesion.caja.sucursal, diferencia > 0 ? 'sobrante' : 'faltante', -diferencia);
    this.efectivo(sesion, diferencia);
    sesion.abierta = false;
    sesion.caja.sesion = null;
  }

  /** Counts a sealed drawer again; `suya` while nobody opened it since. */
  recontar(sesion: Sesion, contado: number, suya: boolean): void {
    const { sucursal } = sesion.caja;
    const [antes, ahora] = [sesion.contado - sesion.teorico, contado - sesion.teorico];
    this.cuenta(sucursal, 'faltante', Math.max(0, -ahora) - Math.max(0, -antes));
    this.cuenta(sucursal, 'sobrante', Math.max(0, antes) - Math.max(0, ahora));
    if (suya) sesion.caja.saldo += contado - sesion.contado;
    else this.cuenta(sucursal, 'apertura', contado - sesion.contado);
    sesion.contado = contado;
  }

  stock(producto: Producto, sucursal: Sucursal): Stock {
    const hay = producto.stock.get(sucursal.id) ?? { cantidad: 0, valor: 0 };
    producto.stock.set(sucursal.id, hay);
    return hay;
  }

  /** Goods enter (+) or leave (−) a branch, against one of its accounts. */
  entrar(producto: Producto, sucursal: Sucursal, m: { cantidad: number; valor: number; contra: string }): void {
    const hay = this.stock(producto, sucursal);
    hay.cantidad += m.cantidad;
    hay.valor += m.valor;
    this.cuenta(sucursal, 'inventario', m.valor);
    this.cuenta(sucursal, m.contra, -m.valor);
  }

  /** A stock document turned round; what came in leaves at today's average, and the rest is a difference of cost. */
  anular(d: Documento): void {
    const vuelve = d.cantidad < 0 ? -d.valor : -costoDe(this.stock(d.producto, d.sucursal), d.cantidad);
    this.entrar(d.producto, d.sucursal, { cantidad: -d.cantidad, valor: vuelve, contra: d.contra });
    this.cuenta(d.sucursal, d.contra, vuelve + d.valor);
    this.cuenta(d.sucursal, 'diferencia_costo', -vuelve - d.valor);
    d.anulado = true;
    if (d.producto.costoDe?.documento === d) {
      d.producto.costo = d.producto.costoDe.antes;
      d.producto.costoDe = null;
    }
    this.ajustada(d.producto, d.sucursal);
  }

  /** Its difference in an open count would be taken twice. */
  private ajustada(producto: Producto, sucursal: Sucursal): void {
    for (const c of this.conteos.filter((c) => c.abierto && c.sucursal === sucursal))
      for (const l of c.lineas) if (l.producto === producto) l.ajustada = true;
  }

  /** Somebody brings the stock of a product to what they found: at its average, or at the last cost when there is none. */
  ajustar(producto: Producto, sucursal: Sucursal, cantidad: number): void {
    if (cantidad === 0) return;
    const hay = this.stock(producto, sucursal);
    const entra = hay.cantidad > 0 ? mitadArriba(hay.valor, cantidad, hay.cantidad) : importe(producto.costo, cantidad);
    const valor = cantidad > 0 ? entra : -costoDe(hay, -cantidad);
    this.entrar(producto, sucursal, { cantidad, valor, contra: 'diferencia_inventario' });
    this.ajustada(producto, sucursal);
  }

  sesionDe(persona: Persona): Sesion | null {
    return this.sesiones.find((s) => s.abierta && s.persona === persona) ?? null;
  }
}

/** Half up, without floating point. */
export function mitadArriba(a: number, b: number, c: number): number {
  const doble = 2n * BigInt(a) * BigInt(b) + BigInt(c);
  return Number((doble - (doble % (2n * BigInt(c)))) / (2n * BigInt(c)));
}

/** What it costs to take goods out: the average, and the last of them takes the rest. */
export const costoDe = (hay: Stock, cantidad: number) =>
  cantidad >= hay.cantidad ? hay.valor : mitadArriba(hay.valor, cantidad, hay.cantidad);

export const importe = (precio: number, cantidad: number) => mitadArriba(precio, cantidad, 1000);

/** To the nearest ten centavos; five goes to the customer. */
export function redondeado(centavos: number): number {
  const resto = centavos % 10;
  return resto <= 5 ? centavos - resto : centavos - resto + 10;
}

export const suma = (pagos: readonly Pago[], metodo?: Metodo) =>
  pagos.reduce((total, p) => total + (!metodo || p.metodo === metodo ? p.monto : 0), 0);
