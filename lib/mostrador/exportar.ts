import { enPalabras, exportList, momento } from '@/lib/action/export-list';
import { listarIncidencias } from './queries';

/** GET /mostrador/incidencias. */
export const incidenciasExportables = exportList(listarIncidencias, {
  nombre: 'incidencias',
  columnas: [
    ['Cuándo', (i) => momento(i.ocurrido_en)],
    ['Qué pasó', (i) => i.frase],
    ['Quién', (i) => i.autor],
    ['Equipo', (i) => i.equipo],
    ['Documento', (i) => i.documento?.folio ?? null],
    ['Situación', (i) => enPalabras(i.estado)],
    ['Resuelta por', (i) => i.resuelta_por],
    ['Resuelta', (i) => momento(i.resuelta_en)],
    ['Motivo', (i) => i.motivo],
    ['Sucursal', (i) => i.sucursal],
  ],
});
