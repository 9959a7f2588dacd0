import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { cancelarTransferencia } from '@/lib/inventario/cancelar-transferencia';
import { enviarTransferencia } from '@/lib/inventario/enviar-transferencia';
import { recibirTransferencia } from '@/lib/inventario/recibir-transferencia';
import { solicitarTransferencia } from '@/lib/inventario/solicitar-transferencia';
import type { Acto } from './actos';
import { enteras, quienPuede } from './hacer-almacen';
import { costoDe, type LineaEnCamino, type Persona, type Sucursal, type Transferencia } from './modelo';
import { elegir, intentar, type Tienda, veredicto } from './tienda';

type Paso = Extract<Acto, { tipo: 'transferir' }>;

/** A step of a transfer between the two branches, in either direction. */
export async function transferir(t: Tienda, persona: Persona, a: Paso): Promise<string | null> {
  if (a.paso === 'pedir') return pedir(t, persona, a);
  const vivas = t.modelo.transferencias.filter((x) => !['RECIBIDA', 'CANCELADA'].includes(x.estado));
  // now and then one that is over, or not there yet
  const todas = a.cual % 7 === 0 ? t.modelo.transferencias : vivas;
  const suyas = a.paso === 'recibir' ? 'ENVIADA PARCIAL' : 'SOLICITADA';
  const listas = todas.filter((x) => a.cual % 7 === 0 || suyas.includes(x.estado));
  const cual = elegir(listas, a.cual);
  if (!cual) return null;
  if (a.paso === 'enviar') return enviar(t, cual, a);
  return a.paso === 'recibir' ? recibir(t, cual, a) : cancelar(t, cual);
}

const jefeDe = (t: Tienda, sucursal: Sucursal) => {
  const jefe = t.modelo.personas.find((p) => p.jefe && p.sucursal === sucursal);
  if (!jefe) throw new Error('a branch has its chief');
  return jefe;
};

async function pedir(t: Tienda, persona: Persona, a: Paso): Promise<string | null> {
  const quien = quienPuede(t, persona, a.quien);
  const otra = t.modelo.sucursales.find((s) => s !== quien.sucursal);
  const uno = elegir(t.modelo.productos, a.producto);
  const dos = elegir(t.modelo.productos, a.producto + 3);
  if (!otra || !uno || !dos) return null;
  const lineas = [uno, dos].map((producto, i) => ({ producto, pedida: enteras(producto, i ? 2_000 : a.cantidad) }));
  const aqui = a.cual % 2 === 0;
  const pedido = {
    ...(aqui ? { id_origen: otra.id } : { id_destino: otra.id }),
    lineas: lineas.map((l) => ({ id_producto: l.producto.id, cantidad: l.pedida / 1000 })),
  };
  const hecho = await intentar(() => solicitarTransferencia(t.ctx(quien), pedido));
  expect(veredicto(hecho)).toBe(quien.jefe ? 'ok' : 'sin_permiso');
  if ('valor' in hecho) {
    const [origen, destino] = aqui ? [otra, quien.sucursal] : [quien.sucursal, otra];
    const nuevas = lineas.map((l) => ({ ...l, cantidad: 0, valor: 0 }));
    t.modelo.transferencias.push({ id: hecho.valor.id, origen, destino, estado: 'SOLICITADA', lineas: nuevas });
  }
  return `transferir pedir ${veredicto(hecho)}`;
}

async function enviar(t: Tienda, x: Transferencia, a: Paso): Promise<string> {
  const alcanza = x.lineas.every((l) => t.modelo.stock(l.producto, x.origen).cantidad >= l.pedida);
  const espera = x.estado !== 'SOLICITADA' ? 'transferencia_estado' : alcanza ? 'ok' : 'stock_insuficiente';
  const ctx = t.ctx(jefeDe(t, x.origen), { clave: randomUUID() });
  const hecho = await intentar(() => enviarTransferencia(ctx, { id: x.id }));
  expect(veredicto(hecho)).toBe(espera);
  if ('valor' in hecho) {
    for (const l of x.lineas) {
      const valor = costoDe(t.modelo.stock(l.producto, x.origen), l.pedida);
      t.modelo.entrar(l.producto, x.origen, { cantidad: -l.pedida, valor: -valor, contra: 'transito' });
      Object.assign(l, { cantidad: l.pedida, valor });
    }
    x.estado = 'ENVIADA';
    if (a.repetir) expect(await enviarTransferencia(ctx, { id: x.id })).toEqual(hecho.valor);
  }
  return `transferir enviar ${veredicto(hecho)}`;
}

