import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { ROLES } from '@/lib/api/docs/estilo';
import { html } from '@/lib/api/docs/html';
import { LOGO } from '@/lib/api/docs/logo';
import { idDeOperacion } from '@/lib/api/operacion';
import type { Ruta } from '@/lib/api/ruta';
import { RUTAS } from '@/lib/api/rutas';
import { ROLES_DE_FABRICA } from '@/lib/auth/permisos';
import { tokenDe } from '@/tests/auth/llamar';
import { nuevaPersona, nuevaSucursal } from '@/tests/harness/factories';
import { llamarRuta } from './servidas';

let token: string;

beforeAll(async () => {
  token = await tokenDe(await nuevaPersona('Operador', await nuevaSucursal()));
});

const ruta = (camino: string): Ruta => {
  const una = RUTAS.find((r) => r.camino === camino);
  if (!una) throw new Error(`there is no ${camino}`);
  return una;
};

describe('GET /api/docs', () => {
  it('is for any role that is signed in, and for nobody else', async () => {
    const idSucursal = await nuevaSucursal();
    for (const { nombre } of ROLES_DE_FABRICA) {
      const suyo = await tokenDe(await nuevaPersona(nombre, idSucursal));
      for (const camino of ['/docs', '/openapi.json']) {
        expect((await llamarRuta(ruta(camino), { token: suyo })).status).toBe(200);
        expect((await llamarRuta(ruta(camino), { token: null })).status).toBe(401);
      }
    }
  });

  it('tells a browser where to sign in, and a program in the usual envelope', async () => {
    const navegador = await llamarRuta(ruta('/docs'), { headers: { accept: 'text/html,*/*' } });
    expect([navegador.status, navegador.headers.get('content-type')]).toEqual([401, 'text/html; charset=utf-8']);
    expect(navegador.texto).toContain('href="/ingresar"');
    expect((await llamarRuta(ruta('/docs'))).json).toMatchObject({ statusCode: 401, code: 'no_autenticado' });
  });

  it('runs and paints only what carries the nonce of its own policy, and loads nothing from elsewhere', async () => {
    const { texto, headers } = await llamarRuta(ruta('/docs'), { token });
    const politica = headers.get('content-security-policy') ?? '';
    const [, nonce] = /script-src 'nonce-(\w{32})'/.exec(politica) ?? [];
    expect(politica).toMatch(/^default-src 'none'; style-src 'nonce-\w+'; script-src 'nonce-\w+';/);
    expect(politica).not.toContain('unsafe');
    expect([...texto.matchAll(/<(?:script|style)([^>]*)>/g)].map(([, atributos]) => atributos?.trim())).toEqual([
      `nonce="${nonce}"`,
      `nonce="${nonce}"`,
    ]);
    expect(texto).not.toMatch(/\s(?:style|on\w+)=/);
    expect([...texto.matchAll(/(?:src|href)="([^"#][^"]*)"/g)].map(([, a]) => a)).toEqual([
      '/icon.svg',
      '/api/openapi.json',
    ]);
    const otra = await llamarRuta(ruta('/docs'), { token });
    expect(otra.texto).not.toContain(nonce);
  });

  it('has every route, and every link within the page leads somewhere', async () => {
    const { texto } = await llamarRuta(ruta('/docs'), { token });
    const anclas = [...texto.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(anclas).size).toBe(anclas.length);
    for (const r of RUTAS) expect(anclas).toContain(idDeOperacion(r.metodo, r.camino));
    const enlaces = [...texto.matchAll(/href="#([^"]+)"/g)].map(([, a]) => a);
    expect(enlaces.filter((a) => !anclas.includes(a ?? ''))).toEqual([]);
  });

  it('escapes whatever it is given', () => {
    expect(html`<p title="${'"'}">${'<b>&'}</p>${[html`<i>${"'"}</i>`, null, false]}`.texto).toBe(
      '<p title="&quot;">&lt;b&gt;&amp;</p><i>&#39;</i>',
    );
  });

  it('looks like the shop: the same colours and the same mark', () => {
    const hoja = readFileSync('app/globals.css', 'utf8');
    for (const rol of ROLES.split('\n')) expect(hoja).toContain(rol.trim());
    const trazos = (svg: string) => [...svg.matchAll(/ d="([^"]+)"/g)].map(([, d]) => d);
    expect(trazos(LOGO)).toEqual(trazos(readFileSync('app/icon.svg', 'utf8')));
  });
});
