import { enPalabras, exportList, momento } from '@/lib/action/export-list';
import { listarMensajes } from './queries';

/** GET /whatsapp/mensajes. */
export const mensajesExportables = exportList(listarMensajes, {
  nombre: 'mensajes de WhatsApp',
  columnas: [
    ['Creado', (m) => momento(m.creado_en)],
    ['Para', (m) => m.destinatario],
    ['Mensaje', (m) => m.texto],
    ['Archivo', (m) => m.archivo_nombre],
    ['Mandado por', (m) => m.usuario],
    ['Estado', (m) => enPalabras(m.estado)],
    ['Enviado', (m) => momento(m.enviado_en)],
    ['Intentos', (m) => m.intentos],
    ['Último error', (m) => m.ultimo_error],
  ],
});
