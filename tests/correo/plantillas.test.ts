import { describe, expect, it } from 'vitest';
import { MUESTRAS } from '@/lib/correo/muestras';
import { asuntoLimpio } from '@/lib/mail/direccion';
import { type DatosDePlantilla, NOMBRES_DE_PLANTILLAS, PLANTILLAS, type Plantilla } from '@/lib/mail/plantillas';
import { renderizar } from '@/lib/mail/render';

const MALO = `<script>alert(1)</script>"'&<img src=x onerror=alert(2)>`;

/** The facts of each template that its two parts must say. */
const HECHOS: { [P in Plantilla]: readonly string[] } = {
  bienvenida: ['Rosa Quispe', 'https://tienda.example.bo/ingresar', 'se elige una propia'],
  codigo: ['Rosa Quispe', 'K7M4QX', '15 minutos', 'una sola vez'],
  clave_cambiada: ['Rosa Quispe', 'vie 20 nov, 10:05', 'Chrome en Android', 'avise hoy mismo'],
  cierre_de_caja: [
    'Caja 1',
    'Central',
    'Rosa Quispe',
    'vie 20 nov, 08:02',
    'vie 20 nov, 19:31',
    'Bs\u00a0300,00',
    'Bs\u00a02.845,50',
    'Bs\u00a02.840,50',
    'faltan Bs\u00a05,00',
    'https://tienda.example.bo/cajas/sesion/1',
  ],
  aprobacion: [
    'Rosa Quispe',
    'Descuento de 25 % en 1 producto',
    'Aceite 900 ml',
    'Bs 14,50',
    'Envase golpeado',
    'vie 20 nov, 10:20',
    'https://tienda.example.bo/aprobaciones',
  ],
};

const render = <P extends Plantilla>(plantilla: P, mas: Partial<DatosDePlantilla[P]> = {}, tienda = 'Tienda Sol') =>
  renderizar(plantilla, { ...MUESTRAS[plantilla], ...mas }, tienda);

const llano = (texto: string) => texto.replaceAll(/\s+/g, ' ').replaceAll('\u00a0', ' ');

describe.each(NOMBRES_DE_PLANTILLAS)('%s', (plantilla) => {
  it('says every fact in both parts, under the shop’s name', async () => {
    const { html, texto } = await render(plantilla);
    for (const hecho of [...HECHOS[plantilla], 'Tienda Sol']) {
      expect(llano(texto)).toContain(llano(hecho));
      expect(llano(html)).toContain(llano(hecho));
    }
  });

  it('asks nothing of the network: no image, no script, no style sheet or font from elsewhere', async () => {
    const { html } = await render(plantilla);
    expect(html).not.toMatch(/<(img|script|link|iframe|object|form)\b|@import|url\(|\son\w+=/i);
  });

  it('is 600 px wide at most, in Spanish, light and dark', async () => {
    const { html } = await render(plantilla);
    expect(html).toContain('max-width:600px');
    expect(html).toContain('lang="es-BO"');
    expect(html).toContain('prefers-color-scheme: dark');
    expect(html.length).toBeLessThan(40_000);
  });

  it('shows what people wrote as text, whatever it is', async () => {
    const datos = Object.fromEntries(
      Object.entries(MUESTRAS[plantilla]).map(([campo, valor]) => [
        campo,
        typeof valor === 'string' && !/^(https?:|\d{4}-)/.test(valor) ? `${valor} ${MALO}` : valor,
      ]),
    );
    const { html, texto } = await render(plantilla, datos as never, `Tienda ${MALO}`);
    expect(html).not.toMatch(/<script|<img/i);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(texto).toContain('<script>alert(1)</script>');
    const asunto = asuntoLimpio(PLANTILLAS[plantilla].asunto(datos as never));
    expect(asunto).not.toMatch(/[\r\n]/);
  });

  it('has a plain text that reads by itself: no tags, no entities, no shouted names', async () => {
    const { texto } = await render(plantilla);
    expect(texto).not.toMatch(/<\/?\w+[^>]*>|&\w+;|undefined|null|\[object/);
    expect(texto).not.toContain('ROSA');
    expect(texto.split('\n').length).toBeGreaterThan(4);
  });
});

describe('the close', () => {
  it.each([
    [284_550, 'cuadra', 'Ninguna'],
    [284_550 - 500, 'faltan Bs 5,00', 'faltan Bs 5,00'],
    [284_550 + 500, 'sobran Bs 5,00', 'sobran Bs 5,00'],
  ])('counted %i says %s in its subject and its figures', async (real, asunto, diferencia) => {
    const datos = { ...MUESTRAS.cierre_de_caja, real };
    expect(llano(PLANTILLAS.cierre_de_caja.asunto(datos))).toBe(`Cierre de Caja 1: ${asunto}`);
    expect(llano((await render('cierre_de_caja', { real })).texto)).toContain(`Diferencia: ${diferencia}`);
  });

  it('names who closed when it was somebody else', async () => {
    expect((await render('cierre_de_caja', { cerro: 'Ana Flores' })).texto).toContain('Cerrada por: Ana Flores');
    expect((await render('cierre_de_caja')).texto).not.toContain('Cerrada por');
  });
});

it('no subject tells a secret', () => {
  for (const plantilla of NOMBRES_DE_PLANTILLAS) {
    const { asunto, secreto } = PLANTILLAS[plantilla];
    if (secreto) expect(asunto(MUESTRAS[plantilla] as never)).not.toMatch(/K7M4QX|https?:/);
  }
});
