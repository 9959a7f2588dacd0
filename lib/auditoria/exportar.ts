import { withTransaction } from '@/db/transaction';
import { exportList, momento } from '@/lib/action/export-list';
import { emitAudit } from '@/lib/audit';
import type { Context } from '@/lib/context';
import { listarInventario } from './inventario';
import { listarAuditoria } from './queries';

/** Who takes the trail away is in the trail too. */
const anotar = (idEntidad: string) => (ctx: Context, despues: Record<string, unknown>) =>
  withTransaction(ctx, (tx) =>
    emitAudit(tx, ctx, { accion: 'auditoria.exportar', entidad: 'auditoria', idEntidad, despues }),
  );

/** GET /auditoria. */
export const auditoriaExportable = exportList(listarAuditoria, {
  nombre: 'auditoria',
  alSalir: anotar('auditoria'),
  columnas: [
    ['Fecha', (f) => momento(f.fecha)],
    ['Persona', (f) => f.usuario],
    ['Qué hizo', (f) => f.frase],
    ['Acción', (f) => f.accion],
    ['De qué', (f) => f.entidad],
    ['Cuál', (f) => f.id_entidad],
    ['Sucursal', (f) => f.sucursal],
    ['IP', (f) => f.ip],
    ['Dispositivo', (f) => f.dispositivo],
    ['Pedido', (f) => f.request_id],
    ['Número', (f) => f.id],
  ],
});

/** GET /auditoria/inventario. */
export const movimientosExportables = exportList(listarInventario, {
  nombre: 'inventario',
  alSalir: anotar('inventario'),
  columnas: [
    ['Fecha', (f) => momento(f.fecha)],
    ['Producto', (f) => f.producto],
    ['Tipo', (f) => f.tipo],
    ['Documento', (f) => f.documento],
    ['Cantidad', (f) => f.cantidad],
    ['Unidad', (f) => f.unidad],
    ['Valor al costo', (f) => f.valor, 'producto:ver_costo'],
    ['Persona', (f) => f.usuario],
    ['Sucursal', (f) => f.sucursal],
    ['Número', (f) => f.id],
  ],
});
