import { enPalabras, exportList, momento } from '@/lib/action/export-list';
import { listarSesiones } from './queries';

/** GET /cajas/sesiones: what is expected of an open drawer is empty for who counts blind, as in the list. */
export const sesionesExportables = exportList(listarSesiones, {
  nombre: 'sesiones de caja',
  columnas: [
    ['Número', (s) => s.id],
    ['Caja', (s) => s.caja.nombre],
    ['Sucursal', (s) => s.caja.sucursal],
    ['Cajero', (s) => s.cajero],
    ['Estado', (s) => enPalabras(s.estado_sesion)],
    ['Apertura', (s) => momento(s.fecha_apertura)],
    ['Cierre', (s) => momento(s.fecha_cierre)],
    ['Monto inicial', (s) => s.monto_inicial],
    ['Diferencia al abrir', (s) => s.diferencia_apertura],
    ['Motivo de la apertura', (s) => s.motivo_apertura],
    ['Esperado', (s) => s.monto_final_teorico],
    ['Contado', (s) => s.monto_final_real],
    ['Diferencia', (s) => s.diferencia],
  ],
});
