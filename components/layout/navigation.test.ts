import { describe, expect, it } from 'vitest';
import { ROLES_DE_FABRICA } from '@/lib/auth/permisos';
import { destinosDe, estaEn, pasoA } from './navigation';

function permisosDe(rol: string): ReadonlySet<string> {
  return new Set(ROLES_DE_FABRICA.find((r) => r.nombre === rol)?.permisos);
}

describe('navigation', () => {
  it('offers each role only the places its rights open', () => {
    expect(destinosDe(permisosDe('Operador'), 'mostrador').map((d) => d.href)).toEqual(['/vender', '/caja']);
    expect(destinosDe(permisosDe('Propietario'), 'mostrador')).toEqual([]);
    expect(destinosDe(permisosDe('Almacenero'), 'gestion').map((d) => d.href)).toEqual(['/productos', '/inventario']);
  });

  it('offers the other area only to who has something there', () => {
    expect(pasoA(permisosDe('Administrador'), 'gestion')).toEqual({ href: '/ventas', label: 'Ir a gestión' });
    expect(pasoA(permisosDe('Almacenero'), 'mostrador')).toBeNull();
  });

  it('does not take /cajas for a page inside /caja', () => {
    expect(estaEn('/caja/cierre', '/caja')).toBe(true);
    expect(estaEn('/cajas', '/caja')).toBe(false);
  });
});
