import { defineRoute } from '@/lib/action/define-route';
import { crearCliente } from '@/lib/cliente/crear';
import { clientesExportables } from '@/lib/cliente/exportar';

export const GET = defineRoute({ run: clientesExportables });
export const POST = defineRoute({ run: crearCliente, status: 201 });