type Llega = { linea: LineaEnCamino; recibida: number; perdida: number };

async function recibir(t: Tienda, x: Transferencia, a: Paso): Promise<string | null> {
  const llegan = x.lineas.map((linea, i): Llega => {
    const { producto, cantidad } = linea;
    const entera = (q: number) => (producto.entero ? Math.floor(q / 1000) * 1000 : Math.floor(q));
    // Over a hundred hundredths: one more than there is.
    const recibida = a.llega > 100 && i === 0 ? cantidad + 1000 : entera((cantidad * Math.min(100, a.llega)) / 100);
    return { linea, recibida, perdida: entera((Math.max(0, cantidad - recibida) * a.pierde) / 100) };
  });
  const nada = llegan.every((l) => l.recibida + l.perdida === 0);
  const deMas = llegan.some((l) => l.recibida + l.perdida > l.linea.cantidad);
  const viva = x.estado === 'ENVIADA' || x.estado === 'PARCIAL';
  const espera = !viva ? 'transferencia_estado' : deMas ? 'mas_de_lo_enviado' : nada ? 'validacion' : 'ok';
  const causa = a.quien % 2 === 0 ? 'DANADO' : 'FALTANTE';
  const pedido = {
    id: x.id,
    lineas: llegan.map((l) => ({
      id_producto: l.linea.producto.id,
      recibida: l.recibida / 1000,
      perdida: l.perdida / 1000,
      ...(l.perdida > 0 && { causa, explicacion: 'Así llegó' }),
    })),
  };
  const ctx = t.ctx(jefeDe(t, x.destino), { clave: randomUUID() });
  const hecho = await intentar(() => recibirTransferencia(ctx, pedido));
  expect(veredicto(hecho)).toBe(espera);
  if ('valor' in hecho) {
    for (const l of llegan) llegar(t, x, l, causa === 'DANADO' ? 'merma' : 'diferencia_inventario');
    x.estado = x.lineas.every((l) => l.cantidad === 0) ? 'RECIBIDA' : 'PARCIAL';
    expect(hecho.valor.estado).toBe(x.estado);
    if (a.repetir) expect(await recibirTransferencia(ctx, pedido)).toEqual(hecho.valor);
  }
  return `transferir recibir ${veredicto(hecho)}`;
}

/** What arrives enters at what it was worth on the way; what is lost is a loss of the branch that sent it. */
function llegar(t: Tienda, x: Transferencia, { linea, recibida, perdida }: Llega, perdidas: string): void {
  const salir = (cantidad: number) => {
    const valor = cantidad === 0 ? 0 : costoDe(linea, cantidad);
    linea.cantidad -= cantidad;
    linea.valor -= valor;
    t.modelo.cuenta(x.origen, 'transito', -valor);
    return valor;
  };
  const entra = salir(recibida);
  const hay = t.modelo.stock(linea.producto, x.destino);
  hay.cantidad += recibida;
  hay.valor += entra;
  t.modelo.cuenta(x.destino, 'inventario', entra);
  t.modelo.cuenta(x.origen, perdidas, salir(perdida));
}

async function cancelar(t: Tienda, x: Transferencia): Promise<string> {
  const espera = x.estado === 'SOLICITADA' ? 'ok' : 'transferencia_estado';
  const pedido = { id: x.id, motivo: 'Ya no hace falta' };
  const hecho = await intentar(() => cancelarTransferencia(t.ctx(jefeDe(t, x.origen)), pedido));
  expect(veredicto(hecho)).toBe(espera);
  if ('valor' in hecho) x.estado = 'CANCELADA';
  return `transferir cancelar ${veredicto(hecho)}`;
}
