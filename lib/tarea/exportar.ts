import { enPalabras, exportList, momento } from '@/lib/action/export-list';
import { listarTareas } from './queries';

/** GET /tareas. */
export const tareasExportables = exportList(listarTareas, {
  nombre: 'tareas',
  columnas: [
    ['Creada', (t) => momento(t.creada_en)],
    ['Qué', (t) => t.resumen],
    ['Detalle', (t) => t.detalle],
    ['Monto', (t) => t.monto],
    ['Caja', (t) => t.caja],
    ['Estado', (t) => enPalabras(t.estado)],
    ['Resuelta por', (t) => t.resuelta_por],
    ['Resuelta', (t) => momento(t.resuelta_en)],
    ['Qué pasó', (t) => t.resolucion],
    ['Sucursal', (t) => t.sucursal],
  ],
});
