import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { sqlClient } from '@/db';
import { aprobar } from '@/lib/aprobacion/aprobar';
import { RequiereAprobacionError } from '@/lib/aprobacion/errors';
import { pedirAprobacion } from '@/lib/aprobacion/pedir';
import { hashPin } from '@/lib/auth/pin-hash';
import type { Actor, Context } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { ajustarStock } from '@/lib/producto/ajustar-stock';
import { nuevoFloat } from '../caja/plantadas';
import { AHORA, ctxDe, ctxSistema, nuevaCaja, nuevaPersona, nuevaSucursal, nuevoProducto } from '../harness/factories';
import { type Caja, importe, Modelo, type Persona, type Producto, type Sucursal } from './modelo';

/** Everybody's here: a PIN costs a second to hash. */
export const PIN = '481592';

/** The model and the real people behind it. */
export class Tienda {
  readonly modelo = new Modelo();
  readonly actores = new Map<Persona, Actor>();
  /** Advances a minute an act, so that sessions and prices have an order. */
  minuto = 0;

  ahora(): Date {
    return new Date(AHORA.getTime() + this.minuto * 60_000);
  }

  ctx(persona: Persona, mas: Partial<Context> = {}): Context {
    const actor = this.actores.get(persona);
    if (!actor) throw new Error(`persona ${persona.id} is not an actor`);
    return ctxDe(actor, { ahora: this.ahora(), clave: randomUUID(), ...mas });
  }

  /** Branches that round and do not, chiefs and cashiers, cajas with and without money, pieces and kilos. */
  static async nueva(): Promise<Tienda> {
    const tienda = new Tienda();
    const { modelo } = tienda;
    for (const redondea of [true, false]) {
      const sucursal: Sucursal = { id: await nuevaSucursal({ redondeo: redondea }), redondea, cuentas: new Map() };
      modelo.sucursales.push(sucursal);
      for (const rol of ['Administrador', 'Operador', 'Operador', 'Operador'] as const)
        await tienda.persona(rol, sucursal);
      for (const saldo of [0, 50, 300]) await tienda.caja(sucursal, saldo);
      await tienda.floats(sucursal);
    }
    for (let i = 0; i < 14; i++) await tienda.producto(i);
    const ids = modelo.personas.map((p) => p.id);
    await sqlClient()`update usuario set pin_hash = ${await hashPin(PIN)} where id = any(${ids}::int[])`;
    return tienda;
  }

  private async persona(rol: 'Administrador' | 'Operador', sucursal: Sucursal): Promise<void> {
    const actor = await nuevaPersona(rol, sucursal.id);
    const persona = { id: actor.idUsuario, sucursal, jefe: rol === 'Administrador' };
    this.modelo.personas.push(persona);
    this.actores.set(persona, actor);
  }

  private async caja(sucursal: Sucursal, saldo: number): Promise<void> {
    const id = await nuevaCaja(sucursal.id, { saldo, especialidad: saldo === 50 ? 'MIXTA' : 'SOLO_VENTAS' });
    const caja: Caja = { id, sucursal, mixta: saldo === 50, saldo: saldo * 100, sesion: null };
    this.modelo.cajas.push(caja);
    this.modelo.cuenta(sucursal, 'capital', -saldo * 100);
  }

  /** The balances of a bank and an operator, with more than the run can take. */
  private async floats(sucursal: Sucursal): Promise<void> {
    const saldo = 100_000_000;
    for (const [nombre, clase] of [
      ['BCP', 'agente'],
      ['Tigo', 'operadora'],
    ] as const) {
      await nuevoFloat(this.sistema(sucursal), { nombre, clase, saldo });
      this.modelo.cuenta(sucursal, `${clase}.${nombre}`, saldo);
      this.modelo.cuenta(sucursal, 'capital', -saldo);
    }
  }

  private async producto(i: number): Promise<void> {
    const [aqui, alla] = i % 2 ? this.modelo.sucursales : [...this.modelo.sucursales].reverse();
    if (!aqui || !alla) throw new Error('a shop has branches');
    const entero = i % 3 !== 0;
    const precio = 237 * (i + 1) - 40 * (i % 4);
    const costo = 61 * (i % 9);
    const cantidad = entero ? (60 + i) * 1000 : 31_125 + 1_001 * i;
    const opciones = {
      precio: precio / 100,
      costo: costo / 100,
      stock: cantidad / 1000,
      unidad: entero ? 'unidad' : 'kg',
    } as const;
    const { id } = await nuevoProducto(aqui.id, opciones);
    const producto: Producto = { id, entero, precio, costo, stock: new Map() };
    this.modelo.productos.push(producto);
    this.entrar(producto, aqui, cantidad, 'capital');
    if (i === 0) return;
    await ajustarStock(this.sistema(alla), { id, stock_actual: cantidad / 1000, motivo_ajuste: 'Llegó' });
    this.entrar(producto, alla, cantidad, 'diferencia_inventario');
  }

