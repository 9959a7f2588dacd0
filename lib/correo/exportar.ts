import { enPalabras, exportList, momento } from '@/lib/action/export-list';
import { listarCorreos } from './queries';

/** GET /correos: what the outbox shows, never what a mail says. */
export const correosExportables = exportList(listarCorreos, {
  nombre: 'correos',
  columnas: [
    ['Creado', (c) => momento(c.creado_en)],
    ['Para', (c) => c.para],
    ['Asunto', (c) => c.asunto],
    ['Tipo', (c) => c.tipo],
    ['Estado', (c) => enPalabras(c.estado)],
    ['Enviado', (c) => momento(c.enviado_en)],
    ['Intentos', (c) => c.intentos],
    ['Último error', (c) => c.ultimo_error],
  ],
});
