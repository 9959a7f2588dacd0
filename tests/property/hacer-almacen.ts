import { expect } from 'vitest';
import { abrirConteo } from '@/lib/inventario/abrir-conteo';
import { anularDocumento } from '@/lib/inventario/anular-documento';
import { aplicarConteo } from '@/lib/inventario/aplicar-conteo';
import { contarProducto } from '@/lib/inventario/contar';
import { registrarEntrada } from '@/lib/inventario/registrar-entrada';
import { registrarSalida } from '@/lib/inventario/registrar-salida';
import type { Acto } from './actos';
import { type Conteo, costoDe, importe, mitadArriba, type Persona, type Producto } from './modelo';
import { elegir, intentar, type Tienda, veredicto } from './tienda';

const CONCEPTOS = [
  ['COMPRA', 'capital'],
  ['APORTE', 'capital'],
  ['BONIFICACION', 'ingresos_varios'],
  ['DEVOLUCION', 'consumo'],
  ['HALLAZGO', 'diferencia_inventario'],
] as const;
const SALIDAS = [
  ['MERMA', 'merma'],
  ['CONSUMO', 'consumo'],
  ['VENCIDO', 'vencido'],
] as const;

/** Whole pieces of what is sold by the piece, at least one. */
export const enteras = (p: Producto, cantidad: number) =>
  p.entero ? Math.max(1, Math.round(cantidad / 1000)) * 1000 : Math.max(1, cantidad);

/** The chief of a person's branch, or now and then the person, who may not. */
export function quienPuede(t: Tienda, persona: Persona, n: number): Persona {
  const jefe = t.modelo.personas.find((p) => p.jefe && p.sucursal === persona.sucursal);
  return n % 9 === 0 ? persona : (jefe ?? persona);
}

/** Goods come in without a purchase. */
export async function entrar(
  t: Tienda,
  persona: Persona,
  a: Extract<Acto, { tipo: 'entrar' }>,
): Promise<string | null> {
  const producto = elegir(t.modelo.productos, a.producto);
  const [concepto, contra] = CONCEPTOS[a.concepto % CONCEPTOS.length] ?? CONCEPTOS[0];
  if (!producto) return null;
  const quien = quienPuede(t, persona, a.quien);
  const cantidad = enteras(producto, a.cantidad);
  const subtotal = a.costo !== null && a.enTotal ? importe(a.costo, cantidad) + (a.costo % 3) : null;
  const pago =
    subtotal !== null ? { subtotal: subtotal / 100 } : a.costo === null ? {} : { costo_unitario: a.costo / 100 };
  const lineas = [{ id_producto: producto.id, cantidad: cantidad / 1000, ...pago }];
  const hecho = await intentar(() => registrarEntrada(t.ctx(quien), { concepto, motivo: 'Llegó', lineas }));
  expect(veredicto(hecho)).toBe(quien.jefe ? 'ok' : 'sin_permiso');
  if ('valor' in hecho) {
    const valor = subtotal ?? importe(a.costo ?? producto.costo, cantidad);
    expect(hecho.valor.valor).toBe(valor / 100);
    t.modelo.entrar(producto, quien.sucursal, { cantidad, valor, contra });
    const documento = {
      id: hecho.valor.id,
      sucursal: quien.sucursal,
      producto,
      cantidad,
      valor,
      contra,
      anulado: false,
    };
    t.modelo.documentos.push(documento);
    const antes = producto.costo;
    if (a.costo !== null) producto.costo = subtotal === null ? a.costo : mitadArriba(subtotal, 1000, cantidad);
    if (producto.costo !== antes) producto.costoDe = { documento, antes };
  }
  return `entrar ${veredicto(hecho)}`;
}

/** Goods go out without a sale. */
export async function sacar(t: Tienda, persona: Persona, a: Extract<Acto, { tipo: 'sacar' }>): Promise<string | null> {
  const producto = elegir(t.modelo.productos, a.producto);
  const [tipo, contra] = SALIDAS[a.salida % SALIDAS.length] ?? SALIDAS[0];
  if (!producto) return null;
  const quien = quienPuede(t, persona, a.quien);
  const cantidad = enteras(producto, a.cantidad);
  const hay = t.modelo.stock(producto, quien.sucursal);
  const espera = !quien.jefe ? 'sin_permiso' : hay.cantidad < cantidad ? 'stock_insuficiente' : 'ok';
  const lineas = [{ id_producto: producto.id, cantidad: cantidad / 1000 }];
  const hecho = await intentar(() => registrarSalida(t.ctx(quien), { tipo, motivo: 'Se rompió', lineas }));
  expect(veredicto(hecho)).toBe(espera);
  if ('valor' in hecho) {
    const valor = 0 - costoDe(hay, cantidad);
    expect(hecho.valor.valor).toBe(valor / 100);
    t.modelo.entrar(producto, quien.sucursal, { cantidad: -cantidad, valor, contra });
    const { id } = hecho.valor;
    const { sucursal } = quien;
    t.modelo.documentos.push({ id, sucursal, producto, cantidad: -cantidad, valor, contra, anulado: false });
  }
  return `sacar ${veredicto(hecho)}`;
}

