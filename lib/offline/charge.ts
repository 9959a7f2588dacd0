import type { Context } from '@/lib/context';
import { centavosDeJson, jsonDeCentavos, mulDiv } from '@/lib/money';
import { MILESIMAS, milesimasDeJson } from '@/lib/quantity';
import { excesosDeTicket } from '@/lib/venta/excesos';
import type { CuerpoVenta } from '@/lib/venta/query-options';
import type { VentaDto } from '@/lib/venta/schemas';
import { guardarHecho, type Hecho, SinConcesionError } from './facts';
import { fallaDe } from './failure';
import { type EstadoLocal, localCounter } from './local';
import { type NombreDeLinea, sumar, ventaLocal } from './local-sale';
import type { Identidad } from './meta';

/** What is sold in a line, as the counter has it: the catalogue's price in centavos. */
export type LineaVendida = NombreDeLinea & { id: number | null; precio: number; existencia: number };

/** A ticket ready to be charged. */
export type PorCobrar = {
  clave: string;
  cuerpo: CuerpoVenta;
  lineas: readonly LineaVendida[];
  /** Who buys, as the paper names them. */
  cliente?: VentaDto['cliente'];
};

/**
 * What came of charging at the device. `antes`: the ticket had been charged already, maybe with other lines. `al_servidor`: this one is a request, and the server may refuse it; `no`: it cannot
 * be charged now, and why.
 */
export type CobroLocal =
  | { tipo: 'cobrado'; venta: VentaDto; antes: boolean }
  | { tipo: 'al_servidor' }
  | { tipo: 'no'; code: string; frase: string };

const AL_SERVIDOR: CobroLocal = { tipo: 'al_servidor' };

/**
 * Charges a ticket at this device: it resolves as `cobrado` only once the sale is durable here, with its number. What it
 * may not decide alone goes to the server: a device without a grant, an act beyond the caps of who sells, and, while the
 * server is there to say how much is left, a product that does not seem to be enough. Never throws.
 */
export async function cobrarAqui({ clave, cuerpo, lineas, cliente = null }: PorCobrar): Promise<CobroLocal> {
  const local = localCounter();
  const db = await local.open();
  const estado = local.get();
  const { identidad, concesion } = estado;
  const enLinea = estado.conexion === 'en_linea';
  if (identidad?.sesion?.cierre) {
    return { tipo: 'no', code: 'sesion_cerrada', frase: 'Esta caja ya se cerró en este equipo.' };
  }
  if (!db || !identidad?.sesion || !concesion) return enLinea || !db ? AL_SERVIDOR : sinConcesion(estado);
  if (enLinea && !haySuficiente(cuerpo, lineas)) return AL_SERVIDOR;
  const exceso = excesoDe(identidad, cuerpo, lineas);
  if (exceso) return enLinea ? AL_SERVIDOR : { tipo: 'no', code: 'requiere_aprobacion', frase: exceso };
  const { id_sesion_caja: _sesion, ...resto } = cuerpo;
  const ahora = new Date();
  try {
    const hecho: Hecho = {
      clave,
      tipo: 'venta',
      idUsuario: identidad.usuario.id,
      sesion: identidad.sesion,
      cuerpo: { ...resto, total: jsonDeCentavos(sumar(cuerpo).total) },
      salidas: salidasDe(cuerpo, lineas),
      venta: (folio, fecha) => ventaLocal({ cuerpo, nombres: lineas, identidad, folio, fecha, cliente }),
    };
    const envio = await guardarHecho(db, hecho, ahora);
    if (!envio.venta) return AL_SERVIDOR;
    return { tipo: 'cobrado', venta: envio.venta, antes: envio.hechoEn !== ahora.getTime() };
  } catch (error) {
    if (error instanceof SinConcesionError || enLinea) return enLinea ? AL_SERVIDOR : sinConcesion(estado);
    return { tipo: 'no', code: 'almacen', frase: FRASES[fallaDe(error)] };
  }
}

/** The sale that this device made under a clave, if it did: the page was closed between the sale and its receipt. */
export async function cobradaAqui(clave: string): Promise<VentaDto | null> {
  const db = await localCounter().open();
  return (await db?.salida.where('clave').equals(clave).first())?.venta ?? null;
}

/** The server's id of the sale that this device made under a clave; `null` while it has not arrived there. */
export async function idDeCobrada(clave: string): Promise<number | null> {
  const db = await localCounter().open();
  return (await db?.salida.where('clave').equals(clave).first())?.idDocumento ?? null;
}

/** Why the device cannot keep a ticket, for the person at the counter. */
export const FRASES = {
  lleno: 'El disco de este equipo está lleno: el ticket no se puede guardar. Libere espacio o vuelva a estar en línea.',
  bloqueado: 'El navegador no deja guardar datos en este equipo: sin conexión no se puede cobrar.',
  otra: 'El ticket no se pudo guardar en este equipo. Nada se cobró.',
} as const;

function sinConcesion({ concesion, dispositivo }: EstadoLocal): CobroLocal {
  const vencida = dispositivo?.serie && !concesion;
  return {
    tipo: 'no',
    code: 'sin_concesion',
    frase: vencida
      ? 'El permiso de este equipo para vender sin conexión venció. Hay que volver a estar en línea.'
      : 'Este equipo todavía no puede vender sin conexión: hay que ingresar una vez en línea.',
  };
}

function haySuficiente(cuerpo: CuerpoVenta, lineas: readonly LineaVendida[]): boolean {
  const porId = new Map(lineas.map((l) => [l.id, l.existencia]));
  return salidasDe(cuerpo, lineas).every(({ idProducto, cantidad }) => cantidad <= (porId.get(idProducto) ?? 0));
}

/** What leaves the branch, one row a product. What the catalogue does not know has no stock to leave. */
function salidasDe(
  { detalles }: CuerpoVenta,
  lineas: readonly LineaVendida[],
): { idProducto: number; cantidad: number }[] {
  const sumas = new Map<number, number>();
  detalles.forEach(({ id_producto, cantidad }, i) => {
    if (id_producto === undefined) return;
    const factor = lineas[i]?.presentacion?.cantidad ?? MILESIMAS;
    const unidades = mulDiv(milesimasDeJson(cantidad) ?? 0, factor, MILESIMAS);
    sumas.set(id_producto, (sumas.get(id_producto) ?? 0) + unidades);
  });
  return [...sumas].map(([idProducto, cantidad]) => ({ idProducto, cantidad }));
}

/** What of the ticket is beyond who sells, by the very rules of the server; `null` when nothing is. */
function excesoDe(identidad: Identidad, cuerpo: CuerpoVenta, lineas: readonly LineaVendida[]): string | null {
  const actor = { permisos: new Set(identidad.permisos), topes: identidad.topes };
  const armadas = cuerpo.detalles.map((d, i) => ({
    nombre: lineas[i]?.nombre ?? '',
    cantidad: milesimasDeJson(d.cantidad) ?? 0,
    precio: centavosDeJson(d.precio_unitario) ?? 0,
    precioCatalogo: d.producto_nuevo ? (centavosDeJson(d.precio_unitario) ?? 0) : (lineas[i]?.precio ?? 0),
    descuento: centavosDeJson(d.descuento ?? 0) ?? 0,
    motivoPrecio: d.cambio_precio?.motivo ?? null,
  }));
  const [exceso] = excesosDeTicket({ actor } as unknown as Context, armadas);
  return exceso ? `${exceso.frase}. Sin conexión no se puede pedir la aprobación.` : null;
}
