import { expect, type Page, test } from '@playwright/test';
import { entrar, identificar, ingresar } from './helpers';
import { BASE, marca, Tienda } from './tienda';

/**
 * What somebody wrote to be run is read as text on every page that shows it. A mark on the window would tell that it ran, a
 * dialog that it spoke, and a violation of the policy that only the policy stopped it.
 */
const NUCLEO = `<script>window.__corrio=1</script>"><img src=x onerror="window.__corrio=1">`;

type Vigia = { dialogos: string[]; revisar: (donde: string) => Promise<void> };

async function vigilarScripts(page: Page): Promise<Vigia> {
  const dialogos: string[] = [];
  page.on('dialog', (dialogo) => {
    dialogos.push(dialogo.message());
    void dialogo.dismiss();
  });
  await page.addInitScript(() => {
    const violaciones: string[] = [];
    Object.assign(window, { __violaciones: violaciones });
    document.addEventListener('securitypolicyviolation', (e) =>
      violaciones.push(`${e.violatedDirective} ${e.blockedURI}`),
    );
  });
  return {
    dialogos,
    revisar: async (donde) => {
      const visto = await page.evaluate(() => {
        const { __corrio, __violaciones } = window as unknown as { __corrio?: number; __violaciones?: string[] };
        return {
          corrio: __corrio ?? 0,
          violaciones: __violaciones ?? [],
          trampas: document.querySelectorAll('img[src="x"]').length,
        };
      });
      expect({ donde, ...visto, dialogos }).toEqual({ donde, corrio: 0, violaciones: [], trampas: 0, dialogos: [] });
    },
  };
}

test('lo escrito para ejecutarse se lee como texto en cada página que lo muestra', async ({ page }) => {
  test.setTimeout(240_000);
  const admin = await Tienda.admin();
  const m = marca();
  const hostil = `${m} ${NUCLEO}`;
  const categoria = await admin.hacer<{ id: number }>('POST', '/api/inventario/categorias', {
    nombre: hostil.slice(0, 60),
  });
  const producto = await admin.crearProducto({ nombre: hostil, id_categoria: categoria.id });
  const { cajero, idSesion, idCaja } = await admin.crearTurno();
  await admin.hacer('PATCH', `/api/cajas/${idCaja}`, { nombre: `${m} <b onclick=x>caja` });
  const suya = await Tienda.como(cajero.email);
  await suya.hacer('POST', '/api/cajas/movimiento', {
    tipo: 'INGRESO',
    monto: 5,
    motivo: hostil,
    id_sesion_caja: idSesion,
  });
  const venta = await suya.hacer<{ id: number }>('POST', '/api/ventas', {
    pagos: [{ metodo: 'QR', monto: 10, referencia: '"><script>1' }],
    id_sesion_caja: idSesion,
    detalles: [{ id_producto: producto.id, cantidad: 1, precio_unitario: 10 }],
  });
  await suya.hacer('PATCH', `/api/ventas/${venta.id}`, { estado_venta: 'ANULADA', motivo_edicion: hostil });
  await admin.hacer('PATCH', `/api/inventario/producto/${producto.id}`, { precio_venta: 11 });

  const vigia = await vigilarScripts(page);
  await identificar(page, 'admin@kantuta.bo');
  const paginas: readonly (readonly [ruta: string, texto: string])[] = [
    [`/productos?buscar=${m}`, hostil],
    [`/productos/${producto.id}`, hostil],
    ['/ventas', m],
    [`/ventas/${venta.id}`, hostil],
    ['/cajas', `${m} <b onclick=x>caja`],
    [`/cajas/${idCaja}`, `${m} <b onclick=x>caja`],
    [`/cajas/sesion/${idSesion}`, hostil],
    [`/auditoria?buscar=${m}`, hostil],
    [`/auditoria/inventario?buscar=${m}`, hostil],
  ];
  for (const [ruta, texto] of paginas) {
    await page.goto(ruta);
    await expect(page.getByText(texto).filter({ visible: true }).first()).toBeVisible({ timeout: 30_000 });
    await vigia.revisar(ruta);
  }
  // The act itself, with the motive in its before and after.
  await page.goto(`/auditoria?accion=venta.anular&buscar=${m}`);
  await page
    .getByRole('link', { name: /anuló el ticket/ })
    .first()
    .click();
  await expect(page.getByText(hostil).first()).toBeVisible();
  await vigia.revisar('/auditoria/[id]');
});

