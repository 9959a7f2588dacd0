import { expect } from 'vitest';
import { abrirCaja } from '@/lib/caja/abrir';
import { cerrarCaja } from '@/lib/caja/cerrar';
import { registrarMovimiento } from '@/lib/caja/registrar-movimiento';
import { ajustarStock } from '@/lib/producto/ajustar-stock';
import { editarProducto } from '@/lib/producto/editar';
import type { Acto } from './actos';
import { contarEnConteo, desandar, entrar, sacar } from './hacer-almacen';
import { pausar, relevar, traspasar } from './hacer-caja';
import { ajeno, comprobarBolsillos, recontar } from './hacer-cierre';
import { corregir } from './hacer-correccion';
import { transferir } from './hacer-transferencia';
import { vender } from './hacer-venta';
import type { Persona } from './modelo';
import { elegir, intentar, intentarConJefe, type Tienda, veredicto } from './tienda';

/**
 * Does the act against the product and against the model, and holds one to the other. Returns what it was and how it
 * ended, or `null` when the shop of the moment has nobody to do it.
 */
export async function hacer(t: Tienda, acto: Acto): Promise<string | null> {
  t.minuto += 1;
  if (acto.tipo === 'precio') return cambiarPrecio(t, acto);
  const persona = elegir(t.modelo.personas, acto.quien);
  if (!persona) return null;
  switch (acto.tipo) {
    case 'vender':
      return vender(t, persona, acto);
    case 'anular':
    case 'editar':
      return corregir(t, persona, acto);
    case 'mover':
      return mover(t, persona, acto);
    case 'contar':
      return contar(t, persona, acto);
    case 'entrar':
      return entrar(t, persona, acto);
    case 'sacar':
      return sacar(t, persona, acto);
    case 'desandar':
      return desandar(t, persona, acto);
    case 'conteo':
      return contarEnConteo(t, persona, acto);
    case 'transferir':
      return transferir(t, persona, acto);
    case 'abrir':
      return abrir(t, persona, acto);
    case 'traspasar':
      return traspasar(t, persona, acto);
    case 'pausar':
      return pausar(t, persona);
    case 'relevar':
      return relevar(t, persona, acto);
    case 'cerrar':
      return cerrar(t, persona, acto);
    case 'recontar':
      return recontar(t, persona, acto);
    case 'ajeno':
      return ajeno(t, acto);
  }
}

async function mover(t: Tienda, persona: Persona, a: Extract<Acto, { tipo: 'mover' }>): Promise<string | null> {
  const sesion = t.modelo.sesionDe(persona);
  if (!sesion) return null;
  // the largest ask for more than there is
  const monto = a.monto > 19_000 ? sesion.caja.saldo + 10 : a.monto;
  const entra = a.ingreso ? monto : -monto;
  const espera = sesion.caja.saldo + entra < 0 ? { rechazo: 'saldo_insuficiente' } : { hecho: true };
  const hecho = await intentar(() =>
    registrarMovimiento(t.ctx(persona), {
      tipo: a.ingreso ? 'INGRESO' : 'EGRESO',
      monto: monto / 100,
      motivo: 'Varios',
      id_sesion_caja: sesion.id,
    }),
  );
  expect(veredicto(hecho)).toBe(veredicto(espera));
  if ('valor' in hecho) {
    t.modelo.efectivo(sesion, entra);
    t.modelo.cuenta(persona.sucursal, a.ingreso ? 'ingresos_varios' : 'egresos_varios', -entra);
  }
  return `mover ${veredicto(hecho)}`;
}

async function contar(t: Tienda, persona: Persona, a: Extract<Acto, { tipo: 'contar' }>): Promise<string | null> {
  const producto = elegir(t.modelo.productos, a.producto);
  const jefe = t.modelo.personas.find((p) => p.jefe && p.sucursal === persona.sucursal);
  if (!producto || !jefe) return null;
  // now and then somebody who may not
  const quien = a.quien % 5 === 0 ? persona : jefe;
  const hasta = producto.entero ? Math.floor(a.hasta / 1000) * 1000 : a.hasta;
  const hecho = await intentar(() =>
    ajustarStock(t.ctx(quien), { id: producto.id, stock_actual: hasta / 1000, motivo_ajuste: 'Conteo' }),
  );
  expect(veredicto(hecho)).toBe(quien.jefe ? 'ok' : 'sin_permiso');
  if ('valor' in hecho) {
    const hay = t.modelo.stock(producto, persona.sucursal);
    t.modelo.ajustar(producto, persona.sucursal, hasta - hay.cantidad);
  }
  return `contar ${veredicto(hecho)}`;
}

async function cambiarPrecio(t: Tienda, a: Extract<Acto, { tipo: 'precio' }>): Promise<string | null> {
  const producto = elegir(t.modelo.productos, a.producto);
  const [sucursal] = t.modelo.sucursales;
  if (!producto || !sucursal) return null;
  const dto = await editarProducto(t.sistema(sucursal), { id: producto.id, precio_venta: a.precio / 100 });
  expect(dto.precio_venta).toBe(a.precio / 100);
  producto.precio = a.precio;
  return 'precio ok';
}

async function abrir(t: Tienda, persona: Persona, a: Extract<Acto, { tipo: 'abrir' }>): Promise<string | null> {
  const suyas = t.modelo.cajas.filter((c) => c.sucursal === persona.sucursal);
  const caja = elegir(suyas, a.caja);
  if (!caja) return null;
  const inicial = a.diferencia === null ? caja.saldo : Math.max(0, caja.saldo + a.diferencia);
  const ocupada = t.modelo.sesionDe(persona) ? { rechazo: 'persona_con_caja' } : { hecho: true };
  const espera = caja.sesion ? { rechazo: 'caja_abierta' } : ocupada;
  const monto = a.diferencia === null ? {} : { monto_inicial: inicial / 100 };
  const ctx = t.ctx(persona);
  const hecho = await intentarConJefe(t, persona, () => abrirCaja(ctx, { id_caja: caja.id, ...monto }));
  expect(veredicto(hecho)).toBe(veredicto(espera));
  if ('valor' in hecho) {
    t.modelo.cuenta(persona.sucursal, 'apertura', caja.saldo - inicial);
    caja.saldo = inicial;
    t.modelo.abrir(hecho.valor.id, caja, persona, inicial);
    expect(hecho.valor.monto_inicial).toBe(inicial / 100);
  }
  return `abrir ${veredicto(hecho)}`;
}

async function cerrar(t: Tienda, persona: Persona, a: Extract<Acto, { tipo: 'cerrar' }>): Promise<string | null> {
  const sesion = t.modelo.sesionDe(persona);
  if (!sesion) return null;
  const teorico = sesion.caja.saldo;
  const contado = Math.max(0, teorico + a.diferencia);
  const cerrada = await cerrarCaja(t.ctx(persona), { id: sesion.id, monto_final_real: contado / 100 });
  expect(cerrada).toMatchObject({
    estado_sesion: 'CERRADA',
    monto_inicial: sesion.inicial / 100,
    monto_final_teorico: teorico / 100,
    monto_final_real: contado / 100,
    diferencia: (contado - teorico) / 100,
  });
  t.modelo.cerrar(sesion, contado);
  await comprobarBolsillos(t, sesion);
  return 'cerrar ok';
}
