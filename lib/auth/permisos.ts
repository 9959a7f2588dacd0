import { PermisoError } from '@/lib/errors';
import type { Topes } from './topes';

/** Every right of the product, with the sentence that explains it. Verbs check these, never role names. */
export const PERMISOS = {
  'venta:cobrar': 'Cobrar ventas en el mostrador',
  'venta:ver': 'Ver los tickets',
  'venta:anular': 'Anular tickets de la propia caja abierta',
  'venta:anular_ajena': 'Anular tickets de otra caja o de una sesión cerrada',
  'venta:editar_pago': 'Corregir el método de pago de un ticket',
  'venta:reimprimir': 'Reimprimir tickets, que salen como COPIA',
  'venta:descuento': 'Aplicar descuentos',
  'venta:cambiar_precio': 'Vender a otro precio que el del catálogo, con motivo',
  'venta:crear_producto': 'Crear desde el mostrador un producto que el catálogo no conoce, con nombre y precio',
  'venta:configurar': 'Configurar el mostrador de la sucursal: los códigos de su balanza',
  'venta:sin_existencia': 'Vender más de lo que hay de un producto que lo permite',
  'caja:ver': 'Ver cajas y sesiones de la sucursal',
  'caja:administrar': 'Crear, editar y eliminar cajas y sus motivos',
  'caja:abrir': 'Abrir y cerrar la propia caja',
  'caja:abrir_para_otro': 'Abrir una caja a nombre de otra persona',
  'caja:cerrar_ajena': 'Cerrar la caja de otra persona',
  'caja:admitir': 'Admitir a otra persona en la propia caja abierta',
  'caja:mover': 'Registrar ingresos, egresos y traspasos de caja',
  'caja:ver_fuerte': 'Ver cuánto hay en la caja fuerte',
  'caja:fuerte': 'Sacar dinero de la caja fuerte',
  'caja:abrir_gaveta': 'Abrir la gaveta sin una venta, con motivo',
  'caja:diferencia': 'Abrir o cerrar una caja con diferencia',
  'caja:recontar': 'Corregir con un recuento el cierre de una caja',
  'caja:ver_esperado': 'Ver cuánto debería haber en la gaveta antes del cierre',
  'incidencia:ver': 'Ver las incidencias de lo que llegó del mostrador',
  'incidencia:resolver': 'Resolver incidencias, diciendo por qué',
  'dispositivo:ver': 'Ver los equipos del mostrador',
  'dispositivo:administrar': 'Nombrar y revocar los equipos del mostrador',
  'producto:ver': 'Ver el catálogo',
  'producto:ver_costo': 'Ver costos y márgenes',
  'producto:editar': 'Crear, editar y eliminar productos y categorías',
  'producto:edicion_masiva': 'Cambiar muchos productos a la vez, y deshacerlo',
  'producto:importar': 'Importar productos desde un archivo',
  'producto:ajustar': 'Ajustar existencias con motivo',
  'cliente:ver': 'Ver clientes y elegirlos en un ticket',
  'cliente:crear': 'Registrar clientes',
  'cliente:editar': 'Editar y eliminar clientes',
  'inventario:ver': 'Ver existencias, kardex, alertas y documentos de inventario',
  'inventario:entrada': 'Registrar entradas de mercadería',
  'inventario:salida': 'Registrar mermas, consumos y vencidos',
  'inventario:contar': 'Contar existencias',
  'inventario:transferir': 'Pedir, enviar y recibir transferencias entre sucursales',
  'usuario:crear': 'Crear personas y usuarios',
  'usuario:ver': 'Ver personas y usuarios',
  'usuario:editar': 'Editar usuarios, darlos de baja, cambiar su contraseña y cerrar sus ingresos',
  'rol:administrar': 'Crear y editar roles y sus límites',
  'aprobacion:resolver': 'Aprobar lo que otra persona no puede hacer sola',
  'tarea:ver': 'Ver las tareas pendientes de la sucursal',
  'tarea:resolver': 'Resolver tareas pendientes, con motivo',
  'auditoria:ver': 'Ver la auditoría y sus alertas',
  'correo:ver': 'Ver los correos enviados y por enviar',
  'whatsapp:enviar': 'Enviar mensajes de WhatsApp',
  'whatsapp:conectar': 'Conectar y desconectar el WhatsApp de la tienda',
  'sucursal:todas': 'Trabajar en todas las sucursales',
  'sucursal:administrar': 'Crear y editar sucursales',
} as const;

