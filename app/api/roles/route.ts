import { defineRoute } from '@/lib/action/define-route';
import { crearRol } from '@/lib/rol/crear';
import { rolesExportables } from '@/lib/rol/exportar';

export const GET = defineRoute({ run: rolesExportables });
export const POST = defineRoute({ run: crearRol, status: 201 });
