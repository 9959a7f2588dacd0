import type { Permiso } from '@/lib/auth/permisos';

/** Where people sign in. */
export const INGRESAR = '/ingresar';
/** Where a forgotten password is chosen again. */
export const RECUPERAR = '/recuperar';
/** The counter without the server: a page with no data of anybody, which the browser keeps. */
export const SIN_RED = '/sin-red';
/** Where an empty database becomes a shop. */
export const INSTALAR = '/instalar';

/**
 * Pages by path prefix, and the right that opens them; the first row that fits decides. What is not here is open to
 * whoever is signed in.
 */
const RUTAS: readonly (readonly [prefijo: string, permiso: Permiso])[] = [
  ['/vender', 'venta:cobrar'],
  ['/caja', 'caja:abrir'],
  ['/ventas', 'venta:ver'],
  ['/clientes', 'cliente:ver'],
  ['/configuracion/balanza', 'venta:configurar'],
  ['/productos/nuevo', 'producto:editar'],
  ['/productos/importar', 'producto:importar'],
  ['/productos/categorias', 'producto:editar'],
  ['/productos/ediciones', 'producto:edicion_masiva'],
  ['/productos', 'producto:ver'],
  ['/cajas/motivos', 'caja:administrar'],
  ['/cajas/caja-fuerte', 'caja:ver_fuerte'],
  ['/inventario/entrada', 'inventario:entrada'],
  ['/inventario/salida', 'inventario:salida'],
  ['/inventario/conteos', 'inventario:contar'],
  ['/inventario/transferencias/nueva', 'inventario:transferir'],
  ['/inventario', 'inventario:ver'],
  ['/sucursales', 'sucursal:administrar'],
  ['/cajas', 'caja:ver'],
  ['/aprobaciones', 'aprobacion:resolver'],
  ['/tareas', 'tarea:ver'],
  ['/incidencias', 'incidencia:ver'],
  ['/dispositivos', 'dispositivo:ver'],
  ['/usuarios/nuevo', 'usuario:crear'],
  ['/usuarios', 'usuario:ver'],
  ['/roles/nuevo', 'rol:administrar'],
  ['/roles', 'usuario:ver'],
  ['/auditoria', 'auditoria:ver'],
  ['/correos', 'correo:ver'],
  ['/whatsapp', 'whatsapp:enviar'],
];

/** The right that a page needs, or `null` when being signed in is enough. */
export function permisoDeRuta(pathname: string): Permiso | null {
  const fila = RUTAS.find(([prefijo]) => pathname === prefijo || pathname.startsWith(`${prefijo}/`));
  return fila?.[1] ?? null;
}

/** Where the day begins: the counter for who only sells, the board for who looks after it; `null` when no page is open. */
export function paginaDeInicio(permisos: ReadonlySet<string>): string | null {
  if (permisos.has('venta:cobrar') && !permisos.has('caja:ver')) return '/vender';
  if (permisos.has('venta:ver')) return '/ventas';
  if (permisos.has('producto:ver')) return '/productos';
  return RUTAS.find(([, permiso]) => permisos.has(permiso))?.[0] ?? null;
}

/** Where to go after signing in: back to the page asked for, if it is ours and open to these rights, else the start. */
export function destino(volver: string | null | undefined, permisos: ReadonlySet<string>): string {
  const inicio = paginaDeInicio(permisos) ?? `${INGRESAR}?motivo=permiso`;
  // The browser reads "//host" and "/\host" as another site, and drops tabs and line feeds before looking.
  if (!volver || !/^\/(?![/\\])[^\\\s]*$/.test(volver)) return inicio;
  const { pathname } = new URL(volver, 'http://kantuta');
  if (pathname === '/' || pathname === INGRESAR || pathname === RECUPERAR || pathname.startsWith('/api/'))
    return inicio;
  const permiso = permisoDeRuta(pathname);
  return permiso === null || permisos.has(permiso) ? volver : inicio;
}

/** As `desvio`, before it: a shop not installed yet has no page but the wizard, and an installed one has it no more. */
export function desvioDeInstalacion(pathname: string, instalada: boolean): string | null {
  if (pathname === INSTALAR) return instalada ? INGRESAR : null;
  return instalada ? null : INSTALAR;
}

/** What the middleware does with a page request: nothing, or another place. `permisos` is null when nobody is signed in. */
export function desvio(url: URL, permisos: ReadonlySet<string> | null): string | null {
  const { pathname, search, searchParams } = url;
  if (pathname === INGRESAR) {
    // With a motive the cookie is good but its sign-in is not: the page must show.
    return permisos && !searchParams.has('motivo') ? destino(searchParams.get('volver'), permisos) : null;
  }
  // Somebody signed in here may be helping somebody else.
  if (pathname === RECUPERAR || pathname === SIN_RED) return null;
  if (!permisos) {
    return pathname === '/' ? INGRESAR : `${INGRESAR}?volver=${encodeURIComponent(`${pathname}${search}`)}`;
  }
  const permiso = permisoDeRuta(pathname);
  return permiso === null || permisos.has(permiso) ? null : destino(null, permisos);
}
