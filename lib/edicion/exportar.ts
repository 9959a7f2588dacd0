import { exportList, momento } from '@/lib/action/export-list';
import { listarEdiciones } from './queries';

/** GET /inventario/ediciones. */
export const edicionesExportables = exportList(listarEdiciones, {
  nombre: 'ediciones masivas',
  columnas: [
    ['Qué cambió', (e) => e.que],
    ['Productos', (e) => e.filas],
    ['Quién', (e) => e.usuario],
    ['Fecha', (e) => momento(e.fecha)],
    ['Deshecha', (e) => (e.deshecha ? 'sí' : 'no')],
    ['Deshace la', (e) => e.deshace_a],
    ['Número', (e) => e.id],
  ],
});
