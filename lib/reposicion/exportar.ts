import { exportList } from '@/lib/action/export-list';
import { paginaDeVencimientos } from './queries';

/** GET /inventario/vencimientos. */
export const vencimientosExportables = exportList(paginaDeVencimientos, {
  nombre: 'vencimientos',
  columnas: [
    ['Vence', (v) => v.vence],
    ['Días', (v) => v.dias],
    ['Producto', (v) => v.producto],
    ['Lote', (v) => v.lote],
    ['Entraron', (v) => v.cantidad],
    ['Hay', (v) => v.stock],
    ['Unidad', (v) => v.unidad],
  ],
});
