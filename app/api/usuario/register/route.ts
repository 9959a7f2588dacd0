import { defineRoute } from '@/lib/action/define-route';
import { registrarUsuario } from '@/lib/usuario/registrar';

export const POST = defineRoute({ run: registrarUsuario, status: 201 });
