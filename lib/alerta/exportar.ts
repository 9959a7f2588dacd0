import { enPalabras, exportList, momento } from '@/lib/action/export-list';
import { listarAlertas } from './queries';

/** GET /auditoria/alertas. */
export const alertasDePersonasExportables = exportList(listarAlertas, {
  nombre: 'alertas',
  columnas: [
    ['Fecha', (a) => momento(a.fecha)],
    ['Qué pasó', (a) => a.titulo],
    ['Por qué', (a) => a.frase],
    ['Persona', (a) => a.usuario],
    ['Sucursal', (a) => a.sucursal],
    ['Veces', (a) => a.eventos],
    ['Se esperaban', (a) => a.esperados],
    ['Situación', (a) => enPalabras(a.situacion)],
    ['Atendida por', (a) => a.atendida_por],
    ['Atendida', (a) => momento(a.atendida_en)],
    ['Nota', (a) => a.nota],
  ],
});
