import { enPalabras, exportList, momento } from '@/lib/action/export-list';
import { listarDispositivos, listarIncidencias } from './queries';

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

/** GET /mostrador/dispositivos. */
export const equiposExportables = exportList(listarDispositivos, {
  nombre: 'equipos',
  columnas: [
    ['Equipo', (d) => d.nombre],
    ['Serie', (d) => d.serie],
    ['Tickets', (d) => d.ultimo_numero],
    ['Caja', (d) => d.caja],
    ['Última persona', (d) => d.persona],
    ['Se lo vio', (d) => momento(d.visto_en)],
    ['Por enviar', (d) => d.pendientes],
    ['Sucursal', (d) => d.sucursal],
    ['Revocado', (d) => momento(d.revocado_en)],
    ['Revocado por', (d) => d.revocado_por],
    ['Motivo', (d) => d.motivo_revocacion],
  ],
});
