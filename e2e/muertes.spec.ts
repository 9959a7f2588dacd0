import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pausa } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, expect, type Page, test } from '@playwright/test';
import { ARGUMENTOS } from './argumentos';
import { Corte } from './corte';
import { entregado, guardada, guardados, listoSinRed, venderUno } from './equipo';
import { alMostrador } from './helpers';
import { type Producto, Tienda } from './tienda';

/** KILLS: 200 in the suite of faults. */
const MUERTES = Number(process.env.KILLS || 20);
const PROGRAMA = process.env.CHROMIUM || chromium.executablePath();
const ARGS = [...ARGUMENTOS, '--headless=new', '--mute-audio'];

/** A browser leads a group of its own, so that it can be killed alone; this is what ends it when the test itself is killed. */
const ATADO = fileURLToPath(new URL('./atado.mjs', import.meta.url));

/** A browser that can be killed as the power kills it: with SIGKILL, all its processes at once. */
class Navegador {
  private constructor(
    private readonly hijo: ChildProcess,
    private readonly por: Browser,
    readonly page: Page,
  ) {}

  static async abrir(perfil: string, url: string): Promise<Navegador> {
    const suyos = [...ARGS, `--user-data-dir=${perfil}`, '--remote-debugging-port=0', 'about:blank'];
    const hijo = spawn(process.execPath, [ATADO, PROGRAMA, ...suyos], {
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const donde = await new Promise<string>((resolve, reject) => {
      let dicho = '';
      hijo.stderr?.setEncoding('utf8').on('data', (trozo: string) => {
        dicho += trozo;
        const hallado = /DevTools listening on (ws:\S+)/.exec(dicho);
        if (hallado?.[1]) resolve(hallado[1]);
      });
      hijo.once('exit', () => reject(new Error(`Chromium did not start: ${dicho.slice(-400)}`)));
    });
    const por = await chromium.connectOverCDP(donde);
    const page = por.contexts()[0]?.pages()[0];
    if (!page) throw new Error('no page');
    await page.setViewportSize({ width: 1366, height: 768 });
    await page.goto(url);
    return new Navegador(hijo, por, page);
  }

  async matar(): Promise<void> {
    // The last process that writes where it did is gone: its profile is free.
    const fin = new Promise((listo) => this.hijo.once('close', listo));
    if (this.hijo.pid) process.kill(-this.hijo.pid, 'SIGKILL');
    await fin;
    await this.por.close().catch(() => {});
  }
}

test(`el navegador muere ${MUERTES} veces justo después de cobrar: cada venta dicha llega una sola vez`, async () => {
  test.setTimeout(120_000 + MUERTES * 20_000);
  const [admin, corte] = await Promise.all([Tienda.admin(), Corte.abrir()]);
  const turno = await admin.crearTurno();
  const producto: Producto = await admin.crearProducto({ precio_venta: 2, stock_actual: MUERTES * 3 });
  const perfil = mkdtempSync(path.join(os.tmpdir(), 'kantuta-muertes-'));
  const dichas: string[] = [];
  let navegador = await Navegador.abrir(perfil, `${corte.url}/ingresar`);
  try {
    await alMostrador(navegador.page, turno.cajero.email, corte.url);
    await listoSinRed(navegador.page);
    await guardada(navegador.page);
    await cookieEnDisco(perfil);
    for (let i = 0; i < MUERTES; i++) {
      // Most deaths come without a server, so that only the device has the ticket; some in the middle of its being sent.
      corte.poner(i % 4 === 3 ? 'muere' : 'cortada');
      dichas.push(await venderUno(navegador.page, producto.codigo_barras));
      await navegador.matar();
      navegador = await Navegador.abrir(perfil, `${corte.url}/vender`);
      await expect(navegador.page.getByRole('textbox', { name: 'Escanear o buscar producto' })).toBeVisible({
        timeout: 30_000,
      });
      // From the server the page is drawn before it can hear a scanner.
      await expect(navegador.page.getByRole('status').filter({ hasText: /En línea|Sin conexión/ })).toBeVisible({
        timeout: 30_000,
      });
      await expect.poll(() => navegador.page.evaluate(enMano), { timeout: 30_000 }).toBe(0);
      // The ticket that was charged is not offered again.
      await expect(
        navegador.page
          .getByText(/^(Ticket vacío|Cobrado)$/)
          .filter({ visible: true })
          .first(),
      ).toBeVisible();
    }
    corte.poner('buena');
    await entregado(navegador.page);
    // Two hundred deaths outlive the token that the shop was set up with.
    const enLibros = (await ventasDe(await Tienda.admin(), turno.idSesion)).sort();
    expect(enLibros).toEqual([...dichas].sort());
    expect(new Set(enLibros).size).toBe(MUERTES);
    expect(await guardados(navegador.page)).toHaveLength(MUERTES);
  } finally {
    await navegador.matar();
    await corte.cerrar();
    rmSync(perfil, { recursive: true, force: true });
  }
});

/** In the page: lines of the ticket in hand, as this browser keeps it. */
function enMano(): number {
  const tickets = Object.keys(localStorage).filter((clave) => clave.startsWith('kantuta-ticket:'));
  return tickets.reduce((n, clave) => n + JSON.parse(localStorage.getItem(clave) ?? 'null').ticket.lineas.length, 0);
}

/** Chromium writes cookies half a minute late: a younger sign-in dies with it, and with it the way to send. */
async function cookieEnDisco(perfil: string): Promise<void> {
  const archivos = ['Cookies', 'Network/Cookies', 'Cookies-wal', 'Network/Cookies-wal'];
  const escrita = () =>
    archivos.some((nombre) => {
      const archivo = path.join(perfil, 'Default', nombre);
      return existsSync(archivo) && readFileSync(archivo).includes('session-token');
    });
  for (const limite = Date.now() + 90_000; Date.now() < limite && !escrita(); ) await pausa(500);
  expect(escrita(), 'the sign-in is on the disk').toBe(true);
}

/** The tickets of a session as people call them, however many. */
async function ventasDe(admin: Tienda, idSesion: number): Promise<string[]> {
  const ventas = await admin.ventasDe(idSesion);
  return ventas.map((v) => `${v.serie}-${String(v.numero).padStart(6, '0')}`);
}
