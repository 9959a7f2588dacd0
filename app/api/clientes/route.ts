import { defineRoute } from '@/lib/action/define-route';
import { crearCliente } from '@/lib/cliente/crear';
import { listarClientes } from '@/lib/cliente/queries';

export const GET = defineRoute({ run: listarClientes });
export const POST = defineRoute({ run: crearCliente, status: 201 });
