import { exportList } from '@/lib/action/export-list';
import { paginaDeSucursales } from './queries';

/** GET /sucursales. */
export const sucursalesExportables = exportList(paginaDeSucursales, {
  nombre: 'sucursales',
  columnas: [
    ['Nombre', (s) => s.nombre],
    ['Dirección', (s) => s.direccion],
    ['Teléfono', (s) => s.telefono],
    ['Redondea el efectivo', (s) => (s.redondeo_efectivo ? 'sí' : 'no')],
    ['Días de devolución', (s) => s.dias_devolucion],
    ['Número', (s) => s.id],
  ],
});
