import { PermisoError } from '@/lib/errors';

/** Every right of the product, with the sentence that explains it. Verbs check these, never role names. */
export const PERMISOS = {
  'venta:cobrar': 'Cobrar ventas en el mostrador',
  'venta:ver': 'Ver los tickets',
  'venta:anular': 'Anular tickets de la propia caja abierta',
  'venta:anular_ajena': 'Anular tickets de otra caja o de una sesión cerrada',
  'venta:editar_pago': 'Corregir el método de pago de un ticket',
  'venta:descuento': 'Aplicar descuentos',
  'venta:cambiar_precio': 'Vender a otro precio que el del catálogo, con motivo',
  'caja:ver': 'Ver cajas y sesiones de la sucursal',
  'caja:administrar': 'Crear, editar y eliminar cajas',
  'caja:abrir': 'Abrir y cerrar la propia caja',
  'caja:abrir_para_otro': 'Abrir una caja a nombre de otra persona',
  'caja:cerrar_ajena': 'Cerrar la caja de otra persona',
  'caja:mover': 'Registrar ingresos y egresos de caja',
  'caja:ver_esperado': 'Ver cuánto debería haber en la gaveta antes del cierre',
  'producto:ver': 'Ver el catálogo',
  'producto:ver_costo': 'Ver costos y márgenes',
  'producto:editar': 'Crear, editar y eliminar productos y categorías',
  'producto:importar': 'Importar productos desde un archivo',
  'producto:ajustar': 'Ajustar existencias con motivo',
  'usuario:crear': 'Crear personas y usuarios',
  'usuario:ver': 'Ver personas y usuarios',
  'auditoria:ver': 'Ver la auditoría',
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
  'venta:descuento',
  'caja:abrir',
  'caja:mover',
  'producto:ver',
];

const ADMINISTRADOR: Permiso[] = TODOS_LOS_PERMISOS.filter((p) => !p.startsWith('sucursal:'));

/** The five built-in roles. Ids 1 and 2 are what existing REST clients expect. */
export const ROLES_DE_FABRICA = [
  { id: 1, nombre: 'Administrador', descripcion: 'Dirige una sucursal y aprueba', permisos: ADMINISTRADOR },
  { id: 2, nombre: 'Operador', descripcion: 'Atiende el mostrador', permisos: OPERADOR },
  { id: 3, nombre: 'Superadministrador', descripcion: 'Puede todo', permisos: TODOS_LOS_PERMISOS },
  {
    id: 4,
    nombre: 'Propietario',
    descripcion: 'Mira todas las sucursales',
    permisos: [
      'venta:ver',
      'caja:ver',
      'caja:ver_esperado',
      'producto:ver',
      'producto:ver_costo',
      'usuario:ver',
      'auditoria:ver',
      'sucursal:todas',
    ],
  },
  {
    id: 5,
    nombre: 'Almacenero',
    descripcion: 'Cuida las existencias',
    permisos: ['producto:ver', 'producto:ver_costo', 'producto:editar', 'producto:importar', 'producto:ajustar'],
  },
] as const satisfies readonly { id: number; nombre: string; descripcion: string; permisos: readonly Permiso[] }[];

type ConPermisos = { actor: { permisos: ReadonlySet<Permiso> } };

/** Whether the actor has the right. */
export function puede(ctx: ConPermisos, permiso: Permiso): boolean {
  return ctx.actor.permisos.has(permiso);
}

/** The lock inside each verb. Throws `PermisoError` when the actor lacks the right. */
export function requirePermiso(ctx: ConPermisos, permiso: Permiso): void {
  if (!puede(ctx, permiso)) throw new PermisoError(`Su rol no permite: ${PERMISOS[permiso].toLowerCase()}.`);
}
