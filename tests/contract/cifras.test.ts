import { beforeAll, describe, expect, it } from 'vitest';
import { sqlClient } from '@/db';
import { RUTAS } from '@/lib/api/rutas';
import { verificar } from '@/lib/verificacion/verificar';
import { nuevaCategoria, nuevoTurno } from '@/tests/harness/factories';
import { huellaDeLaBase } from './intacta';
import { llamarRuta, nombreDe, type Respuesta } from './servidas';
import { esperarSobre } from './sobre';
import { abrirTienda, type Tienda } from './tienda';

/** The largest figures that each field takes, together: they are done or refused, never half done nor read wrong. */
let tienda: Tienda;

beforeAll(async () => {
  tienda = await abrirTienda();
});

function pedir(nombre: string, datos: Record<string, unknown>): Promise<Respuesta> {
  const ruta = RUTAS.find((r) => nombreDe(r) === nombre);
  if (!ruta) throw new Error(`there is no ${nombre}`);
  return llamarRuta(ruta, { token: tienda.tokenJefe, datos });
}

const MIL_MILLONES = 1_000_000_000;
const DIEZ_MILLONES = 10_000_000;

describe('the largest figures', () => {
  it('of a product, its sale and its drawer add up, or are refused whole', async () => {
    const id_categoria = await nuevaCategoria();
    const { idSesion } = await nuevoTurno(tienda.idSucursal, { saldo: MIL_MILLONES, ahora: new Date() });
    const crear = (mas: object) =>
      pedir('POST /inventario/producto', { nombre: 'Oro', precio_venta: MIL_MILLONES, id_categoria, ...mas });
    const cara = await crear({ costo_compra: MIL_MILLONES, stock_actual: DIEZ_MILLONES });
    expect(cara.status).toBe(400);
    esperarSobre(cara, '/api/inventario/producto');
    const { status, json } = await crear({ costo_compra: 0, stock_actual: DIEZ_MILLONES });
    expect(status).toBe(201);
    const linea = { id_producto: (json as { id: number }).id, precio_unitario: MIL_MILLONES };
    const vender = (detalles: object[], mas: object = {}) =>
      pedir('POST /ventas', { metodo_pago: 'EFECTIVO', id_sesion_caja: idSesion, detalles, ...mas });
    const intacta = await huellaDeLaBase();
    for (const demasiado of [
      [{ ...linea, cantidad: DIEZ_MILLONES }],
      [{ ...linea, cantidad: 1, descuento: MIL_MILLONES + 1 }],
      Array.from({ length: 500 }, () => ({ ...linea, cantidad: DIEZ_MILLONES / 500 })),
    ]) {
      const res = await vender(demasiado);
      esperarSobre(res, '/api/ventas');
    }
    expect(await huellaDeLaBase()).toEqual(intacta);
    const justa = await vender([{ ...linea, cantidad: 1 }], { recibido: MIL_MILLONES });
    expect([justa.status, justa.json]).toEqual([201, expect.objectContaining({ total: MIL_MILLONES, vuelto: 0 })]);
    const movimiento = { tipo: 'INGRESO', monto: MIL_MILLONES, motivo: 'Un tesoro', id_sesion_caja: idSesion };
    expect((await pedir('POST /cajas/movimiento', movimiento)).status).toBe(201);
    const balance = await pedir('GET /cajas/sesion/{id}/balance', { id: idSesion });
    expect(balance.json).toMatchObject({ monto_final_teorico: 3 * MIL_MILLONES });
    expect(await verificar(sqlClient())).toEqual([]);
  });
});
