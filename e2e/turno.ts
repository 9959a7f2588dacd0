import { test as base } from '@playwright/test';
import { type Producto, Tienda } from './tienda';

/** A caja open for a cashier of its own, and three products: of 10,00, of 5,50, and of 1,25 of which three are left. */
export type TurnoDePrueba = {
  admin: Tienda;
  cajero: { id: number; email: string };
  idSesion: number;
  productos: [Producto, Producto, Producto];
};

/** A story of one counter: what it needs is made anew for it. */
export const test = base.extend<{ turno: TurnoDePrueba }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern that it needs no other fixture
  turno: async ({}, use) => {
    const admin = await Tienda.admin();
    const { cajero, idSesion } = await admin.crearTurno();
    const productos: TurnoDePrueba['productos'] = [
      await admin.crearProducto({ precio_venta: 10 }),
      await admin.crearProducto({ precio_venta: 5.5 }),
      await admin.crearProducto({ precio_venta: 1.25, stock_actual: 3 }),
    ];
    await use({ admin, cajero, idSesion, productos });
  },
});
