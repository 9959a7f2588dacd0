/** Pure rules of stock documents, counts and transfers, shared by the server and the browser. */
import type { TipoDocumento } from '@/lib/kardex/rules';
import { mulDiv } from '@/lib/money';

/** Ways of going out that a person may register. */
export const TIPOS_SALIDA = ['MERMA', 'CONSUMO', 'VENCIDO'] as const;
export type TipoSalida = (typeof TIPOS_SALIDA)[number];

/** The kinds of document that a person may void: what posted itself, and a void, stay. */
const ANULABLES = ['ENTRADA', ...TIPOS_SALIDA, 'AJUSTE'] as const satisfies readonly TipoDocumento[];
export type TipoAnulable = (typeof ANULABLES)[number];

/** Whether a kind of stock document may be voided. */
export function seAnula(tipo: TipoDocumento): tipo is TipoAnulable {
  return (ANULABLES as readonly string[]).includes(tipo);
}

/** The right that a void needs: the one to write such a document. */
export function permisoDeAnular(tipo: TipoAnulable) {
  return tipo === 'ENTRADA' ? 'inventario:entrada' : topeDeAnular(tipo);
}

/** The right whose cap a void has: goods of an entry go out like any others. */
export function topeDeAnular(tipo: TipoAnulable) {
  return tipo === 'AJUSTE' ? 'producto:ajustar' : 'inventario:salida';
}

/** What each alert about goods says that happens. */
export const NOMBRE_DE_ALERTA = {
  STOCK_BAJO: 'Bajo el mínimo',
  COBERTURA: 'Alcanza para pocos días',
  POR_VENCER: 'Por vencer',
  SIN_MOVIMIENTO: 'Sin movimiento',
  COSTO: 'Subió el costo',
} as const;

/** What a count covers. */
export const ALCANCES = ['SUCURSAL', 'CATEGORIA', 'LIBRE'] as const;
export type Alcance = (typeof ALCANCES)[number];
export type EstadoConteo = 'ABIERTO' | 'APLICADO' | 'CANCELADO';
/** What is done at the end with the products that nobody counted. */
export const NO_CONTADOS = ['DEJAR', 'CERO'] as const;
export type NoContados = (typeof NO_CONTADOS)[number];

export const ESTADOS_TRANSFERENCIA = ['SOLICITADA', 'ENVIADA', 'PARCIAL', 'RECIBIDA', 'CANCELADA'] as const;
export type EstadoTransferencia = (typeof ESTADOS_TRANSFERENCIA)[number];
export type PasoTransferencia = 'enviar' | 'recibir' | 'cancelar';

/**
 * The lifecycle of a transfer: what may be done in each state, and in whose branch. Receiving leads to PARCIAL while
 * something is still on the way and to RECIBIDA when all of it is accounted for. The database refuses other steps.
 */
export const CICLO: Readonly<
  Record<
    EstadoTransferencia,
    Partial<Record<PasoTransferencia, { hasta: EstadoTransferencia; en: 'origen' | 'destino' | 'ambas' }>>
  >
> = {
  SOLICITADA: { enviar: { hasta: 'ENVIADA', en: 'origen' }, cancelar: { hasta: 'CANCELADA', en: 'ambas' } },
  ENVIADA: { recibir: { hasta: 'RECIBIDA', en: 'destino' } },
  PARCIAL: { recibir: { hasta: 'RECIBIDA', en: 'destino' } },
  RECIBIDA: {},
  CANCELADA: {},
};

/** The states in the words of the screen. */
export const ESTADO_EN_PALABRAS: Record<EstadoTransferencia, string> = {
  SOLICITADA: 'Pedida',
  ENVIADA: 'En camino',
  PARCIAL: 'Recibida en parte',
  RECIBIDA: 'Recibida',
  CANCELADA: 'Cancelada',
};

/** Why goods of a transfer never arrive, and the account that each posts to, in the branch that sent them. */
export const CAUSAS = {
  FALTANTE: { nombre: 'No llegó', cuenta: 'diferencia_inventario' },
  DANADO: { nombre: 'Llegó dañado', cuenta: 'merma' },
} as const;
export type Causa = keyof typeof CAUSAS;

/** What a line of a transfer still has on the way, in thousandths and centavos. */
export function enCamino(l: {
  enviada: number;
  valorEnviado: number;
  recibida: number;
  valorRecibido: number;
  perdida: number;
  valorPerdido: number;
}): { cantidad: number; valor: number } {
  return { cantidad: l.enviada - l.recibida - l.perdida, valor: l.valorEnviado - l.valorRecibido - l.valorPerdido };
}

/** Days that `stock` lasts at what was sold in `dias` days; `null` when nothing was sold. Rounded down. */
export function diasDeCobertura(stock: number, vendido: number, dias: number): number | null {
  return vendido > 0 ? Math.floor((stock * dias) / vendido) : null;
}

/** How many points of margin a cost has to eat before anybody is told. */
export const SALTO_DE_MARGEN = 5;

/**
 * The price that keeps the margin there was before a cost rose, in centavos, rounded up to ten: price × new cost / old cost.
 * `null` when the margin fell by less than `SALTO_DE_MARGEN` points, or there was no cost or price to compare.
 */
export function precioPropuesto(c: { precio: number; antes: number; costo: number }): number | null {
  if (c.precio <= 0 || c.antes <= 0 || c.costo <= c.antes) return null;
  const perdido = ((c.costo - c.antes) / c.precio) * 100;
  if (perdido < SALTO_DE_MARGEN) return null;
  return Math.ceil(mulDiv(c.precio, c.costo, c.antes) / 10) * 10;
}

/**
 * Where the price that an alert proposes is to be put, whatever branch one works in: in the price of the alert's branch when
 * it has one of its own (`ponerPrecio`), else in everybody's (`editarProducto`). `null` when it proposes none.
 */
export function cambioPropuesto(a: {
  id_producto: number;
  id_sucursal: number;
  precio_propuesto: number | null;
  precio_propio: boolean;
}) {
  const { id_producto, id_sucursal, precio_propuesto: precio } = a;
  if (precio === null) return null;
  return a.precio_propio
    ? { en: 'sucursal' as const, raw: { id_producto, id_sucursal, precio_venta: precio } }
    : { en: 'todas' as const, raw: { id: id_producto, precio_base: precio } };
}