  private entrar(producto: Producto, sucursal: Sucursal, cantidad: number, contra: string): void {
    const valor = importe(producto.costo, cantidad);
    producto.stock.set(sucursal.id, { cantidad, valor });
    this.modelo.cuenta(sucursal, contra, -valor);
    this.modelo.cuenta(sucursal, 'inventario', valor);
  }

  /** A context that may do anything in a branch. */
  sistema(sucursal: Sucursal): Context {
    return { ...ctxSistema(sucursal.id, this.ahora()), clave: randomUUID() };
  }

  /** What is in transit of a branch is what its open transfers still have on the way: nothing stays behind in a closed one. */
  private compararEnCamino(): void {
    for (const s of this.modelo.sucursales) {
      const suyas = this.modelo.transferencias.filter((t) => t.origen === s).flatMap((t) => t.lineas);
      expect(s.cuentas.get('transito') ?? 0).toBe(suyas.reduce((suma, l) => suma + l.valor, 0));
    }
    for (const t of this.modelo.transferencias.filter((t) => t.estado === 'RECIBIDA')) {
      expect(t.lineas.map((l) => [l.cantidad, l.valor])).toEqual(t.lineas.map(() => [0, 0]));
    }
  }

  /** The database holds exactly what the model does: drawers, accounts, stock and tickets. */
  async comparar(): Promise<void> {
    const sql = sqlClient();
    const { modelo } = this;
    const suyas = modelo.sucursales.map((s) => s.id);
    const cuentas = await sql<{ codigo: string; suma: number }[]>`
      select c.codigo, coalesce(sum(p.importe), 0)::bigint as suma from cuenta c left join partida p on p.id_cuenta = c.id
      where c.id_sucursal = any(${suyas}::int[]) group by c.codigo`;
    const esperadas = new Map<string, number>();
    for (const s of modelo.sucursales)
      for (const [nombre, suma] of s.cuentas) esperadas.set(`${nombre}.S${s.id}`, suma);
    for (const c of modelo.cajas) esperadas.set(`gaveta.C${c.id}`, c.saldo);
    expect(Object.fromEntries(cuentas.map((c) => [c.codigo, c.suma]))).toEqual(
      Object.fromEntries(cuentas.map((c) => [c.codigo, esperadas.get(c.codigo) ?? 0])),
    );
    this.compararEnCamino();
    for (const c of modelo.cajas) {
      const s = c.sesion;
      if (s) expect(c.saldo).toBe(s.inicial + s.efectivo);
      expect(c.saldo).toBeGreaterThanOrEqual(0);
    }
    const existencias = await sql<{ clave: string; cantidad: number; valor: number }[]>`
      select id_producto || '/' || id_sucursal as clave, cantidad, valor from existencia`;
    const reales = new Map(existencias.map((e) => [e.clave, { cantidad: e.cantidad, valor: e.valor }]));
    for (const p of modelo.productos) {
      for (const [id, hay] of p.stock) expect(reales.get(`${p.id}/${id}`) ?? { cantidad: 0, valor: 0 }).toEqual(hay);
    }
    const ventas = await sql<{ id: number; total: number; estado: string }[]>`
      select id, total, estado_venta as estado from venta where id_sucursal = any(${suyas}::int[]) order by id`;
    expect(ventas.map((v) => ({ ...v }))).toEqual(
      [...modelo.ventas].sort((a, b) => a.id - b.id).map(({ id, total, estado }) => ({ id, total, estado })),
    );
  }
}

/** What came of an attempt: the answer, or the code of the refusal. Anything unexpected is thrown. */
export async function intentar<T>(hacer: () => Promise<T>): Promise<{ valor: T } | { rechazo: string }> {
  try {
    return { valor: await hacer() };
  } catch (error) {
    if (error instanceof AppError) return { rechazo: error.code };
    throw error;
  }
}

type Resultado = { valor: unknown } | { rechazo: string };

/**
 * As `intentar`, of what may be beyond this person: when it is refused for that, they ask the chief of their branch, who
 * lets it, and it is done again as it was.
 */
export async function intentarConJefe<T>(
  t: Tienda,
  persona: Persona,
  hacer: () => Promise<T>,
): Promise<{ valor: T } | { rechazo: string }> {
  return intentar(async () => {
    try {
      return await hacer();
    } catch (error) {
      const jefe = t.modelo.personas.find((p) => p.jefe && p.sucursal === persona.sucursal);
      if (!(error instanceof RequiereAprobacionError) || !error.detalle || !jefe) throw error;
      const { id_aprobacion: id } = error.detalle;
      await pedirAprobacion(t.ctx(persona), { id, motivo: 'Es de confianza' });
      await aprobar(t.ctx(jefe), { id });
      return hacer();
    }
  });
}

/** The element that a random number points at. */
export function elegir<T>(lista: readonly T[], numero: number): T | null {
  return lista.length === 0 ? null : (lista[numero % lista.length] ?? null);
}

/** The code of a refusal, or `ok`. */
export const veredicto = (r: Resultado | { hecho: unknown }) => ('rechazo' in r ? r.rechazo : 'ok');
