import { describe, expect, it } from 'vitest';
import { ROLES_DE_FABRICA } from '@/lib/auth/permisos';
import { destino, desvio, desvioDeInstalacion, paginaDeInicio, permisoDeRuta } from './route-table';

const permisosDe = (rol: string): ReadonlySet<string> =>
  new Set(ROLES_DE_FABRICA.find((r) => r.nombre === rol)?.permisos);
const operador = permisosDe('Operador');
const ir = (ruta: string, permisos: ReadonlySet<string> | null) => desvio(new URL(ruta, 'http://kantuta'), permisos);

describe('where the day begins', () => {
  it.each([
    ['Superadministrador', '/ventas'],
    ['Propietario', '/ventas'],
    ['Administrador', '/ventas'],
    ['Operador', '/vender'],
    ['Almacenero', '/productos'],
  ])('for %s is %s', (rol, pagina) => {
    expect(paginaDeInicio(permisosDe(rol))).toBe(pagina);
  });

  it('is nowhere for a role that opens nothing', () => {
    expect(paginaDeInicio(new Set())).toBeNull();
    expect(destino(null, new Set())).toBe('/ingresar?motivo=permiso');
  });
});

describe('coming back after signing in', () => {
  it('goes to the page that was asked for', () => {
    expect(destino('/vender?ticket=4', operador)).toBe('/vender?ticket=4');
  });

  it.each([
    '//malo.bo',
    '/\\malo.bo',
    'https://malo.bo',
    'vender',
    '/\t/malo.bo',
    '/api/auth/session',
    '/',
    '/ingresar',
    '/recuperar',
  ])('never goes to %j', (volver) => {
    expect(destino(volver, operador)).toBe('/vender');
  });

  it('does not go where the role may not', () => {
    expect(destino('/cajas/3', operador)).toBe('/vender');
  });
});

describe('the middleware', () => {
  it('sends nobody to sign in, and remembers the page', () => {
    expect(ir('/ventas?desde=2026-11-20', null)).toBe('/ingresar?volver=%2Fventas%3Fdesde%3D2026-11-20');
    expect(ir('/', null)).toBe('/ingresar');
    expect(ir('/ingresar?volver=%2Fventas', null)).toBeNull();
    expect([ir('/recuperar', null), ir('/recuperar', operador)]).toEqual([null, null]);
  });

  it('sends people home from what their role does not open', () => {
    expect(ir('/cajas', operador)).toBe('/vender');
    expect(ir('/caja', operador)).toBeNull();
    expect(ir('/productos/4/editar', permisosDe('Almacenero'))).toBeNull();
    expect(ir('/vender', permisosDe('Propietario'))).toBe('/ventas');
  });

  it('does not show the sign-in page to who is in, unless their sign-in ended', () => {
    expect(ir('/ingresar', operador)).toBe('/vender');
    expect(ir('/ingresar?motivo=sesion', operador)).toBeNull();
  });

  it('takes /cajas and /caja for two places', () => {
    expect([permisoDeRuta('/caja/cierre'), permisoDeRuta('/cajas/1'), permisoDeRuta('/cajas-x')]).toEqual([
      'caja:abrir',
      'caja:ver',
      null,
    ]);
  });
});

describe('the installation', () => {
  it('takes every page to the wizard until it is done, and the wizard to the sign-in afterwards', () => {
    expect(['/', '/vender', '/ingresar'].map((ruta) => desvioDeInstalacion(ruta, false))).toEqual([
      '/instalar',
      '/instalar',
      '/instalar',
    ]);
    expect(desvioDeInstalacion('/instalar', false)).toBeNull();
    expect(desvioDeInstalacion('/instalar', true)).toBe('/ingresar');
    expect(desvioDeInstalacion('/vender', true)).toBeNull();
  });
});
