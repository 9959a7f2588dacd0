import type { Permiso } from '@/lib/auth/permisos';

const VER_CAJAS: Permiso[] = ['caja:abrir', 'caja:ver'];

/** The routes of the close, its history and its tasks, and what opens each. */
export const RUTAS_DE_CIERRE: [ruta: string, permisos: Permiso[]][] = [
  ['GET /cajas/vivas', ['caja:ver']],
  ['GET /cajas/sesiones', VER_CAJAS],
  ['GET /cajas/diferencias', VER_CAJAS],
  ['GET /cajas/sesion/[id]/filas', VER_CAJAS],
  ['GET /cajas/sesion/[id]/externas', VER_CAJAS],
  ['GET /cajas/sesion/[id]/cierre', VER_CAJAS],
  ['GET /cajas/sesion/[id]/pdf', VER_CAJAS],
  ['POST /cajas/sesion/[id]/recuento', ['caja:abrir']],
  ['POST /cajas/sesion/[id]/tareas', VER_CAJAS],
  ['GET /tareas', ['tarea:ver']],
  ['POST /tareas/[id]/resolver', ['tarea:resolver']],
];