test('lo que viene en la dirección se lee como texto, y nadie sale de la tienda por ella', async ({ page }) => {
  test.setTimeout(240_000);
  const vigia = await vigilarScripts(page);
  const malo = encodeURIComponent(NUCLEO);
  for (const ruta of [`/ingresar?volver=${malo}`, `/ingresar?motivo=${malo}`, `/ingresar?error=${malo}`, `/${malo}`]) {
    await page.goto(ruta);
    await vigia.revisar(ruta);
  }
  for (const volver of [
    'https://malo.example',
    '//malo.example',
    '/\\malo.example',
    'javascript:window.__corrio=1',
    '/%09/malo.example',
  ]) {
    await page.context().clearCookies();
    await ingresar(page, 'admin@kantuta.bo', `/ingresar?volver=${encodeURIComponent(volver)}`);
    expect(new URL(page.url()).origin).toBe(new URL(BASE).origin);
    await vigia.revisar(volver);
  }
  for (const ruta of [
    `/ventas?buscar=${malo}`,
    `/productos?buscar=${malo}`,
    `/auditoria?buscar=${malo}&accion=${malo}`,
    '/ventas/%3Cscript%3E',
  ]) {
    await page.goto(ruta);
    await vigia.revisar(ruta);
  }
});

test('cada respuesta lleva sus cabeceras, y ninguna dice con qué está hecha', async ({ request }) => {
  for (const ruta of ['/ingresar', '/api/salud', '/api/ventas', '/no-existe', '/icon.svg']) {
    const respuesta = await request.get(`${BASE}${ruta}`, { maxRedirects: 0 });
    const cabeceras = respuesta.headers();
    expect([
      ruta,
      cabeceras['x-content-type-options'],
      cabeceras['referrer-policy'],
      cabeceras['x-powered-by'] ?? null,
    ]).toEqual([ruta, 'nosniff', 'same-origin', null]);
    if (!ruta.startsWith('/icon')) {
      expect([ruta, cabeceras['content-security-policy'] ?? '']).toEqual([
        ruta,
        expect.stringMatching(/frame-ancestors '(none|self)'/),
      ]);
      expect([ruta, cabeceras['cache-control'] ?? '']).toEqual([ruta, expect.stringContaining('no-store')]);
    }
  }
  const trazado = await request.fetch(`${BASE}/api/salud`, { method: 'TRACE' }).catch(() => null);
  expect(trazado?.ok() ?? false).toBe(false);
  for (const ruta of ['/.git/config', '/.env', '/package.json', '/_next/', '/lib/env.ts']) {
    const respuesta = await request.get(`${BASE}${ruta}`, { maxRedirects: 0 });
    expect([ruta, respuesta.status() === 200 ? await respuesta.text() : 'nothing']).toEqual([ruta, 'nothing']);
  }
});

test('al salir no queda nada de quien estaba', async ({ page }) => {
  await entrar(page, 'admin@kantuta.bo', '/ventas');
  await page.goto('/auditoria');
  await expect(page.getByRole('heading', { name: 'Auditoría' })).toBeVisible();
  await page.context().clearCookies();
  await page.goto('/ingresar');
  const guardado = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
  expect(guardado).not.toMatch(/token|eyJ|password|@kantuta/i);
  await page.goBack();
  await expect(page).toHaveURL(/\/ingresar/);
});
