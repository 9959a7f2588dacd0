import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Action } from '@/lib/action/define-action';
import { RUTAS } from '@/lib/api/rutas';
import { ROLES_DE_FABRICA } from '@/lib/auth/permisos';
import { desvio, permisoDeRuta } from '@/lib/auth/route-table';
import type { Actor } from '@/lib/context';
import { closeStreams } from '@/lib/realtime/process-hub';
import { nuevaPersona, nuevaSucursal } from '@/tests/harness/factories';
import { pedirCon } from '@/tests/harness/next-headers';
import { tokenDe } from './llamar';
import { ACCIONES, accionesDe, desajuste, NADA, PAGINAS_DE_CUALQUIERA, PAGINAS_PUBLICAS, paginasDe } from './matriz';

/** Every action and every page by every role, as declared. The routes: `tests/contract/reglas.test.ts`, from `lib/api/rutas`. */
const actores: Actor[] = [];

beforeAll(async () => {
  const sucursal = await nuevaSucursal();
  for (const { nombre } of ROLES_DE_FABRICA) actores.push(await nuevaPersona(nombre, sucursal));
});
afterAll(closeStreams);

async function llamarAccion(clave: string, raw: unknown, actor: Actor | null) {
  const [sala = '', nombre = ''] = clave.split(' ');
  const modulo = (await import(/* @vite-ignore */ path.resolve('lib', sala, 'actions.ts'))) as Record<string, unknown>;
  pedirCon(actor ? { authorization: `Bearer ${await tokenDe(actor)}` } : {});
  return (modulo[nombre] as Action<unknown, unknown>)(raw);
}

const cerradas = Object.entries(ACCIONES).flatMap(([clave, d]) => (d === 'publica' ? [] : [{ clave, ...d }]));

describe('the server actions', () => {
  it('are all declared, and no other is', () => {
    expect(desajuste(accionesDe('lib'), Object.keys(ACCIONES))).toEqual({ sinDeclarar: [], sinPuerta: [] });
  });

  it.each(cerradas)('$clave opens to the roles that have $permisos, and to nobody without signing in', async (a) => {
    for (const actor of actores) {
      const debe = a.permisos.length === 0 || a.permisos.some((p) => actor.permisos.has(p));
      const hecho = await llamarAccion(a.clave, a.raw ?? NADA, actor);
      const code = hecho.ok ? 'ok' : hecho.code;
      expect([actor.rol, code, code === 'sin_permiso']).toEqual([actor.rol, expect.anything(), !debe]);
      expect(code).not.toBe('interno');
    }
    expect(await llamarAccion(a.clave, a.raw ?? NADA, null)).toMatchObject({ ok: false, code: 'no_autenticado' });
  });
});

describe('the pages', () => {
  const paginas = paginasDe('app');

  it('are all declared: with a right, for anyone signed in, or as the way in', () => {
    const sinDerecho = paginas.filter((p) => permisoDeRuta(p) === null);
    const declaradas = [...PAGINAS_DE_CUALQUIERA, ...PAGINAS_PUBLICAS];
    expect(desajuste(sinDerecho, declaradas)).toEqual({ sinDeclarar: [], sinPuerta: [] });
  });

  it.each(paginas.map((pagina) => ({ pagina })))('$pagina opens to the roles that have its right', ({ pagina }) => {
    if (PAGINAS_PUBLICAS.includes(pagina)) return;
    const url = new URL(pagina.replace(/\[\w+\]/g, '1'), 'http://kantuta');
    const permiso = permisoDeRuta(url.pathname);
    for (const { nombre, permisos } of ROLES_DE_FABRICA) {
      const tiene: ReadonlySet<string> = new Set(permisos);
      const abre = permiso === null || tiene.has(permiso);
      expect([nombre, desvio(url, tiene) === null]).toEqual([nombre, abre]);
    }
    expect(desvio(url, null)).toMatch(/^\/ingresar\?volver=/);
  });
});

describe('a new door', () => {
  const base = mkdtempSync(path.join(tmpdir(), 'kantuta-puertas-'));
  afterAll(() => rmSync(base, { recursive: true }));

  it('without a declaration fails: an action, a page, and a declaration whose door is gone', () => {
    mkdirSync(path.join(base, 'caja'));
    mkdirSync(path.join(base, '(gestion)', 'secretos', '[id]'), { recursive: true });
    writeFileSync(
      path.join(base, 'caja', 'actions.ts'),
      "'use server';\nexport const crearCajaAction = 1;\nexport async function robarAction() {}\n",
    );
    writeFileSync(path.join(base, '(gestion)', 'secretos', '[id]', 'page.tsx'), 'export default 1;\n');
    expect(desajuste(accionesDe(base), Object.keys(ACCIONES)).sinDeclarar).toEqual(['caja robarAction']);
    expect(desajuste(accionesDe(base), Object.keys(ACCIONES)).sinPuerta).toContain('rol crearRolAction');
    const abiertas = paginasDe(base).filter((p) => permisoDeRuta(p) === null);
    expect(desajuste(abiertas, PAGINAS_DE_CUALQUIERA).sinDeclarar).toEqual(['/secretos/[id]']);
  });

  it('of the API says in the document what opens it, or that anybody may', () => {
    const publicas = RUTAS.filter((r) => r.publica).map((r) => `${r.metodo} ${r.camino}`);
    expect(publicas.sort()).toEqual(
      [
        'GET /metricas',
        'GET /salud',
        'POST /auth/confirm-code',
        'POST /auth/login',
        'POST /auth/refresh_token',
        'POST /auth/reset-confirm',
        'POST /auth/reset/code',
      ].sort(),
    );
  });
});
