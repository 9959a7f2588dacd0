import { exportList, momento } from '@/lib/action/export-list';
import { listarInventario } from './inventario';
import { listarAuditoria } from './queries';

/** GET /auditoria. */
export const auditoriaExportable = exportList(listarAuditoria, {
  nombre: 'auditoría',
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
  nombre: 'movimientos de mercadería',
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
