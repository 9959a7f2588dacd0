import { dinero } from '@/lib/action/csv';
import { exportList, momento } from '@/lib/action/export-list';
import { listarTraspasos } from './queries';
import { LUGAR_EN_PALABRAS } from './rules';

/** GET /cajas/traspasos. */
export const traspasosExportables = exportList(listarTraspasos, {
  nombre: 'traspasos',
  columnas: [
    ['Número', (t) => t.id],
    ['Fecha', (t) => momento(t.fecha)],
    ['De', (t) => LUGAR_EN_PALABRAS[t.origen].nombre],
    ['A', (t) => LUGAR_EN_PALABRAS[t.destino].nombre],
    ['Monto', (t) => dinero(t.monto)],
    ['Caja', (t) => t.caja],
    ['Persona', (t) => t.usuario],
    ['Nota', (t) => t.nota],
  ],
});
