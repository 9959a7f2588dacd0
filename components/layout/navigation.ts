import type { Route } from 'next';
import type { Permiso } from '@/lib/auth/permisos';

export type Area = 'mostrador' | 'gestion';
export type NavIconName =
  | 'vender'
  | 'caja'
  | 'ventas'
  | 'clientes'
  | 'productos'
  | 'inventario'
  | 'sucursales'
  | 'cajas'
  | 'usuarios'
  | 'roles'
  | 'aprobaciones'
  | 'tareas'
  | 'incidencias'
  | 'dispositivos'
  | 'auditoria'
  | 'whatsapp'
  | 'correos'
  | 'balanza';

/** One place to go, as the shells draw it. `activo` is worked out from the path unless it is given. */
export type NavItem = { href: Route; label: string; icon: NavIconName; activo?: boolean };

type Destino = NavItem & {
  permiso: Permiso;
  area: Area;
  /** At the foot of the counter's rail: what is used twice a day, not all day. */
  alPie?: boolean;
};

/** Every place of the product that a menu can name. A place enters here with its page. */
const DESTINOS: readonly Destino[] = [
  { href: '/vender', label: 'Vender', icon: 'vender', permiso: 'venta:cobrar', area: 'mostrador' },
  { href: '/caja', label: 'Caja', icon: 'caja', permiso: 'caja:abrir', area: 'mostrador', alPie: true },
  { href: '/ventas', label: 'Ventas', icon: 'ventas', permiso: 'venta:ver', area: 'gestion' },
  { href: '/clientes' as Route, label: 'Clientes', icon: 'clientes', permiso: 'cliente:ver', area: 'gestion' },
  { href: '/productos', label: 'Productos', icon: 'productos', permiso: 'producto:ver', area: 'gestion' },
  { href: '/inventario', label: 'Inventario', icon: 'inventario', permiso: 'inventario:ver', area: 'gestion' },
  { href: '/cajas', label: 'Cajas', icon: 'cajas', permiso: 'caja:ver', area: 'gestion' },
  {
    href: '/aprobaciones',
    label: 'Aprobaciones',
    icon: 'aprobaciones',
    permiso: 'aprobacion:resolver',
    area: 'gestion',
  },
  { href: '/tareas', label: 'Tareas', icon: 'tareas', permiso: 'tarea:ver', area: 'gestion' },
  { href: '/incidencias', label: 'Incidencias', icon: 'incidencias', permiso: 'incidencia:ver', area: 'gestion' },
  { href: '/dispositivos', label: 'Equipos', icon: 'dispositivos', permiso: 'dispositivo:ver', area: 'gestion' },
  { href: '/usuarios', label: 'Personas', icon: 'usuarios', permiso: 'usuario:ver', area: 'gestion' },
  { href: '/sucursales', label: 'Sucursales', icon: 'sucursales', permiso: 'sucursal:administrar', area: 'gestion' },
  { href: '/roles', label: 'Roles', icon: 'roles', permiso: 'usuario:ver', area: 'gestion' },
  { href: '/auditoria', label: 'Auditoría', icon: 'auditoria', permiso: 'auditoria:ver', area: 'gestion' },
  { href: '/whatsapp', label: 'WhatsApp', icon: 'whatsapp', permiso: 'whatsapp:enviar', area: 'gestion' },
  { href: '/correos', label: 'Correos', icon: 'correos', permiso: 'correo:ver', area: 'gestion' },
  {
    href: '/configuracion/balanza',
    label: 'Balanza',
    icon: 'balanza',
    permiso: 'venta:configurar',
    area: 'gestion',
  },
];

/** The destinations of an area that these rights open, in menu order. Only hides: the lock is in each verb. */
export function destinosDe(permisos: ReadonlySet<string>, area: Area): (NavItem & { alPie: boolean })[] {
  return DESTINOS.filter((destino) => destino.area === area && permisos.has(destino.permiso)).map(
    ({ href, label, icon, alPie = false }) => ({ href, label, icon, alPie }),
  );
}

/** The way to the other area, for the user menu; `null` when these rights open nothing there. */
export function pasoA(permisos: ReadonlySet<string>, area: Area): { href: Route; label: string } | null {
  const primero = DESTINOS.find((destino) => destino.area === area && permisos.has(destino.permiso));
  return primero ? { href: primero.href, label: area === 'gestion' ? 'Ir a gestión' : 'Ir al mostrador' } : null;
}

/** Whether `pathname` is this place or a page inside it. */
export function estaEn(pathname: string, href: string): boolean {
  return pathname === href || pathname.startsWith(`${href}/`);
}