/** An entry or an exit is voided; now and then one that was, or whose goods are gone. */
export async function desandar(
  t: Tienda,
  persona: Persona,
  a: Extract<Acto, { tipo: 'desandar' }>,
): Promise<string | null> {
  const vivos = t.modelo.documentos.filter((d) => !d.anulado || a.cual % 6 === 0);
  const doc = elegir(vivos, a.cual);
  if (!doc) return null;
  const quien = t.modelo.personas.find((p) => p.jefe === (a.quien % 9 !== 0) && p.sucursal === doc.sucursal) ?? persona;
  if (quien.sucursal !== doc.sucursal) return null;
  const espera = !quien.jefe
    ? 'sin_permiso'
    : doc.anulado
      ? 'documento_anulado'
      : t.modelo.stock(doc.producto, doc.sucursal).cantidad < doc.cantidad
        ? 'stock_insuficiente'
        : 'ok';
  const hecho = await intentar(() => anularDocumento(t.ctx(quien), { id: doc.id, motivo: 'Se registró mal' }));
  expect(veredicto(hecho)).toBe(espera);
  if (espera === 'ok') t.modelo.anular(doc);
  return `desandar ${veredicto(hecho)}`;
}

type Paso = Extract<Acto, { tipo: 'conteo' }>;

/** A step of a count that lasts while everything else goes on: it begins, something is counted, it is applied. */
export async function contarEnConteo(t: Tienda, persona: Persona, a: Paso): Promise<string | null> {
  const quien = quienPuede(t, persona, 1);
  const conteo = t.modelo.conteos.find((c) => c.abierto && c.sucursal === quien.sucursal);
  if (!conteo) {
    const { id } = await abrirConteo(t.ctx(quien), { alcance: 'LIBRE' });
    t.modelo.conteos.push({ id, sucursal: quien.sucursal, lineas: [], abierto: true });
    return 'conteo abrir ok';
  }
  return a.paso === 'aplicar' ? aplicar(t, quien, conteo) : contarUno(t, quien, conteo, a);
}

async function contarUno(t: Tienda, quien: Persona, conteo: Conteo, a: Paso): Promise<string | null> {
  const producto = elegir(t.modelo.productos, a.producto);
  if (!producto) return null;
  const hay = t.modelo.stock(producto, quien.sucursal);
  const sumar = a.paso === 'sumar';
  const hallado = Math.max(0, (sumar ? 1_000 : hay.cantidad) + (a.hallado % 5 === 0 ? a.hallado : 0));
  const cantidad = producto.entero ? Math.round(hallado / 1000) * 1000 : hallado;
  const pedido = { id: conteo.id, id_producto: producto.id, cantidad: cantidad / 1000, sumar };
  const linea = await contarProducto(t.ctx(quien), pedido);
  const antes = conteo.lineas.find((l) => l.producto === producto);
  const contada = cantidad + (sumar ? (antes?.contada ?? 0) : 0);
  expect(linea).toMatchObject({ contada: contada / 1000, habia: hay.cantidad / 1000 });
  conteo.lineas = conteo.lineas.filter((l) => l !== antes);
  conteo.lineas.push({ producto, contada, habia: hay.cantidad, ajustada: false });
  return `conteo ${a.paso} ok`;
}

async function aplicar(t: Tienda, quien: Persona, conteo: Conteo): Promise<string> {
  const hallado = (l: Conteo['lineas'][number]) => l.contada - l.habia;
  const espera =
    conteo.lineas.length === 0
      ? 'conteo_vacio'
      : conteo.lineas.some((l) => l.ajustada || t.modelo.stock(l.producto, conteo.sucursal).cantidad + hallado(l) < 0)
        ? 'conteo_desactualizado'
        : 'ok';
  const hecho = await intentar(() => aplicarConteo(t.ctx(quien), { id: conteo.id }));
  expect(veredicto(hecho)).toBe(espera);
  // What cannot be applied is counted again some other day, in another count.
  if (espera === 'conteo_desactualizado') conteo.lineas = [];
  if (espera === 'conteo_desactualizado') conteo.abierto = false;
  if (espera === 'ok') {
    conteo.abierto = false;
    for (const l of conteo.lineas) t.modelo.ajustar(l.producto, conteo.sucursal, hallado(l));
  }
  return `conteo aplicar ${veredicto(hecho)}`;
}
