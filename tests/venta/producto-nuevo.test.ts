import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { productoPorCodigo } from '@/lib/producto/queries';
import { cobrarVenta } from '@/lib/venta/cobrar';
import { todoCuadra, todosJuntos } from '../concurrency/juntos';
import { ctxDe, ctxSistema, nuevaSucursal, nuevoTurno, type Turno } from '../harness/factories';

let idSucursal: number;
let turno: Turno;

beforeAll(async () => {
  idSucursal = await nuevaSucursal();
  turno = await nuevoTurno(idSucursal, { rol: 'Administrador' });
});

const venta = (codigo: string, precio = 3.5, mas: object = {}) => ({
  id_sesion_caja: turno.idSesion,
  metodo_pago: 'QR',
  detalles: [
    { producto_nuevo: { codigo, nombre: `Alfajor ${codigo}` }, cantidad: 2, precio_unitario: precio, ...mas },
    { producto_nuevo: { codigo, nombre: `Alfajor ${codigo}` }, cantidad: 1, precio_unitario: precio },
  ],
});
const porCodigo = (codigo: string) => productoPorCodigo(ctxSistema(idSucursal), { codigo });

describe('a code that nobody knew, sold with a name and a price', () => {
  it('is a product from then on, and sells what was in hand: it enters and leaves in the same sale', async () => {
    const codigo = `N${randomUUID().slice(0, 8)}`;
    const ctx = ctxDe(turno.cajero, { clave: randomUUID() });
    const vendida = await cobrarVenta(ctx, venta(codigo));
    expect(vendida).toMatchObject({ total: 10.5 });
    const producto = await porCodigo(codigo);
    expect(producto).toMatchObject({ nombre: `Alfajor ${codigo}`, precio_venta: 3.5, stock_actual: 0 });
    expect(producto.categoria.nombre).toBe('Por clasificar');
    expect(vendida.detalles.map((d) => d.id_producto)).toEqual([producto.id, producto.id]);
    expect(await cobrarVenta(ctx, venta(codigo))).toEqual(vendida);
    await todoCuadra();
  });

  it('is the catalogue’s by its code when somebody created it meanwhile, at the catalogue’s price', async () => {
    const codigo = `N${randomUUID().slice(0, 8)}`;
    await cobrarVenta(ctxDe(turno.cajero), venta(codigo));
    await expect(cobrarVenta(ctxDe(turno.cajero), venta(codigo, 4))).rejects.toMatchObject({ code: 'precio_cambio' });
    await expect(cobrarVenta(ctxDe(turno.cajero), venta(codigo))).rejects.toMatchObject({ code: 'stock_insuficiente' });
  });

  it('is created once by two tills that sell it at the same moment', async () => {
    const codigo = `N${randomUUID().slice(0, 8)}`;
    const { hechos, rechazos } = await todosJuntos([
      () => cobrarVenta(ctxDe(turno.cajero), venta(codigo)),
      () => cobrarVenta(ctxDe(turno.cajero), venta(codigo)),
    ]);
    // The second one finds the product of the first, whose stock was that of its own sale.
    expect(hechos).toHaveLength(1);
    expect(rechazos).toEqual(['stock_insuficiente']);
    expect((await porCodigo(codigo)).stock_actual).toBe(0);
  });

  it('needs the right, and leaves nothing behind without it', async () => {
    const operador = await nuevoTurno(idSucursal);
    const codigo = `N${randomUUID().slice(0, 8)}`;
    const pedido = { ...venta(codigo), id_sesion_caja: operador.idSesion };
    await expect(cobrarVenta(ctxDe(operador.cajero), pedido)).rejects.toMatchObject({ code: 'sin_permiso' });
    await expect(porCodigo(codigo)).rejects.toMatchObject({ code: 'no_encontrado' });
  });

  it('is refused in a presentation, and together with a known product', async () => {
    const codigo = `N${randomUUID().slice(0, 8)}`;
    for (const mas of [{ id_presentacion: 1 }, { id_producto: 1 }]) {
      const pedido = cobrarVenta(ctxDe(turno.cajero), venta(codigo, 1, mas));
      await expect(pedido).rejects.toThrow();
    }
  });
});
