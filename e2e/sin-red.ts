import { type Browser, type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import { Corte } from './corte';
import { entregado, guardada, guardados, listoSinRed } from './equipo';
import { alMostrador } from './helpers';
import { type Producto, Tienda } from './tienda';

type Turno = Awaited<ReturnType<Tienda['crearTurno']>>;

/** A shop whose devices come by a way that can be cut: an open caja, its cashier and a product of which there is plenty. */
export class TiendaSinRed {
  private constructor(
    private readonly browser: Browser,
    readonly admin: Tienda,
    readonly corte: Corte,
    readonly producto: Producto,
    private actual: Turno,
  ) {}

  static async abrir(browser: Browser): Promise<TiendaSinRed> {
    const [admin, corte] = await Promise.all([Tienda.admin(), Corte.abrir()]);
    const turno = await admin.crearTurno();
    const producto = await admin.crearProducto({ precio_venta: 3.5, stock_actual: 500 });
    return new TiendaSinRed(browser, admin, corte, producto, turno);
  }

  get turno(): Turno {
    return this.actual;
  }

  /** From now on somebody of another role works, in a caja of their own. */
  async cambiarTurno(rol: number): Promise<Turno> {
    this.actual = await this.admin.crearTurno(200, rol);
    return this.actual;
  }

  /** A browser of its own, ready to go on without the server. */
  async equipo(): Promise<{ context: BrowserContext; page: Page }> {
    const context = await this.browser.newContext({
      baseURL: this.corte.url,
      viewport: { width: 1366, height: 768 },
    });
    const page = await context.newPage();
    await alMostrador(page, this.turno.cajero.email);
    await listoSinRed(page);
    await guardada(page);
    return { context, page };
  }

  /** Every sale of the device is in the books, once, under its own number; answers how many. */
  async todoUnaVez(page: Page): Promise<number> {
    await entregado(page);
    const ventas = await this.admin.ventasDe(this.turno.idSesion);
    const enLibros = ventas.map((v) => `${v.serie}-${v.numero}`).sort();
    const aqui = (await guardados(page)).flatMap((e) => (e.folio ? [e.folio] : [])).sort();
    expect(enLibros).toEqual(aqui);
    expect(new Set(enLibros).size).toBe(enLibros.length);
    return enLibros.length;
  }
}

/** A story of devices without the server. */
export const test = base.extend<{ tienda: TiendaSinRed }>({
  tienda: async ({ browser }, use) => {
    const tienda = await TiendaSinRed.abrir(browser);
    await use(tienda);
    await tienda.corte.cerrar();
  },
});

/** What the counter says of its connection. */
export const chip = (page: Page) => page.getByRole('status').filter({ hasText: /En línea|Sin conexión/ });
