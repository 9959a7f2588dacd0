import type { Permiso } from '@/lib/auth/permisos';

/** The routes of customers, of receipts and of what the owner looks at, with the rights that open them. */
export const RUTAS_DE_RECIBO: readonly (readonly [ruta: string, permisos: readonly Permiso[]])[] = [
  ['GET /clientes', ['cliente:ver']],
  ['POST /clientes', ['cliente:crear']],
  ['GET /clientes/[id]', ['cliente:ver']],
  ['PATCH /clientes/[id]', ['cliente:editar']],
  ['DELETE /clientes/[id]', ['cliente:editar']],
  ['GET /clientes/[id]/compras', ['venta:ver']],
  ['GET /ventas/[id]/copias', ['venta:ver']],
  ['POST /ventas/copias', ['venta:reimprimir']],
  ['GET /ventas/[id]/pdf', ['venta:reimprimir']],
  ['POST /ventas/quitadas', ['venta:cobrar']],
  ['POST /cajas/gaveta', ['caja:abrir_gaveta']],
];
