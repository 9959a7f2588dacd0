import { dinero } from '@/lib/action/csv';
import { exportList, momento } from '@/lib/action/export-list';
import { listarAprobaciones } from './queries';
import { ESTADO_EN_PALABRAS } from './rules';

/** GET /aprobaciones: an amount that would tell what one may not see is empty, as in the list. */
export const aprobacionesExportables = exportList(listarAprobaciones, {
  nombre: 'aprobaciones',
  columnas: [
    ['Fecha', (a) => momento(a.creada_en)],
    ['Qué', (a) => a.resumen],
    ['Pidió', (a) => a.solicitante],
    ['Motivo', (a) => a.motivo],
    ['Monto', (a) => dinero(a.monto)],
    ['Estado', (a) => ESTADO_EN_PALABRAS[a.estado]],
    ['Respondió', (a) => a.aprobador],
    ['Respondida', (a) => momento(a.resuelta_en)],
    ['Respuesta', (a) => a.respuesta],
    ['Sucursal', (a) => a.sucursal],
  ],
});