/** One right, `cosa:acto`. */
export type Permiso = keyof typeof PERMISOS;

/** All rights, for the role that has them all. */
export const TODOS_LOS_PERMISOS = Object.keys(PERMISOS) as Permiso[];

const OPERADOR: Permiso[] = [
  'venta:cobrar',
  'venta:ver',
  'venta:anular',
  'venta:reimprimir',
  'venta:descuento',
  'venta:sin_existencia',
  'caja:abrir',
  'caja:admitir',
  'caja:mover',
  'caja:abrir_gaveta',
  'caja:diferencia',
  'producto:ver',
  'cliente:ver',
  'cliente:crear',
];

const ADMINISTRADOR: Permiso[] = TODOS_LOS_PERMISOS.filter(
  (p) => !p.startsWith('sucursal:') && p !== 'rol:administrar',
);

type RolDeFabrica = {
  id: number;
  nombre: string;
  descripcion: string;
  permisos: readonly Permiso[];
  /** Where the caps start; the shop may move them. */
  topes: Topes;
};

/** The five built-in roles. Ids 1 and 2 are what existing REST clients expect. */
export const ROLES_DE_FABRICA = [
  { id: 1, nombre: 'Administrador', descripcion: 'Dirige una sucursal y aprueba', permisos: ADMINISTRADOR, topes: {} },
  {
    id: 2,
    nombre: 'Operador',
    descripcion: 'Atiende el mostrador',
    permisos: OPERADOR,
    topes: { 'venta:descuento': 10, 'caja:mover': 20_000, 'caja:diferencia': 2_000 },
  },
  { id: 3, nombre: 'Superadministrador', descripcion: 'Puede todo', permisos: TODOS_LOS_PERMISOS, topes: {} },
  {
    id: 4,
    nombre: 'Propietario',
    descripcion: 'Mira todas las sucursales',
    permisos: [
      'venta:ver',
      'caja:ver',
      'caja:ver_esperado',
      'caja:ver_fuerte',
      'producto:ver',
      'producto:ver_costo',
      'cliente:ver',
      'inventario:ver',
      'usuario:ver',
      'aprobacion:resolver',
      'incidencia:ver',
      'dispositivo:ver',
      'tarea:ver',
      'tarea:resolver',
      'auditoria:ver',
      'correo:ver',
      'sucursal:todas',
    ],
    topes: {},
  },
  {
    id: 5,
    nombre: 'Almacenero',
    descripcion: 'Cuida las existencias',
    permisos: [
      'producto:ver',
      'producto:ver_costo',
      'producto:editar',
      'producto:importar',
      'producto:ajustar',
      'inventario:ver',
      'inventario:entrada',
      'inventario:salida',
      'inventario:contar',
      'inventario:transferir',
    ],
    topes: { 'producto:ajustar': 50_000, 'inventario:salida': 50_000 },
  },
] as const satisfies readonly RolDeFabrica[];

/**
 * What a sign-in by PIN leaves of somebody's rights: the counter. Six digits typed in front of customers open the till, never
 * the administration.
 */
export const PERMISOS_DE_MOSTRADOR: ReadonlySet<Permiso> = new Set<Permiso>([
  'venta:cobrar',
  'venta:ver',
  'venta:anular',
  'venta:anular_ajena',
  'venta:editar_pago',
  'venta:reimprimir',
  'venta:descuento',
  'venta:cambiar_precio',
  'venta:crear_producto',
  'venta:sin_existencia',
  'caja:ver',
  'caja:abrir',
  'caja:admitir',
  'caja:mover',
  'caja:abrir_gaveta',
  'caja:ver_fuerte',
  'caja:fuerte',
  'caja:diferencia',
  'caja:ver_esperado',
  'producto:ver',
  'cliente:ver',
  'cliente:crear',
]);

type ConPermisos = { actor: { permisos: ReadonlySet<Permiso> } };

/** Whether the actor has the right. */
export function puede(ctx: ConPermisos, permiso: Permiso): boolean {
  return ctx.actor.permisos.has(permiso);
}

/** The lock inside each verb. Throws `PermisoError` when the actor lacks the right. */
export function requirePermiso(ctx: ConPermisos, permiso: Permiso): void {
  if (!puede(ctx, permiso)) throw new PermisoError(`Su rol no permite: ${PERMISOS[permiso].toLowerCase()}.`);
}
