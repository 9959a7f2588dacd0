import { exportList, momento } from '@/lib/action/export-list';
import { listarClientes } from './queries';

/** GET /clientes. */
export const clientesExportables = exportList(listarClientes, {
  nombre: 'clientes',
  columnas: [
    ['Nombre', (c) => c.nombre],
    ['CI o NIT', (c) => c.ci_nit],
    ['Teléfono', (c) => c.telefono],
    ['Registrado', (c) => momento(c.created_at)],
    ['Número', (c) => c.id],
  ],
});
