import fs from 'node:fs';
import { expect, it } from 'vitest';
import { COLORES, unavailablePage } from './unavailable-page';

it('is a 503 that says when to try again and offers to, with its scripts under the nonce', async () => {
  const respuesta = unavailablePage({ nonce: 'n1', antes: 'antes()' });
  expect(respuesta.status).toBe(503);
  expect(respuesta.headers.get('retry-after')).toBe('5');
  expect(respuesta.headers.get('cache-control')).toBe('no-store');
  const html = await respuesta.text();
  expect(html).toContain('<h1>La base de datos no responde</h1>');
  expect(html).toContain('Reintentar');
  expect(html.match(/<script/g)).toEqual(html.match(/<script(?= nonce="n1")/g));
  expect(html).not.toMatch(/ (src|on\w+)=/);
});

it('has the colours of the product, in both themes', () => {
  const css = fs.readFileSync('app/globals.css', 'utf8');
  for (const [rol, color] of Object.entries(COLORES)) expect(css).toContain(`--${rol}: ${color};`);
});
